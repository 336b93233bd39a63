/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keeping findings by place, with sums so that a screen can ask for the worst
 * of a stage or for all errors without looking at every finding.
 */
#include "rules/slot.h"

static void finding_free(gpointer data)
{
	struct finding *found = data;

	g_free(found->message);
	g_free(found->remedy);
	g_free(found);
}

struct slot *slot_new(void)
{
	struct slot *s = g_new0(struct slot, 1);

	s->found = g_ptr_array_new_with_free_func(finding_free);
	s->deferred = g_ptr_array_new_with_free_func(finding_free);
	return s;
}

void slot_free(gpointer slot)
{
	struct slot *s = slot;

	if (!s)
		return;
	g_ptr_array_unref(s->found);
	g_ptr_array_unref(s->deferred);
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

/* The sums of the stage that a touchpoint's findings count for, or NULL. */
static unsigned *sums_above(struct findings *f, const struct place *p)
{
	if (p->kind != PLACE_TOUCHPOINT)
		return NULL;
	return slot_make(f, p->up)->below;
}

void slot_add(struct findings *f, struct slot *s, struct finding *found)
{
	unsigned *above = sums_above(f, found->place);

	g_ptr_array_add(s->found, found);
	f->levels[found->level]++;
	if (above)
		above[found->level]++;
}

void slot_defer(struct findings *f, struct slot *s, struct finding *found)
{
	g_ptr_array_add(s->deferred, found);
	f->deferred++;
}

void slot_clear(struct findings *f, struct slot *s, const struct place *p)
{
	unsigned *above = sums_above(f, p);

	for (guint i = 0; i < s->found->len; i++) {
		const struct finding *found = s->found->pdata[i];

		f->levels[found->level]--;
		if (above)
			above[found->level]--;
	}
	g_ptr_array_set_size(s->found, 0);
	for (unsigned i = 0; s->counted; i++, s->counted >>= 1)
		f->counted[i] -= s->counted & 1;
	f->deferred -= s->deferred->len;
	g_ptr_array_set_size(s->deferred, 0);
}
