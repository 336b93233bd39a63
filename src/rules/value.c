/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What one value may be, and saying so: the fact, what is allowed, and what
 * comes nearest to it.
 */
#include "rules/value.h"

#include <string.h>

#include "i18n.h"
#include "journey/curve.h"
#include "rules/nearest.h"

static const char *words_for(enum kind kind)
{
	switch (kind) {
	case KIND_SEQUENCE:
		return _("a list");
	case KIND_MAPPING:
		return _("a mapping");
	default:
		return _("a text");
	}
}

static void wrong_shape(struct judge *j, struct value v, enum kind wanted)
{
	enum kind kind = tree_kind(j->journey->tree, v.entry);
	struct finding *f = judge_value(j, v.field, v.entry);

	if (!f)
		return;
	f->message = g_strdup_printf(_("'%s' is %s where %s belongs"), v.name,
				     words_for(kind), words_for(wanted));
	f->remedy = g_strdup_printf(_("write %s, or take it out"),
				    words_for(wanted));
}

/* Whether the value is of that kind; reported where it is of another. */
static bool is_kind(struct judge *j, struct value v, enum kind wanted)
{
	const struct tree *t = j->journey->tree;
	enum kind kind = tree_kind(t, v.entry);

	if (kind == KIND_SCALAR ? tree_blank(t, v.entry)
				: kind == KIND_ALIAS || kind == KIND_NONE)
		return false;
	if (kind != wanted)
		wrong_shape(j, v, wanted);
	return kind == wanted;
}

bool value_is_text(struct judge *j, struct value v)
{
	return is_kind(j, v, KIND_SCALAR);
}

bool value_is_list(struct judge *j, struct value v)
{
	return is_kind(j, v, KIND_SEQUENCE);
}

bool value_is_mapping(struct judge *j, struct value v)
{
	return is_kind(j, v, KIND_MAPPING);
}

void value_each(struct judge *j, struct value v,
		void (*one)(struct judge *j, struct value item))
{
	const struct tree *t = j->journey->tree;

	if (tree_kind(t, v.entry) == KIND_SCALAR) {
		one(j, v);
		return;
	}
	if (!value_is_list(j, v))
		return;
	for (uint32_t e = tree_first(t, v.entry); e; e = tree_next(t, e))
		one(j, (struct value){
			       .field = v.field, .entry = e, .name = v.name });
}

/* Report that NAME cannot be TEXT, and return the finding without a remedy. */
static struct finding *cannot_be(struct judge *j, struct value v,
				 const char *text)
{
	struct finding *f = judge_value(j, v.field, v.entry);
	g_autofree char *quoted = NULL;

	if (!f)
		return NULL;
	quoted = judge_quote(text);
	f->message = g_strdup_printf(_("'%s' cannot be %s"), v.name, quoted);
	return f;
}

/* ALLOWED is taken. */
static void offer(struct finding *f, struct nearest *n, char *allowed)
{
	if (n->best)
		f->remedy = g_strdup_printf(_("did you mean '%s'? allowed: %s"),
					    n->best, allowed);
	else
		f->remedy = g_strdup_printf(_("allowed: %s"), allowed);
	f->meant = g_steal_pointer(&n->best);
	nearest_clear(n);
	g_free(allowed);
}

static void offer_choices(struct finding *f, const struct choice *choices,
			  const char *text)
{
	GString *all = g_string_new(NULL);
	struct nearest n;

	nearest_init(&n, text);
	for (; choices->name; choices++) {
		g_string_append_printf(all, "%s%s", all->len ? ", " : "",
				       choices->name);
		nearest_offer(&n, choices->name);
	}
	offer(f, &n, g_string_free(all, FALSE));
}

void value_choice(struct judge *j, struct value v, const struct choice *choices)
{
	g_autofree char *text = NULL;
	struct finding *f;

	if (!value_is_text(j, v) ||
	    tree_which(j->journey->tree, v.entry, &choices->name,
		       sizeof(*choices)) >= 0)
		return;
	text = tree_value(j->journey->tree, v.entry);
	f = cannot_be(j, v, text);
	if (f)
		offer_choices(f, choices, text);
}

static void offer_faces(struct finding *f, const char *text)
{
	GString *all = g_string_new(NULL);
	struct nearest n;

	nearest_init(&n, text);
	for (int i = 0; i < FACES; i++) {
		g_string_append_printf(all, "%s%s", i ? ", " : "",
				       schema_faces[i].name);
		nearest_offer(&n, schema_faces[i].name);
	}
	offer(f, &n, g_string_free(all, FALSE));
}

void value_face(struct judge *j, struct value v)
{
	g_autofree char *text = NULL;
	struct finding *f;

	if (!value_is_text(j, v) || curve_face(j->journey->tree, v.entry))
		return;
	text = tree_value(j->journey->tree, v.entry);
	f = cannot_be(j, v, text);
	if (f)
		offer_faces(f, text);
}

/* REMEDY is translated when it is needed. */
static void check(struct judge *j, struct value v, bool (*is)(const char *),
		  const char *remedy)
{
	g_autofree char *text = NULL;
	struct finding *f;

	if (!value_is_text(j, v))
		return;
	text = tree_value(j->journey->tree, v.entry);
	if (is(text))
		return;
	f = cannot_be(j, v, text);
	if (f)
		f->remedy = g_strdup(_(remedy));
}

static bool is_yes(const char *text)
{
	return strcmp(text, "yes") == 0;
}

void value_yes(struct judge *j, struct value v)
{
	check(j, v, is_yes, N_("write 'yes', or take the key out"));
}

void value_date(struct judge *j, struct value v)
{
	check(j, v, schema_is_date,
	      N_("write a date as year, month and day: 2026-11-21"));
}

void value_duration(struct judge *j, struct value v)
{
	check(j, v, schema_is_duration,
	      N_("write 'immediately', 'same day', or a number with s, min, h, "
		 "d or w"));
}

void value_number(struct judge *j, struct value v)
{
	check(j, v, schema_is_number,
	      N_("write a number by itself, with a dot for a fraction"));
}

void value_duplicates(struct judge *j, int field, uint32_t map)
{
	const struct tree *t = j->journey->tree;

	for (uint32_t e = tree_first(t, map); e; e = tree_next(t, e)) {
		g_autofree char *key = NULL, *name = NULL;
		struct finding *f;

		if (!tree_duplicate(t, e))
			continue;
		f = judge_entry(j, field, e);
		if (!f)
			continue;
		key = tree_key(t, e);
		name = judge_quote(key ? key : "?");
		f->message = g_strdup_printf(
			_("%s stands here twice; only the first is read"),
			name);
		f->remedy = g_strdup(_("keep one of them"));
	}
}
