/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A journal is told by its name alone whose it is: STEM.journal, or one that
 * stepped aside, STEM-N.journal.  Whether its writer lives is told by the lock
 * of the same stem.
 *
 * The trash is the same folder, under names that nobody looks for.
 */
#include "store/orphans.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/error.h"
#include "store/lock.h"
#include "store/recovery.h"

#define TRASH_SUFFIX ".discarded"
#define ASIDE_MOST 99

/* The stem of a side file called NAME, if it ends in SUFFIX; else NULL. */
static char *stem_of(const struct state_folder *folder, const char *name,
		     const char *suffix)
{
	size_t len = strlen(name), end = strlen(suffix);

	if (folder->hidden != (*name == '.') || len <= end + folder->hidden ||
	    strcmp(name + len - end, suffix) != 0)
		return NULL;
	return g_strndup(name + folder->hidden, len - end - folder->hidden);
}

/* Whether STEM is WANTED, or that of one more writer of the same document. */
static bool is_of(const char *stem, const char *wanted)
{
	size_t len = strlen(wanted);

	return !strncmp(stem, wanted, len) && (!stem[len] || stem[len] == '-');
}

struct search {
	const char *document, *ours;
	char *wanted; /* a stem; NULL: any */
	GPtrArray *found;
};

static bool matches(const struct search *s, const char *stem)
{
	if (s->wanted && !is_of(stem, s->wanted))
		return false;
	return g_strcmp0(stem, s->ours) == 0 || !lock_lives(stem, s->document);
}

/* Once, even where two places are the same folder. */
static void add_found(struct search *s, char *take_path)
{
	if (g_ptr_array_find_with_equal_func(s->found, take_path, g_str_equal,
					     NULL))
		g_free(take_path);
	else
		g_ptr_array_add(s->found, take_path);
}

static void search_folder(struct search *s, const struct state_folder *folder)
{
	g_autoptr(GDir) dir = g_dir_open(folder->path, 0, NULL);
	const char *name;

	while (dir && (name = g_dir_read_name(dir))) {
		g_autofree char *stem = stem_of(folder, name, JOURNAL_SUFFIX);

		if (stem && matches(s, stem))
			add_found(s,
				  g_build_filename(folder->path, name, NULL));
	}
}

static int compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

char **orphans_find(const char *document, const char *ours)
{
	struct search s = {
		.document = document,
		.ours = ours,
		.wanted = document ? state_stem(document) : NULL,
		.found = g_ptr_array_new(),
	};

	for (int place = 0; place < STATE_PLACES; place++) {
		struct state_folder folder;

		if (state_open((enum state_place)place, document, false,
			       &folder))
			continue;
		search_folder(&s, &folder);
		state_close(&folder);
	}
	g_free(s.wanted);
	g_ptr_array_sort(s.found, compare);
	g_ptr_array_add(s.found, NULL);
	return (char **)g_ptr_array_free(s.found, FALSE);
}

static int latest_first(const void *a, const void *b)
{
	const struct recovery *x = *(const struct recovery *const *)a;
	const struct recovery *y = *(const struct recovery *const *)b;

	return (x->last < y->last) - (x->last > y->last);
}

GPtrArray *orphans_read(const char *document, const char *ours)
{
	GPtrArray *told =
		g_ptr_array_new_with_free_func((GDestroyNotify)recovery_free);
	g_auto(GStrv) files = orphans_find(document, ours);

	for (size_t i = 0; files[i]; i++) {
		struct recovery *r = recovery_read(files[i], NULL);

		if (r)
			g_ptr_array_add(told, r);
	}
	g_ptr_array_sort(told, latest_first);
	return told;
}

bool orphan_remove(const char *file, GError **error)
{
	return !unlink(file) || store_fail(error, STORE_WRITE, file, errno);
}

/* --- the trash ----------------------------------------------------------- */

/* Whether NAME ends in SUFFIX, and who made it has died. */
static bool is_left(const struct state_folder *folder, const char *name,
		    const char *suffix)
{
	g_autofree char *stem = stem_of(folder, name, suffix);

	return stem && !lock_lives(stem, NULL);
}

/* Whether the side file NAME is of no use to anybody: what was thrown away,
 * and locks and unfinished journals of those who were killed. */
static bool is_litter(const struct state_folder *folder, const char *name)
{
	return g_str_has_suffix(name, TRASH_SUFFIX) ||
	       is_left(folder, name, LOCK_SUFFIX) ||
	       is_left(folder, name, JOURNAL_SUFFIX JOURNAL_UNFINISHED);
}

static bool is_old(const struct state_folder *folder, const char *name)
{
	gint64 now = g_get_real_time() / G_USEC_PER_SEC;
	struct stat st;

	return !fstatat(folder->fd, name, &st, AT_SYMLINK_NOFOLLOW) &&
	       now - st.st_mtime > TRASH_DAYS * 24 * 60 * 60;
}

void orphans_tidy(const struct state_folder *folder)
{
	g_autoptr(GDir) dir = NULL;
	const char *name;

	if (folder->hidden) /* that is the user's own */
		return;
	dir = g_dir_open(folder->path, 0, NULL);
	while (dir && (name = g_dir_read_name(dir)))
		if (is_old(folder, name) && is_litter(folder, name))
			unlinkat(folder->fd, name, 0);
}

int orphan_throw_away(const struct state_folder *folder, const char *name)
{
	g_autofree char *when =
		g_strdup_printf("%.*s-%" G_GINT64_FORMAT TRASH_SUFFIX,
				(int)(strlen(name) - strlen(JOURNAL_SUFFIX)),
				name, g_get_real_time());

	orphans_tidy(folder);
	if (renameat(folder->fd, name, folder->fd, when))
		return errno;
	/* the days are counted from now */
	return utimensat(folder->fd, when, NULL, 0) ? errno : 0;
}

/* The folder that the journal FILE is in, and its NAME there. */
static int open_folder_of(const char *file, struct state_folder *folder,
			  char **name)
{
	*name = g_path_get_basename(file);
	*folder = (struct state_folder){ .path = g_path_get_dirname(file),
					 .hidden = **name == '.' };
	folder->fd = open(folder->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (folder->fd < 0)
		return errno;
	return g_str_has_suffix(*name, JOURNAL_SUFFIX) ? 0 : EINVAL;
}

bool orphan_discard(const char *file, GError **error)
{
	struct state_folder folder;
	g_autofree char *name = NULL;
	int failed = open_folder_of(file, &folder, &name);

	if (!failed)
		failed = orphan_throw_away(&folder, name);
	state_close(&folder);
	return !failed || store_fail(error, STORE_WRITE, file, failed);
}

char *orphan_step_aside(const struct state_folder *folder, const char *name)
{
	int stem = (int)(strlen(name) - strlen(JOURNAL_SUFFIX));

	for (int n = 2; n <= ASIDE_MOST; n++) {
		g_autofree char *aside =
			g_strdup_printf("%.*s-%d" JOURNAL_SUFFIX, stem, name,
					n);

		if (!linkat(folder->fd, name, folder->fd, aside, 0)) {
			unlinkat(folder->fd, name, 0);
			return g_steal_pointer(&aside);
		}
		if (errno != EEXIST)
			break;
	}
	return NULL;
}

bool orphan_make_room(char **file)
{
	struct state_folder folder;
	g_autofree char *name = NULL, *aside = NULL;

	if (!open_folder_of(*file, &folder, &name))
		aside = orphan_step_aside(&folder, name);
	if (aside) {
		g_free(*file);
		*file = g_build_filename(folder.path, aside, NULL);
	}
	state_close(&folder);
	return aside != NULL;
}
