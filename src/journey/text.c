/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The fields of a place as text, for screens and rules.
 *
 * Nothing is kept: a text is read from the tree each time it is asked for, so
 * it cannot be out of date.  Shapes that a field is not meant to have are
 * still put into words, so that nothing in a file is hidden.
 */
#include "journey/journey.h"

#include <string.h>

#include "i18n.h"

static void say(const struct tree *t, uint32_t e, GString *out);

static bool is_empty(const struct tree *t, uint32_t e)
{
	switch (tree_kind(t, e)) {
	case KIND_SCALAR:
		return tree_empty(t, e);
	case KIND_SEQUENCE:
	case KIND_MAPPING:
		return !tree_first(t, e);
	case KIND_ALIAS:
		return false;
	default:
		return true;
	}
}

/* The entries and items of a collection with ", " between them; nesting is
 * bounded by the tree's own limit. */
static void say_children(const struct tree *t, uint32_t e, GString *out)
{
	size_t start = out->len;

	for (uint32_t c = tree_first(t, e); c; c = tree_next(t, c)) {
		if (tree_kind(t, e) == KIND_SEQUENCE && is_empty(t, c))
			continue;
		if (out->len > start)
			g_string_append(out, ", ");
		if (tree_kind(t, e) == KIND_MAPPING) {
			g_autofree char *key = tree_key(t, c);

			g_string_append_printf(out, "%s: ", key ? key : "?");
		}
		say(t, c, out);
	}
}

static void say(const struct tree *t, uint32_t e, GString *out)
{
	g_autofree char *text = NULL;

	switch (tree_kind(t, e)) {
	case KIND_SCALAR:
		text = tree_blank(t, e) ? NULL : tree_value(t, e);
		g_string_append(out, text ? text : "");
		break;
	case KIND_SEQUENCE:
	case KIND_MAPPING:
		say_children(t, e, out);
		break;
	default:
		break;
	}
}

char *place_text(const struct journey *j, const struct place *p, int field)
{
	GString *out = g_string_new(NULL);

	if (p->field[field])
		say(j->tree, p->field[field], out);
	return g_string_free(out, FALSE);
}

bool place_says(const struct journey *j, const struct place *p, int field,
		const char *text)
{
	return p->field[field] && tree_says(j->tree, p->field[field], text);
}

int place_choice(const struct journey *j, const struct place *p, int field)
{
	size_t n;
	const struct choice *choices =
		schema_fields(p->kind, &n)[field].choices;
	uint32_t e = p->field[field];

	return e ? tree_which(j->tree, e, &choices->name, sizeof(*choices))
		 : -1;
}

bool place_is_field(const struct place *p, uint32_t pair)
{
	size_t n;

	schema_fields(p->kind, &n);
	for (size_t i = 0; i < n; i++)
		if (p->field[i] == pair)
			return true;
	return false;
}

bool place_blank(const struct journey *j, const struct place *p, int field)
{
	uint32_t e = p->field[field];

	if (p->said >> field & 1)
		return false;
	if (!e || is_empty(j->tree, e))
		return true;
	if (tree_kind(j->tree, e) != KIND_SEQUENCE)
		return false;
	for (uint32_t c = tree_first(j->tree, e); c; c = tree_next(j->tree, c))
		if (!is_empty(j->tree, c))
			return false;
	return true;
}

GArray *place_items(const struct journey *j, const struct place *p, int field)
{
	GArray *items = g_array_new(FALSE, FALSE, sizeof(uint32_t));
	uint32_t e = p->field[field];

	if (!e || is_empty(j->tree, e))
		return items;
	if (tree_kind(j->tree, e) != KIND_SEQUENCE) {
		g_array_append_val(items, e);
		return items;
	}
	for (uint32_t c = tree_first(j->tree, e); c; c = tree_next(j->tree, c))
		if (!is_empty(j->tree, c))
			g_array_append_val(items, c);
	return items;
}

GPtrArray *place_texts(const struct journey *j, const struct place *p,
		       int field)
{
	GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GArray) items = place_items(j, p, field);

	for (guint i = 0; i < items->len; i++) {
		GString *out = g_string_new(NULL);

		say(j->tree, g_array_index(items, uint32_t, i), out);
		g_ptr_array_add(texts, g_string_free(out, FALSE));
	}
	return texts;
}

/* The first of these fields that says something. */
static char *first_text(const struct journey *j, const struct place *p,
			const int *fields, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!place_blank(j, p, fields[i]))
			return place_text(j, p, fields[i]);
	return NULL;
}

char *place_title(const struct journey *j, const struct place *p)
{
	static const int of_journey[] = { J_TITLE };
	static const int of_others[] = { PLACE_NAME, PLACE_ID };
	static const int of_touchpoint[] = { T_NAME, T_ID, T_WHAT };
	char *title;

	if (p->kind == PLACE_JOURNEY)
		title = first_text(j, p, of_journey, 1);
	else if (p->kind == PLACE_TOUCHPOINT)
		title = first_text(j, p, of_touchpoint, 3);
	else
		title = first_text(j, p, of_others, 2);
	if (title)
		return title;
	if (p->kind == PLACE_JOURNEY)
		return g_strdup(_(schema_kind_name(p->kind)));
	return g_strdup_printf("%s %u", _(schema_kind_name(p->kind)),
			       p->index + 1);
}

char *place_count(enum place_kind kind, unsigned n)
{
	switch (kind) {
	case PLACE_CUSTOMER:
		return g_strdup_printf(ngettext("%u customer", "%u customers",
						n),
				       n);
	case PLACE_OWNER:
		return g_strdup_printf(ngettext("%u owner", "%u owners", n), n);
	case PLACE_STAGE:
		return g_strdup_printf(ngettext("%u stage", "%u stages", n), n);
	default:
		return g_strdup_printf(ngettext("%u touchpoint",
						"%u touchpoints", n),
				       n);
	}
}

static char *titles(const struct journey *j, const struct place *p, int field,
		    struct place *(*named)(const struct journey *j,
					   const char *ref, unsigned *matches))
{
	g_autoptr(GPtrArray) texts = place_texts(j, p, field);
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < texts->len; i++) {
		const struct place *to = named(j, texts->pdata[i], NULL);
		g_autofree char *title = to ? place_title(j, to) : NULL;

		g_string_append(out, i ? ", " : "");
		g_string_append(out, title ? title : texts->pdata[i]);
	}
	return g_string_free(out, FALSE);
}

char *place_shown(const struct journey *j, const struct place *p, int field)
{
	size_t n;

	switch (schema_fields(p->kind, &n)[field].kind) {
	case FIELD_OWNER:
	case FIELD_PEOPLE:
		return titles(j, p, field, journey_person);
	case FIELD_TOUCHPOINTS:
		return titles(j, p, field, journey_touchpoint);
	default:
		return place_text(j, p, field);
	}
}
