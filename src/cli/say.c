/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Printing lines made of outside text, cluster by cluster.
 */
#include "cli/say.h"

#include <langinfo.h>
#include <string.h>

#include "i18n.h"
#include "rules/rules.h"

enum glyphs say_level(void)
{
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0 ? GLYPHS_EMOJI
							  : GLYPHS_ASCII;
}

static void append_cell(GString *to, const struct cell *cell)
{
	for (int i = 0; i < CELL_CHARS && cell->ch[i]; i++)
		g_string_append_unichar(to, cell->ch[i]);
}

/* The length of the part of TEXT that is drawn as itself. */
static size_t plain(const char *text, size_t len)
{
	size_t i = 0;

	while (i + 1 < len && glyph_plain(text + i))
		i++;
	return i;
}

void say_append(GString *to, const char *text, size_t len)
{
	enum glyphs level = say_level();
	struct glyph glyph;

	for (size_t i = 0; i < len;) {
		size_t as_it_is = plain(text + i, len - i);

		g_string_append_len(to, text + i, (gssize)as_it_is);
		i += as_it_is;
		i += glyph_next(text + i, len - i, level, &glyph);
		for (int k = 0; k < glyph.count; k++)
			append_cell(to, &glyph.cells[k]);
	}
}

void say_text(FILE *to, const char *text, size_t len)
{
	g_autoptr(GString) safe = g_string_sized_new(len);

	say_append(safe, text, len);
	fwrite(safe->str, 1, safe->len, to);
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

int complain_rule(const char *name)
{
	g_autofree char *meant = rules_nearest(name);

	if (meant)
		return complain(STATUS_USAGE,
				_("there is no rule '%s'; did you mean '%s'?"),
				name, meant);
	return complain(STATUS_USAGE,
			_("there is no rule '%s'; see 'senseboard rules'"),
			name);
}

int complain_error(GError *take_error)
{
	complain(STATUS_FILE, "%s", take_error->message);
	g_error_free(take_error);
	return STATUS_FILE;
}
