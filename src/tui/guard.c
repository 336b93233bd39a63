/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the signal handlers, and the only writable static of the program: a
 * handler has nothing else to look at.  What a signal means to the editor is
 * the loop's business.
 *
 * The one idea: a handler does next to nothing.  One that asks sets a flag
 * and writes a byte to a pipe the loop waits for.  One that kills writes what
 * was prepared, sets prepared modes and lets the signal kill; it runs on a
 * stack of its own, so that it also works when the stack is full.
 */
#include "tui/guard.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define STACK_BYTES 65536

enum meaning { ASKS, ENDS, KILLS, RINGS, IGNORED };

static const struct {
	int sig;
	enum meaning meaning;
} signals[] = {
	{ .sig = SIGTERM, .meaning = ENDS },
	{ .sig = SIGHUP, .meaning = ENDS },
	{ .sig = SIGINT, .meaning = ENDS },
	{ .sig = SIGQUIT, .meaning = ENDS },
	{ .sig = SIGCONT, .meaning = ASKS },
	{ .sig = SIGWINCH, .meaning = ASKS },
	{ .sig = SIGTSTP, .meaning = ASKS },
	{ .sig = SIGSEGV, .meaning = KILLS },
	{ .sig = SIGBUS, .meaning = KILLS },
	{ .sig = SIGILL, .meaning = KILLS },
	{ .sig = SIGFPE, .meaning = KILLS },
	{ .sig = SIGABRT, .meaning = KILLS },
	{ .sig = SIGTRAP, .meaning = KILLS },
	{ .sig = SIGXCPU, .meaning = KILLS },
	{ .sig = SIGALRM, .meaning = RINGS },
	{ .sig = SIGPIPE, .meaning = IGNORED },
	{ .sig = SIGXFSZ, .meaning = IGNORED },
};

#define SIGNALS G_N_ELEMENTS(signals)

static struct {
	volatile sig_atomic_t waits[SIGNALS];
	volatile sig_atomic_t ending; /* the first signal that asked to end */
	volatile sig_atomic_t armed;
	int pipe[2];
	int tty;
	struct termios modes;
	char reset[GUARD_RESET_BYTES];
	size_t reset_len;
	volatile sig_atomic_t has_words;
	char words[GUARD_WORDS_BYTES];
	struct sigaction before[SIGNALS];
	stack_t stack_before;
	void *stack;
} guard;

/* From here to die(): only what is safe in a handler. */

static void restore_terminal(void)
{
	sigset_t stop;

	if (!guard.armed)
		return;
	guard.armed = 0;
	/* in the background the terminal would stop us, for ever */
	sigemptyset(&stop);
	sigaddset(&stop, SIGTTOU);
	pthread_sigmask(SIG_BLOCK, &stop, NULL);
	ssize_t written = write(guard.tty, guard.reset, guard.reset_len);
	(void)written;
	tcsetattr(guard.tty, TCSANOW, &guard.modes);
}

static void speak(void)
{
	if (!guard.has_words)
		return;
	guard.has_words = 0;
	ssize_t written =
		write(STDERR_FILENO, guard.words, strlen(guard.words));
	(void)written;
}

static void die(int sig)
{
	sigset_t only;

	restore_terminal();
	speak();
	signal(sig, SIG_DFL);
	sigemptyset(&only);
	sigaddset(&only, sig);
	pthread_sigmask(SIG_UNBLOCK, &only, NULL);
	raise(sig);
}

static void on_alarm(int sig)
{
	die(guard.ending ? guard.ending : sig);
}

static void on_request(int sig)
{
	int error = errno;

	for (size_t i = 0; i < SIGNALS; i++) {
		if (signals[i].sig != sig)
			continue;
		guard.waits[i] = 1;
		if (signals[i].meaning == ENDS && !guard.ending) {
			guard.ending = sig;
			alarm(1);
		}
	}
	ssize_t written = write(guard.pipe[1], "", 1);
	(void)written;
	errno = error;
}

static void set_handler(int sig, enum meaning meaning, struct sigaction *before)
{
	struct sigaction action = { .sa_flags = SA_ONSTACK };

	if (meaning == IGNORED) {
		action.sa_handler = SIG_IGN;
	} else if (meaning == KILLS) {
		action.sa_handler = die;
		action.sa_flags |= SA_NODEFER | (int)SA_RESETHAND;
	} else if (meaning == RINGS) {
		action.sa_handler = on_alarm;
	} else {
		action.sa_handler = on_request;
		action.sa_flags |= SA_RESTART;
	}
	sigemptyset(&action.sa_mask);
	sigaction(sig, &action, before);
}

bool guard_open(GError **error)
{
	if (!g_unix_open_pipe(guard.pipe, FD_CLOEXEC, error))
		return false;
	if (!g_unix_set_fd_nonblocking(guard.pipe[0], TRUE, error) ||
	    !g_unix_set_fd_nonblocking(guard.pipe[1], TRUE, error)) {
		close(guard.pipe[0]);
		close(guard.pipe[1]);
		return false;
	}
	guard.stack = g_malloc(STACK_BYTES);
	stack_t stack = { .ss_sp = guard.stack, .ss_size = STACK_BYTES };
	sigaltstack(&stack, &guard.stack_before);
	for (size_t i = 0; i < SIGNALS; i++)
		set_handler(signals[i].sig, signals[i].meaning,
			    &guard.before[i]);
	return true;
}

void guard_close(void)
{
	guard_disarm();
	for (size_t i = 0; i < SIGNALS; i++)
		sigaction(signals[i].sig, &guard.before[i], NULL);
	sigaltstack(&guard.stack_before, NULL);
	g_free(guard.stack);
	close(guard.pipe[0]);
	close(guard.pipe[1]);
	memset(&guard, 0, sizeof(guard));
}

int guard_fd(void)
{
	return guard.pipe[0];
}

void guard_drain(void)
{
	char bytes[64];

	while (read(guard.pipe[0], bytes, sizeof(bytes)) > 0)
		continue;
}

bool guard_waits(void)
{
	for (size_t i = 0; i < SIGNALS; i++)
		if (guard.waits[i])
			return true;
	return false;
}

int guard_next(void)
{
	for (size_t i = 0; i < SIGNALS; i++)
		if (guard.waits[i]) {
			guard.waits[i] = 0;
			return signals[i].sig;
		}
	return 0;
}

void guard_forget(int sig)
{
	for (size_t i = 0; i < SIGNALS; i++)
		if (signals[i].sig == sig)
			guard.waits[i] = 0;
}

void guard_arm(int fd, const struct termios *modes, const char *reset,
	       size_t len)
{
	guard.armed = 0;
	guard.tty = fd;
	guard.modes = *modes;
	guard.reset_len = MIN(len, GUARD_RESET_BYTES);
	memcpy(guard.reset, reset, guard.reset_len);
	guard.armed = 1;
}

void guard_disarm(void)
{
	guard.armed = 0;
}

void guard_set_words(const char *words)
{
	guard.has_words = 0;
	g_strlcpy(guard.words, words, GUARD_WORDS_BYTES);
	guard.has_words = *words != '\0';
}

void guard_stop(void)
{
	signal(SIGTSTP, SIG_DFL);
	kill(0, SIGTSTP);
	set_handler(SIGTSTP, ASKS, NULL);
	guard_forget(SIGTSTP);
	guard_forget(SIGCONT);
}

void guard_step_aside(bool aside)
{
	set_handler(SIGINT, aside ? IGNORED : ENDS, NULL);
	set_handler(SIGQUIT, aside ? IGNORED : ENDS, NULL);
	if (aside)
		signal(SIGTSTP, SIG_DFL);
	else
		set_handler(SIGTSTP, ASKS, NULL);
	guard_forget(SIGCONT);
}

void guard_reset_child(void)
{
	sigset_t none;

	for (size_t i = 0; i < SIGNALS; i++)
		signal(signals[i].sig, SIG_DFL);
	sigemptyset(&none);
	pthread_sigmask(SIG_SETMASK, &none, NULL);
}
