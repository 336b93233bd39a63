/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Emacs leaves a symbolic link, vim and Neovim a swap file, nano one that
 * looks like vim's.  All of them name user, host and process; a mark whose process no
 * longer lives on this host was left by a crash and means nothing.
 *
 *	.#x.yaml     -> user@host.process:boot
 *	.x.yaml.swp  "b0", program at 2, process at 24, user at 28, host at 68
 */
#include "store/others.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "i18n.h"
#include "store/error.h"
#include "store/state.h"

struct editor {
	char *program, *user, *host;
	long process;
};

static void editor_clear(struct editor *e)
{
	g_free(e->program);
	g_free(e->user);
	g_free(e->host);
	*e = (struct editor){ 0 };
}

static bool lives(const struct editor *e)
{
	if (!e->process || strcmp(e->host, g_get_host_name()) != 0)
		return true;
	return !kill((pid_t)e->process, 0) || errno == EPERM;
}

/* "user@host.process:boot"; a host may have dots of its own. */
static bool read_emacs(const char *folder, const char *name, struct editor *e)
{
	g_autofree char *base = g_strconcat(".#", name, NULL);
	g_autofree char *path = g_build_filename(folder, base, NULL);
	char link[PATH_MAX];
	ssize_t len = readlink(path, link, sizeof(link) - 1);
	char *at, *dot;

	if (len <= 0)
		return false;
	link[len] = '\0';
	at = strrchr(link, '@');
	dot = at ? strrchr(at, '.') : NULL;
	if (!dot)
		return false;
	*at = *dot = '\0';
	*e = (struct editor){
		.program = g_strdup("Emacs"),
		.user = g_strdup(link),
		.host = g_strdup(at + 1),
		.process = strtol(dot + 1, NULL, 10),
	};
	return true;
}

/* The first block of a swap file. */
struct swap {
	char magic[2], program[10], unused[12];
	unsigned char process[4];
	char user[40], host[40];
};

G_STATIC_ASSERT(sizeof(struct swap) == 108);

static char *field(const char *bytes, size_t len)
{
	return g_strndup(bytes, strnlen(bytes, len));
}

static bool read_swap(const char *path, struct editor *e)
{
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW |
				    O_CLOEXEC);
	struct swap swap = { 0 };
	ssize_t got = fd < 0 ? -1 : pread(fd, &swap, sizeof(swap), 0);

	if (fd >= 0)
		close(fd);
	if (got != (ssize_t)sizeof(swap) || memcmp(swap.magic, "b0", 2) != 0)
		return false;
	*e = (struct editor){
		.program = field(swap.program, sizeof(swap.program)),
		.user = field(swap.user, sizeof(swap.user)),
		.host = field(swap.host, sizeof(swap.host)),
	};
	for (int i = 3; i >= 0; i--)
		e->process = e->process << 8 | swap.process[i];
	return true;
}

/* A second vim makes .swo, a third .swn. */
static bool read_vim(const char *folder, const char *stem, struct editor *e)
{
	for (char last = 'p'; last >= 'm'; last--) {
		g_autofree char *name = g_strdup_printf("%s.sw%c", stem, last);
		g_autofree char *path = g_build_filename(folder, name, NULL);

		if (read_swap(path, e)) {
			if (lives(e))
				return true;
			editor_clear(e);
		}
	}
	return false;
}

/* Neovim has them all in one folder: %home%ada%x.yaml.swp. */
static bool read_neovim(const char *file, struct editor *e)
{
	const char *state = g_getenv("XDG_STATE_HOME");
	g_autofree char *home =
		g_build_filename(g_get_home_dir(), ".local", "state", NULL);
	g_autofree char *folder =
		g_build_filename(state && *state ? state : home, "nvim", "swap",
				 NULL);
	g_autofree char *stem = g_strdelimit(g_strdup(file), "/", '%');

	return read_vim(folder, stem, e);
}

static char *tell(const char *path, const struct editor *e)
{
	g_autofree char *name = store_display_name(path);
	g_autofree char *program = store_display_name(e->program);
	g_autofree char *user = store_display_name(e->user);
	g_autofree char *host = store_display_name(e->host);

	return g_strdup_printf(_("'%s' is open in %s: %s on %s, process %ld"),
			       name, program, user, host, e->process);
}

char *others_tell(const char *path)
{
	g_autofree char *file = state_canonical(path);
	g_autofree char *folder = g_path_get_dirname(file);
	g_autofree char *name = g_path_get_basename(file);
	g_autofree char *hidden = g_strconcat(".", name, NULL);
	struct editor e = { 0 };
	char *told = NULL;

	if (read_emacs(folder, name, &e) && !lives(&e))
		editor_clear(&e);
	if (e.program || read_vim(folder, hidden, &e) || read_neovim(file, &e))
		told = tell(path, &e);
	editor_clear(&e);
	return told;
}
