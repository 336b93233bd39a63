/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Signals: those that ask wait their turn, those that kill first put the
 * terminal back, and those that mean no harm do none.
 */
#include "tui/guard.h"

#include <criterion/criterion.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define RESET "back to normal"
#define WORDS "it is all in the journal\n"
#define FULL_STACK (-1) /* in place of a signal */

static void setup(void)
{
	cr_assert(guard_open(NULL));
}

TestSuite(guard, .init = setup, .fini = guard_close);

static bool readable(void)
{
	struct pollfd fd = { .fd = guard_fd(), .events = POLLIN };

	return poll(&fd, 1, 0) > 0;
}

Test(guard, requests_wait_until_asked_for)
{
	cr_expect_not(guard_waits() || readable());
	raise(SIGWINCH);
	raise(SIGWINCH);
	raise(SIGTSTP);
	cr_expect(guard_waits() && readable());
	guard_drain();
	cr_expect_not(readable());
	cr_expect_eq(guard_next(), SIGWINCH);
	cr_expect_eq(guard_next(), SIGTSTP);
	cr_expect_eq(guard_next(), 0);
}

Test(guard, the_wish_to_end_comes_first)
{
	raise(SIGWINCH);
	raise(SIGHUP);
	alarm(0);
	cr_expect_eq(guard_next(), SIGHUP);
	cr_expect_eq(guard_next(), SIGWINCH);
}

Test(guard, what_is_forgotten_does_not_wait)
{
	raise(SIGCONT);
	guard_forget(SIGCONT);
	cr_expect_eq(guard_next(), 0);
}

Test(guard, broken_pipes_and_full_quotas_do_no_harm)
{
	raise(SIGPIPE);
	raise(SIGXFSZ);
	cr_expect_eq(guard_next(), 0);
}

Test(guard, aside_interrupts_are_for_others)
{
	guard_step_aside(true);
	raise(SIGINT);
	raise(SIGQUIT);
	cr_expect_eq(guard_next(), 0);
	guard_step_aside(false);
	raise(SIGINT);
	alarm(0);
	cr_expect_eq(guard_next(), SIGINT);
}

static size_t fill_stack(size_t depth)
{
	volatile char room[4096];

	room[0] = (char)depth;
	return depth ? fill_stack(depth + 1) + (size_t)room[0] : 0;
}

/* In a child: die of SIG with a pipe for a terminal. */
static void die_of(int sig, int terminal, bool armed)
{
	const struct termios modes = { 0 };
	const struct rlimit none = { 0 };

	setrlimit(RLIMIT_CORE, &none);
	dup2(terminal, STDERR_FILENO);
	if (armed)
		guard_arm(terminal, &modes, RESET, strlen(RESET));
	if (sig == FULL_STACK)
		fill_stack(1);
	raise(sig);
	if (sig == SIGTERM) /* asked, but the loop does not come round */
		for (;;)
			pause();
	_exit(0);
}

static void expect_last(int sig, int want, bool armed, const char *last)
{
	char bytes[64] = "";
	int ends[2], status;

	cr_assert_eq(pipe(ends), 0);
	pid_t child = fork();
	if (child == 0)
		die_of(sig, ends[1], armed);
	close(ends[1]);
	cr_assert_eq(waitpid(child, &status, 0), child);
	cr_expect(WIFSIGNALED(status) && WTERMSIG(status) == want,
		  "%s: status %x", strsignal(want), (unsigned)status);
	cr_expect_geq(read(ends[0], bytes, sizeof(bytes) - 1), 0);
	cr_expect_str_eq(bytes, last);
	close(ends[0]);
}

static void expect_death(int sig, int want, bool armed)
{
	expect_last(sig, want, armed, armed ? RESET : "");
}

Test(guard, a_sudden_death_puts_the_terminal_back)
{
	static const int deaths[] = { SIGSEGV, SIGBUS,	SIGILL, SIGFPE,
				      SIGABRT, SIGTRAP, SIGXCPU };

	for (size_t i = 0; i < G_N_ELEMENTS(deaths); i++)
		expect_death(deaths[i], deaths[i], true);
}

Test(guard, even_when_the_stack_is_full)
{
	expect_death(FULL_STACK, SIGSEGV, true);
}

Test(guard, even_when_nobody_takes_the_request)
{
	expect_death(SIGTERM, SIGTERM, true);
}

Test(guard, a_terminal_that_is_not_ours_is_left_alone)
{
	expect_death(SIGSEGV, SIGSEGV, false);
	guard_arm(STDOUT_FILENO, &(struct termios){ 0 }, RESET, strlen(RESET));
	guard_disarm();
	expect_death(SIGABRT, SIGABRT, false);
}

Test(guard, the_last_words_come_when_the_terminal_is_back)
{
	guard_set_words("something else");
	guard_set_words(WORDS);
	expect_last(SIGSEGV, SIGSEGV, true, RESET WORDS);
	expect_last(FULL_STACK, SIGSEGV, true, RESET WORDS);
	expect_last(SIGTERM, SIGTERM, true, RESET WORDS);
	expect_last(SIGSEGV, SIGSEGV, false, WORDS);
	guard_set_words("");
	expect_last(SIGSEGV, SIGSEGV, true, RESET);
}
