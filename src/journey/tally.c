/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Counting touchpoints: whose they are, which senses they fill, whether their
 * equation holds and their targets are met.
 */
#include "journey/tally.h"

#include <string.h>

#include "journey/curve.h"
#include "journey/measure.h"
#include "journey/reference.h"
#include "journey/trait.h"

/* The length of what stands between two names at S: a comma, "&", "/" or
 * " and "; 0 if nothing does. */
static size_t between(const char *s)
{
	if (*s == ',' || *s == '&' || *s == '/')
		return 1;
	return strncmp(s, " and ", 5) == 0 ? 4 : 0;
}

/* What a text may name, taken apart, blanks around it aside. */
static GPtrArray *parts_of(const char *text)
{
	GPtrArray *parts = g_ptr_array_new_with_free_func(g_free);
	const char *start = text;

	for (const char *s = text;; s++) {
		size_t skip = between(s);

		if (!skip && *s)
			continue;
		g_ptr_array_add(parts,
				g_strstrip(
					g_strndup(start, (size_t)(s - start))));
		if (!*s)
			return parts;
		s += skip - 1;
		start = s + 1;
	}
}

/* How many declared owners a text names when it is taken apart. */
static unsigned owners_within(const struct journey *j, const char *text)
{
	g_autoptr(GPtrArray) parts = parts_of(text);
	unsigned n = 0;

	for (guint i = 0; i < parts->len; i++) {
		const struct place *p =
			journey_person(j, parts->pdata[i], NULL);

		n += p && p->kind == PLACE_OWNER;
	}
	return n;
}

/* The owners that one scalar names: it, if it is anybody's id or name, else
 * those it is made of. */
static unsigned owners_at(const struct journey *j, uint32_t entry,
			  struct place **owner)
{
	g_autofree char *text = NULL;
	unsigned matches, within;
	struct place *p =
		reference_named(j, PLACE_OWNER, tree_value_hash(j->tree, entry),
				&matches);

	*owner = p && p->kind == PLACE_OWNER ? p : NULL;
	if (matches)
		return 1;
	text = tree_value(j->tree, entry);
	within = text ? owners_within(j, text) : 0;
	return within > 1 ? within : 1;
}

static unsigned count_owners(const struct journey *j, const struct place *tp,
			     struct place **owner)
{
	g_autoptr(GArray) items = NULL;
	uint32_t who = tp->field[T_WHO];

	*owner = NULL;
	if (place_blank(j, tp, T_WHO))
		return 0;
	if (tree_kind(j->tree, who) == KIND_SCALAR)
		return owners_at(j, who, owner);
	items = place_items(j, tp, T_WHO);
	return items->len == 1
		       ? owners_at(j, g_array_index(items, uint32_t, 0), owner)
		       : items->len;
}

static uint8_t count_senses(const struct journey *j, const struct place *tp)
{
	unsigned senses = 0;

	for (int i = 0; i < SENSES; i++)
		if (!place_blank(j, tp, T_SEE + i))
			senses |= 1u << i;
	return (uint8_t)senses;
}

uint8_t tally_phase(const struct journey *j, const struct place *stage)
{
	int when = place_choice(j, stage, S_WHEN);

	return when < 0 ? PHASE_NONE : (uint8_t)when;
}

/* Add or (by -1) take away what is remembered of a touchpoint. */
static void apply(struct journey *j, const struct place *tp, unsigned by)
{
	j->per_phase[tp->phase] += by;
	j->complete += tp->complete ? by : 0;
	j->nobody += tp->owners == 0 && !tp->hides ? by : 0;
	j->many += tp->owners > 1 ? by : 0;
	for (int i = 0; i < SENSES; i++) {
		j->per_sense[i] += tp->senses >> i & 1 ? by : 0;
		tp->up->per_sense[i] += tp->senses >> i & 1 ? by : 0;
	}
	for (int i = 0; i < TRAITS; i++)
		j->per_trait[i] += tp->traits >> i & 1 ? by : 0;
	j->grades.all += tp->grades.all * by;
	j->grades.targets += tp->grades.targets * by;
	j->grades.met += tp->grades.met * by;
	j->grades.missed += tp->grades.missed * by;
	if (tp->owner)
		tp->owner->load += by;
}

/* What a touchpoint says itself, whatever the others are. */
static void read_own(const struct journey *j, struct place *tp)
{
	tp->senses = count_senses(j, tp);
	tp->grades = measure_grades(j, tp);
	tp->channel = trait_channel(j, tp);
	tp->designed = curve_read(j, tp);
}

void tally_add(struct journey *j, struct place *tp)
{
	bool elsewhere = tp->phase != tp->up->phase;

	tp->phase = tp->up->phase;
	tp->owners = count_owners(j, tp, &tp->owner);
	tp->complete = tp->owners == 1 && !place_blank(j, tp, T_WHAT) &&
		       !place_blank(j, tp, T_HOW);
	if (!tp->known)
		read_own(j, tp);
	if (!tp->known || elsewhere)
		tp->traits = trait_read(j, tp);
	tp->known = true;
	apply(j, tp, 1);
	curve_enter(j, tp);
}

void tally_remove(struct journey *j, struct place *tp)
{
	apply(j, tp, (unsigned)-1);
	curve_forget(j, tp);
	tp->owner = NULL;
}

void tally_clear(struct journey *j)
{
	memset(j->per_phase, 0, sizeof(j->per_phase));
	memset(j->per_sense, 0, sizeof(j->per_sense));
	memset(j->per_trait, 0, sizeof(j->per_trait));
	j->grades = (struct grades){ .all = 0 };
	curve_clear(j);
	j->complete = j->nobody = j->many = 0;
	for (guint i = 0; i < j->kept->len; i++) {
		struct place *p = j->kept->pdata[i];

		p->load = 0;
		memset(p->per_sense, 0, sizeof(p->per_sense));
	}
}

unsigned place_owners(const struct journey *j, const struct place *p,
		      struct place **owner)
{
	(void)j;
	if (owner)
		*owner = p->owner;
	return p->owners;
}

static void append_owners(const struct journey *j, uint32_t entry,
			  GPtrArray *out)
{
	g_autofree char *text = tree_value(j->tree, entry);
	g_autoptr(GPtrArray) parts = NULL;
	struct place *owner;

	if (!text || owners_at(j, entry, &owner) < 2) {
		g_ptr_array_add(out, g_strdup(text ? text : ""));
		return;
	}
	parts = parts_of(text);
	for (guint i = 0; i < parts->len; i++)
		if (*(const char *)parts->pdata[i])
			g_ptr_array_add(out, g_strdup(parts->pdata[i]));
}

GPtrArray *place_owner_texts(const struct journey *j, const struct place *p)
{
	GPtrArray *out = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GArray) items = place_items(j, p, T_WHO);

	for (guint i = 0; i < items->len; i++)
		append_owners(j, g_array_index(items, uint32_t, i), out);
	return out;
}

bool place_complete(const struct journey *j, const struct place *p)
{
	(void)j;
	return p->complete;
}

unsigned place_senses(const struct journey *j, const struct place *p)
{
	(void)j;
	return p->senses;
}

unsigned journey_load(const struct journey *j, const struct place *owner)
{
	(void)j;
	return owner->load;
}

unsigned place_phase(const struct place *p)
{
	return p->phase;
}
