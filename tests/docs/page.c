/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The source of the manual as text, for tests of what it tells.
 */
#include "page.h"

#include <criterion/criterion.h>
#include <string.h>

char *page_read(const char *name)
{
	const char *top = g_getenv("top_srcdir");
	g_autofree char *path =
		g_build_filename(top ? top : ".", "man", name, NULL);
	g_autofree char *text = NULL, *whole = NULL;
	g_auto(GStrv) parts = NULL;

	cr_assert(g_file_get_contents(path, &text, NULL, NULL), "%s", path);
	whole = g_strconcat("\n", text, NULL);
	parts = g_strsplit(whole, "\\&", -1);
	return g_strjoinv("", parts);
}

char *page_section(const char *text, const char *heading, bool deep)
{
	g_autofree char *first = g_strdup_printf("\n%s\n", heading);
	const char *from = strstr(text, first), *to;

	cr_assert(from, "the manual has no '%s'", heading);
	from += strlen(first) - 1;
	to = from;
	do
		to = strchr(to + 1, '\n');
	while (to && !g_str_has_prefix(to, "\n.Sh ") &&
	       (deep || !g_str_has_prefix(to, "\n.Ss ")));
	return g_strndup(from, to ? (size_t)(to - from) : strlen(from));
}

bool page_has(const char *text, const char *words)
{
	g_autofree char *line = g_strconcat("\n", words, NULL);
	const char *found = strstr(text, line);

	while (found && !strchr(" \n", found[strlen(line)]))
		found = strstr(found + 1, line);
	return found != NULL;
}

/* Only the letters of TEXT, without macros and escapes like \(lq. */
static char *letters(const char *text)
{
	GString *out = g_string_new(NULL);

	for (const char *p = text; *p; p++) {
		if (*p == '\n' && p[1] == '.')
			p += strcspn(p + 1, " \n");
		else if (*p == '\\' && p[1] == '(' && p[2] && p[3])
			p += 3;
		else if (g_ascii_isalnum(*p))
			g_string_append_c(out, *p);
	}
	return g_string_free(out, FALSE);
}

bool page_tells(const char *text, const char *words)
{
	g_autofree char *told = letters(text);
	g_autofree char *wanted = letters(words);

	return strstr(told, wanted) != NULL;
}

void page_expect_new(GHashTable *seen, const char *name)
{
	cr_assert(name && *name);
	cr_expect(g_hash_table_add(seen, (gpointer)name), "'%s' twice", name);
}

void page_expect_sentence(const char *name, const char *help)
{
	cr_assert(help && strlen(help) > 2, "'%s' has no help", name);
	cr_expect(!g_ascii_islower(*help) &&
			  strchr(".?", help[strlen(help) - 1]),
		  "the help of '%s' is no sentence: %s", name, help);
}
