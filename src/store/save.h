/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A text onto the disk: all of it or, with the true reason, none of it.
 */
#ifndef SENSEBOARD_STORE_SAVE_H
#define SENSEBOARD_STORE_SAVE_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

#include "store/error.h"
#include "store/read.h"

/* What a save has to take care of. */
struct store_care {
	/*
	 * The text that the file must still have (its .exists: that there
	 * must be none), up to the moment in which the new one takes its
	 * place; else STORE_ERROR_CHANGED.  NULL: whatever is there goes.
	 */
	const struct store_identity *known;
	/*
	 * Keeps the new text elsewhere, on the disk, before the first byte of
	 * a file that has to be written over in place is touched; when it
	 * fails nothing is.  May be NULL.
	 */
	bool (*keep)(void *data, const char *bytes, size_t len, GError **error);
	void *data;
};

/*
 * Makes BYTES the text of the file PATH and returns when they are on the
 * disk and have been read back.  Links are followed and kept; mode, owner
 * and attributes stay.  CARE may be NULL: for nothing.
 *
 * ID becomes the identity of what was saved.  On failure the file is the old
 * one, unless it is only unsure whether the new one, already in its place,
 * would outlive a power cut: then ID is the new one's.
 */
bool store_save(const char *path, const char *bytes, size_t len,
		const struct store_care *care, struct store_identity *id,
		GError **error);

/*
 * The same for a file that must not be there yet, else STORE_ERROR_EXISTS.
 */
bool store_create(const char *path, const char *bytes, size_t len,
		  GError **error);

#endif
