/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Life and death: however the program goes, the terminal is as it was, and
 * who waits for it learns the truth.
 */
#include "screen.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../store/folder.h"
#include "desk.h"
#include "press.h"

TestSuite(life, .init = desk_enter, .fini = folder_leave);

static void expect_taken(struct screen *s)
{
	struct termios now;

	cr_expect(screen_mode(s, 1049), "the screen of its own");
	cr_expect(screen_mode(s, 1002) && screen_mode(s, 1006), "the mouse");
	cr_expect(screen_mode(s, 2004), "pastes");
	screen_modes(s, &now);
	cr_expect_not(now.c_lflag & (ICANON | ECHO | ISIG));
	cr_expect_not(now.c_iflag & IXON);
}

static void expect_given_back(struct screen *s)
{
	screen_expect_given_back(s);
	screen_expect_not(s, "First light");
}

static void expect_died_of(struct screen *s, int sig)
{
	int status = screen_wait(s);

	cr_expect(WIFSIGNALED(status), "%s: status %d", strsignal(sig),
		  WEXITSTATUS(status));
	cr_expect_eq(WTERMSIG(status), sig, "%s: died of %s", strsignal(sig),
		     strsignal(WTERMSIG(status)));
	expect_given_back(s);
}

static void expect_death_by(int sig)
{
	struct screen *s = desk_open();

	expect_taken(s);
	kill(screen_pid(s), sig);
	expect_died_of(s, sig);
	screen_free(s);
}

Test(life, signals_that_ask_leave_a_clean_terminal)
{
	expect_death_by(SIGTERM);
	expect_death_by(SIGHUP);
	expect_death_by(SIGINT);
	expect_death_by(SIGQUIT);
}

Test(life, signals_that_kill_leave_a_clean_terminal)
{
	expect_death_by(SIGSEGV);
	expect_death_by(SIGBUS);
	expect_death_by(SIGFPE);
	expect_death_by(SIGILL);
	expect_death_by(SIGABRT);
	expect_death_by(SIGTRAP);
	expect_death_by(SIGXCPU);
}

/* A thread of S that is not its first; 0 where that cannot be known. */
static pid_t other_thread(struct screen *s)
{
	g_autofree char *tasks =
		g_strdup_printf("/proc/%d/task", screen_pid(s));
	g_autoptr(GDir) dir = g_dir_open(tasks, 0, NULL);
	const char *name;

	while (dir && (name = g_dir_read_name(dir)))
		if (atoi(name) != screen_pid(s))
			return atoi(name);
	return 0;
}

Test(life, a_fault_in_the_thread_of_the_disk_leaves_a_clean_terminal)
{
	struct screen *s = desk_open();
	pid_t thread;

	desk_rename(s, "Dawn");
	thread = other_thread(s);
#ifdef SYS_tgkill
	if (thread) {
		syscall(SYS_tgkill, screen_pid(s), thread, SIGSEGV);
		expect_died_of(s, SIGSEGV);
	}
#endif
	screen_free(s);
	if (!thread)
		skip("nobody knows its threads here");
}

Test(life, quitting_leaves_a_clean_terminal)
{
	struct screen *s = desk_open();

	expect_taken(s);
	press_last(s, "everywhere", "quit");
	screen_expect_exit(s, 0);
	expect_given_back(s);
	screen_free(s);
}

Test(life, a_signal_in_an_open_field_leaves_a_clean_terminal)
{
	struct screen *s = desk_open();

	press(s, "panes", "edit");
	press_text(s, "half a na");
	kill(screen_pid(s), SIGTERM);
	cr_expect_eq(WTERMSIG(screen_wait(s)), SIGTERM);
	expect_given_back(s);
	expect("day.yaml", desk_storyboard);
	screen_free(s);
}

Test(life, a_closed_window_is_a_hangup)
{
	struct screen *s = desk_open();
	int status;

	screen_hang_up(s);
	status = screen_wait(s);
	cr_expect(WIFSIGNALED(status) && WTERMSIG(status) == SIGHUP,
		  "status %d", status);
	screen_free(s);
}

static void expect_stop_and_resume(struct screen *s)
{
	int status = screen_wait(s);

	cr_assert(WIFSTOPPED(status), "status %d", status);
	cr_expect_eq(WSTOPSIG(status), SIGTSTP);
	expect_given_back(s);
	cr_assert(screen_resume(s));
	expect_taken(s);
	screen_expect(s, "First light");
}

Test(life, the_suspend_key_gives_the_terminal_back_for_a_while)
{
	struct screen *s = desk_open();

	press_last(s, "everywhere", "suspend");
	expect_stop_and_resume(s);
	desk_quit(s);
}

Test(life, a_stop_signal_does_too)
{
	struct screen *s = desk_open();

	desk_rename(s, "Before the stop");
	kill(screen_pid(s), SIGTSTP);
	expect_stop_and_resume(s);
	screen_expect(s, "Before the stop");
	press(s, "everywhere", "undo");
	desk_quit(s);
}

Test(life, a_field_stays_open_over_a_stop)
{
	struct screen *s = desk_open();

	press(s, "panes", "edit");
	press_text(s, " and late");
	press_last(s, "field", "suspend");
	expect_stop_and_resume(s);
	press_text(s, "r");
	screen_expect(s, "First light and later");
	screen_free(s);
}

Test(life, the_size_may_change_while_it_is_stopped)
{
	struct screen *s = desk_open();

	press_last(s, "everywhere", "suspend");
	screen_wait(s);
	screen_resize_stopped(s, 30, 100);
	cr_assert(screen_resume(s));
	screen_expect(s, "First light");
	g_autofree char *hints = screen_row(s, 29);
	cr_expect(strstr(hints, "quit"), "'%s'", hints);
	desk_quit(s);
}

/* One line on the terminal, and not a byte to take it over before. */
static void expect_refused(const struct start *how, const char *part)
{
	struct screen *s = screen_start(how);
	const GString *bytes;

	screen_expect_exit(s, 3);
	bytes = screen_bytes(s);
	cr_expect(g_str_has_prefix(bytes->str, "senseboard: "), "'%s'",
		  bytes->str);
	cr_expect(strstr(bytes->str, part), "no '%s' in '%s'", part,
		  bytes->str);
	cr_expect(strstr(bytes->str, "senseboard show"), "'%s'", bytes->str);
	cr_expect_eq(strchr(bytes->str, '\n'), bytes->str + bytes->len - 1);
	cr_expect_not(strchr(bytes->str, '\033'));
	screen_expect_same_modes(s);
	screen_free(s);
}

static const char *const args[] = { "day.yaml", NULL };

Test(life, unknown_terminals_are_refused)
{
	static const char *const unknown[] = { "TERM=no-such-terminal", NULL };
	static const char *const dumb[] = { "TERM=dumb", NULL };
	static const char *const none[] = { "TERM=", NULL };

	expect_refused(&(struct start){ .args = args, .env = unknown },
		       "no-such-terminal");
	expect_refused(&(struct start){ .args = args, .env = dumb }, "dumb");
	expect_refused(&(struct start){ .args = args, .env = none }, "cursor");
}

Test(life, what_is_no_terminal_is_refused)
{
	int null = open("/dev/null", O_RDONLY);

	expect_refused(&(struct start){ .args = args, .input = null }, "input");
	close(null);
}
