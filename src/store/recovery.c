/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading a journal: a text, and a history of it, out of records.
 *
 *	OPEN       the base
 *	CHANGE     made, undone or redone: applied, and moved between the lists
 *	DRAFT      the field that is open
 *	SAVING     in place: the file may be neither the old nor the new one
 *	SAVED      the file holds the text
 *	DISK       the file holds another text
 *
 * A splice says what it takes away, so each is checked against the text it
 * is for.  At the first thing that does not fit the story ends.
 */
#include "store/recovery.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "i18n.h"
#include "store/error.h"
#include "store/journal.h"
#include "store/record.h"

#define JOURNAL_LIMIT ((size_t)512 << 20) /* bytes of one that is read */
#define TEXT_LIMIT ((size_t)64 << 20) /* bytes of a text it may lead to */
#define MOVED_LIMIT ((uint64_t)4 << 30) /* bytes moved by its splices */

struct reading {
	struct recovery *r;
	struct buffer text;
	const struct record *record;
};

/* --- what is kept -------------------------------------------------------- */

static void change_free(void *data)
{
	struct recovery_change *c = data;

	g_array_unref(c->splices);
	g_free(c->name);
	g_free(c);
}

static struct recovery *recovery_new(char *take_bytes)
{
	struct recovery *r = g_new0(struct recovery, 1);

	r->done = g_ptr_array_new_with_free_func(change_free);
	r->undone = g_ptr_array_new_with_free_func(change_free);
	r->kept = g_ptr_array_new_with_free_func(g_free);
	g_ptr_array_add(r->kept, take_bytes);
	return r;
}

void recovery_free(struct recovery *r)
{
	g_ptr_array_unref(r->done);
	g_ptr_array_unref(r->undone);
	g_ptr_array_unref(r->kept);
	g_free(r->base_copy);
	g_free(r->disk_copy);
	g_free(r->text_copy);
	g_free(r->document);
	g_free(r->file);
	g_free(r->draft_where);
	g_free(r->draft);
	g_free(r);
}

/* The text as it stands now, kept in *COPY in place of an earlier one. */
static struct text keep_text(struct reading *g, char **copy)
{
	struct text now = buffer_text(&g->text);

	g_free(*copy);
	*copy = g_malloc(now.len + 1);
	memcpy(*copy, now.bytes, now.len);
	(*copy)[now.len] = '\0';
	g->text.moved += now.len;
	return (struct text){ *copy, now.len };
}

static char *get_string(struct record_reader *in)
{
	struct text text = record_get_text(in);
	g_autofree char *bytes = g_strndup(text.bytes, text.len);

	return g_utf8_make_valid(bytes, -1);
}

/* --- changes ------------------------------------------------------------- */

bool recovery_apply(const struct recovery_change *change, struct buffer *text)
{
	for (guint i = 0; i < change->splices->len; i++) {
		const struct recovery_splice *s =
			&g_array_index(change->splices, struct recovery_splice,
				       i);

		if (!buffer_splice(text, s->off, &s->old, &s->new) ||
		    buffer_len(text) > TEXT_LIMIT || text->moved > MOVED_LIMIT)
			return false;
	}
	return true;
}

static struct recovery_change *get_change(const struct record *record,
					  struct record_reader *in)
{
	struct recovery_change *c = g_new(struct recovery_change, 1);

	*c = (struct recovery_change){
		.name = get_string(in),
		.time = record->time,
		.splices = g_array_new(FALSE, FALSE,
				       sizeof(struct recovery_splice)),
	};
	while (in->left && !in->broken) {
		struct recovery_splice s = { .off = record_get_number(in) };

		s.old = record_get_text(in);
		s.new = record_get_text(in);
		g_array_append_val(c->splices, s);
	}
	return c;
}

/* C as it would be taken back: the other way round, from its end. */
static void turn(struct recovery_change *c)
{
	GArray *turned =
		g_array_new(FALSE, FALSE, sizeof(struct recovery_splice));

	for (guint i = c->splices->len; i-- > 0;) {
		struct recovery_splice s =
			g_array_index(c->splices, struct recovery_splice, i);
		struct text old = s.old;

		s.old = s.new;
		s.new = old;
		g_array_append_val(turned, s);
	}
	g_array_unref(c->splices);
	c->splices = turned;
}

/* Move the top of FROM to INTO; false if there is none. */
static bool move_top(GPtrArray *from, GPtrArray *into)
{
	if (!from->len)
		return false;
	g_ptr_array_add(into, g_ptr_array_steal_index(from, from->len - 1));
	return true;
}

static void take_done(struct recovery *r, struct recovery_change *take_change)
{
	g_ptr_array_set_size(r->undone, 0);
	g_ptr_array_add(r->done, take_change);
	if (r->saved >= r->done->len)
		r->saved = RECOVERY_NEVER;
}

/* What was undone may have been done before this journal began: then it began
 * earlier than it knew. */
static void take_undone(struct reading *g, struct recovery_change *take_change)
{
	struct recovery *r = g->r;

	if (move_top(r->done, r->undone)) {
		change_free(take_change);
		return;
	}
	turn(take_change);
	g_ptr_array_add(r->undone, take_change);
	r->base = keep_text(g, &r->base_copy);
	if (r->saved != RECOVERY_NEVER)
		r->saved++;
}

static void take_redone(struct recovery *r, struct recovery_change *take_change)
{
	if (move_top(r->undone, r->done))
		change_free(take_change);
	else
		g_ptr_array_add(r->done, take_change);
}

static void forget_draft(struct recovery *r)
{
	g_clear_pointer(&r->draft, g_free);
	g_clear_pointer(&r->draft_where, g_free);
}

static bool read_change(struct reading *g, struct record_reader *in)
{
	uint64_t act = record_get_number(in);
	struct recovery_change *c = get_change(g->record, in);

	if (in->broken || act > JOURNAL_REDO || !recovery_apply(c, &g->text)) {
		change_free(c);
		return false;
	}
	if (act == JOURNAL_DO)
		take_done(g->r, c);
	else if (act == JOURNAL_UNDO)
		take_undone(g, c);
	else
		take_redone(g->r, c);
	g->r->torn = false;
	forget_draft(g->r);
	return true;
}

/* --- the other records --------------------------------------------------- */

static bool read_open(struct reading *g, struct record_reader *in)
{
	g_autofree char *document = get_string(in);
	struct text base = record_get_text(in);

	if (in->broken || base.len > TEXT_LIMIT)
		return false;
	if (*document)
		g->r->document = g_steal_pointer(&document);
	g->r->base = g->r->disk = base;
	g->r->begun = g->record->time;
	buffer_init(&g->text, &base);
	return true;
}

static bool read_draft(struct reading *g, struct record_reader *in)
{
	struct recovery *r = g->r;
	g_autofree char *where = get_string(in);
	bool open = record_get_number(in);
	uint64_t same = record_get_number(in);
	struct text text = record_get_text(in);
	GString *draft;

	if (in->broken || same > (r->draft ? strlen(r->draft) : 0))
		return false;
	draft = g_string_new_len(r->draft ? r->draft : "", (gssize)same);
	g_string_append_len(draft, text.bytes, (gssize)text.len);
	forget_draft(r);
	if (open) {
		r->draft = g_strdup(draft->str);
		r->draft_where = g_steal_pointer(&where);
	}
	g_string_free(draft, TRUE);
	return true;
}

/* The text is in the record too: should it ever be another one than the
 * changes give, it is the one that was seen. */
static void believe(struct reading *g, const struct text *seen)
{
	struct recovery_splice s = { .old = buffer_text(&g->text),
				     .new = *seen };
	struct recovery_change *c;
	char *copy = NULL;

	if (bytes_same(&s.old, seen))
		return;
	s.old = keep_text(g, &copy);
	g_ptr_array_add(g->r->kept, copy);
	c = g_new(struct recovery_change, 1);
	*c = (struct recovery_change){
		.name = g_strdup(_("edits")),
		.time = g->record->time,
		.splices = g_array_new(FALSE, FALSE, sizeof(s)),
	};
	g_array_append_val(c->splices, s);
	recovery_apply(c, &g->text);
	take_done(g->r, c);
}

static bool read_saving(struct reading *g, struct record_reader *in)
{
	struct text path = record_get_text(in); /* only for those who look */
	bool whole = record_get_number(in);
	struct text text = record_get_text(in);

	(void)path;
	if (in->broken || text.len > TEXT_LIMIT)
		return false;
	g->r->torn = whole;
	if (whole)
		believe(g, &text);
	return true;
}

static bool read_saved(struct reading *g, struct record_reader *in)
{
	char *path = get_string(in);

	if (in->broken) {
		g_free(path);
		return false;
	}
	g_free(g->r->document);
	g->r->document = path;
	g->r->torn = false;
	g->r->saved = g->r->done->len;
	g->r->disk = keep_text(g, &g->r->disk_copy);
	return true;
}

static bool read_disk(struct reading *g, struct record_reader *in)
{
	struct text disk = record_get_text(in);

	if (in->broken || disk.len > TEXT_LIMIT)
		return false;
	g->r->disk = disk;
	g->r->saved = RECOVERY_NEVER;
	return true;
}

static bool read_record(struct reading *g)
{
	struct record_reader in = g->record->inside;

	if ((g->record->kind == RECORD_OPEN) == (g->text.bytes != NULL) ||
	    g->text.moved > MOVED_LIMIT)
		return false;
	switch (g->record->kind) {
	case RECORD_OPEN:
		return read_open(g, &in);
	case RECORD_CHANGE:
		return read_change(g, &in);
	case RECORD_DRAFT:
		return read_draft(g, &in);
	case RECORD_SAVING:
		return read_saving(g, &in);
	case RECORD_SAVED:
		return read_saved(g, &in);
	case RECORD_DISK:
		return read_disk(g, &in);
	}
	return false;
}

/* --- all of it ----------------------------------------------------------- */

struct recovery *recovery_parse(char *take_bytes, size_t len)
{
	struct recovery *r = recovery_new(take_bytes);
	struct record_reader reader;
	struct record record;
	struct reading g = { .r = r, .record = &record };

	if (record_open(&reader, take_bytes, len))
		while (record_next(&reader, &record) && read_record(&g)) {
			r->last = record.time;
			r->records++;
		}
	if (!g.text.bytes) {
		recovery_free(r);
		return NULL;
	}
	r->text = keep_text(&g, &r->text_copy);
	buffer_release(&g.text);
	return r;
}

/* Reads FILE, which belongs to us or is none of ours. */
static int read_file(const char *file, char **bytes, size_t *len)
{
	int fd = open(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	struct stat st;
	int failed = 0;

	if (fd < 0 || fstat(fd, &st))
		failed = errno;
	else if (!S_ISREG(st.st_mode))
		failed = EINVAL;
	else
		failed = bytes_read(fd, (size_t)st.st_size, JOURNAL_LIMIT,
				    bytes, len);
	if (fd >= 0)
		close(fd);
	return failed;
}

struct recovery *recovery_read(const char *file, GError **error)
{
	char *bytes = NULL;
	size_t len = 0;
	int failed = read_file(file, &bytes, &len);
	struct recovery *r;

	if (failed) {
		store_fail(error, STORE_READ, file, failed);
		return NULL;
	}
	r = recovery_parse(bytes, len);
	if (!r)
		store_refuse(error, STORE_READ, file,
			     _("not a journal of senseboard"));
	else
		r->file = g_strdup(file);
	return r;
}

bool recovery_offers(const struct recovery *r, const struct text *file)
{
	return (r->draft && *r->draft) ||
	       !bytes_same(file ? file : &r->disk, &r->text);
}

unsigned recovery_unsaved(const struct recovery *r)
{
	unsigned done = r->done->len;

	if (r->saved == RECOVERY_NEVER)
		return done;
	return MAX(done, r->saved) - MIN(done, r->saved);
}
