/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A journal of a small text, for tests of it.
 */
#ifndef SENSEBOARD_TESTS_STORE_DIARY_H
#define SENSEBOARD_TESTS_STORE_DIARY_H

#include "store/journal.h"
#include "store/recovery.h"

#define DIARY_BASE "title: A day\n"
#define DIARY_STEM "x.yaml-0123"
#define DIARY_FOLDER "senseboard/journal" /* of the side files */
#define DIARY_DOCUMENT "open/x.yaml" /* no place for side files */

/* .init: a folder of its own, in which side files are kept; .fini is
 * folder_leave(). */
void diary_enter(void);

/* A journal of DIARY_DOCUMENT; the same that is written anew at MOST bytes. */
struct journal *diary_begin(void);
struct journal *diary_begin_with(size_t most);

/* Part of a change. */
void diary_splice(struct journal *j, size_t off, const char *old,
		  const char *new);

/* Two changes: "title: A day" -> "title: A long day" -> "name: A long day";
 * the second is taken back. */
void diary_edit(struct journal *j);
void diary_undo(struct journal *j);

/* What its file tells now, which must be something. */
Recovery *diary_read(const struct journal *j);

/* Fails the test unless TEXT is WANT. */
void diary_says(const struct text *text, const char *want);

#endif
