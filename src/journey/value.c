/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a date, a duration and a number look like in format version 1.  No
 * locale has a say in it: a file means the same everywhere.
 */
#include "journey/schema.h"

#include <glib.h>
#include <string.h>

static size_t digits(const char *s)
{
	size_t n = 0;

	while (g_ascii_isdigit(s[n]))
		n++;
	return n;
}

/* How many bytes of S are digits with at most one fraction; 0 if none are. */
static size_t decimal(const char *s)
{
	size_t n = digits(s), fraction;

	if (n == 0 || s[n] != '.')
		return n;
	fraction = digits(s + n + 1);
	return fraction ? n + 1 + fraction : n;
}

bool schema_is_number(const char *text)
{
	size_t n;

	text += *text == '-' || *text == '+';
	n = decimal(text);
	return n > 0 && !text[n];
}

bool schema_is_date(const char *text)
{
	int year, month, day;

	if (digits(text) != 4 || text[4] != '-' || digits(text + 5) != 2 ||
	    text[7] != '-' || digits(text + 8) != 2 || text[10])
		return false;
	year = (int)g_ascii_strtoull(text, NULL, 10);
	month = (int)g_ascii_strtoull(text + 5, NULL, 10);
	day = (int)g_ascii_strtoull(text + 8, NULL, 10);
	return g_date_valid_dmy((GDateDay)day, (GDateMonth)month,
				(GDateYear)year);
}

bool schema_is_duration(const char *text)
{
	static const char *const units[] = { "s", "min", "h", "d", "w", NULL };
	size_t n = decimal(text);

	if (strcmp(text, "immediately") == 0 || strcmp(text, "same day") == 0)
		return true;
	if (n == 0)
		return false;
	while (text[n] == ' ')
		n++;
	return g_strv_contains(units, text + n);
}
