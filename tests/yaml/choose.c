/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which act comes next: the dice decide, malice advises.
 *
 * An act is strict when nothing speaks against it, so that refusing it is a
 * fault, and hopeless when doing it would be one.
 */
#include "act.h"

#include <string.h>

static struct place *any_place(struct trial *t,
			       bool (*fits)(const struct place *p))
{
	guint n = t->places->len, from = n ? dice_roll(&t->dice, n) : 0;

	for (guint i = 0; i < n; i++) {
		struct place *p =
			&g_array_index(t->places, struct place, (from + i) % n);

		if (fits(p))
			return p;
	}
	return NULL;
}

static bool fits_scalar(const struct place *p)
{
	return p->node->shape == SHAPE_SCALAR;
}

static bool fits_any(const struct place *p)
{
	return p->entry != 0;
}

static bool fits_child(const struct place *p)
{
	return p->up != NULL;
}

static bool fits_pair(const struct place *p)
{
	return p->up && p->up->shape == SHAPE_MAP;
}

static bool is_missing(const struct node *n)
{
	return n->shape == SHAPE_SCALAR && !n->len && !n->no_colon &&
	       n->style == YAML_PLAIN_SCALAR_STYLE;
}

static bool fits_parent(const struct place *p)
{
	return p->node->kids || (is_missing(p->node) && p->up);
}

static bool is_merge(const struct place *p)
{
	const struct node *key = unit_key(p->up, p->index);

	return key && key->shape == SHAPE_SCALAR && !strcmp(key->text, "<<");
}

/* What everybody can set: one line of text where one stands. */
static bool is_easy(const struct place *p)
{
	const struct node *n = p->node;

	return n->shape == SHAPE_SCALAR && p->up && !p->up->flow && !n->tag &&
	       !n->no_colon && !is_merge(p);
}

static bool choose_set(struct trial *t, struct act *a)
{
	bool anything = !dice_roll(&t->dice, 25);
	struct place *p = any_place(t, anything ? fits_any : fits_scalar);

	if (!p)
		return false;
	a->at = *p;
	a->say = dice_roll(&t->dice, 4) ? SAY_TEXT : SAY_PLAIN;
	if (dice_roll(&t->dice, 4)) {
		a->value = value_hostile(&t->dice);
	} else {
		a->value = value_simple(&t->dice);
		a->strict = is_easy(p);
	}
	a->hopeless = p->node->shape != SHAPE_SCALAR ||
		      !g_utf8_validate(a->value, -1, NULL);
	return true;
}

static bool choose_key(struct trial *t, struct act *a)
{
	struct place *p = any_place(t, fits_pair);
	g_autofree char *rare = value_hostile(&t->dice);

	if (!p)
		return false;
	a->at = *p;
	if (dice_roll(&t->dice, 2))
		a->value = g_strdup_printf("key-%u",
					   dice_roll(&t->dice, 1000000000));
	else
		a->value = g_steal_pointer(&rare);
	a->hopeless = unit_key(p->up, p->index)->shape != SHAPE_SCALAR ||
		      !g_utf8_validate(a->value, -1, NULL);
	return true;
}

static bool choose_remove(struct trial *t, struct act *a)
{
	struct place *p = any_place(t, fits_child);

	if (!p || t->places->len < 4)
		return false;
	a->at = *p;
	return true;
}

/* The text after "key:" or "-", from a space or a line end on. */
static void add_value(struct trial *t, struct act *a, GString *text)
{
	static const char *const nested[] = {
		"\n  id: x\n  name: Anybody\n",
		"\n  - one\n  - two\n",
		" |\n  line 1\n\n  line 2\n",
		" >-\n  folded\n  text\n",
		"\n",
		" [a, {b: c}]\n",
		" 'it''s'\n",
		" \"\\u263a\"\n",
		" plain\n  in two lines\n",
		" {}\n",
		"\n  # within\n  id: y   # y\n\n  more:\n    - z\n  # foot\n",
	};
	unsigned kind = dice_roll(&t->dice, 3);
	g_autofree char *value = value_hostile(&t->dice);

	if (kind == 0) {
		kind = dice_roll(&t->dice, G_N_ELEMENTS(nested));
		g_string_append(text, nested[kind]);
		a->comments += kind == G_N_ELEMENTS(nested) - 1 ? 3 : 0;
	} else if (kind == 1 && g_utf8_validate(value, -1, NULL)) {
		g_string_append_c(text, ' ');
		edit_say(text, value, SAY_TEXT, 0);
		if (text->str[text->len - 1] != '\n')
			g_string_append_c(text, '\n');
	} else {
		g_autofree char *simple = value_simple(&t->dice);

		g_string_append_printf(text, " %s\n", simple);
		a->strict = !a->comments && a->before == units(a->at.node) &&
			    a->before && !a->at.node->flow;
	}
}

/* An item may begin with the first key of its mapping. */
static void add_item(struct trial *t, struct act *a, GString *text)
{
	g_string_append_c(text, '-');
	if (dice_roll(&t->dice, 4)) {
		add_value(t, a, text);
	} else {
		g_string_append_printf(text,
				       " id: id-%u\n  name: Somebody   # s\n",
				       dice_roll(&t->dice, 1000));
		a->comments++;
	}
}

static bool choose_insert(struct trial *t, struct act *a)
{
	struct place *p = any_place(t, fits_parent);
	GString *text = g_string_new(NULL);
	bool pair;

	if (!p)
		return g_string_free(text, TRUE), false;
	a->at = *p;
	a->before = dice_roll(&t->dice, 2)
			    ? units(p->node)
			    : dice_roll(&t->dice, units(p->node) + 1);
	pair = p->node->kids ? p->node->shape == SHAPE_MAP
			     : dice_roll(&t->dice, 2);
	if (!dice_roll(&t->dice, 5)) {
		g_string_append(text, "# about it\n");
		a->comments++;
	}
	if (p->node->kids && !dice_roll(&t->dice, 30)) {
		pair = !pair;
		a->hopeless = units(p->node);
	}
	if (pair) {
		g_string_append_printf(text, "new-%u:",
				       dice_roll(&t->dice, 1000000000));
		add_value(t, a, text);
	} else {
		add_item(t, a, text);
	}
	a->strict &= !a->hopeless;
	a->value = g_string_free(text, FALSE);
	a->fresh = reading_new(a->value, strlen(a->value));
	return true;
}

static bool is_below(const struct node *n, const struct node *top)
{
	if (n == top)
		return true;
	for (guint i = 0; i < units(top); i++)
		if (is_below(n, unit(top, i)))
			return true;
	return false;
}

static bool choose_move(struct trial *t, struct act *a)
{
	struct place *p = any_place(t, fits_child), *to = NULL;

	if (!p)
		return false;
	a->at = *p;
	if (!dice_roll(&t->dice, 3))
		to = any_place(t, fits_parent);
	for (guint i = 0; !to && i < t->places->len; i++)
		if (g_array_index(t->places, struct place, i).node == p->up)
			to = &g_array_index(t->places, struct place, i);
	a->to = *to;
	a->before = dice_roll(&t->dice, units(to->node) + 1);
	if (to->node == p->up && a->before == p->index)
		a->before = units(to->node);
	a->hopeless = is_below(to->node, p->node) ||
		      (units(to->node) && to->node->shape != p->up->shape);
	return true;
}

bool act_choose(struct trial *t, struct act *a)
{
	unsigned roll = dice_roll(&t->dice, 100);

	if (roll < 50)
		a->sort = SET_VALUE;
	else if (roll < 54)
		a->sort = SET_KEY;
	else if (roll < 70)
		a->sort = INSERT;
	else if (roll < 83)
		a->sort = REMOVE;
	else
		a->sort = MOVE;
	switch (a->sort) {
	case SET_VALUE:
		return choose_set(t, a);
	case SET_KEY:
		return choose_key(t, a);
	case INSERT:
		return choose_insert(t, a);
	case REMOVE:
		return choose_remove(t, a);
	default:
		return choose_move(t, a);
	}
}
