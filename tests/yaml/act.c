/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Acts: done, told, expected; and their footprints.
 */
#include "act.h"

#include <string.h>

void act_clear(struct act *a)
{
	g_free(a->value);
	reading_free(a->fresh);
	node_free(a->key);
	node_free(a->gone);
}

static uint32_t child(const Tree *t, uint32_t e, guint i)
{
	for (e = tree_first(t, e); i && e; i--)
		e = tree_next(t, e);
	return e;
}

bool act_do(struct trial *t, struct act *a, GError **error)
{
	uint32_t e = a->at.entry;

	switch (a->sort) {
	case SET_VALUE:
		return edit_set(t->tree, e, a->value, a->say, error);
	case SET_KEY:
		return edit_set_key(t->tree, e, a->value, error);
	case INSERT:
		a->result =
			edit_insert(t->tree, e, child(t->tree, e, a->before),
				    a->value, error);
		return a->result;
	case REMOVE:
		return edit_remove(t->tree, e, error);
	default:
		a->result = edit_move(t->tree, e, a->to.entry,
				      child(t->tree, a->to.entry, a->before),
				      error);
		return a->result;
	}
}

void act_tell(const struct act *a, GString *story)
{
	g_autofree char *value = a->value ? g_strescape(a->value, NULL) : NULL;
	size_t line = a->at.node->line;

	switch (a->sort) {
	case SET_VALUE:
		g_string_printf(story, "set line %zu to \"%.300s\" as %s", line,
				value, a->say == SAY_TEXT ? "text" : "plain");
		return;
	case SET_KEY:
		g_string_printf(story, "set key of line %zu to \"%.300s\"",
				line, value);
		return;
	case INSERT:
		g_string_printf(story,
				"insert \"%.300s\" into line %zu at %u of %u",
				value, line, a->before, units(a->at.node));
		return;
	case REMOVE:
		g_string_printf(story, "remove line %zu, %u of %u", line,
				a->at.index, units(a->at.up));
		return;
	default:
		g_string_printf(story,
				"move line %zu, %u of %u, into line %zu at %u "
				"of %u",
				line, a->at.index, units(a->at.up),
				a->to.node->line, a->before, units(a->to.node));
	}
}

static void set_text(struct node *n, const char *text)
{
	g_free(n->text);
	n->text = g_strdup(text);
	n->len = strlen(text);
	n->rewritten = true;
}

/* A missing value, or an empty collection, that gets its first child. */
static void become(struct node *n, enum shape shape)
{
	if (units(n))
		return;
	n->rewritten = true;
	n->shape = shape;
	n->len = 0;
	g_clear_pointer(&n->text, g_free);
	if (!n->kids)
		n->kids = g_ptr_array_new_with_free_func(
			(GDestroyNotify)node_free);
}

static void put(struct node *up, guint at, struct node *key, struct node *n)
{
	become(up, key ? SHAPE_MAP : SHAPE_LIST);
	if (!key) {
		g_ptr_array_insert(up->kids, (gint)at, n);
		return;
	}
	g_ptr_array_insert(up->kids, (gint)(2 * at), key);
	g_ptr_array_insert(up->kids, (gint)(2 * at + 1), n);
}

static void take(struct act *a, struct node *up, guint at)
{
	if (up->shape == SHAPE_MAP) {
		a->key = g_ptr_array_steal_index(up->kids, 2 * at);
		a->gone = g_ptr_array_steal_index(up->kids, 2 * at);
		node_forget(a->key);
	} else {
		a->gone = g_ptr_array_steal_index(up->kids, at);
	}
	node_forget(a->gone);
	up->rewritten |= !units(up);
}

static void free_style(struct node *n)
{
	n->rewritten = true;
	for (guint i = 0; n->kids && i < n->kids->len; i++)
		free_style(n->kids->pdata[i]);
}

/* In brackets, text may have to be written otherwise. */
static void place_into(struct act *a, struct node *up)
{
	struct node *key = g_steal_pointer(&a->key);
	struct node *n = g_steal_pointer(&a->gone);

	if (up->flow && key)
		free_style(key);
	if (up->flow)
		free_style(n);
	put(up, act_index(a), key, n);
}

guint act_index(const struct act *a)
{
	if (a->sort == MOVE && a->at.up == a->to.node &&
	    a->before > a->at.index)
		return a->before - 1;
	return a->before;
}

void act_expect(struct act *a)
{
	switch (a->sort) {
	case SET_VALUE:
		set_text(a->at.node, a->value);
		return;
	case SET_KEY:
		set_text(unit_key(a->at.up, a->at.index), a->value);
		return;
	case INSERT:
		take(a, a->fresh->roots->pdata[0], 0);
		place_into(a, a->at.node);
		return;
	case REMOVE:
		take(a, a->at.up, a->at.index);
		return;
	default:
		take(a, a->at.up, a->at.index);
		place_into(a, a->to.node);
	}
}

/* The lines between two neighbours in brackets: commas come and go there. */
static void touch_between(struct lines *l, const struct node *up, guint low,
			  guint high)
{
	size_t from = low > 0 ? unit(up, low - 1)->own : up->start;
	size_t to = high < units(up) ? unit(up, high)->end : up->end;

	lines_touch(l, from, to);
}

/* Where the entry at INDEX of UP is, and where it was or is to be. */
static void touch_with(struct lines *l, const struct node *up, guint index)
{
	if (units(up) == 1)
		lines_touch_entry(l, up);
	else if (up->flow)
		touch_between(l, up, index, index + 1);
	else
		lines_touch_entry(l, unit(up, index));
}

static void touch_without(struct lines *l, const struct node *up, guint index)
{
	if (!units(up))
		lines_touch_entry(l, up);
	else if (up->flow)
		touch_between(l, up, index, index);
}

void act_touch_old(const struct act *a, struct lines *old)
{
	const struct node *key;

	switch (a->sort) {
	case SET_VALUE:
		lines_touch_entry(old, a->at.node);
		return;
	case SET_KEY:
		key = unit_key(a->at.up, a->at.index);
		lines_touch(old, key->own, key->end);
		return;
	case INSERT:
		touch_without(old, a->at.node, a->before);
		return;
	case REMOVE:
		touch_with(old, a->at.up, a->at.index);
		return;
	default:
		touch_with(old, a->at.up, a->at.index);
		touch_without(old, a->to.node, a->before);
	}
}

/* The gap that the act's entry left, in the text without it there. */
static guint gap_index(const struct act *a)
{
	if (a->sort == MOVE && a->at.up == a->to.node &&
	    act_index(a) < a->at.index)
		return a->at.index + 1;
	return a->at.index;
}

void act_touch_new(const struct act *a, struct lines *new)
{
	const struct node *key;

	switch (a->sort) {
	case SET_VALUE:
		lines_touch_entry(new, a->at.node->twin);
		return;
	case SET_KEY:
		key = unit_key(a->at.up, a->at.index)->twin;
		lines_touch(new, key->own, key->end);
		return;
	case INSERT:
		touch_with(new, a->at.node->twin, a->before);
		return;
	case REMOVE:
		touch_without(new, a->at.up->twin, a->at.index);
		return;
	default:
		touch_without(new, a->at.up->twin, gap_index(a));
		touch_with(new, a->to.node->twin, act_index(a));
	}
}
