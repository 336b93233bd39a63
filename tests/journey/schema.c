/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The field table is complete and says each thing once; faces, channels and
 * values are those of the file format.
 */
#include "journey/schema.h"

#include <criterion/criterion.h>
#include <glib.h>
#include <string.h>

#include "yaml/tree.h"

typedef void check_field(enum place_kind kind, int number,
			 const struct field *f);

static void each_field(check_field *check)
{
	for (int kind = 0; kind < PLACE_KINDS; kind++) {
		size_t n;
		const struct field *f = schema_fields(kind, &n);

		cr_assert_gt(n, 0);
		for (size_t i = 0; i < n; i++)
			check(kind, (int)i, &f[i]);
	}
}

static void is_described(enum place_kind kind, int number,
			 const struct field *f)
{
	cr_assert(f->name && *f->name, "row %d of kind %d", number, kind);
	cr_assert(f->label && *f->label, "%s has no label", f->name);
	cr_assert(f->help && strlen(f->help) > 7, "%s has no help", f->name);
	cr_assert(strchr(".?", f->help[strlen(f->help) - 1]),
		  "the help of %s is no sentence", f->name);
}

Test(schema, describes_every_field)
{
	each_field(is_described);
}

static void is_found(enum place_kind kind, int number, const struct field *f)
{
	g_autofree struct schema_index *index = schema_index_new();
	uint64_t hash = tree_hash(f->name, strlen(f->name));

	cr_assert_eq(schema_find(kind, f->name), number, "%s", f->name);
	cr_assert_eq(schema_find_hash(index, kind, hash), number, "%s",
		     f->name);
}

Test(schema, finds_every_field_by_name_and_by_hash)
{
	each_field(is_found);
	cr_assert_eq(schema_find(PLACE_STAGE, "scene"), -1);
}

Test(schema, finds_nothing_for_an_unknown_hash)
{
	g_autofree struct schema_index *index = schema_index_new();

	cr_assert_eq(schema_find_hash(index, PLACE_OWNER, tree_hash("x", 1)),
		     -1);
}

static void has_good_synonyms(enum place_kind kind, int number,
			      const struct field *f)
{
	for (size_t i = 0; f->synonyms && f->synonyms[i]; i++) {
		cr_assert_eq(schema_find(kind, f->synonyms[i]), -1,
			     "%s is a key itself", f->synonyms[i]);
		cr_assert_eq(schema_find_synonym(kind, f->synonyms[i]), number,
			     "%s stands for two fields", f->synonyms[i]);
	}
}

Test(schema, has_synonyms_that_mean_one_thing)
{
	each_field(has_good_synonyms);
	cr_assert_eq(schema_find_synonym(PLACE_TOUCHPOINT, "owner"), T_WHO);
	cr_assert_eq(schema_find_synonym(PLACE_TOUCHPOINT, "promise"), T_WHAT);
	cr_assert_eq(schema_find_synonym(PLACE_TOUCHPOINT, "delivery"), T_HOW);
	cr_assert_eq(schema_find_synonym(PLACE_TOUCHPOINT, "touch"), T_FEEL);
	cr_assert_eq(schema_find_synonym(PLACE_TOUCHPOINT, "emoji"),
		     T_IMPRESSION);
	cr_assert_eq(schema_find_synonym(PLACE_TOUCHPOINT, "what"), -1);
}

static void has_choices(enum place_kind kind, int number, const struct field *f)
{
	bool wanted = f->kind == FIELD_CHOICE || f->kind == FIELD_CHOICES ||
		      f->kind == FIELD_YES;

	(void)kind;
	(void)number;
	cr_assert_eq(f->choices != NULL, wanted, "%s", f->name);
	for (const struct choice *c = f->choices; c && c->name; c++)
		cr_assert(c->help && *c->help, "%s: %s", f->name, c->name);
}

Test(schema, offers_choices_where_there_are_some)
{
	each_field(has_choices);
}

static void has_shape(enum place_kind kind, int number, const struct field *f)
{
	bool wanted = f->kind == FIELD_OTHER &&
		      !(kind == PLACE_JOURNEY && number == J_SENSEBOARD);

	cr_assert_eq(f->shape != NULL, wanted, "%s", f->name);
}

Test(schema, shows_the_shape_of_structures)
{
	each_field(has_shape);
}

Test(schema, names_kinds_and_groups)
{
	for (int i = 0; i < PLACE_KINDS; i++)
		cr_assert(*schema_kind_name(i));
	for (int i = 0; i < GROUPS; i++)
		cr_assert(*schema_group_name(i));
}

Test(schema, reads_a_face_as_word_emoji_or_ascii)
{
	for (size_t i = 0; i < FACES; i++) {
		const struct face *f = &schema_faces[i];

		cr_assert_eq(schema_face(f->name), f);
		cr_assert_eq(schema_face(f->emoji), f);
		cr_assert_eq(schema_face(f->ascii), f);
	}
	cr_assert_null(schema_face("glad"));
	cr_assert_null(schema_face(""));
	cr_assert_eq(schema_face(">:(")->value, -2);
	cr_assert_eq(schema_face("delighted")->value, 2);
}

static unsigned carried(const char *channel)
{
	const struct channel *c = schema_channel(channel);

	cr_assert_not_null(c, "%s", channel);
	return c->senses;
}

Test(schema, knows_what_channels_carry)
{
	unsigned see = 1, hear = 2, smell = 4, taste = 8, feel = 16;

	cr_assert_eq(carried("shop"), see | hear | smell | taste | feel);
	cr_assert_eq(carried("letter"), see | smell | taste | feel);
	cr_assert_eq(carried("phone"), hear | feel);
	cr_assert_eq(carried("app"), see | hear | feel);
	cr_assert_eq(carried("form"), see | feel);
	cr_assert(schema_channel("event")->physical);
	cr_assert_not(schema_channel("tv")->physical);
}

Test(schema, knows_channels_by_other_names)
{
	cr_assert_str_eq(schema_channel("mail")->name, "email");
	cr_assert_str_eq(schema_channel("E-Mail")->name, "email");
	cr_assert_null(schema_channel("e-"));
	cr_assert_null(schema_channel("e-mail mail"));
	cr_assert_null(schema_channel("carrier pigeon"));
	cr_assert_null(schema_channel(""));
}

Test(schema, tells_dates)
{
	cr_assert(schema_is_date("2026-11-21"));
	cr_assert(schema_is_date("2028-02-29"));
	cr_assert_not(schema_is_date("2026-02-29"));
	cr_assert_not(schema_is_date("2026-11-31"));
	cr_assert_not(schema_is_date("2026-1-2"));
	cr_assert_not(schema_is_date("2026-11-21 "));
	cr_assert_not(schema_is_date("21.11.2026"));
	cr_assert_not(schema_is_date("0000-01-01"));
	cr_assert_not(schema_is_date(""));
}

Test(schema, tells_durations)
{
	cr_assert(schema_is_duration("immediately"));
	cr_assert(schema_is_duration("same day"));
	cr_assert(schema_is_duration("90 s"));
	cr_assert(schema_is_duration("30min"));
	cr_assert(schema_is_duration("1.5 h"));
	cr_assert(schema_is_duration("2 d"));
	cr_assert(schema_is_duration("3w"));
	cr_assert_not(schema_is_duration("3"));
	cr_assert_not(schema_is_duration("h"));
	cr_assert_not(schema_is_duration("1,5 h"));
	cr_assert_not(schema_is_duration("-1 h"));
	cr_assert_not(schema_is_duration("2 hours"));
	cr_assert_not(schema_is_duration("1. h"));
	cr_assert_not(schema_is_duration(""));
}

Test(schema, tells_numbers)
{
	cr_assert(schema_is_number("5"));
	cr_assert(schema_is_number("-0.25"));
	cr_assert_not(schema_is_number("1,5"));
	cr_assert_not(schema_is_number(".5"));
	cr_assert_not(schema_is_number("1e3"));
	cr_assert_not(schema_is_number("-"));
	cr_assert_not(schema_is_number("5 %"));
	cr_assert_not(schema_is_number(""));
}
