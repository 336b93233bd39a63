/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A storyboard that somebody else has open: one is told who, and gets into
 * nobody's way without meaning to.
 */
#include "screen.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "../store/folder.h"
#include "desk.h"
#include "press.h"
#include "store/lock.h"

/* The test has it open. */
static struct lock *elsewhere;

static void enter(void)
{
	g_autofree char *home = NULL;

	desk_enter();
	home = folder_beside("home");
	g_setenv("XDG_STATE_HOME", home, TRUE);
	elsewhere = lock_take("day.yaml", NULL);
	cr_assert(elsewhere);
}

static void leave(void)
{
	lock_release(elsewhere);
	folder_leave();
}

TestSuite(twice, .init = enter, .fini = leave);

static struct screen *open_too(void)
{
	struct screen *s = desk_open();
	g_autofree char *process = g_strdup_printf("%d", getpid());

	screen_expect(s, "'day.yaml' is open elsewhere since 20");
	screen_expect(s, g_get_user_name());
	screen_expect(s, process);
	return s;
}

Test(twice, the_second_is_read_only_unless_asked)
{
	struct screen *s = open_too();

	press(s, "elsewhere", "read-only");
	screen_expect(s, "read-only");
	press(s, "panes", "delete");
	screen_expect(s, "is open elsewhere");
	screen_expect(s, "First light");
	press(s, "everywhere", "save");
	expect("day.yaml", desk_storyboard);
	desk_quit(s);
}

Test(twice, the_second_follows_what_the_first_saves)
{
	g_autofree char *theirs =
		replaced(desk_storyboard, "First light", "Dawn");
	struct screen *s = open_too();

	press(s, "elsewhere", "read-only");
	put("day.yaml", theirs);
	screen_settle_at(s, "has been read again");
	screen_expect(s, "Dawn");
	desk_quit(s);
}

Test(twice, the_second_may_edit_when_told_to)
{
	g_autofree char *want =
		replaced(desk_storyboard, "First light", "Dawn");
	struct screen *s = open_too();

	press(s, "elsewhere", "edit-anyway");
	desk_rename(s, "Dawn");
	desk_save(s);
	expect("day.yaml", want);
	desk_quit(s);
}

Test(twice, the_second_may_edit_later_too)
{
	struct screen *s = open_too();

	press(s, "elsewhere", "read-only");
	screen_expect(s, ": edit anyway");
	press(s, "everywhere", "commands");
	press_text(s, "edit anyway");
	press(s, "commands", "run");
	screen_expect_not(s, "read-only");
	desk_rename(s, "Dawn");
	desk_save(s);
	desk_quit(s);
}

Test(twice, the_second_may_be_left)
{
	struct screen *s = open_too();

	press_last(s, "elsewhere", "leave-it");
	screen_expect_exit(s, 0);
	screen_free(s);
}

Test(twice, another_editor_is_named)
{
	struct screen *s;

	lock_release(elsewhere);
	elsewhere = NULL;
	cr_assert(!symlink("ada@far.7:1", ".#day.yaml"));
	s = desk_open();
	screen_expect(s, "is open in Emacs: ada on far, process 7");
	press(s, "elsewhere", "edit-anyway");
	desk_rename(s, "Dawn");
	desk_save(s);
	desk_quit(s);
}

Test(twice, who_comes_after_is_told_of_nobody)
{
	struct screen *s;

	lock_release(elsewhere);
	elsewhere = NULL;
	s = desk_open();
	screen_expect_not(s, "elsewhere");
	desk_quit(s);
	s = desk_open();
	screen_expect_not(s, "elsewhere");
	desk_quit(s);
}
