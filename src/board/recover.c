/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bringing back what a journal tells.
 *
 *	nobody else was there:	the text that was opened, then each change
 *	the file was changed:	the file, then one change that merges
 *
 * Each change of a journal is a text to the tree, which finds out what is new
 * in it.  That reads all of it again, so where the history is long and the
 * text too, the oldest changes become one.
 */
#include "board/recover.h"

#include <string.h>

#include "board/board-own.h"
#include "i18n.h"
#include "store/differ.h"
#include "store/orphans.h"
#include "yaml/edit.h"

#define READ_MOST ((size_t)32 << 20) /* bytes read for the sake of history */

/* --- finding ------------------------------------------------------------- */

static struct text file_text(const struct board *b)
{
	struct text text;

	if (b->raw)
		return (struct text){ b->raw, strlen(b->raw) };
	text.bytes = tree_opened(b->tree, &text.len);
	return text;
}

/* Whether R is of this storyboard and has something to tell. */
static bool worth_telling(const struct board *b, const struct recovery *r)
{
	struct text text;

	if (!b || !b->file.id.exists)
		return recovery_offers(r, NULL);
	text = file_text(b);
	return recovery_offers(r, &text);
}

/* Whether B is to hear of R. What has nothing to tell goes; what is not asked
 * about stays. */
static bool is_for(const struct board *b, const struct recovery *r)
{
	const char *own = b && b->journal ? journal_path(b->journal) : NULL;

	if (!g_strcmp0(r->file, own) || (r->document != NULL) != (b != NULL))
		return false;
	if (worth_telling(b, r))
		return true;
	orphan_remove(r->file, NULL);
	return false;
}

GPtrArray *board_orphans(const struct board *b)
{
	const char *ours = b && b->lock ? lock_stem(b->lock) : NULL;
	GPtrArray *found = orphans_read(b ? b->path : NULL, ours);

	for (guint i = found->len; i-- > 0;)
		if (!is_for(b, found->pdata[i]))
			g_ptr_array_remove_index(found, i);
	return found;
}

bool board_orphan_differs(const struct board *b, const struct recovery *r)
{
	struct text text;

	if (!b || !b->file.id.exists || r->torn)
		return false;
	text = file_text(b);
	return !bytes_same(&text, &r->disk);
}

char *board_orphan_compare(const struct board *b, const struct recovery *r,
			   GError **error)
{
	struct differ_text was = { .text = r->disk, .name = _("saved") };
	struct differ_text is = { .text = r->text, .name = _("recovered") };

	if (b && b->file.id.exists)
		was.text = file_text(b);
	return differ_compare(&was, &is, error);
}

/* --- making changes ------------------------------------------------------ */

static bool become(struct board *b, const struct text *text, const char *name,
		   GError **error)
{
	bool good;

	history_begin(b->tree);
	good = edit_become(b->tree, text->bytes, text->len, NULL, error);
	if (good)
		board_take(b, history_commit(b->tree, name, 0, 0));
	else
		history_abandon(b->tree);
	return good;
}

/* How many changes at the beginning are made as one. */
static unsigned hurry(const struct recovery *r)
{
	size_t changes = READ_MOST / (r->text.len + 1);
	unsigned all = r->done->len + r->undone->len;

	if (all <= changes)
		return 0;
	return MIN(all - (unsigned)changes, r->done->len);
}

/* Make a change of the journal. One that does not read as YAML waits for the
 * next that does. */
static void remake(struct board *b, const struct recovery_change *c,
		   struct buffer *text, bool wait)
{
	struct text now;

	if (!recovery_apply(c, text) || wait)
		return;
	now = buffer_text(text);
	if (become(b, &now, c->name, NULL))
		history_date(b->tree, c->time);
}

/* All that was done then. */
static void redo_all(struct board *b, const struct recovery *r,
		     struct buffer *text)
{
	unsigned wait = hurry(r);

	for (guint i = 0; i < r->done->len; i++) {
		remake(b, r->done->pdata[i], text, i + 1 < wait);
		if (i + 1 == r->saved)
			board_is_saved(b);
	}
}

/* What was undone then is done too, and undone again. */
static void undo_all(struct board *b, const struct recovery *r,
		     struct buffer *text)
{
	unsigned depth = history_depth(b->tree), n = r->done->len;

	for (guint i = r->undone->len; i-- > 0;) {
		remake(b, r->undone->pdata[i], text, false);
		if (++n == r->saved)
			board_is_saved(b);
	}
	while (history_depth(b->tree) > depth)
		board_undo(b);
}

static bool is_text(const struct board *b, const struct text *text)
{
	struct text now;
	g_autofree char *bytes = tree_emit(b->tree, &now.len);

	now.bytes = bytes;
	return bytes_same(&now, text);
}

/* --- recovering ---------------------------------------------------------- */

static struct board *board_of(const struct text *text, GError **error)
{
	char *copy = g_malloc(text->len + 1);
	g_autoptr(Board) b = NULL;

	memcpy(copy, text->bytes, text->len);
	copy[text->len] = '\0';
	b = board_from_bytes(copy, text->len, "", error);
	if (b && !b->journey) {
		g_set_error(error, BOARD_ERROR, BOARD_ERROR_READ_ONLY,
			    _("cannot recover: %s"), b->problem);
		return NULL;
	}
	return g_steal_pointer(&b);
}

/* What B knows about its file is true of N. */
static void inherit(struct board *n, const struct board *b)
{
	struct text disk;

	g_free(n->name);
	n->name = g_strdup(b->name);
	n->path = g_strdup(b->path);
	n->never_saved = b->never_saved;
	n->file.id = b->file.id;
	disk = file_text(b);
	board_take_base(n, g_memdup2(disk.bytes, disk.len + 1), disk.len);
	board_move_beside(n, b->path);
}

/* An untitled board has a lock and a journal of its own. */
static struct board *begin(const struct text *text, struct board *b,
			   GError **error)
{
	struct board *n = board_of(text, error);

	if (!n)
		return NULL;
	if (b) {
		inherit(n, b);
		n->lock = g_steal_pointer(&b->lock);
		board_begin_journal(n);
	} else {
		board_name_by_title(n);
		n->never_saved = true;
		board_protect(n, NULL);
	}
	return n;
}

/* The text that was opened, and its history. */
static struct board *recover_all(struct board *b, struct recovery *r,
				 GError **error)
{
	struct board *n = begin(&r->base, b, error);
	bool other = r->torn || board_orphan_differs(b, r);
	struct buffer text;
	struct text disk;

	if (!n)
		return NULL;
	if (r->saved)
		board_mark_unsaved(n);
	buffer_init(&text, &r->base);
	redo_all(n, r, &text);
	undo_all(n, r, &text);
	buffer_release(&text);
	if (!is_text(n, &r->text))
		become(n, &r->text, _("recover"), error);
	if (other) {
		board_mark_unsaved(n);
		disk = (struct text){ n->base, n->base_len };
		journal_disk(n->journal, &disk);
	}
	return n;
}

/* What is in the file, and a change that brings in the rest. */
static struct board *recover_merged(struct board *b, struct recovery *r,
				    GError **error)
{
	struct differ_text ours = { .text = r->text, .name = _("recovered") };
	struct differ_text base = { .text = r->disk, .name = _("before") };
	struct differ_text theirs = { .text = file_text(b),
				      .name = _("on the disk") };
	g_autofree char *name =
		g_strdup_printf(ngettext("recover %u change",
					 "recover %u changes", r->done->len),
				r->done->len);
	g_autofree char *merged =
		board_merge_texts(&ours, &base, &theirs, error);
	struct text text = { merged, merged ? strlen(merged) : 0 };
	struct board *n;

	if (!merged)
		return NULL;
	n = begin(&theirs.text, b, error);
	if (n)
		become(n, &text, name, error);
	return n;
}

/* Give B back what N took from it. */
static void give_back(struct board *b, struct board *n)
{
	if (b)
		b->lock = g_steal_pointer(&n->lock);
	board_mark_saved(n); /* there is nothing in it to keep */
	board_free(n);
}

/* Whether nothing of N would be lost now, whatever happens. */
static bool is_safe(const struct board *n)
{
	if (board_unprotected(n))
		return false;
	return !board_unsaved(n) || !journal_sync(n->journal);
}

struct board *board_recover(struct board *b, struct recovery *r, bool ours,
			    GError **error)
{
	bool merge = !ours && board_orphan_differs(b, r);
	GError *failed = NULL;
	struct board *n;

	orphan_make_room(&r->file);
	n = merge ? recover_merged(b, r, &failed) : recover_all(b, r, &failed);
	if (failed) {
		if (merge) { /* whatever it is: it can be had without */
			failed->domain = BOARD_ERROR;
			failed->code = BOARD_ERROR_CONFLICT;
		}
		g_propagate_error(error, failed);
		if (n)
			give_back(b, n);
		return NULL;
	}
	if (r->draft && *r->draft)
		board_draft(n, r->draft_where, r->draft);
	if (is_safe(n))
		orphan_remove(r->file, NULL);
	return n;
}
