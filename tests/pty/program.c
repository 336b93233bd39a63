/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns what the program finds when it starts: environment, limits, rights,
 * signals, and no descriptor but the terminal and the one it reports on.
 * Between fork() and exec() there is nothing else.
 */
#include "program.h"
#include "../store/folder.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#define DAC_OVERRIDE 1 /* of <linux/capability.h> */
#define DAC_READ_SEARCH 2

static void close_above(int keep)
{
	int most = (int)sysconf(_SC_OPEN_MAX);

	for (int fd = STDERR_FILENO + 1; fd < MIN(most, 65536); fd++)
		if (fd != keep)
			close(fd);
}

static void set_environment(const struct start *how, int report)
{
	g_autofree char *data =
		g_strconcat(getenv("top_srcdir"), "/data", NULL);
	g_autofree char *fd = g_strdup_printf("%d", report);
	g_autofree char *home = folder_beside("home");

	setenv("TERM", "xterm-256color", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("SENSEBOARD_DATA", data, 1);
	setenv("SENSEBOARD_IDLE_FD", fd, 1);
	setenv("HOME", home, 1);
	setenv("XDG_STATE_HOME", home, 1);
	setenv("XDG_RUNTIME_DIR", home, 1);
	unsetenv("VISUAL");
	unsetenv("EDITOR");
	unsetenv("NO_COLOR");
	unsetenv("ESCDELAY");
	for (const char *const *e = how->env; e && *e; e++)
		putenv(g_strdup(*e));
}

static void set_limits(const struct start *how)
{
	struct rlimit none = { 0 };
	struct rlimit file = { how->file_bytes, how->file_bytes };

	setrlimit(RLIMIT_CORE, &none);
	if (how->file_bytes)
		setrlimit(RLIMIT_FSIZE, &file);
	if (how->humble && geteuid() == 0) {
		prctl(PR_CAPBSET_DROP, DAC_OVERRIDE);
		prctl(PR_CAPBSET_DROP, DAC_READ_SEARCH);
	}
}

static void set_signals(void)
{
	sigset_t none;

	signal(SIGTTOU, SIG_DFL);
	signal(SIGHUP, SIG_DFL);
	signal(SIGCHLD, SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

static char **make_arguments(const char *program, const struct start *how)
{
	GPtrArray *argv = g_ptr_array_new();

	g_ptr_array_add(argv, (char *)program);
	for (const char *const *a = how->args; a && *a; a++)
		g_ptr_array_add(argv, (char *)*a);
	g_ptr_array_add(argv, NULL);
	return (char **)g_ptr_array_free(argv, FALSE);
}

static void become_program(const struct start *how, int terminal, int report)
{
	const char *program = getenv("SENSEBOARD");
	char **argv = make_arguments(program, how);

	setpgid(0, 0);
	tcsetpgrp(terminal, getpid());
	set_signals();
	set_environment(how, report);
	set_limits(how);
	dup2(how->input ? how->input : terminal, STDIN_FILENO);
	dup2(terminal, STDOUT_FILENO);
	dup2(terminal, STDERR_FILENO);
	close_above(report);
	execv(program, argv);
	_exit(127);
}

pid_t program_start(const struct start *how, int terminal, int *reports)
{
	int ends[2];
	pid_t child;

	cr_assert(getenv("SENSEBOARD") && getenv("top_srcdir"),
		  "run it by `make check`");
	cr_assert_eq(pipe(ends), 0);
	child = fork();
	cr_assert_geq(child, 0);
	if (child == 0)
		become_program(how, terminal, ends[1]);
	close(ends[1]);
	*reports = ends[0];
	return child;
}
