/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fields with keys of their own: measures, walks, waivers and the levels of
 * rules.  They have their own small tables here.
 */
#include "rules/value.h"

#include <string.h>

#include "i18n.h"

/* A key within such a field, and how its value is judged. */
struct member {
	const char *name;
	void (*judge)(struct judge *j, struct value v);
};

static void judge_text(struct judge *j, struct value v)
{
	value_is_text(j, v);
}

static const struct member *member_of(const struct member *members,
				      const char *key)
{
	while (members->name && g_strcmp0(members->name, key) != 0)
		members++;
	return members->name ? members : NULL;
}

static void judge_members(struct judge *j, struct value v,
			  const struct member *members)
{
	const struct tree *t = j->journey->tree;

	if (!value_is_mapping(j, v))
		return;
	value_duplicates(j, v.field, v.entry);
	for (uint32_t e = tree_first(t, v.entry); e; e = tree_next(t, e)) {
		g_autofree char *key = tree_key(t, e);
		const struct member *m = member_of(members, key);

		if (m)
			m->judge(j, (struct value){ .field = v.field,
						    .entry = e,
						    .name = m->name });
	}
}

/* Call ONE for each item of what must be a list. */
static void judge_items(struct judge *j, struct value v,
			void (*one)(struct judge *j, struct value v))
{
	const struct tree *t = j->journey->tree;

	if (!value_is_list(j, v))
		return;
	for (uint32_t e = tree_first(t, v.entry); e; e = tree_next(t, e))
		one(j, (struct value){
			       .field = v.field, .entry = e, .name = v.name });
}

/* Call ONE for each pair of what must be a mapping. */
static void judge_pairs(struct judge *j, struct value v,
			void (*one)(struct judge *j, struct value v))
{
	const struct tree *t = j->journey->tree;

	if (!value_is_mapping(j, v))
		return;
	value_duplicates(j, v.field, v.entry);
	for (uint32_t e = tree_first(t, v.entry); e; e = tree_next(t, e))
		one(j, (struct value){
			       .field = v.field, .entry = e, .name = v.name });
}

static void judge_reading(struct judge *j, struct value v)
{
	static const struct member members[] = {
		{ .name = "date", .judge = value_date },
		{ .name = "value", .judge = value_number },
		{ .name = NULL },
	};

	judge_members(j, v, members);
}

static void judge_figure(struct judge *j, struct value v)
{
	g_autofree char *key = tree_key(j->journey->tree, v.entry);
	const struct field *f = schema_measure_find(key ? key : "");

	if (!f)
		return;
	v.name = f->name;
	if (f->kind == FIELD_CHOICE)
		value_choice(j, v, f->choices);
	else if (f->kind == FIELD_NUMBER)
		value_number(j, v);
	else if (f->kind == FIELD_DATE)
		value_date(j, v);
	else if (f->kind == FIELD_OTHER)
		judge_items(j, v, judge_reading);
	else
		value_is_text(j, v);
}

static void judge_measure(struct judge *j, struct value v)
{
	judge_pairs(j, v, judge_figure);
}

static void judge_walked_face(struct judge *j, struct value v)
{
	value_touchpoint_key(j, v);
	value_face(j, v);
}

static void judge_walked_note(struct judge *j, struct value v)
{
	value_touchpoint_key(j, v);
	value_is_text(j, v);
}

static void judge_faces(struct judge *j, struct value v)
{
	judge_pairs(j, v, judge_walked_face);
}

static void judge_notes(struct judge *j, struct value v)
{
	judge_pairs(j, v, judge_walked_note);
}

static void judge_walk(struct judge *j, struct value v)
{
	static const struct member members[] = {
		{ .name = "date", .judge = value_date },
		{ .name = "by", .judge = judge_text },
		{ .name = "faces", .judge = judge_faces },
		{ .name = "notes", .judge = judge_notes },
		{ .name = NULL },
	};

	judge_members(j, v, members);
}

/* A name that is like one of a rule. Others may be of a newer senseboard. */
static bool is_misspelt(const char *name, char **meant)
{
	*meant = rules_number(name) < 0 ? rules_nearest(name) : NULL;
	return *meant != NULL;
}

static void say_misspelt(struct finding *f, const char *name, const char *meant)
{
	g_autofree char *quoted = NULL;

	if (!f)
		return;
	quoted = judge_quote(name);
	f->message = g_strdup_printf(_("there is no rule %s"), quoted);
	f->remedy = g_strdup_printf(_("did you mean '%s'?"), meant);
}

static void judge_rule(struct judge *j, struct value v)
{
	g_autofree char *name = NULL, *meant = NULL;

	if (!value_is_text(j, v))
		return;
	name = tree_value(j->journey->tree, v.entry);
	if (!is_misspelt(name, &meant))
		return;
	judge_weigh(j, LEVEL_WARNING);
	say_misspelt(judge_value(j, v.field, v.entry), name, meant);
}

static void judge_waiver(struct judge *j, struct value v)
{
	static const struct member members[] = {
		{ .name = "rule", .judge = judge_rule },
		{ .name = "because", .judge = judge_text },
		{ .name = NULL },
	};

	judge_members(j, v, members);
}

static void judge_level(struct judge *j, struct value v)
{
	const struct choice levels[] = {
		{ .name = level_name(LEVEL_NONE) },
		{ .name = level_name(LEVEL_HINT) },
		{ .name = level_name(LEVEL_WARNING) },
		{ .name = level_name(LEVEL_ERROR) },
		{ .name = NULL },
	};
	g_autofree char *key = tree_key(j->journey->tree, v.entry);
	g_autofree char *meant = NULL;

	if (key && is_misspelt(key, &meant)) {
		judge_weigh(j, LEVEL_WARNING);
		say_misspelt(judge_entry(j, v.field, v.entry), key, meant);
	}
	v.name = key ? key : v.name;
	value_choice(j, v, levels);
}

void value_structure(struct judge *j, struct value v)
{
	if (strcmp(v.name, "measures") == 0)
		judge_items(j, v, judge_measure);
	else if (strcmp(v.name, "walks") == 0)
		judge_items(j, v, judge_walk);
	else if (strcmp(v.name, "waive") == 0)
		judge_items(j, v, judge_waiver);
	else if (strcmp(v.name, "rules") == 0)
		judge_pairs(j, v, judge_level);
}
