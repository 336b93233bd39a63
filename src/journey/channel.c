/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The known channels and what each can carry.  Any other text may stand where
 * a channel does; of those nothing is presumed.
 */
#include "journey/schema.h"

#include <glib.h>
#include <string.h>

#define SENSE(field) (1u << ((field)-T_SEE))
#define SEE SENSE(T_SEE)
#define HEAR SENSE(T_HEAR)
#define FEEL SENSE(T_FEEL)

static const struct channel channels[] = {
	{ .name = "shop", .physical = true, .senses = SENSES_ALL },
	{ .name = "counter", .physical = true, .senses = SENSES_ALL },
	{ .name = "visit", .physical = true, .senses = SENSES_ALL },
	{ .name = "event", .physical = true, .senses = SENSES_ALL },
	{ .name = "product", .physical = true, .senses = SENSES_ALL },
	{ .name = "package", .physical = true, .senses = SENSES_ALL & ~HEAR },
	{ .name = "letter", .physical = true, .senses = SENSES_ALL & ~HEAR },
	{ .name = "print", .physical = true, .senses = SENSES_ALL & ~HEAR },
	{ .name = "sign", .physical = true, .senses = SENSES_ALL & ~HEAR },
	{ .name = "phone", .senses = HEAR | FEEL },
	{ .name = "voice", .senses = HEAR | FEEL },
	{ .name = "video", .senses = SEE | HEAR | FEEL },
	{ .name = "tv", .senses = SEE | HEAR | FEEL },
	{ .name = "web", .senses = SEE | HEAR | FEEL },
	{ .name = "app", .senses = SEE | HEAR | FEEL },
	{ .name = "form", .senses = SEE | FEEL },
	{ .name = "email", .synonyms = "mail e-mail", .senses = SEE | FEEL },
	{ .name = "chat", .senses = SEE | FEEL },
	{ .name = "sms", .senses = SEE | FEEL },
	{ .name = "social", .senses = SEE | FEEL },
	{ .name = "search", .senses = SEE | FEEL },
	{ .name = NULL },
};

#define CHANNELS (G_N_ELEMENTS(channels) - 1)

const struct channel *schema_channels(size_t *n)
{
	*n = CHANNELS;
	return channels;
}

/* Whether TEXT is one of the words in a list separated by blanks. */
static bool is_word_of(const char *words, const char *text)
{
	size_t len = strlen(text);

	for (; words; words = strchr(words, ' ')) {
		words += *words == ' ';
		if (g_ascii_strncasecmp(words, text, len) == 0 &&
		    (words[len] == ' ' || !words[len]))
			return len > 0;
	}
	return false;
}

const struct channel *schema_channel(const char *text)
{
	for (size_t i = 0; i < CHANNELS; i++)
		if (g_ascii_strcasecmp(channels[i].name, text) == 0 ||
		    is_word_of(channels[i].synonyms, text))
			return &channels[i];
	return NULL;
}
