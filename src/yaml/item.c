/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An item of a sequence as a text by itself: what a copy of it is.
 *
 * In block style that is its own lines, moved to column 0, with the comments
 * that belong to it; what is written in brackets goes behind a dash of its
 * own.  What means something only in its file cannot be lifted off it.
 */
#include "yaml/edit.h"

#include <string.h>

#include "yaml/edit-own.h"
#include "yaml/gap.h"
#include "yaml/place.h"

static bool may_copy(struct tree *t, uint32_t e, GError **error)
{
	uint32_t tied = e;
	const char *why;

	if (!tree_alive(t, e) || has(t, e, TEXT_PAIR) ||
	    entry(t, entry(t, e)->up)->text.kind != KIND_SEQUENCE)
		return unsafe(t, ENTRY_STREAM, error, "nothing there");
	if (!has(t, e, TEXT_IN_FLOW) && place_on_parents_line(t, e))
		return unsafe(t, e, error, "an odd style");
	why = edit_tie(t, &tied);
	return !why || unsafe(t, tied, error, why);
}

static char *block_item(const struct tree *t, uint32_t e)
{
	g_autoptr(GString) out = g_string_new(NULL);
	size_t floats;

	tree_emit_entry(t, e, out);
	floats = gap_floating(out->str, 0, entry(t, e)->text.len[LEAD]);
	return edit_shift(out->str + floats, -(int)entry(t, e)->text.col, "\n");
}

static char *flow_item(const struct tree *t, uint32_t e)
{
	g_autofree char *open = tree_part(t, e, VAL);
	g_autofree char *close = tree_part(t, e, CLOSE);
	g_autofree char *shifted = NULL;
	g_autoptr(GString) out = g_string_new(open);

	for (uint32_t c = tree_first(t, e); c; c = entry(t, c)->next)
		tree_emit_entry(t, c, out);
	g_string_append(out, close);
	shifted = edit_shift(out->str, 2, "\n");
	return g_strconcat("- ", shifted + 2, "\n", NULL);
}

char *edit_item(struct tree *t, uint32_t e, GError **error)
{
	if (!may_copy(t, e, error))
		return NULL;
	return has(t, e, TEXT_IN_FLOW) ? flow_item(t, e) : block_item(t, e);
}
