/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writing the journal.
 *
 *	splices -> a record -> pending -> one write -> (sync.c) the disk
 *
 * What could not be written stays pending, so that nothing is missing as soon
 * as there is a place for it again.  A write that came only in part is cut
 * off.  When the journal moves to another place, all that it said so far goes
 * with it, and the old file goes when the new one is whole.
 *
 * A journal that has grown is written anew, in segment.c.
 */
#include "store/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "i18n.h"
#include "store/journal-own.h"
#include "store/orphans.h"
#include "store/record.h"

#define MOST_BYTES ((size_t)8 << 20)

struct journal *journal_new(const struct journal_start *start)
{
	struct journal *j = g_new0(struct journal, 1);

	j->document = g_strdup(start->document);
	j->stem = g_strdup(start->stem);
	j->base = start->base;
	j->most = start->most ? start->most
			      : MAX(MOST_BYTES, start->base.len * 4);
	j->pending = g_string_new(NULL);
	j->splices = g_string_new(NULL);
	j->file = -1;
	j->folder.fd = -1;
	j->sync = syncer_new();
	return j;
}

/* --- the file ------------------------------------------------------------ */

/* In one write, where the system takes it. */
static int write_at(int fd, const GString *out, size_t off)
{
	return bytes_write_at(fd, &(struct text){ out->str, out->len }, off);
}

/* Forgets the file; GONE: takes it away, too. */
static void leave_file(struct journal *j, bool gone)
{
	syncer_follow(j->sync, -1, -1);
	if (j->file >= 0) {
		if (gone)
			unlinkat(j->folder.fd, j->name, 0);
		close(j->file);
	}
	state_close(&j->folder);
	g_clear_pointer(&j->name, g_free);
	g_clear_pointer(&j->path, g_free);
	j->file = -1;
	j->size = 0;
}

/* Creates the file NAME of FOLDER, which must not be there. Whoever left one
 * there has not come back for it: it steps aside. */
static int create(const struct state_folder *folder, const char *name)
{
	int fd;

	for (int tries = 0; tries < 2; tries++) {
		fd = openat(folder->fd, name,
			    O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
			    0600);
		if (fd >= 0 || errno != EEXIST)
			break;
		g_free(orphan_step_aside(folder, name));
	}
	return fd;
}

/* A new file NAME in FOLDER, private whatever the umask, with ALL in it. */
static int create_with(const struct state_folder *folder, const char *name,
		       const GString *all, int *fd)
{
	int failed = 0;

	*fd = create(folder, name);
	if (*fd < 0)
		return errno;
	if (fchmod(*fd, 0600))
		failed = errno;
	if (!failed)
		failed = write_at(*fd, all, 0);
	if (failed) {
		unlinkat(folder->fd, name, 0);
		close(*fd);
	}
	return failed;
}

/* Makes ALL a new file in PLACE and goes on there. */
static int move_to(struct journal *j, enum state_place place,
		   const GString *all)
{
	struct state_folder folder;
	int failed = state_open(place, j->document, true, &folder);
	g_autofree char *name = NULL;
	int fd;

	if (failed)
		return failed;
	name = state_name(&folder, j->stem, JOURNAL_SUFFIX);
	failed = create_with(&folder, name, all, &fd);
	if (failed) {
		state_close(&folder);
		return failed;
	}
	orphans_tidy(&folder);
	leave_file(j, true);
	j->place = place;
	j->folder = folder;
	j->path = g_build_filename(folder.path, name, NULL);
	j->name = g_steal_pointer(&name);
	j->file = fd;
	j->size = all->len;
	syncer_follow(j->sync, fd, j->folder.fd);
	return 0;
}

/* All that is written and all that is pending; NULL if it cannot be read. */
static GString *read_all(const struct journal *j, int *failed)
{
	g_autofree char *bytes = NULL;
	GString *all = g_string_new(NULL);
	size_t len = 0;

	*failed = j->file < 0 ? 0
			      : bytes_read(j->file, j->size, G_MAXSSIZE / 2,
					   &bytes, &len);
	if (!*failed && len < j->size)
		*failed = EIO;
	if (*failed) {
		g_string_free(all, TRUE);
		return NULL;
	}
	if (bytes)
		g_string_append_len(all, bytes, (gssize)j->size);
	g_string_append_len(all, j->pending->str, (gssize)j->pending->len);
	return all;
}

/* Goes on in the first place that takes all of it, but not where it is. */
static int move_on(struct journal *j, int failed)
{
	bool has_file = j->file >= 0;
	enum state_place now = j->place;
	int unread;
	GString *all = read_all(j, &unread);

	for (int place = 0; all && place < STATE_PLACES; place++) {
		int refused;

		if (has_file && place == (int)now)
			continue;
		refused = move_to(j, (enum state_place)place, all);
		if (!refused) {
			failed = 0;
			break;
		}
		if (!failed)
			failed = refused;
	}
	if (all)
		g_string_free(all, TRUE);
	return all ? failed : unread;
}

static int append(struct journal *j)
{
	int failed = syncer_failed(j->sync);

	if (!failed)
		failed = write_at(j->file, j->pending, j->size);
	if (failed) /* if it cannot: what is cut short is not read anyway */
		(void)!ftruncate(j->file, (off_t)j->size);
	else
		j->size += j->pending->len;
	return failed;
}

/* Writes what is pending. 0, or what stood in the way. */
static int flush(struct journal *j)
{
	int failed = j->file < 0 ? 0 : append(j);

	if (j->file < 0 || failed)
		failed = move_on(j, failed);
	g_clear_pointer(&j->problem, g_free);
	if (failed) {
		j->problem = g_strdup(g_strerror(failed));
		return failed;
	}
	/* the base text may have been in it: give the memory back */
	g_string_free(j->pending, TRUE);
	j->pending = g_string_new(NULL);
	syncer_wrote(j->sync);
	return 0;
}

/* --- records ------------------------------------------------------------- */

static size_t begin_record(struct journal *j, enum record_kind kind)
{
	return record_begin(j->pending, kind, ++j->number, g_get_real_time());
}

static void put_string(GString *out, const char *s)
{
	record_put_text(out, s ? s : "", s ? strlen(s) : 0);
}

/* The first record, if this is the first. */
static void open_journal(struct journal *j)
{
	g_autofree char *path = NULL;
	size_t begun;

	if (j->number)
		return;
	path = j->document ? state_canonical(j->document) : NULL;
	g_string_append(j->pending, RECORD_MAGIC);
	begun = begin_record(j, RECORD_OPEN);
	put_string(j->pending, path);
	record_put_text(j->pending, j->base.bytes, j->base.len);
	record_end(j->pending, begun);
}

void journal_splice(struct journal *j, size_t off, const struct text *old,
		    const struct text *new)
{
	record_put_number(j->splices, off);
	record_put_text(j->splices, old->bytes, old->len);
	record_put_text(j->splices, new->bytes, new->len);
}

void journal_commit(struct journal *j, enum journal_act act, const char *name)
{
	size_t begun;

	open_journal(j);
	begun = begin_record(j, RECORD_CHANGE);
	record_put_number(j->pending, act);
	put_string(j->pending, name);
	g_string_append_len(j->pending, j->splices->str,
			    (gssize)j->splices->len);
	record_end(j->pending, begun);
	g_string_truncate(j->splices, 0);
	g_clear_pointer(&j->draft, g_free);
	if (!flush(j) && j->size > j->most)
		segment_rewrite(j);
}

/* How many bytes of the last draft the new one begins with. */
static size_t common(const char *old, const char *new)
{
	size_t len = 0;

	while (old && old[len] && old[len] == new[len])
		len++;
	return len;
}

void journal_draft(struct journal *j, const char *where, const char *text)
{
	bool known = g_strcmp0(text, j->draft) == 0;
	size_t same, begun;

	if (known)
		return;
	same = text ? common(j->draft, text) : 0;
	open_journal(j);
	begun = begin_record(j, RECORD_DRAFT);
	put_string(j->pending, text ? where : "");
	record_put_number(j->pending, text != NULL);
	record_put_number(j->pending, same);
	put_string(j->pending, text ? text + same : "");
	record_end(j->pending, begun);
	g_free(j->draft);
	j->draft = g_strdup(text);
	flush(j);
}

/* --- around a save ------------------------------------------------------- */

int journal_saving(struct journal *j, const char *path, const struct text *text,
		   bool whole)
{
	size_t begun;
	int failed;

	if (!j)
		return ENOTSUP;
	if (!j->number && !whole)
		return 0;
	open_journal(j);
	begun = begin_record(j, RECORD_SAVING);
	put_string(j->pending, path);
	record_put_number(j->pending, whole);
	record_put_text(j->pending, text->bytes, whole ? text->len : 0);
	record_end(j->pending, begun);
	failed = flush(j);
	return failed || !whole ? failed : journal_sync(j);
}

/* It is the journal of another file now, and is called so. */
static void rename_file(struct journal *j, const char *stem)
{
	g_autofree char *name = state_name(&j->folder, stem, JOURNAL_SUFFIX);

	g_free(j->stem);
	j->stem = g_strdup(stem);
	if (j->file < 0)
		return;
	g_free(orphan_step_aside(&j->folder, name));
	if (linkat(j->folder.fd, j->name, j->folder.fd, name, 0))
		return; /* `recover --list` finds it all the same */
	unlinkat(j->folder.fd, j->name, 0);
	g_free(j->path);
	j->path = g_build_filename(j->folder.path, name, NULL);
	g_free(j->name);
	j->name = g_steal_pointer(&name);
}

void journal_saved(struct journal *j, const char *path, const char *stem)
{
	g_autofree char *canonical = NULL;
	size_t begun;

	if (!j)
		return;
	canonical = state_canonical(path);
	g_free(j->document);
	j->document = g_strdup(path);
	if (g_strcmp0(stem, j->stem) != 0)
		rename_file(j, stem);
	if (!j->number)
		return;
	begun = begin_record(j, RECORD_SAVED);
	put_string(j->pending, canonical);
	record_end(j->pending, begun);
	if (!flush(j) && j->size > j->most / 8)
		segment_rewrite(j);
}

void journal_disk(struct journal *j, const struct text *text)
{
	size_t begun;

	if (!j || !j->number)
		return;
	begun = begin_record(j, RECORD_DISK);
	record_put_text(j->pending, text->bytes, text->len);
	record_end(j->pending, begun);
	flush(j);
}

int journal_sync(struct journal *j)
{
	int failed = j->file < 0 ? ENOENT : bytes_sync(j->file);

	return failed ? failed : bytes_sync(j->folder.fd);
}

/* --- the end ------------------------------------------------------------- */

bool journal_has_draft(const struct journal *j)
{
	return j->draft != NULL;
}

const char *journal_problem(const struct journal *j)
{
	return j->problem;
}

const char *journal_path(const struct journal *j)
{
	return j->path;
}

void journal_close(struct journal *j, enum journal_end end)
{
	if (end == JOURNAL_DISCARD && j->file >= 0)
		orphan_throw_away(&j->folder, j->name);
	else if (end == JOURNAL_KEEP && j->file >= 0)
		bytes_sync(j->file);
	leave_file(j, end == JOURNAL_REMOVE);
	syncer_free(j->sync);
	g_string_free(j->pending, TRUE);
	g_string_free(j->splices, TRUE);
	g_free(j->document);
	g_free(j->stem);
	g_free(j->problem);
	g_free(j->draft);
	g_free(j);
}
