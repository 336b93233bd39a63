/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opening a text as a tree: what is refused before it is read, and what is
 * learnt of a file's habits when it has been.
 */
#include "yaml/entry.h"
#include "yaml/gap.h"

#include <string.h>

/* How the file indents: the step of its first nested block, whether its first
 * sequence below a key is indented, and how its first line ends. */
static void learn_style(struct tree *t)
{
	size_t eol = 0;
	bool step = false, dash = false;

	while (eol < t->n && !strchr("\r\n", t->opened[eol]))
		eol++;
	t->eol = gap_break(t->opened, eol, t->n) == 2	? "\r\n"
		 : eol < t->n && t->opened[eol] == '\r' ? "\r"
							: "\n";
	t->step = 2;
	for (uint32_t e = 2; e < t->n_entries && !(step && dash); e++) {
		const struct text *text = &entry(t, e)->text;
		uint32_t first = tree_first(t, e);
		uint32_t in;

		if (!first || !(text->flags & TEXT_PAIR) ||
		    text->flags & (TEXT_FLOW | TEXT_IN_FLOW))
			continue;
		in = entry(t, first)->text.col;
		if (in > text->col && !step) {
			t->step = MIN(in - text->col, 8);
			step = true;
		}
		if (text->kind == KIND_SEQUENCE && !dash) {
			t->indentless = in == text->col;
			dash = true;
		}
	}
}

static bool utf16(const char *s, size_t len)
{
	return len >= 2 &&
	       (memcmp(s, "\xff\xfe", 2) == 0 || memcmp(s, "\xfe\xff", 2) == 0);
}

static bool check_bytes(const char *s, size_t len,
			const struct tree_limits *limits, struct mark *where,
			GError **error)
{
	*where = (struct mark){ 0, 0 };
	if (len > MIN(limits->bytes, (size_t)G_MAXINT32)) {
		g_set_error(error, TREE_ERROR, TREE_ERROR_LIMIT,
			    "larger than %zu MiB", limits->bytes >> 20);
		return false;
	}
	if (utf16(s, len)) {
		g_set_error_literal(error, TREE_ERROR, TREE_ERROR_SYNTAX,
				    "written in UTF-16; a storyboard is UTF-8");
		return false;
	}
	return true;
}

struct tree *tree_load(char *take_bytes, size_t len,
		       const struct tree_limits *limits, struct mark *where,
		       GError **error)
{
	size_t bom = gap_order_mark(take_bytes, 0, len);
	struct mark ignored;
	struct load_options options = { limits, where ? where : &ignored };
	g_autoptr(Tree) t = NULL;

	if (!check_bytes(take_bytes, len, limits, options.where, error)) {
		g_free(take_bytes);
		return NULL;
	}
	t = g_new0(struct tree, 1);
	t->opened = take_bytes;
	t->n = (uint32_t)len;
	t->limits = *limits;
	t->arena = g_string_new(NULL);
	t->branches = g_array_new(FALSE, TRUE, sizeof(struct branch));
	g_array_set_size(t->branches, 1);
	t->chunks = g_array_new(FALSE, TRUE, sizeof(struct chunk));
	g_array_set_size(t->chunks, 1);
	t->aliases = g_array_new(FALSE, FALSE, sizeof(struct alias));
	t->done = g_ptr_array_new_with_free_func((GDestroyNotify)change_free);
	t->undone = g_ptr_array_new_with_free_func((GDestroyNotify)change_free);
	t->room = (uint32_t)(len / 32 + 64);
	t->entries = g_new(struct entry, t->room);
	tree_new_entry(t);
	tree_new_entry(t); /* ENTRY_STREAM */
	entry(t, ENTRY_STREAM)->text.kind = KIND_STREAM;
	entry(t, ENTRY_STREAM)->text.len[LEAD] = (uint32_t)bom;
	if (!load_text(t, (uint32_t)bom, (uint32_t)(len - bom), ENTRY_STREAM,
		       &options, error))
		return NULL;
	learn_style(t);
	return g_steal_pointer(&t);
}
