/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns what becomes of pasted bytes.  That a paste begins is decode.c's to
 * see; where its text goes is the views'.
 *
 * The one idea: bytes are filtered as they come, so that no paste, however
 * long, takes more room than is promised; what needs whole characters is
 * done at the end.
 */
#include "tui/paste.h"

#include <string.h>

#define MARK "\033[201~"
#define MARK_BYTES (sizeof(MARK) - 1)

void paste_init(struct paste *paste)
{
	*paste = (struct paste){ .text = g_string_new(NULL) };
}

void paste_release(struct paste *paste)
{
	g_string_free(paste->text, TRUE);
	paste->text = NULL;
}

void paste_begin(struct paste *paste)
{
	g_string_truncate(paste->text, 0);
	paste->after_cr = false;
}

static void take_byte(struct paste *paste, char byte)
{
	bool second = byte == '\n' && paste->after_cr;

	paste->after_cr = byte == '\r';
	if (byte == '\r')
		byte = '\n';
	if (second || paste->text->len >= PASTE_BYTES)
		return;
	if (byte == '\n' || byte == '\t' ||
	    ((unsigned char)byte >= 0x20 && byte != 0x7F))
		g_string_append_c(paste->text, byte);
}

/* How many of the last bytes may be the beginning of the mark. */
static size_t begun_mark(const char *bytes, size_t len)
{
	for (size_t n = MIN(len, MARK_BYTES - 1); n > 0; n--)
		if (!memcmp(bytes + len - n, MARK, n))
			return n;
	return 0;
}

size_t paste_take(struct paste *paste, const char *bytes, size_t len, bool last,
		  bool *ended)
{
	const char *mark = memmem(bytes, len, MARK, MARK_BYTES);
	size_t take = mark ? (size_t)(mark - bytes) : len;

	if (!mark && !last)
		take -= begun_mark(bytes, len);
	for (size_t i = 0; i < take; i++)
		take_byte(paste, bytes[i]);
	*ended = mark;
	return mark ? take + MARK_BYTES : take;
}

/* A character that the bound has cut in two goes. */
static void drop_half(GString *text)
{
	const char *end;

	if (text->len < PASTE_BYTES ||
	    g_utf8_validate(text->str, (gssize)text->len, &end))
		return;
	if (text->str + text->len - end < 4)
		g_string_truncate(text, (gsize)(end - text->str));
}

const char *paste_end(struct paste *paste)
{
	GString *text = paste->text;

	drop_half(text);
	g_autofree char *valid =
		g_utf8_make_valid(text->str, (gssize)text->len);
	g_string_truncate(text, 0);
	for (const char *s = valid; *s; s = g_utf8_next_char(s)) {
		gunichar ch = g_utf8_get_char(s);
		if (text->len + 4 <= PASTE_BYTES && (ch < 0x80 || ch >= 0xA0))
			g_string_append_unichar(text, ch);
	}
	return text->str;
}
