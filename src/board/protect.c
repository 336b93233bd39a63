/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keeping a crash journal while a storyboard is edited.
 *
 *	text  --splices-->  journal  --one write-->  disk, then the screen
 *
 * The tree tells every splice; a change that the board has taken ends the
 * record.  What the journal is in the end is decided when the board goes: it
 * is only left behind where there is something in it that no file has.
 */
#include "board/board-own.h"
#include "board/board.h"

#include "store/error.h"
#include "store/state.h"

static void follow_text(void *data, const struct splice *s)
{
	struct board *b = data;
	struct text old = { s->old, s->old_len };
	struct text new = { s->new, s->new_len };

	journal_splice(b->journal, s->off, &old, &new);
}

void board_follow_text(struct board *b)
{
	struct splice_follower follower = { follow_text, b };

	tree_follow(b->tree, b->journal ? &follower : NULL);
}

void board_begin_journal(struct board *b)
{
	g_autofree char *stem =
		b->lock ? g_strdup(lock_stem(b->lock)) : state_stem(b->path);
	struct journal_start start = {
		.document = b->path,
		.stem = stem,
	};

	start.base.bytes = tree_opened(b->tree, &start.base.len);
	b->journal = journal_new(&start);
	board_follow_text(b);
}

/* TAKE_LOCK is the board's; NULL where none can be made: the journal will try
 * again to find a place at each change. */
static void protect(struct board *b, struct lock *take_lock)
{
	b->lock = take_lock;
	if (b->journey)
		board_begin_journal(b);
}

static bool is_locked(const GError *error)
{
	return g_error_matches(error, STORE_ERROR, STORE_ERROR_LOCKED);
}

bool board_protect(struct board *b, GError **error)
{
	g_autoptr(GError) failed = NULL;
	struct lock *lock = lock_take(b->path, &failed);

	if (is_locked(failed)) {
		g_propagate_error(error, g_steal_pointer(&failed));
		return false;
	}
	protect(b, lock);
	return true;
}

void board_protect_beside(struct board *b)
{
	protect(b, lock_take_beside(b->path, NULL));
}

void board_make_read_only(struct board *b, const char *why)
{
	if (!b->journey)
		return; /* for a better reason */
	b->read_only = true;
	g_free(b->problem);
	b->problem = g_strdup(why);
}

void board_make_editable(struct board *b)
{
	b->read_only = false;
	g_clear_pointer(&b->problem, g_free);
	if (!board_protect(b, NULL))
		board_protect_beside(b);
}

const char *board_unprotected(const struct board *b)
{
	return b->journal ? journal_problem(b->journal) : NULL;
}

const char *board_journal_path(const struct board *b)
{
	return b->journal ? journal_path(b->journal) : NULL;
}

void board_record(struct board *b, enum journal_act act,
		  const struct change *change)
{
	if (b->journal)
		journal_commit(b->journal, act, change->name);
}

void board_draft(struct board *b, const char *where, const char *text)
{
	if (b->journal)
		journal_draft(b->journal, where, text);
}

void board_give_up(struct board *b)
{
	b->given_up = true;
}

/* --- around a save ------------------------------------------------------- */

/* The board is called PATH now: so are its lock and its journal. */
void board_move_journal(struct board *b, const char *path)
{
	struct lock *lock;

	if (!b->journal)
		return;
	lock = lock_take(path, NULL);
	if (!lock)
		lock = lock_take_beside(path, NULL);
	if (!lock)
		return;
	lock_release(b->lock);
	b->lock = lock;
}

void board_is_saved(struct board *b)
{
	g_autofree char *stem =
		b->lock ? g_strdup(lock_stem(b->lock)) : state_stem(b->path);

	board_mark_saved(b);
	if (b->path)
		journal_saved(b->journal, b->path, stem);
}

/* --- the end ------------------------------------------------------------- */

bool board_leaves_work(const struct board *b)
{
	return b->journal &&
	       (board_unsaved(b) || journal_has_draft(b->journal));
}

static enum journal_end how_it_ends(const struct board *b)
{
	if (b->given_up)
		return JOURNAL_DISCARD;
	return board_leaves_work(b) ? JOURNAL_KEEP : JOURNAL_REMOVE;
}

void board_end_journal(struct board *b)
{
	if (b->journal) {
		tree_follow(b->tree, NULL);
		journal_close(b->journal, how_it_ends(b));
		b->journal = NULL;
	}
	g_clear_pointer(&b->lock, lock_release);
}
