/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Other editors are seen by what they leave, and no longer once they are
 * dead; whatever else has such a name says nothing.
 */
#include "store/others.h"

#include <criterion/criterion.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "folder.h"

TestSuite(others, .init = folder_enter, .fini = folder_leave, .timeout = 60);

static void expect_told(const char *program, const char *user, const char *host,
			long process)
{
	g_autofree char *told = others_tell("x.yaml");
	g_autofree char *want =
		g_strdup_printf("'x.yaml' is open in %s: %s on %s, process %ld",
				program, user, host, process);

	cr_assert(told);
	cr_expect_str_eq(told, want);
}

static void expect_nobody(void)
{
	g_autofree char *told = others_tell("x.yaml");

	cr_expect_null(told, "%s", told);
}

/* The process of somebody who is dead. */
static long dead(void)
{
	pid_t child = fork();

	cr_assert_geq(child, 0);
	if (!child)
		_exit(0);
	waitpid(child, NULL, 0);
	return child;
}

static void emacs_opens(const char *host, long process)
{
	g_autofree char *mark =
		g_strdup_printf("ada@%s.%ld:1700000000", host, process);

	unlink(".#x.yaml");
	cr_assert(!symlink(mark, ".#x.yaml"));
}

static void vim_opens(const char *name, const char *program, const char *host,
		      long process)
{
	char block[4096] = "b0";

	g_strlcpy(block + 2, program, 10);
	for (int i = 0; i < 4; i++)
		block[24 + i] = (char)(process >> 8 * i);
	g_strlcpy(block + 28, "ada", 40);
	g_strlcpy(block + 68, host, 40);
	cr_assert(g_file_set_contents(name, block, sizeof(block), NULL));
}

Test(others, nobody_is_told_where_nobody_is)
{
	expect_nobody();
	put("x.yaml", "a: 1\n");
	expect_nobody();
}

Test(others, emacs_is_seen_while_it_lives)
{
	emacs_opens(g_get_host_name(), getpid());
	expect_told("Emacs", "ada", g_get_host_name(), getpid());
	emacs_opens(g_get_host_name(), dead());
	expect_nobody();
	emacs_opens("far.example.org", 7);
	expect_told("Emacs", "ada", "far.example.org", 7);
}

Test(others, vim_is_seen_while_it_lives)
{
	vim_opens(".x.yaml.swp", "VIM 9.0", g_get_host_name(), dead());
	expect_nobody();
	vim_opens(".x.yaml.swo", "VIM 9.0", g_get_host_name(), getpid());
	expect_told("VIM 9.0", "ada", g_get_host_name(), getpid());
}

Test(others, neovim_is_seen_in_its_own_folder)
{
	g_autofree char *home = folder_beside("home");
	g_autofree char *here = g_get_current_dir();
	g_autofree char *stem = g_strdelimit(g_strdup(here), "/", '%');
	g_autofree char *name =
		g_strdup_printf("%s/nvim/swap/%s%%x.yaml.swp", home, stem);
	g_autofree char *folder = g_path_get_dirname(name);

	g_setenv("XDG_STATE_HOME", home, TRUE);
	cr_assert(!g_mkdir_with_parents(folder, 0700));
	vim_opens(name, "VIM 9.0", "far", 1);
	expect_told("VIM 9.0", "ada", "far", 1);
}

Test(others, nano_is_seen)
{
	vim_opens(".x.yaml.swp", "nano 7.2", "far", 1);
	expect_told("nano 7.2", "ada", "far", 1);
}

Test(others, are_seen_where_a_link_leads_to)
{
	cr_assert(!mkdir("a", 0755) && !symlink("a/y.yaml", "x.yaml"));
	put("a/y.yaml", "a: 1\n");
	vim_opens("a/.y.yaml.swp", "VIM 9.0", "far", 1);
	expect_told("VIM 9.0", "ada", "far", 1);
}

Test(others, what_only_has_the_name_is_nobody)
{
	put(".x.yaml.swp", "b0, but that is all");
	cr_assert(!symlink("ada", ".#x.yaml"));
	expect_nobody();
	unlink(".#x.yaml");
	cr_assert(!mkfifo(".x.yaml.swo", 0600));
	put(".#x.yaml", "ada@far.7");
	expect_nobody();
}

Test(others, no_name_steers_a_terminal)
{
	vim_opens(".x.yaml.swp", "\033[2J", "\033]0;far\a", 1);
	expect_told("\\x1b[2J", "ada", "\\x1b]0;far\\x07", 1);
}
