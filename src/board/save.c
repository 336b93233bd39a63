/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Saving a storyboard, and knowing whether it needs to be.
 *
 *	refuse -> nothing to do? -> changed on the disk? -> print the text
 *	-> verify that it reads back -> write
 *
 * Saved is a point in the history: so many changes stand.  Undoing goes away
 * from it and redoing comes back; a new change made below it throws away the
 * way back, and then no number of changes is the saved one.
 */
#include "board/board.h"

#include <limits.h>

#include "board/board-own.h"
#include "board/past.h"
#include "i18n.h"
#include "store/save.h"

#define NEVER UINT_MAX /* no number of changes is what was saved */

void board_mark_saved(struct board *b)
{
	b->saved_depth = b->tree ? history_depth(b->tree) : 0;
}

void board_mark_unsaved(struct board *b)
{
	b->saved_depth = NEVER;
}

void board_take_base(struct board *b, char *take_bytes, size_t len)
{
	g_free(b->base);
	b->base = take_bytes;
	b->base_len = len;
}

void board_forget_lost_save(struct board *b)
{
	if (b->saved_depth >= history_depth(b->tree))
		b->saved_depth = NEVER;
}

unsigned board_saved_at(const struct board *b)
{
	return b->saved_depth;
}

bool board_unsaved(const struct board *b)
{
	return b->journey && (history_depth(b->tree) != b->saved_depth ||
			      b->disk == STORE_DELETED);
}

static bool fail(GError **error, enum board_error code, const char *message,
		 const char *path)
{
	g_autofree char *name = store_display_name(path);

	g_set_error(error, BOARD_ERROR, code, "'%s' %s", name, message);
	return false;
}

static bool may_save(const struct board *b, const char *path, GError **error)
{
	if (!path) {
		g_set_error(error, BOARD_ERROR, BOARD_ERROR_UNTITLED,
			    _("this storyboard has no file name yet"));
		return false;
	}
	if (!b->journey)
		return fail(error, BOARD_ERROR_READ_ONLY,
			    _("has to be mended first"), path);
	return true;
}

/* Whether the file is what the board knows of it; *SAME says that it is there,
 * too. */
static bool still_ours(struct board *b, bool *same, GError **error)
{
	if (!board_look(b, STORE_COMPARE, error))
		return false;
	*same = b->disk == STORE_SAME && b->file.id.exists;
	if (b->disk == STORE_SAME)
		return true;
	if (b->disk == STORE_DELETED)
		return fail(error, BOARD_ERROR_DELETED,
			    _("has been deleted on the disk"), b->path);
	return fail(error, BOARD_ERROR_CHANGED,
		    b->file.id.exists ? _("has been changed by another program")
				      : _("has been created meanwhile"),
		    b->path);
}

/* What the store says, in the words of those who asked for the save. */
static bool explain(const struct board *b, const char *path,
		    GError *take_failed, GError **error)
{
	g_autoptr(GError) failed = take_failed;
	bool exists = g_error_matches(failed, STORE_ERROR, STORE_ERROR_EXISTS);

	if (exists && path != b->path)
		return fail(error, BOARD_ERROR_EXISTS, _("already exists"),
			    path);
	if (exists || g_error_matches(failed, STORE_ERROR, STORE_ERROR_CHANGED))
		return fail(error, BOARD_ERROR_CHANGED,
			    _("has been changed by another program"), path);
	g_propagate_error(error, g_steal_pointer(&failed));
	return false;
}

struct keeping {
	struct board *b;
	const char *path;
};

/* Where the file itself has to be written over, the journal has all of the new
 * text before. */
static bool keep_whole(void *data, const char *bytes, size_t len,
		       GError **error)
{
	const struct keeping *k = data;
	struct text text = { bytes, len };
	int failed = journal_saving(k->b->journal, k->path, &text, true);

	g_autofree char *why = NULL;

	/* a board that is not protected has asked for nothing else */
	if (!failed || !k->b->journal)
		return true;
	why = g_strdup_printf(_("it can only be written in place, and the "
				"crash journal cannot keep its text: %s"),
			      g_strerror(failed));
	return store_refuse(error, STORE_WRITE, k->path, why);
}

/* KNOWN: what must be in the file until then, NULL for anything. */
static bool write_text(struct board *b, const char *path,
		       const struct store_identity *known, GError **error)
{
	struct store_care care = {
		.known = known,
		.keep = keep_whole,
		.data = &(struct keeping){ b, path },
	};
	GError *failed = NULL;
	size_t len;
	g_autofree char *bytes = tree_emit(b->tree, &len);

	if (!tree_verify(b->tree, bytes, len, error))
		return false;
	journal_saving(b->journal, path, &(struct text){ bytes, len }, false);
	if (!store_save(path, bytes, len, &care, &b->file.id, &failed))
		return explain(b, path, failed, error);
	board_take_base(b, g_steal_pointer(&bytes), len);
	return true;
}

static void settle(struct board *b, const char *path)
{
	b->never_saved = false;
	b->disk = STORE_SAME;
	if (b->path != path) {
		board_move_journal(b, path);
		board_move_beside(b, path);
		g_free(b->path);
		g_free(b->name);
		b->path = g_strdup(path);
		b->name = g_path_get_basename(path);
	}
	board_is_saved(b);
}

bool board_save(struct board *b, const char *path, bool overwrite,
		GError **error)
{
	struct store_identity known = { .exists = false };
	bool ours, gone, same = false;

	if (!path || g_strcmp0(path, b->path) == 0)
		path = b->path;
	ours = path == b->path;
	if (!may_save(b, path, error))
		return false;
	if (ours && !overwrite && !still_ours(b, &same, error))
		return false;
	if (same && !board_unsaved(b))
		return true;
	gone = ours && b->disk == STORE_DELETED;
	if (ours && !gone)
		known = b->file.id;
	if (!write_text(b, path, overwrite && !gone ? NULL : &known, error))
		return false;
	settle(b, path);
	return true;
}
