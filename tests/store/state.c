/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Side files are found again, and are nobody else's business.
 */
#include "store/state.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <glib.h>
#include <string.h>
#include <unistd.h>

#include "folder.h"

static void enter(void)
{
	g_autofree char *here = NULL;

	folder_enter();
	here = g_get_current_dir();
	g_setenv("XDG_STATE_HOME", here, TRUE);
	g_setenv("XDG_RUNTIME_DIR", here, TRUE);
}

TestSuite(state, .init = enter, .fini = folder_leave, .timeout = 60);

static mode_t mode_of(const char *name)
{
	return look_at(name).st_mode & 07777;
}

Test(state, is_private_whatever_the_umask)
{
	struct state_folder folder;

	umask(0);
	cr_assert_eq(state_open(STATE_HOME, "x.yaml", true, &folder), 0);
	state_close(&folder);
	cr_assert_eq(mode_of("senseboard"), 0700);
	cr_assert_eq(mode_of("senseboard/journal"), 0700);
}

Test(state, is_made_private_again)
{
	struct state_folder folder;

	cr_assert(!mkdir("senseboard", 0755));
	cr_assert(!chmod("senseboard", 0777));
	cr_assert_eq(state_open(STATE_HOME, NULL, true, &folder), 0);
	state_close(&folder);
	cr_assert_eq(mode_of("senseboard"), 0700);
}

Test(state, is_made_only_when_asked)
{
	struct state_folder folder;

	cr_assert_eq(state_open(STATE_HOME, NULL, false, &folder), ENOENT);
	cr_assert_eq(folder.fd, -1);
	cr_assert_eq(count_names(), 0);
}

Test(state, follows_no_link)
{
	struct state_folder folder;

	cr_assert(!mkdir("elsewhere", 0700));
	cr_assert(!symlink("elsewhere", "senseboard"));
	cr_assert_neq(state_open(STATE_HOME, NULL, true, &folder), 0);
}

Test(state, trusts_nobody_elses_folder)
{
	struct state_folder folder;

	if (geteuid() != 0)
		skip("only root can give a folder away");
	cr_assert(!mkdir("senseboard", 0700));
	give_to_nobody("senseboard");
	cr_assert_eq(state_open(STATE_HOME, NULL, true, &folder), EACCES);
}

Test(state, has_a_place_for_each_session)
{
	struct state_folder folder;

	cr_assert_eq(state_open(STATE_RUNTIME, NULL, true, &folder), 0);
	cr_assert(g_str_has_suffix(folder.path, "/senseboard/journal"));
	state_close(&folder);
	g_setenv("XDG_RUNTIME_DIR", "not/absolute", TRUE);
	cr_assert_eq(state_open(STATE_RUNTIME, NULL, true, &folder), ENOENT);
}

Test(state, is_beside_a_document_only_in_a_private_folder)
{
	struct state_folder folder;
	g_autofree char *name = NULL;

	cr_assert(!mkdir("open", 0755) && !mkdir("shut", 0700));
	cr_assert_eq(state_open(STATE_BESIDE, "open/x.yaml", true, &folder),
		     EACCES);
	cr_assert_eq(state_open(STATE_BESIDE, NULL, true, &folder), ENOENT);
	cr_assert_eq(state_open(STATE_BESIDE, "shut/x.yaml", true, &folder), 0);
	name = state_name(&folder, "x", ".lock");
	cr_assert_str_eq(name, ".x.lock");
	state_close(&folder);
}

static char *stem_of(const char *document, const char *base)
{
	char *stem = state_stem(document);

	cr_assert(g_str_has_prefix(stem, base), "%s", stem);
	cr_assert_eq(strlen(stem), strlen(base) + 16);
	return stem;
}

Test(state, knows_a_document_by_every_name)
{
	g_autofree char *direct = NULL, *around = NULL, *linked = NULL;
	g_autofree char *fresh = stem_of("x.yaml", "x.yaml-");

	put("x.yaml", "a: b\n");
	cr_assert(!mkdir("d", 0755) && !symlink("../x.yaml", "d/l.yaml"));
	direct = stem_of("x.yaml", "x.yaml-");
	around = stem_of("d/../x.yaml", "x.yaml-");
	linked = stem_of("d/l.yaml", "x.yaml-");
	cr_assert_str_eq(direct, fresh);
	cr_assert_str_eq(direct, around);
	cr_assert_str_eq(direct, linked);
}

Test(state, tells_documents_of_one_name_apart)
{
	g_autofree char *one = stem_of("d/x.yaml", "x.yaml-");
	g_autofree char *other = stem_of("e/x.yaml", "x.yaml-");
	g_autofree char *untitled = stem_of(NULL, "untitled-");
	g_autofree char *again = stem_of(NULL, "untitled-");

	cr_assert_str_neq(one, other);
	cr_assert_str_neq(untitled, again);
}

Test(state, has_names_that_are_safe_to_show)
{
	g_free(stem_of("\033]0;x\a y.yaml", "__0_x__y.yaml-"));
}
