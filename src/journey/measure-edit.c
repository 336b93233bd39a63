/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Adding, editing and removing the measures of a touchpoint, and recording
 * what was measured.
 *
 *	measures:
 *	  - metric: minutes until somebody says hello
 *	    target: 1
 *	    actual:
 *	      - {date: 2026-06-30, value: 2}
 *	      - {date: 2026-09-30, value: 1}	recorded: one more line
 *
 * What is new is written as its neighbours are: on one line or on several,
 * the newest last or first.
 */
#include "journey/edit.h"

#include <string.h>

#include "i18n.h"
#include "journey/measure.h"
#include "journey/write.h"
#include "yaml/edit.h"

#define LINE_MOST 70 /* columns of an item that is written on one line */

/* What a measure is called in the name of a change. */
static char *name_of(const struct journey *j, const struct place *tp,
		     uint32_t measure)
{
	uint32_t e = tree_find(j->tree, measure, schema_measure[M_METRIC].name);
	g_autofree char *metric = e ? tree_value(j->tree, e) : NULL;

	return metric && *metric ? write_short(g_steal_pointer(&metric))
				 : write_title(j, tp);
}

/* --- a new item ----------------------------------------------------------- */

struct pair {
	const char *key, *text;
	enum say say;
};

static bool append_pair(GString *out, const struct pair *pair, GError **error)
{
	g_string_append_printf(out, "%s:", pair->key);
	return write_say(out, pair->text, pair->say, 2, error);
}

/* The pairs as an item of several lines, those without a text left out; the
 * caller frees. */
static char *say_block(const struct pair *pairs, size_t n, GError **error)
{
	g_autoptr(GString) out = g_string_new("-");

	for (size_t i = 0; i < n; i++) {
		if (!pairs[i].text || !*pairs[i].text)
			continue;
		g_string_append(out, out->len > 1 ? "\n  " : " ");
		if (!append_pair(out, &pairs[i], error))
			return NULL;
	}
	return g_strconcat(out->str, "\n", NULL);
}

/* The same on one line, or NULL if that would need quotes. */
static char *say_line(const struct pair *pairs, size_t n)
{
	g_autoptr(GString) out = g_string_new("- {");

	for (size_t i = 0; i < n; i++) {
		if (!pairs[i].text || !*pairs[i].text)
			continue;
		if (strpbrk(pairs[i].text, ",[]{}?:#\"'\r\n"))
			return NULL;
		g_string_append(out, out->len > 3 ? ", " : "");
		if (!append_pair(out, &pairs[i], NULL))
			return NULL;
	}
	return out->len < LINE_MOST ? g_strconcat(out->str, "}\n", NULL) : NULL;
}

/* Put an item into a list before BEFORE, on one line if LINE. */
static uint32_t add_item(struct journey *j, uint32_t list, uint32_t before,
			 const struct pair *pairs, size_t n, bool line,
			 GError **error)
{
	g_autofree char *text = line ? say_line(pairs, n) : NULL;

	if (!text)
		text = say_block(pairs, n, error);
	return text ? edit_insert(j->tree, list, before, text, error) : 0;
}

/* Whether the last item of a list is written on one line; NONE where there is
 * no item. */
static bool on_one_line(const struct journey *j, uint32_t list, bool none)
{
	uint32_t last = tree_last(j->tree, list);

	return last ? tree_is_flow(j->tree, last) : none;
}

const struct change *journey_add_measure(struct journey *j, struct place *tp,
					 const char *const texts[M_FIELDS],
					 GError **error)
{
	g_autofree char *name = NULL;
	struct pair pairs[M_ACTUAL];
	uint32_t list, added;

	for (int i = 0; i < M_ACTUAL; i++) {
		const char *text = texts[i] ? texts[i] : "";

		pairs[i] = (struct pair){
			.key = schema_measure[i].name,
			.text = text,
			.say = write_style(schema_measure[i].kind, text)
		};
	}
	if (!*pairs[M_METRIC].text) {
		g_set_error(error, JOURNEY_ERROR, JOURNEY_ERROR_EDIT,
			    _("say what is measured"));
		return NULL;
	}
	history_begin(j->tree);
	list = write_children(j, tp, T_MEASURES, error);
	added = list ? add_item(j, list, 0, pairs, M_ACTUAL,
				on_one_line(j, list, false), error)
		     : 0;
	if (added)
		name = name_of(j, tp, added);
	return write_end(j, added,
			 name ? g_strdup_printf(_("add measure %s"), name)
			      : NULL,
			 added, T_MEASURES);
}

/* --- its fields ----------------------------------------------------------- */

/* Whether it is a mapping, as a measure must be to be edited. */
static bool check_measure(struct journey *j, uint32_t measure, GError **error)
{
	if (tree_kind(j->tree, measure) == KIND_MAPPING)
		return true;
	write_by_hand(j, measure, error);
	return false;
}

/* The pair that a new one for FIELD comes before: it goes behind the nearest
 * one of the table, but never before the first, which shares its line with
 * the dash. */
static uint32_t place_for(const struct journey *j, uint32_t measure, int field)
{
	uint32_t first = tree_first(j->tree, measure), e;

	while (field-- > 0) {
		e = tree_find(j->tree, measure, schema_measure[field].name);
		if (e)
			return tree_next(j->tree, e);
	}
	return first ? tree_next(j->tree, first) : 0;
}

static bool set_field(struct journey *j, uint32_t measure, int field,
		      const char *text, GError **error)
{
	const struct field *f = &schema_measure[field];
	uint32_t e = tree_find(j->tree, measure, f->name);
	enum say say = write_style(f->kind, text);
	g_autoptr(GString) pair = g_string_new(f->name);

	if (e ? tree_says(j->tree, e, text) : !*text)
		return true;
	if (e &&
	    (f->kind == FIELD_OTHER || tree_kind(j->tree, e) != KIND_SCALAR)) {
		write_by_hand(j, e, error);
		return false;
	}
	if (e)
		return *text ? edit_set(j->tree, e, text, say, error)
			     : write_remove(j, e, error);
	g_string_append_c(pair, ':');
	if (!write_say(pair, text, say, 0, error))
		return false;
	g_string_append_c(pair, '\n');
	return edit_insert(j->tree, measure, place_for(j, measure, field),
			   pair->str, error);
}

/* The last field that is given names the change. */
static char *name_change(const struct journey *j, const struct place *tp,
			 uint32_t measure, const char *const texts[M_FIELDS])
{
	g_autofree char *name = name_of(j, tp, measure);
	int field = M_ACTUAL;

	while (field > 0 && !texts[field])
		field--;
	return g_strdup_printf(texts[field] && *texts[field]
				       ? _("set %s of %s")
				       : _("clear %s of %s"),
			       _(schema_measure[field].label), name);
}

const struct change *journey_set_measure(struct journey *j, struct place *tp,
					 uint32_t measure,
					 const char *const texts[M_FIELDS],
					 GError **error)
{
	char *name;
	bool ok = true;

	if (!check_measure(j, measure, error))
		return NULL;
	name = name_change(j, tp, measure, texts);
	history_begin(j->tree);
	for (int i = 0; ok && i < M_FIELDS; i++)
		ok = !texts[i] || set_field(j, measure, i, texts[i], error);
	return write_end(j, ok, name, measure, T_MEASURES);
}

const struct change *journey_remove_measure(struct journey *j, struct place *tp,
					    uint32_t measure, GError **error)
{
	g_autofree char *name = name_of(j, tp, measure);

	history_begin(j->tree);
	return write_end(j, write_remove(j, measure, error),
			 g_strdup_printf(_("delete measure %s"), name),
			 tp->entry, T_MEASURES);
}

/* --- what was measured ---------------------------------------------------- */

static bool is_of(const struct journey *j, uint32_t reading, const char *date)
{
	uint32_t e = tree_find(j->tree, reading, "date");

	return e && tree_says(j->tree, e, date);
}

/* The date of a reading, "" if it has none; the caller frees. */
static char *date_of(const struct journey *j, uint32_t reading)
{
	uint32_t e = tree_find(j->tree, reading, "date");
	char *date = e ? tree_value(j->tree, e) : NULL;

	return date ? date : g_strdup("");
}

/* The reading that one of DATE comes before: 0, or the first one where the
 * newest is written first. */
static uint32_t place_for_date(const struct journey *j, uint32_t list)
{
	uint32_t first = tree_first(j->tree, list);
	g_autofree char *begin = date_of(j, first);
	g_autofree char *end = date_of(j, tree_last(j->tree, list));

	return strcmp(begin, end) > 0 ? first : 0;
}

static bool add_reading(struct journey *j, uint32_t list, const char *date,
			const char *value, GError **error)
{
	const struct pair pairs[] = {
		{ .key = "date", .text = date, .say = SAY_PLAIN },
		{ .key = "value", .text = value, .say = SAY_PLAIN },
	};

	return add_item(j, list, place_for_date(j, list), pairs,
			G_N_ELEMENTS(pairs), on_one_line(j, list, true), error);
}

/* Correct a reading. */
static bool set_reading(struct journey *j, uint32_t reading, const char *value,
			GError **error)
{
	uint32_t e = tree_find(j->tree, reading, "value");
	g_autofree char *pair = g_strdup_printf("value: %s\n", value);

	return e ? edit_set(j->tree, e, value, SAY_PLAIN, error)
		 : edit_insert(j->tree, reading, 0, pair, error);
}

/* The list with its first reading, where there is none yet. */
static bool add_readings(struct journey *j, uint32_t measure, const char *date,
			 const char *value, GError **error)
{
	g_autofree char *pair =
		g_strdup_printf("actual:\n- {date: %s, value: %s}\n", date,
				value);

	return edit_insert(j->tree, measure, place_for(j, measure, M_ACTUAL),
			   pair, error);
}

static bool put_reading(struct journey *j, uint32_t measure, const char *date,
			const char *value, GError **error)
{
	uint32_t list = tree_find(j->tree, measure, "actual"), e;

	if (!list)
		return add_readings(j, measure, date, value, error);
	if (tree_kind(j->tree, list) != KIND_SEQUENCE &&
	    !tree_blank(j->tree, list)) {
		write_by_hand(j, list, error);
		return false;
	}
	for (e = tree_first(j->tree, list); e; e = tree_next(j->tree, e))
		if (is_of(j, e, date))
			return set_reading(j, e, value, error);
	return add_reading(j, list, date, value, error);
}

const struct change *journey_record(struct journey *j, struct place *tp,
				    uint32_t measure, const char *date,
				    const char *value, GError **error)
{
	g_autofree char *name = name_of(j, tp, measure);
	bool ok;

	if (!schema_is_number(value)) {
		g_set_error(error, JOURNEY_ERROR, JOURNEY_ERROR_EDIT,
			    _("'%s' is no number; write it like 4 or 4.5"),
			    value);
		return NULL;
	}
	if (!check_measure(j, measure, error))
		return NULL;
	history_begin(j->tree);
	ok = put_reading(j, measure, date, value, error);
	return write_end(j, ok,
			 g_strdup_printf(_("record %s for %s"), value, name),
			 measure, T_MEASURES);
}
