/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Side files go into the folder of the test itself.
 */
#include "diary.h"

#include <criterion/criterion.h>
#include <string.h>

#include "folder.h"

void diary_enter(void)
{
	g_autofree char *here = NULL;

	folder_enter();
	here = g_get_current_dir();
	g_setenv("XDG_STATE_HOME", here, TRUE);
	g_unsetenv("XDG_RUNTIME_DIR");
	cr_assert(!mkdir("open", 0755));
}

struct journal *diary_begin_with(size_t most)
{
	return journal_new(&(struct journal_start){
		.document = DIARY_DOCUMENT,
		.stem = DIARY_STEM,
		.base = { DIARY_BASE, strlen(DIARY_BASE) },
		.most = most,
	});
}

struct journal *diary_begin(void)
{
	return diary_begin_with(0);
}

void diary_splice(struct journal *j, size_t off, const char *old,
		  const char *new)
{
	journal_splice(j, off, &(struct text){ old, strlen(old) },
		       &(struct text){ new, strlen(new) });
}

void diary_edit(struct journal *j)
{
	diary_splice(j, 9, "", "long ");
	journal_commit(j, JOURNAL_DO, "make it long");
	diary_splice(j, 0, "title", "name");
	journal_commit(j, JOURNAL_DO, "rename it");
}

void diary_undo(struct journal *j)
{
	diary_splice(j, 0, "name", "title");
	journal_commit(j, JOURNAL_UNDO, "rename it");
}

Recovery *diary_read(const struct journal *j)
{
	GError *error = NULL;
	Recovery *r = recovery_read(journal_path(j), &error);

	cr_assert(r, "%s", error ? error->message : "nothing");
	return r;
}

void diary_says(const struct text *text, const char *want)
{
	cr_assert_eq(text->len, strlen(want), "%s", text->bytes);
	cr_assert_eq(memcmp(text->bytes, want, text->len), 0);
}
