/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two readings held against each other: the one that is wanted, made by the
 * same edit on its nodes, and the one that came out.
 */
#include "reading.h"

#include <string.h>

static void number(struct node *n, unsigned *count)
{
	n->number = ++*count;
	for (guint i = 0; n->kids && i < n->kids->len; i++)
		number(n->kids->pdata[i], count);
}

static char *differ(const char *path, const char *what, const char *want,
		    const char *got)
{
	g_autofree char *w = g_strescape(want ? want : "(none)", NULL);
	g_autofree char *g = g_strescape(got ? got : "(none)", NULL);

	return g_strdup_printf("%s: %s should be \"%.200s\" and is \"%.200s\"",
			       *path ? path : "(root)", what, w, g);
}

static const char *shape_name(const struct node *n)
{
	static const char *const names[] = {
		[SHAPE_SCALAR] = "scalar",
		[SHAPE_ALIAS] = "alias",
		[SHAPE_MAP] = "mapping",
		[SHAPE_LIST] = "sequence",
	};

	return names[n->shape];
}

static char *differ_style(const char *path, const struct node *want,
			  const struct node *got)
{
	if (want->rewritten)
		return NULL;
	if (want->shape == SHAPE_SCALAR && want->style != got->style)
		return differ(path, "style of", want->text, "another one");
	if (want->kids && want->flow != got->flow)
		return differ(path, "flow style", want->flow ? "yes" : "no",
			      got->flow ? "yes" : "no");
	return NULL;
}

static char *differ_self(const char *path, struct node *want, struct node *got)
{
	want->twin = got;
	if (want->shape != got->shape)
		return differ(path, "shape", shape_name(want), shape_name(got));
	if (g_strcmp0(want->tag, got->tag))
		return differ(path, "tag", want->tag, got->tag);
	if (g_strcmp0(want->anchor, got->anchor))
		return differ(path, "anchor", want->anchor, got->anchor);
	if (want->len != got->len ||
	    (want->len && memcmp(want->text, got->text, want->len)))
		return differ(path, "value", want->text, got->text);
	if (want->shape == SHAPE_ALIAS &&
	    (want->target ? want->target->number : 0) !=
		    (got->target ? got->target->number : 0))
		return differ(path, "alias of", "the same node", "another");
	return differ_style(path, want, got);
}

static char *step(const char *path, const struct node *up, guint i)
{
	const struct node *key;

	if (up->shape == SHAPE_LIST)
		return g_strdup_printf("%s[%u]", path, i);
	key = up->kids->pdata[i / 2 * 2];
	return g_strdup_printf("%s%s%.60s%s", path, *path ? "." : "",
			       key->kids ? "(complex)" : key->text,
			       i % 2 ? "" : " (key)");
}

static char *differ_node(const char *path, struct node *want, struct node *got)
{
	char *found = differ_self(path, want, got);
	guint n = want->kids ? want->kids->len : 0;

	for (guint i = 0; !found && i < n && i < got->kids->len; i++) {
		g_autofree char *down = step(path, want, i);

		found = differ_node(down, want->kids->pdata[i],
				    got->kids->pdata[i]);
	}
	if (!found && n && n != got->kids->len)
		found = g_strdup_printf("%s: should have %u and has %u nodes",
					*path ? path : "(root)", n,
					got->kids->len);
	else if (!found && want->kids && n != got->kids->len)
		found = differ(path, "children", "none", "some");
	return found;
}

char *reading_differ(struct reading *want, struct reading *got)
{
	char *found = NULL;
	unsigned count = 0;

	for (guint i = 0; i < want->roots->len; i++)
		number(want->roots->pdata[i], &count);
	count = 0;
	for (guint i = 0; i < got->roots->len; i++)
		number(got->roots->pdata[i], &count);
	if (want->roots->len != got->roots->len)
		return g_strdup("the number of documents changed");
	for (guint i = 0; !found && i < want->roots->len; i++) {
		g_autofree char *path =
			i ? g_strdup_printf("(document %u)", i + 1)
			  : g_strdup("");

		found = differ_node(path, want->roots->pdata[i],
				    got->roots->pdata[i]);
	}
	return found;
}
