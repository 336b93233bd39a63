/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Values that are not what their key allows.  The field table says what that
 * is; value.c, value-link.c and value-structure.c look at it.
 */
#include "rules/value.h"

#include "i18n.h"

static const struct field *field_of(const struct judge *j, int field)
{
	size_t n;

	return &schema_fields(j->place->kind, &n)[field];
}

static void judge_text(struct judge *j, struct value v)
{
	value_is_text(j, v);
}

static void judge_choice(struct judge *j, struct value v)
{
	value_choice(j, v, field_of(j, v.field)->choices);
}

static void judge_id(struct judge *j, struct value v)
{
	g_autofree char *id = NULL, *name = NULL;
	struct finding *f;

	if (!value_is_text(j, v) || !judge_id_taken(j))
		return;
	f = judge_value(j, v.field, v.entry);
	if (!f)
		return;
	id = tree_value(j->journey->tree, v.entry);
	name = judge_quote(id);
	f->message = g_strdup_printf(_("the id %s is already taken"), name);
	f->remedy = g_strdup(_("give this one an id of its own"));
}

/* One owner; more than one is many-who's to say. */
static void judge_owner(struct judge *j, struct value v)
{
	struct place *owner = NULL;

	if (place_blank(j->journey, j->place, v.field) ||
	    (j->place->kind == PLACE_TOUCHPOINT &&
	     place_owners(j->journey, j->place, &owner) > 1))
		return;
	if (value_is_text(j, v) && !owner)
		value_person(j, v);
}

static void judge_people(struct judge *j, struct value v)
{
	value_each(j, v, value_person);
}

/* A scalar that says something is all such a field asks for. */
static bool is_any_text(enum field_kind kind)
{
	return kind == FIELD_TEXT || kind == FIELD_LONG ||
	       kind == FIELD_TEXTS || kind == FIELD_CHANNEL;
}

static void judge_field_kind(struct judge *j, enum field_kind kind,
			     struct value v)
{
	switch (kind) {
	case FIELD_TEXT:
	case FIELD_LONG:
	case FIELD_CHANNEL:
		value_is_text(j, v);
		break;
	case FIELD_TEXTS:
		value_each(j, v, judge_text);
		break;
	case FIELD_ID:
		judge_id(j, v);
		break;
	case FIELD_CHOICE:
		judge_choice(j, v);
		break;
	case FIELD_CHOICES:
		value_each(j, v, judge_choice);
		break;
	case FIELD_FACE:
		value_face(j, v);
		break;
	case FIELD_YES:
		value_yes(j, v);
		break;
	case FIELD_DATE:
		value_date(j, v);
		break;
	case FIELD_DURATION:
		value_duration(j, v);
		break;
	case FIELD_NUMBER:
		value_number(j, v);
		break;
	case FIELD_OWNER:
		judge_owner(j, v);
		break;
	case FIELD_PEOPLE:
		judge_people(j, v);
		break;
	case FIELD_TOUCHPOINTS:
		value_each(j, v, value_touchpoint);
		break;
	case FIELD_NEEDS:
		value_each(j, v, value_need);
		break;
	case FIELD_CHILDREN:
		value_is_list(j, v);
		break;
	case FIELD_OTHER:
		value_structure(j, v);
		break;
	}
}

/* The fields of which it is not yet known that they are right: bit N for
 * field N. */
static uint64_t doubtful(const struct judge *j)
{
	const struct place *p = j->place;

	return p->kind == PLACE_TOUCHPOINT ? p->there & ~place_sound(p)
					   : p->there;
}

static void judge_fields(struct judge *j)
{
	size_t n;
	const struct field *fields = schema_fields(j->place->kind, &n);
	uint64_t said = j->place->said, left = doubtful(j);

	for (size_t i = 0; i < n && left >> i; i++) {
		if (!(left >> i & 1) ||
		    (said >> i & 1 && is_any_text(fields[i].kind)))
			continue;
		judge_field_kind(j, fields[i].kind,
				 (struct value){ .field = (int)i,
						 .entry = j->place->field[i],
						 .name = fields[i].name });
	}
}

static void bad_value(struct judge *j)
{
	struct value self = { .field = -1,
			      .entry = j->place->entry,
			      .name = schema_kind_name(j->place->kind) };

	if (!value_is_mapping(j, self))
		return;
	if (j->place->odd)
		value_duplicates(j, -1, j->place->entry);
	judge_fields(j);
}

const struct rule rule_bad_value = {
	.name = "bad-value",
	.help = N_("A value is not what its key allows, or refers to "
		   "nothing."),
	.why = N_("A value that cannot be read is a decision that does not "
		  "count: no face, no date, no link comes of it."),
	.source = N_("The format itself: see senseboard(5)"),
	.example = "status: redy\n",
	.remedy = N_("Write one of the values that the finding names."),
	.level = LEVEL_ERROR,
	.sketch = true,
	.kinds = (1u << PLACE_KINDS) - 1,
	.judge = bad_value,
};
