/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keeping findings by place, with sums so that a screen can ask for the worst
 * of a stage or for all errors without looking at every finding.
 *
 * A finding that is waived is kept in mind too, where it would have been, so
 * that a waiver knows how much it hides:
 *
 *	stage     waives no-how    matched[no-how] 2
 *	  touchpoint               hidden: no-how
 *	  touchpoint               hidden: no-how
 */
#include "rules/slot.h"

#include "journey/tie.h"

static void finding_free(gpointer data)
{
	struct finding *found = data;

	g_free(found->message);
	g_free(found->remedy);
	g_free(found->meant);
	g_free(found);
}

struct slot *slot_new(void)
{
	return g_new0(struct slot, 1);
}

void slot_free(gpointer slot)
{
	struct slot *s = slot;

	if (!s)
		return;
	for (int i = 0; i < PILES; i++)
		g_clear_pointer(&s->piles[i], g_ptr_array_unref);
	g_clear_pointer(&s->hidden, g_array_unref);
	g_free(s->matched);
	g_free(s);
}

struct slot *slot_find(const struct findings *f, const struct place *p)
{
	return p->number < f->slots->len ? f->slots->pdata[p->number] : NULL;
}

struct slot *slot_make(struct findings *f, const struct place *p)
{
	if (p->number >= f->slots->len)
		g_ptr_array_set_size(f->slots, (int)p->number + 1);
	if (!f->slots->pdata[p->number])
		f->slots->pdata[p->number] = slot_new();
	return f->slots->pdata[p->number];
}

/* Count a finding, or (by -1) no longer. */
static void count(struct findings *f, const struct finding *found,
		  enum pile pile, unsigned by)
{
	const struct place *p = found->place;

	if (pile == PILE_DEFERRED) {
		f->deferred += by;
		return;
	}
	f->levels[found->level] += by;
	if (p->kind == PLACE_TOUCHPOINT)
		slot_make(f, p->up)->below[found->level] += by;
}

void slot_add(struct findings *f, struct slot *s, enum pile pile,
	      struct finding *found)
{
	if (!s->piles[pile])
		s->piles[pile] = g_ptr_array_new_with_free_func(finding_free);
	g_ptr_array_add(s->piles[pile], found);
	count(f, found, pile, 1);
}

void slot_clear_pile(struct findings *f, struct slot *s, enum pile pile)
{
	GPtrArray *all = s->piles[pile];

	if (!all)
		return;
	for (guint i = 0; i < all->len; i++)
		count(f, all->pdata[i], pile, (unsigned)-1);
	g_ptr_array_set_size(all, 0);
}

/* Count a hidden finding, or (by -1) no longer, wherever it is waived. Waivers
 * are looked at again where they begin or cease to hide anything. */
static void match(struct findings *f, struct hidden hidden, unsigned by)
{
	for (struct place *p = hidden.at; p; p = p->up) {
		const struct slot *s = slot_find(f, p);

		if (!s || !(s->waived >> hidden.rule & 1))
			continue;
		s->matched[hidden.rule] += by;
		if (s->matched[hidden.rule] == (by == 1))
			g_ptr_array_add(f->late, p);
	}
}

void slot_hide(struct findings *f, struct slot *s, struct place *at,
	       unsigned rule)
{
	struct hidden hidden = { .at = at, .rule = rule };

	if (!s->hidden)
		s->hidden = g_array_new(FALSE, FALSE, sizeof(hidden));
	g_array_append_val(s->hidden, hidden);
	match(f, hidden, 1);
}

static gint by_position(gconstpointer left, gconstpointer right, gpointer data)
{
	(void)data;
	if (left == right)
		return 0;
	return place_is_later(left, right) ? 1 : -1;
}

static struct place *last_of(GSequence *places)
{
	GSequenceIter *end = g_sequence_get_end_iter(places);

	return g_sequence_is_empty(places)
		       ? NULL
		       : g_sequence_get(g_sequence_iter_prev(end));
}

/* While everything is judged, each comes after the last. */
void slot_count(struct findings *f, struct slot *s, struct place *p,
		unsigned rule)
{
	GSequence **places = &f->counted[rule];
	uint64_t bit = UINT64_C(1) << rule;

	if (s->counted & bit)
		return;
	s->counted |= bit;
	if (!*places)
		*places = g_sequence_new(NULL);
	if (g_sequence_is_empty(*places) || place_is_later(p, last_of(*places)))
		g_sequence_append(*places, p);
	else
		g_sequence_insert_sorted(*places, p, by_position, NULL);
}

static void uncount(struct findings *f, struct slot *s, struct place *p)
{
	for (unsigned i = 0; s->counted; i++, s->counted >>= 1)
		if (s->counted & 1)
			g_sequence_remove(g_sequence_lookup(f->counted[i], p,
							    by_position, NULL));
}

void slot_clear(struct findings *f, struct slot *s, struct place *p)
{
	for (int pile = 0; pile < PILES; pile++)
		slot_clear_pile(f, s, (enum pile)pile);
	for (guint i = 0; s->hidden && i < s->hidden->len; i++)
		match(f, g_array_index(s->hidden, struct hidden, i),
		      (unsigned)-1);
	g_clear_pointer(&s->hidden, g_array_unref);
	uncount(f, s, p);
}

void slot_waive(struct findings *f, struct place *p, uint64_t rules)
{
	struct slot *s = rules ? slot_make(f, p) : slot_find(f, p);

	if (!s)
		return;
	s->waived = rules;
	if (!rules)
		return;
	if (!s->matched)
		s->matched = g_new0(unsigned, RULES_MOST);
	g_ptr_array_add(f->late, p);
}
