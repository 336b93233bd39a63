/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading measures.  What is wrong with one is bad-value's to say; here it is
 * passed over.
 *
 *	{metric: calls, better: lower, target: 1, expected: 3,
 *	 since: 2026-01-01, actual: [{date: 2026-02-01, value: 2}, ...]}
 */
#include "rules/measure.h"

#include <string.h>

/* The text of a pair of a mapping, or NULL; the caller frees. */
static char *text_of(const struct tree *t, uint32_t map, const char *key)
{
	uint32_t e = tree_find(t, map, key);

	return e && !tree_blank(t, e) ? tree_value(t, e) : NULL;
}

static struct figure figure_of(const struct tree *t, uint32_t map,
			       const char *key)
{
	struct figure f = { .text = text_of(t, map, key) };

	if (f.text && schema_is_number(f.text)) {
		f.entry = tree_find(t, map, key);
		f.value = g_ascii_strtod(f.text, NULL);
	}
	return f;
}

static int direction(const struct tree *t, uint32_t map)
{
	g_autofree char *better = text_of(t, map, "better");

	if (g_strcmp0(better, "higher") == 0)
		return 1;
	return g_strcmp0(better, "lower") == 0 ? -1 : 0;
}

/* A date that is one, else ""; the caller frees. */
static char *date_of(const struct tree *t, uint32_t map, const char *key)
{
	char *date = text_of(t, map, key);

	if (date && schema_is_date(date))
		return date;
	g_free(date);
	return g_strdup("");
}

struct reading {
	struct figure figure;
	char *date;
};

static void reading_clear(gpointer data)
{
	struct reading *r = data;

	g_free(r->figure.text);
	g_free(r->date);
}

/* Put a reading behind those that are not newer. */
static void insert(GArray *readings, struct reading r)
{
	guint at = readings->len;

	while (at > 0 &&
	       strcmp(g_array_index(readings, struct reading, at - 1).date,
		      r.date) > 0)
		at--;
	g_array_insert_val(readings, at, r);
}

static GArray *read_actual(const struct tree *t, uint32_t list)
{
	GArray *readings = g_array_new(FALSE, FALSE, sizeof(struct reading));

	g_array_set_clear_func(readings, reading_clear);
	if (!list || tree_kind(t, list) != KIND_SEQUENCE)
		return readings;
	for (uint32_t e = tree_first(t, list); e; e = tree_next(t, e)) {
		struct reading r = { .date = NULL };

		if (tree_kind(t, e) != KIND_MAPPING)
			continue;
		r.figure = figure_of(t, e, "value");
		r.date = date_of(t, e, "date");
		if (r.figure.entry)
			insert(readings, r);
		else
			reading_clear(&r);
	}
	return readings;
}

/* The reading that is N before the newest; its text is taken. */
static struct figure take(GArray *readings, guint n)
{
	struct reading *r;
	struct figure f = { .entry = 0 };

	if (n >= readings->len)
		return f;
	r = &g_array_index(readings, struct reading, readings->len - 1 - n);
	f = r->figure;
	r->figure.text = NULL;
	return f;
}

static bool both_after(const GArray *readings, const char *since)
{
	return readings->len >= 2 &&
	       (!*since || strcmp(g_array_index(readings, struct reading,
						readings->len - 2)
					  .date,
				  since) > 0);
}

bool measure_read(struct measure *m, const struct tree *t, uint32_t entry)
{
	g_autofree char *since = NULL, *unit = NULL;
	g_autoptr(GArray) readings = NULL;

	*m = (struct measure){ .better = 0 };
	if (tree_kind(t, entry) != KIND_MAPPING)
		return false;
	since = date_of(t, entry, "since");
	unit = text_of(t, entry, "unit");
	readings = read_actual(t, tree_find(t, entry, "actual"));
	m->metric = text_of(t, entry, "metric");
	m->unit = unit ? g_strconcat(" ", unit, NULL) : g_strdup("");
	m->better = direction(t, entry);
	m->target = figure_of(t, entry, "target");
	m->expected = figure_of(t, entry, "expected");
	m->since_then = both_after(readings, since);
	m->last = take(readings, 0);
	m->before = take(readings, 1);
	return true;
}

void measure_clear(struct measure *m)
{
	g_free(m->metric);
	g_free(m->unit);
	g_free(m->target.text);
	g_free(m->expected.text);
	g_free(m->last.text);
	g_free(m->before.text);
}

bool measure_better(const struct measure *m, const struct figure *a,
		    const struct figure *b)
{
	return (a->value - b->value) * m->better > 0;
}
