/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * diff and diff3, which everybody has and trusts, run on texts in memory.
 *
 * The programs find the texts as files they have open already: no shell, no
 * temporary file that anybody else could see, nothing to clean up.
 *
 *	memory file 1 -> descriptor 3 -> "/dev/fd/3"
 *	memory file 2 -> descriptor 4 -> "/dev/fd/4"	...
 */
#include "store/differ.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "i18n.h"

#define TEXTS_MOST 3
#define FIRST_FD (STDERR_FILENO + 1)

/* An argument that stands for text N. */
static const char *const paths[TEXTS_MOST] = { "/dev/fd/3", "/dev/fd/4",
					       "/dev/fd/5" };

/* Descriptors of texts, all beyond those that a program finds them as. */
struct inputs {
	int fd[TEXTS_MOST];
	int count;
};

static int open_memory(void)
{
#ifdef MFD_CLOEXEC
	return memfd_create("text", MFD_CLOEXEC);
#else
	errno = ENOSYS;
	return -1;
#endif
}

static int open_text(const struct text *text, int *fd)
{
	int low = open_memory();
	int failed = low < 0 ? errno : 0;

	if (failed)
		return failed;
	*fd = fcntl(low, F_DUPFD_CLOEXEC, FIRST_FD + TEXTS_MOST);
	failed = *fd < 0 ? errno : bytes_write(*fd, text);
	close(low);
	return failed;
}

/* In the child, before the program begins. */
static void hand_over(void *data)
{
	const struct inputs *in = data;

	for (int i = 0; i < in->count; i++)
		dup2(in->fd[i], FIRST_FD + i);
}

static bool fail(const char *program, const char *why, GError **error)
{
	g_set_error(error, G_SPAWN_ERROR, G_SPAWN_ERROR_FAILED,
		    _("cannot run '%s': %s"), program, why);
	return false;
}

/* Runs ARGV on the texts; exit statuses up to 1 are what it has found. */
static bool run(const char *const *argv, struct inputs *in, char **output,
		int *found, GError **error)
{
	g_auto(GStrv) words = g_strdupv((char **)argv);
	g_autoptr(GError) failed = NULL;
	g_autofree char *said = NULL;
	int status;

	if (!g_spawn_sync(NULL, words, NULL, G_SPAWN_SEARCH_PATH, hand_over, in,
			  output, &said, &status, &failed))
		return fail(argv[0], failed->message, error);
	*found = WIFEXITED(status) ? WEXITSTATUS(status) : 2;
	if (*found <= 1)
		return true;
	g_clear_pointer(output, g_free);
	return fail(argv[0], g_strstrip(said), error);
}

static bool run_on(const char *const *argv,
		   const struct differ_text *const *texts, char **output,
		   int *found, GError **error)
{
	struct inputs in = { .count = 0 };
	int failed = 0;
	bool ok = false;

	while (!failed && texts[in.count]) {
		in.fd[in.count] = -1;
		failed = open_text(&texts[in.count]->text, &in.fd[in.count]);
		in.count++;
	}
	*output = NULL;
	if (failed)
		fail(argv[0], g_strerror(failed), error);
	else
		ok = run(argv, &in, output, found, error);
	while (in.count-- > 0)
		if (in.fd[in.count] >= 0)
			close(in.fd[in.count]);
	return ok;
}

char *differ_compare(const struct differ_text *old,
		     const struct differ_text *new, GError **error)
{
	const struct differ_text *const texts[] = { old, new, NULL };
	const char *const argv[] = { "diff",	"-u",	   "--label",
				     old->name, "--label", new->name,
				     paths[0],	paths[1],  NULL };
	char *output;
	int found;

	return run_on(argv, texts, &output, &found, error) ? output : NULL;
}

static unsigned count_conflicts(const char *text)
{
	unsigned count = g_str_has_prefix(text, "<<<<<<< ");

	while ((text = strstr(text, "\n<<<<<<< "))) {
		count++;
		text++;
	}
	return count;
}

/* -E: what both did alike is no conflict. */
char *differ_merge(const struct differ_text *ours,
		   const struct differ_text *base,
		   const struct differ_text *theirs, unsigned *conflicts,
		   GError **error)
{
	const struct differ_text *const texts[] = { ours, base, theirs, NULL };
	const char *const argv[] = { "diff3",	 "-mE",	       "-L",
				     ours->name, "-L",	       base->name,
				     "-L",	 theirs->name, paths[0],
				     paths[1],	 paths[2],     NULL };
	char *output;
	int found;

	if (!run_on(argv, texts, &output, &found, error))
		return NULL;
	*conflicts = found ? MAX(count_conflicts(output), 1) : 0;
	return output;
}
