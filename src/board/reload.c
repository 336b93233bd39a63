/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * When others change the file: seeing it, and the ways to go on.
 *
 *	base	what the file held when it was read or saved last
 *	ours	the text as it stands
 *	theirs	what the file holds now
 *
 * Whatever is taken from theirs comes as one change of the text, so that
 * undo, cursor and findings follow it like any other.  After each way theirs
 * is known: the next save replaces it unasked, and nothing else.
 */
#include "board/board.h"

#include <string.h>

#include "board/board-own.h"
#include "i18n.h"
#include "store/differ.h"
#include "yaml/edit.h"

bool board_look(struct board *b, enum store_look look, GError **error)
{
	return store_changed(b->path, &b->file.id, look, &b->disk, error);
}

/* Theirs is what the file held when it was seen last. */
static void know(struct board *b, const struct store_file *theirs)
{
	b->file.id = theirs->id;
	b->disk = STORE_SAME;
	board_take_base(b, g_memdup2(theirs->bytes, theirs->len + 1),
			theirs->len);
	journal_disk(b->journal, &(struct text){ theirs->bytes, theirs->len });
}

static bool become(struct board *b, const struct text *text, GError **error)
{
	struct mark where = { 0 };
	g_autoptr(GError) why = NULL;

	if (edit_become(b->tree, text->bytes, text->len, &where, &why) &&
	    journey_check(b->tree, &where, &why))
		return true;
	if (where.line)
		g_prefix_error(&why, _("line %u, column %u: "), where.line,
			       where.column);
	g_propagate_error(error, g_steal_pointer(&why));
	return false;
}

/* Make TEXT the whole text, as a change called NAME. */
static const struct change *replace(struct board *b, const struct text *text,
				    const char *name, GError **error)
{
	const struct change *change = NULL;

	history_begin(b->tree);
	if (become(b, text, error))
		change = history_commit(b->tree, name, 0, 0);
	else
		history_abandon(b->tree);
	board_take(b, change);
	return change;
}

const struct change *
board_reload(struct board *b, const struct store_file *theirs, GError **error)
{
	struct text text = { .bytes = theirs->bytes, .len = theirs->len };
	GError *failed = NULL;
	const struct change *change =
		replace(b, &text, _("reload from disk"), &failed);

	if (failed) {
		g_propagate_error(error, failed);
		return NULL;
	}
	know(b, theirs);
	board_is_saved(b);
	return change;
}

static struct differ_text our_text(const struct board *b, char **bytes)
{
	struct differ_text ours = { .name = _("yours") };

	*bytes = tree_emit(b->tree, &ours.text.len);
	ours.text.bytes = *bytes;
	return ours;
}

static struct differ_text their_text(const struct store_file *theirs)
{
	return (struct differ_text){
		.text = { .bytes = theirs->bytes, .len = theirs->len },
		.name = _("on the disk"),
	};
}

static struct differ_text base_text(const struct board *b)
{
	struct differ_text base = {
		.text = { .bytes = b->base, .len = b->base_len },
		.name = _("before"),
	};

	if (!b->base)
		base.text.bytes = tree_opened(b->tree, &base.text.len);
	return base;
}

char *board_merge_texts(const struct differ_text *ours,
			const struct differ_text *base,
			const struct differ_text *theirs, GError **error)
{
	unsigned n;
	g_autofree char *merged = differ_merge(ours, base, theirs, &n, error);

	if (!merged || !n)
		return g_steal_pointer(&merged);
	g_set_error(error, BOARD_ERROR, BOARD_ERROR_CONFLICT,
		    ngettext("both have changed the same lines, in %u place",
			     "both have changed the same lines, in %u places",
			     n),
		    n);
	return NULL;
}

/* All that was done on both sides, or NULL. */
static char *merge(const struct board *b, const struct store_file *theirs,
		   GError **error)
{
	g_autofree char *bytes = NULL;
	struct differ_text ours = our_text(b, &bytes);
	struct differ_text base = base_text(b);
	struct differ_text others = their_text(theirs);

	return board_merge_texts(&ours, &base, &others, error);
}

const struct change *
board_merge(struct board *b, const struct store_file *theirs, GError **error)
{
	g_autofree char *merged = merge(b, theirs, error);
	const struct change *change;
	GError *failed = NULL;
	struct text text;

	if (!merged)
		return NULL;
	text = (struct text){ .bytes = merged, .len = strlen(merged) };
	change = replace(b, &text, _("merge with what is on disk"), &failed);
	if (failed) {
		g_propagate_error(error, failed);
		return NULL;
	}
	know(b, theirs);
	if (theirs->len == text.len &&
	    !memcmp(theirs->bytes, text.bytes, text.len))
		board_is_saved(b);
	else
		board_mark_unsaved(b);
	return change;
}

void board_keep(struct board *b, const struct store_file *theirs)
{
	know(b, theirs);
	board_mark_unsaved(b);
}

char *board_compare(const struct board *b, const struct store_file *theirs,
		    GError **error)
{
	g_autofree char *bytes = NULL;
	struct differ_text ours = our_text(b, &bytes);
	struct differ_text others = their_text(theirs);

	return differ_compare(&others, &ours, error);
}
