/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two storyboards open beside each other: whatever ends the program, nothing
 * of either is lost.
 */
#include "screen.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#include "../store/folder.h"
#include "desk.h"
#include "press.h"
#include "store/lock.h"

static void enter(void)
{
	g_autofree char *other = NULL;

	desk_enter();
	other = replaced(desk_storyboard, "A day here", "An evening");
	put("evening.yaml", other);
}

TestSuite(beside, .init = enter, .fini = folder_leave);

/* Both, each with a change that is not saved. */
static struct screen *edit_both(void)
{
	static const char *const args[] = { "day.yaml", "evening.yaml", NULL };
	struct screen *s = screen_start(&(struct start){ .args = args });

	screen_expect(s, "A day here (1/2)");
	desk_rename(s, "Dawn");
	press(s, "everywhere", "other-storyboard");
	screen_expect(s, "An evening (2/2)");
	desk_rename(s, "Dusk");
	return s;
}

/* It can be brought back, and is then renamed to NAME. */
static void expect_recovered(const char *file, const char *name)
{
	struct screen *s = screen_open(file);
	g_autofree char *row = g_strdup_printf("1 %s ", name);

	screen_expect(s, "Not saved when senseboard ended");
	press(s, "recovery", "recover");
	screen_expect(s, row);
	desk_save(s);
	desk_quit(s);
}

static void expect_both_outlive(int sig)
{
	struct screen *s = edit_both();

	kill(screen_pid(s), sig);
	cr_expect_eq(WTERMSIG(screen_wait(s)), sig);
	screen_free(s);
	expect_recovered("day.yaml", "Dawn");
	expect_recovered("evening.yaml", "Dusk");
}

Test(beside, both_outlive_a_kill)
{
	expect_both_outlive(SIGKILL);
}

Test(beside, both_outlive_who_asks_to_end)
{
	expect_both_outlive(SIGTERM);
}

Test(beside, both_outlive_a_closed_window)
{
	expect_both_outlive(SIGHUP);
}

Test(beside, a_crash_says_where_both_are)
{
	struct screen *s = edit_both();

	kill(screen_pid(s), SIGSEGV);
	screen_wait(s);
	screen_expect(s, "what was not saved is in");
	screen_expect(s, "/day.yaml-");
	screen_expect(s, "/evening.yaml-");
	screen_free(s);
}

Test(beside, quitting_saves_both)
{
	g_autofree char *day =
		replaced(desk_storyboard, "name: First light", "name: Dawn");
	struct screen *s = edit_both();

	press(s, "everywhere", "quit");
	screen_expect(s, "'evening.yaml' has changes not saved yet");
	press(s, "quit", "save-and-quit");
	screen_expect(s, "'day.yaml' has changes not saved yet");
	press_last(s, "quit", "save-and-quit");
	screen_expect_exit(s, 0);
	screen_free(s);
	expect("day.yaml", day);
	desk_quit(screen_open("evening.yaml"));
}

/* The test has it open. */
static struct lock *take_lock(const char *file)
{
	g_autofree char *home = folder_beside("home");
	struct lock *lock;

	g_setenv("XDG_STATE_HOME", home, TRUE);
	lock = lock_take(file, NULL);
	cr_assert(lock);
	return lock;
}

Test(beside, one_that_somebody_else_has_is_left_alone)
{
	static const char *const args[] = { "day.yaml", "evening.yaml", NULL };
	struct lock *elsewhere = take_lock("evening.yaml");
	struct screen *s = screen_start(&(struct start){ .args = args });

	press(s, "everywhere", "other-storyboard");
	screen_expect(s, "'evening.yaml' is open elsewhere");
	press(s, "elsewhere", "leave-it");
	screen_expect(s, "A day here");
	screen_expect_not(s, "(1/2)");
	desk_quit(s);
	lock_release(elsewhere);
}
