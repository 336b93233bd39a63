/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Undo and redo: walking the steps of a change back and forth.
 *
 * A step of text holds the other text and swaps it in; a link holds where the
 * entry hung.  Nothing here knows what the edits meant.
 */
#include "yaml/entry.h"

void change_free(struct change *c)
{
	g_free(c->name);
	g_array_unref(c->steps);
	g_free(c);
}

static void remember(struct tree *t, const struct step *step)
{
	g_assert(t->open);
	g_array_append_vals(t->open->steps, step, 1);
}

void history_put(struct tree *t, uint32_t e, const struct text *text)
{
	struct step step = {
		.kind = STEP_TEXT,
		.entry = e,
		.text = entry(t, e)->text,
	};

	remember(t, &step);
	tree_put(t, e, text);
}

void history_put_part(struct tree *t, uint32_t e, enum part p, const char *s)
{
	struct text text = entry(t, e)->text;

	text_put(t, &text, p, s);
	history_put(t, e, &text);
}

void history_link(struct tree *t, uint32_t e, uint32_t up, uint32_t prev)
{
	struct step step = {
		.kind = STEP_LINK,
		.entry = e,
		.up = up,
		.prev = prev,
	};

	remember(t, &step);
	tree_link(t, e, up, prev);
}

void history_unlink(struct tree *t, uint32_t e)
{
	struct step step = {
		.kind = STEP_UNLINK,
		.entry = e,
		.up = entry(t, e)->up,
		.prev = entry(t, e)->prev,
	};

	remember(t, &step);
	tree_unlink(t, e);
}

static void swap_text(struct tree *t, struct step *step)
{
	struct text other = entry(t, step->entry)->text;

	tree_put(t, step->entry, &step->text);
	step->text = other;
}

/* Take a step again (FORWARD), or take it back. */
static void take(struct tree *t, struct step *step, bool forward)
{
	if (step->kind == STEP_TEXT)
		swap_text(t, step);
	else if ((step->kind == STEP_LINK) == forward)
		tree_link(t, step->entry, step->up, step->prev);
	else
		tree_unlink(t, step->entry);
}

static struct step *step_of(const struct change *c, unsigned n)
{
	return &g_array_index(c->steps, struct step, n);
}

static void take_back(struct tree *t, struct change *c, unsigned steps)
{
	for (unsigned n = c->steps->len; n > steps; n--)
		take(t, step_of(c, n - 1), false);
}

void history_begin(struct tree *t)
{
	g_assert(!t->open);
	t->open = g_new0(struct change, 1);
	t->open->steps = g_array_new(FALSE, FALSE, sizeof(struct step));
}

const struct change *history_commit(struct tree *t, const char *name,
				    uint32_t focus, uint32_t detail)
{
	struct change *c = g_steal_pointer(&t->open);

	if (!c->steps->len) {
		change_free(c);
		return NULL;
	}
	c->name = g_strdup(name);
	c->focus = focus;
	c->detail = detail;
	g_ptr_array_set_size(t->undone, 0);
	g_ptr_array_add(t->done, c);
	return c;
}

void history_abandon(struct tree *t)
{
	struct change *c = g_steal_pointer(&t->open);

	take_back(t, c, 0);
	change_free(c);
}

unsigned history_steps(const struct tree *t)
{
	return t->open->steps->len;
}

void history_roll_back(struct tree *t, unsigned steps)
{
	take_back(t, t->open, steps);
	g_array_set_size(t->open->steps, steps);
}

static struct change *top(const GPtrArray *changes)
{
	return changes->len ? changes->pdata[changes->len - 1] : NULL;
}

const struct change *history_undo(struct tree *t)
{
	struct change *c = top(t->done);

	if (!c)
		return NULL;
	take_back(t, c, 0);
	g_ptr_array_add(t->undone,
			g_ptr_array_steal_index(t->done, t->done->len - 1));
	return c;
}

const struct change *history_redo(struct tree *t)
{
	struct change *c = top(t->undone);

	if (!c)
		return NULL;
	for (unsigned n = 0; n < c->steps->len; n++)
		take(t, step_of(c, n), true);
	g_ptr_array_add(t->done,
			g_ptr_array_steal_index(t->undone, t->undone->len - 1));
	return c;
}

const struct change *history_next_undo(const struct tree *t)
{
	return top(t->done);
}

const struct change *history_next_redo(const struct tree *t)
{
	return top(t->undone);
}

unsigned history_depth(const struct tree *t)
{
	return t->done->len;
}

unsigned history_count(const struct tree *t)
{
	return t->done->len + t->undone->len;
}

const struct change *history_change(const struct tree *t, unsigned n)
{
	if (n < t->done->len)
		return t->done->pdata[n];
	return t->undone->pdata[history_count(t) - 1 - n];
}

void history_date(struct tree *t, int64_t when)
{
	struct change *c = top(t->done);

	if (c)
		c->when = when;
}

bool change_step(const struct tree *t, const struct change *c, unsigned n,
		 uint32_t *e, enum step_kind *kind, uint32_t *parent)
{
	const struct step *step;

	if (n >= c->steps->len)
		return false;
	step = step_of(c, n);
	*e = step->entry;
	*kind = step->kind;
	*parent =
		step->kind == STEP_TEXT ? entry(t, step->entry)->up : step->up;
	return true;
}
