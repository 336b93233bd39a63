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

unsigned schema_day(const char *text)
{
	int year, month, day;
	GDate date;

	if (digits(text) != 4 || text[4] != '-' || digits(text + 5) != 2 ||
	    text[7] != '-' || digits(text + 8) != 2 || text[10])
		return 0;
	year = (int)g_ascii_strtoull(text, NULL, 10);
	month = (int)g_ascii_strtoull(text + 5, NULL, 10);
	day = (int)g_ascii_strtoull(text + 8, NULL, 10);
	if (!g_date_valid_dmy((GDateDay)day, (GDateMonth)month,
			      (GDateYear)year))
		return 0;
	g_date_clear(&date, 1);
	g_date_set_dmy(&date, (GDateDay)day, (GDateMonth)month,
		       (GDateYear)year);
	return g_date_get_julian(&date);
}

bool schema_is_date(const char *text)
{
	return schema_day(text) != 0;
}

double schema_seconds(const char *text)
{
	static const struct {
		const char *unit;
		double seconds;
	} units[] = {
		{ .unit = "s", .seconds = 1 },
		{ .unit = "min", .seconds = 60 },
		{ .unit = "h", .seconds = 3600 },
		{ .unit = "d", .seconds = 86400 },
		{ .unit = "w", .seconds = 604800 },
	};
	size_t n = decimal(text);
	double number = n ? g_ascii_strtod(text, NULL) : 0;

	if (strcmp(text, "immediately") == 0)
		return 0;
	if (strcmp(text, "same day") == 0)
		return 86400;
	while (n && text[n] == ' ')
		n++;
	for (size_t i = 0; n && i < G_N_ELEMENTS(units); i++)
		if (strcmp(units[i].unit, text + n) == 0)
			return number * units[i].seconds;
	return -1;
}

bool schema_is_duration(const char *text)
{
	return schema_seconds(text) >= 0;
}
