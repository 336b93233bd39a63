/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Printing lines made of outside text, cluster by cluster.
 */
#include "cli/say.h"

#include <langinfo.h>
#include <string.h>

enum glyphs say_level(void)
{
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0 ? GLYPHS_EMOJI
							  : GLYPHS_ASCII;
}

static void say_cell(FILE *to, const struct cell *cell)
{
	char utf8[6];

	for (int i = 0; i < CELL_CHARS && cell->ch[i]; i++)
		fwrite(utf8, 1, (size_t)g_unichar_to_utf8(cell->ch[i], utf8),
		       to);
}

void say_text(FILE *to, const char *text, size_t len)
{
	enum glyphs level = say_level();
	struct glyph glyph;

	for (size_t i = 0; i < len;) {
		if (len - i > 1 && glyph_plain(text + i)) {
			putc(text[i++], to);
			continue;
		}
		i += glyph_next(text + i, len - i, level, &glyph);
		for (int k = 0; k < glyph.count; k++)
			say_cell(to, &glyph.cells[k]);
	}
}

void say(FILE *to, const char *format, ...)
{
	g_autofree char *text = NULL;
	va_list args;

	va_start(args, format);
	text = g_strdup_vprintf(format, args);
	va_end(args);
	say_text(to, text, strlen(text));
	putc('\n', to);
}

int complain(enum status status, const char *format, ...)
{
	g_autofree char *text = NULL;
	va_list args;

	va_start(args, format);
	text = g_strdup_vprintf(format, args);
	va_end(args);
	/* what was said before comes before */
	fflush(stdout);
	say(stderr, "senseboard: %s", text);
	return status;
}

int complain_error(GError *take_error)
{
	complain(STATUS_FILE, "%s", take_error->message);
	g_error_free(take_error);
	return STATUS_FILE;
}
