/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading measures.  What is wrong with one is bad-value's to say; here it is
 * passed over.
 *
 *	{metric: calls, better: lower, target: 1, expected: 3,
 *	 since: 2026-01-01, actual: [{date: 2026-02-01, value: 2}, ...]}
 */
#include "journey/measure.h"

#include <string.h>

#include "journey/walk.h"

/* The text of a pair of a mapping, "" if there is none; the caller frees. */
static char *text_of(const struct tree *t, uint32_t map, const char *key)
{
	uint32_t e = tree_find(t, map, key);
	char *text = e && !tree_blank(t, e) ? tree_value(t, e) : NULL;

	return text ? text : g_strdup("");
}

static struct figure figure_of(const struct tree *t, uint32_t map,
			       const char *key)
{
	struct figure f = { .text = text_of(t, map, key) };

	if (schema_is_number(f.text)) {
		f.entry = tree_find(t, map, key);
		f.value = g_ascii_strtod(f.text, NULL);
	}
	return f;
}

static int direction(const struct tree *t, uint32_t map)
{
	g_autofree char *better = text_of(t, map, "better");

	if (strcmp(better, "higher") == 0)
		return 1;
	return strcmp(better, "lower") == 0 ? -1 : 0;
}

/* A date that is one, else ""; the caller frees. */
static char *date_of(const struct tree *t, uint32_t map, const char *key)
{
	char *date = text_of(t, map, key);

	if (!schema_is_date(date))
		*date = '\0';
	return date;
}

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

bool measure_read(struct measure *m, const struct tree *t, uint32_t entry)
{
	bool is_one = tree_kind(t, entry) == KIND_MAPPING;
	uint32_t map = is_one ? entry : 0;

	*m = (struct measure){
		.entry = entry,
		.metric = text_of(t, map, "metric"),
		.unit = text_of(t, map, "unit"),
		.better = direction(t, map),
		.target = figure_of(t, map, "target"),
		.expected = figure_of(t, map, "expected"),
		.since = date_of(t, map, "since"),
		.readings = read_actual(t, tree_find(t, map, "actual")),
	};
	return is_one;
}

void measure_clear(struct measure *m)
{
	g_free(m->metric);
	g_free(m->unit);
	g_free(m->target.text);
	g_free(m->expected.text);
	g_free(m->since);
	g_array_unref(m->readings);
}

const struct reading *measure_reading(const struct measure *m, guint n)
{
	return n < m->readings->len
		       ? &g_array_index(m->readings, struct reading,
					m->readings->len - 1 - n)
		       : NULL;
}

bool measure_better(const struct measure *m, const struct figure *a,
		    const struct figure *b)
{
	return (a->value - b->value) * m->better > 0;
}

enum measure_grade measure_grade(const struct measure *m)
{
	const struct reading *last = measure_reading(m, 0);

	if (!last || !m->target.entry || !m->better)
		return GRADE_OPEN;
	return measure_better(m, &m->target, &last->figure) ? GRADE_MISSED
							    : GRADE_MET;
}

enum measure_trend measure_trend(const struct measure *m)
{
	const struct reading *last = measure_reading(m, 0);
	const struct reading *before = measure_reading(m, 1);

	if (!before || !m->better)
		return TREND_NONE;
	if (measure_better(m, &last->figure, &before->figure))
		return TREND_BETTER;
	return measure_better(m, &before->figure, &last->figure) ? TREND_WORSE
								 : TREND_SAME;
}

/* --- all of them ------------------------------------------------------------ */

uint32_t measure_first(const struct journey *j, const struct place *tp)
{
	uint32_t list = tp->field[T_MEASURES];

	return list && tree_kind(j->tree, list) == KIND_SEQUENCE
		       ? tree_first(j->tree, list)
		       : 0;
}

uint32_t measure_next(const struct journey *j, uint32_t measure)
{
	return tree_next(j->tree, measure);
}

GArray *measure_list(const struct journey *j)
{
	GArray *out = g_array_new(FALSE, FALSE, sizeof(struct measure_at));
	struct measure_at at = { .touchpoint = walk_step(j, NULL, 1) };

	for (; at.touchpoint; at.touchpoint = walk_step(j, at.touchpoint, 1))
		for (at.entry = measure_first(j, at.touchpoint); at.entry;
		     at.entry = measure_next(j, at.entry))
			g_array_append_val(out, at);
	return out;
}

struct grades measure_grades(const struct journey *j, const struct place *tp)
{
	struct grades grades = { .all = 0 };

	for (uint32_t e = measure_first(j, tp); e; e = measure_next(j, e)) {
		struct measure m;
		enum measure_grade grade;

		measure_read(&m, j->tree, e);
		grade = measure_grade(&m);
		grades.all++;
		grades.targets += m.target.entry != 0;
		grades.met += grade == GRADE_MET;
		grades.missed += grade == GRADE_MISSED;
		measure_clear(&m);
	}
	return grades;
}

bool measure_split(const char *text, char **number, char **unit)
{
	size_t n = strspn(text, "+-.,0123456789");
	g_autofree char *start = g_strndup(text, n);

	if (!schema_is_number(start))
		return false;
	*number = g_steal_pointer(&start);
	*unit = g_strstrip(g_strdup(text + n));
	return true;
}
