/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One random edit of a trial, and everything that must be true after it.
 */
#include "act.h"

#include <string.h>

static bool has_digit(const char *text)
{
	return strpbrk(text, "0123456789") != NULL;
}

/* Nothing has changed, and it was said why. */
static bool check_refusal(struct trial *t, const struct act *a,
			  const GError *error)
{
	if (!error || error->domain != TREE_ERROR || !*error->message)
		return trial_wrong(t, "refused without a reason");
	if (error->code == TREE_ERROR_UNSAFE && !has_digit(error->message))
		return trial_wrong(t, "refused without the line: %s",
				   error->message);
	t->refused[a->sort][error->code]++;
	t->hopeful_refused += a->sort == SET_VALUE && !a->hopeless;
	g_string_append_printf(t->story, ": %s", error->message);
	if (history_commit(t->tree, "nothing", 0, 0))
		return trial_wrong(t, "refused, yet remembered");
	if (!trial_unchanged(t))
		return trial_wrong(t, "refused, yet changed");
	if (a->strict && error->code != TREE_ERROR_LIMIT)
		return trial_wrong(t, "refused without need");
	return true;
}

/* Plain text of block style has to read as nothing but text. */
static bool check_value(struct trial *t, const struct act *a)
{
	const struct node *n = a->at.node->twin;
	bool missing;

	if (a->sort != SET_VALUE || n->tag)
		return true;
	missing = n->end == n->start;
	if (!n->len && !missing && !n->anchor &&
	    (!a->at.up || !a->at.up->flow || a->at.up->shape == SHAPE_MAP))
		return trial_wrong(t, "an empty value was written");
	if (n->len && a->say == SAY_TEXT &&
	    n->style == YAML_PLAIN_SCALAR_STYLE && value_is_typed(n->text))
		return trial_wrong(t, "written plain, reads as no text");
	return true;
}

static bool check_result(struct trial *t, const struct act *a)
{
	uint32_t up = a->sort == MOVE ? a->to.entry : a->at.entry;
	guint i = act_index(a);
	uint32_t e = tree_first(t->tree, up);

	if (a->sort != INSERT && a->sort != MOVE)
		return true;
	while (i-- && e)
		e = tree_next(t->tree, e);
	if (e != a->result)
		return trial_wrong(t, "the returned entry is another");
	return true;
}

static bool check_comments(struct trial *t, const struct act *a,
			   const struct lines *old, const struct lines *new)
{
	const struct node *in;

	switch (a->sort) {
	case INSERT:
		in = unit(a->at.node, a->before)->twin;
		if ((!a->at.node->flow &&
		     new->comments->len != old->comments->len + a->comments) ||
		    !lines_lost_comments_of(new, old, in))
			return trial_wrong(t, "other comments than before");
		return true;
	case REMOVE:
		if (!lines_lost_comments_of(old, new, a->gone))
			return trial_wrong(t, "a comment was lost");
		return true;
	case MOVE:
		if (!lines_same_comments_somewhere(old, new))
			return trial_wrong(t, "comments came or went");
		return true;
	default:
		if (!lines_same_comments(old, new))
			return trial_wrong(t, "comments changed");
		return true;
	}
}

/* The text of a node from its entry's begin, each line without its
 * indentation. */
static char *text_of(const struct reading *r, const struct node *n)
{
	GString *s = g_string_new(NULL);

	for (size_t at = n->own; at < n->end; at++) {
		bool begins = at == n->own || r->bytes[at - 1] == '\n';

		while (begins && at < n->end && r->bytes[at] == ' ')
			at++;
		if (at < n->end)
			g_string_append_c(s, r->bytes[at]);
	}
	return g_string_free(s, FALSE);
}

/* Line breaks of YAML 1.1, which may count to a block scalar or not. */
static bool has_odd_breaks(const char *text)
{
	return strstr(text, "\xc2\x85") || strstr(text, "\xe2\x80\xa8") ||
	       strstr(text, "\xe2\x80\xa9");
}

/* What is moved stays as it was written, but for its indentation. */
static bool check_moved(struct trial *t, const struct act *a,
			const struct reading *old, const struct reading *new)
{
	const struct node *n;
	g_autofree char *before = NULL, *after = NULL;

	if (a->sort != MOVE || !old->len || old->bytes[old->len - 1] != '\n')
		return true;
	n = unit(a->to.node, act_index(a));
	if (a->at.up->flow || a->to.node->twin->flow)
		return true;
	before = text_of(old, n);
	after = text_of(new, n->twin);
	if (strcmp(before, after) && !has_odd_breaks(before))
		return trial_wrong(t, "what was moved is written anew");
	return true;
}

static const struct node *last_scalar(const struct node *n)
{
	while (n && units(n))
		n = unit(n, units(n) - 1);
	return n;
}

/* A block scalar at the end of a text without a last line end: its header may
 * change when something is put after it. */
static const struct node *touchy_header(const struct act *a,
					const struct reading *r)
{
	const struct node *n;

	if (a->sort == SET_VALUE || a->sort == SET_KEY || !r->roots->len ||
	    r->bytes[r->len - 1] == '\n')
		return NULL;
	n = last_scalar(r->roots->pdata[r->roots->len - 1]);
	if (n->shape != SHAPE_SCALAR ||
	    (n->style != YAML_LITERAL_SCALAR_STYLE &&
	     n->style != YAML_FOLDED_SCALAR_STYLE))
		return NULL;
	return n;
}

/* From the old lines and the reading as it is to be: is NEW what it is to be,
 * and no line changed that should not? */
static bool check_text(struct trial *t, struct act *a, struct reading *new)
{
	struct lines *was = lines_new(t->now), *is = NULL;
	const struct node *header = touchy_header(a, t->now);
	g_autofree char *found = NULL;
	bool close = a->sort == SET_VALUE || a->sort == SET_KEY, good;

	if (header)
		lines_touch(was, header->start, header->start + 1);
	act_touch_old(a, was);
	act_expect(a);
	found = reading_differ(t->now, new);
	if (!found) {
		is = lines_new(new);
		if (header && header->twin)
			lines_touch(is, header->twin->start,
				    header->twin->start + 1);
		act_touch_new(a, is);
		found = lines_differ(was, is, close);
	}
	good = found ? trial_wrong(t, "%s", found)
		     : check_comments(t, a, was, is) &&
			       check_moved(t, a, t->now, new) &&
			       check_value(t, a) && check_result(t, a);
	lines_free(was);
	lines_free(is);
	return good;
}

/* What was edited opens again. */
static bool check_opens(struct trial *t)
{
	char *copy = g_memdup2(t->now->bytes, t->now->len + 1);
	struct mark where;
	g_autoptr(GError) error = NULL;
	g_autoptr(Tree) again =
		tree_load(copy, t->now->len, t->limits, &where, &error);

	return again || trial_wrong(t, "does not open again: %s",
				    error ? error->message : "(no error)");
}

/* The change is closed, most times to stand. */
static bool close_change(struct trial *t, const char *before, size_t len)
{
	bool changed = len != t->now->len || memcmp(before, t->now->bytes, len);

	if (dice_roll(&t->dice, 20))
		return trial_commit(t, changed);
	g_string_append(t->story, ", abandoned");
	history_abandon(t->tree);
	reading_free(t->now);
	t->now = reading_new(before, len);
	if (!trial_unchanged(t))
		return trial_wrong(t, "abandoned, yet changed");
	return trial_reread(t);
}

static bool check_edit(struct trial *t, struct act *a)
{
	size_t len;
	g_autofree char *bytes = tree_emit(t->tree, &len);
	struct reading *new = reading_new(bytes, len);
	size_t before_len = t->now->len;
	g_autofree char *before = g_memdup2(t->now->bytes, before_len + 1);
	bool good;

	t->done[a->sort]++;
	if (a->hopeless)
		good = trial_wrong(t, "not refused");
	else if (new->error)
		good = trial_wrong(t, "no YAML any more: %s on line %zu",
				   new->error, new->error_line);
	else
		good = check_text(t, a, new);
	reading_free(new);
	return good && trial_reread(t) && check_opens(t) &&
	       close_change(t, before, before_len);
}

bool trial_edit(struct trial *t)
{
	struct act a = { 0 };
	g_autoptr(GError) error = NULL;
	bool good = true;

	g_string_assign(t->story, "nothing");
	if (act_choose(t, &a)) {
		act_tell(&a, t->story);
		t->hopeful += a.sort == SET_VALUE && !a.hopeless;
		history_begin(t->tree);
		good = act_do(t, &a, &error) ? check_edit(t, &a)
					     : check_refusal(t, &a, error);
	}
	act_clear(&a);
	return good;
}
