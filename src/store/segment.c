/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A journal that has grown, written anew: drafts, and changes that were
 * undone and given up, are no longer in it.
 *
 *	it begins with the text that was saved last, or else opened
 *	what is still too long keeps its history as one change
 *
 * The new file takes the name of the old one, so there is one at any moment.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "i18n.h"
#include "store/journal-own.h"
#include "store/orphans.h"
#include "store/record.h"
#include "store/recovery.h"

/* A new journal under way. */
struct segment {
	GString *out;
	uint64_t number;
};

static size_t begin(struct segment *s, enum record_kind kind, int64_t time)
{
	return record_begin(s->out, kind, ++s->number, time);
}

static void put_string(struct segment *s, const char *text)
{
	record_put_text(s->out, text, strlen(text));
}

static void put_open(struct segment *s, const struct recovery *r)
{
	size_t begun;

	g_string_append(s->out, RECORD_MAGIC);
	begun = begin(s, RECORD_OPEN, r->begun);
	put_string(s, r->document ? r->document : "");
	record_put_text(s->out, r->disk.bytes, r->disk.len);
	record_end(s->out, begun);
}

static void put_splice(struct segment *s, const struct recovery_splice *splice)
{
	record_put_number(s->out, splice->off);
	record_put_text(s->out, splice->old.bytes, splice->old.len);
	record_put_text(s->out, splice->new.bytes, splice->new.len);
}

static void put_change(struct segment *s, const struct recovery_change *c)
{
	size_t begun = begin(s, RECORD_CHANGE, c->time);

	record_put_number(s->out, JOURNAL_DO);
	put_string(s, c->name);
	for (guint i = 0; i < c->splices->len; i++)
		put_splice(s, &g_array_index(c->splices, struct recovery_splice,
					     i));
	record_end(s->out, begun);
}

/* Whether what was saved last is still on the way from the base to the text. */
static bool has_saved(const struct recovery *r)
{
	return r->saved <= r->done->len;
}

/* What was done since the file was saved, or opened. */
static void put_history(struct segment *s, const struct recovery *r)
{
	put_open(s, r);
	for (guint i = r->saved; i < r->done->len; i++)
		put_change(s, r->done->pdata[i]);
}

/* The whole of it as one change, of what should be on the disk. */
static void put_sum(struct segment *s, const struct recovery *r)
{
	struct recovery_splice splice = { .old = r->disk, .new = r->text };
	size_t begun;

	put_open(s, r);
	begun = begin(s, RECORD_CHANGE, r->last);
	record_put_number(s->out, JOURNAL_DO);
	put_string(s, _("edits"));
	put_splice(s, &splice);
	record_end(s->out, begun);
}

/* Whichever of the two can be, and is no longer than MOST. */
static void put_segment(struct segment *s, const struct recovery *r,
			size_t most)
{
	if (has_saved(r))
		put_history(s, r);
	if (s->out->len && s->out->len <= most)
		return;
	g_string_truncate(s->out, 0);
	s->number = 0;
	put_sum(s, r);
}

/* Puts S in the place of the file. */
static int replace(struct journal *j, const struct segment *s)
{
	g_autofree char *name = g_strconcat(j->name, JOURNAL_UNFINISHED, NULL);
	struct text text = { s->out->str, s->out->len };
	int folder = j->folder.fd, failed = 0;
	int fd = openat(folder, name,
			O_RDWR | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC,
			0600);

	if (fd < 0)
		return errno;
	if (fchmod(fd, 0600))
		failed = errno;
	if (!failed)
		failed = bytes_write(fd, &text);
	/* else a power cut could leave the name without the bytes: the one time
	 * in so many changes that somebody waits for a disk */
	if (!failed)
		failed = bytes_sync(fd);
	if (!failed && renameat(folder, name, folder, j->name))
		failed = errno;
	if (failed) {
		unlinkat(folder, name, 0);
		close(fd);
		return failed;
	}
	syncer_follow(j->sync, fd, folder);
	close(j->file);
	j->file = fd;
	j->size = s->out->len;
	j->number = s->number;
	g_clear_pointer(&j->draft, g_free); /* it is not in it any more */
	syncer_wrote(j->sync);
	return 0;
}

static struct recovery *read_own(const struct journal *j)
{
	char *bytes = NULL;
	size_t len = 0;

	if (bytes_read(j->file, j->size, G_MAXSSIZE / 2, &bytes, &len))
		return NULL;
	return recovery_parse(bytes, MIN(len, j->size));
}

void segment_rewrite(struct journal *j)
{
	g_autoptr(Recovery) r = read_own(j);
	struct segment s = { .out = g_string_new(NULL) };
	bool whole = r && r->records == j->number;

	if (whole) {
		put_segment(&s, r, j->most);
		whole = !replace(j, &s);
	}
	if (!whole || j->size > j->most / 2)
		j->most *= 2;
	g_string_free(s.out, TRUE);
}
