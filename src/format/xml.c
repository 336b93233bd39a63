/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/xml.h"

#include <stdbool.h>

#define REPLACEMENT 0xfffd

/* The characters of XML 1.0. */
static bool may_stand(gunichar c)
{
	return c >= 0x20 ? c != 0xfffe && c != 0xffff
			 : c == '\t' || c == '\n' || c == '\r';
}

static bool is_seen(gunichar c)
{
	switch (g_unichar_type(c)) {
	case G_UNICODE_CONTROL:
	case G_UNICODE_FORMAT:
	case G_UNICODE_LINE_SEPARATOR:
	case G_UNICODE_PARAGRAPH_SEPARATOR:
		return false;
	default:
		return true;
	}
}

static void append_char(GString *out, gunichar c)
{
	if (!may_stand(c))
		c = REPLACEMENT;
	if (!is_seen(c) || c == '<' || c == '>' || c == '&' || c == '"')
		g_string_append_printf(out, "&#%u;", c);
	else
		g_string_append_unichar(out, c);
}

void xml_append(GString *out, const char *text)
{
	g_autofree char *valid = g_utf8_make_valid(text, -1);

	for (const char *p = valid; *p; p = g_utf8_next_char(p))
		append_char(out, g_utf8_get_char(p));
}

void xml_attribute(GString *out, const char *name, const char *text)
{
	g_string_append_printf(out, " %s=\"", name);
	xml_append(out, text);
	g_string_append_c(out, '"');
}
