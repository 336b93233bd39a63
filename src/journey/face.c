/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The seven faces: words in the file, faces on the screen, values for the
 * curve.  Only emoji that every terminal draws two columns wide are here.
 */
#include "journey/schema.h"

#include <glib.h>
#include <string.h>

const struct face schema_faces[FACES + 1] = {
	{ .name = "delighted", .emoji = "😍", .ascii = ":D", .value = 2 },
	{ .name = "happy", .emoji = "😊", .ascii = ":)", .value = 1 },
	{ .name = "neutral", .emoji = "😐", .ascii = ":|", .value = 0 },
	{ .name = "thinking", .emoji = "🤔", .ascii = ":?", .value = 0 },
	{ .name = "confused", .emoji = "😕", .ascii = ":S", .value = -1 },
	{ .name = "unhappy", .emoji = "🙁", .ascii = ":(", .value = -1 },
	{ .name = "angry", .emoji = "😠", .ascii = ">:(", .value = -2 },
};

const struct face *schema_face(const char *text)
{
	for (size_t i = 0; i < FACES; i++) {
		const struct face *f = &schema_faces[i];

		if (strcmp(text, f->name) == 0 || strcmp(text, f->emoji) == 0 ||
		    strcmp(text, f->ascii) == 0)
			return f;
	}
	return NULL;
}
