/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as a crash journal, in one of two ways.  As they are (first byte
 * 'r'), or as a session that is written down record by record, then cut off
 * and spoilt where the first three bytes say: what is read back is what the
 * text was at some record, never anything else, its history leads from the
 * base to it, and it can be opened as a storyboard or is refused.
 */
#include "fuzz.h"

#include <string.h>

#include "board/board.h"
#include "board/recover.h"
#include "store/journal.h"
#include "store/record.h"
#include "store/recovery.h"

#define MOST_BYTES 2000

int LLVMFuzzerInitialize(int *argc G_GNUC_UNUSED, char ***argv G_GNUC_UNUSED)
{
	/* no place for journals of its own */
	g_setenv("XDG_STATE_HOME", "/dev/null", TRUE);
	g_unsetenv("XDG_RUNTIME_DIR");
	return 0;
}

/* --- a session ----------------------------------------------------------- */

struct done {
	size_t off;
	GString *old, *new;
};

struct session {
	GString *journal, *text;
	GPtrArray *states; /* the text after each record, from the first on */
	GPtrArray *done, *undone; /* of struct done */
};

static void done_free(void *data)
{
	struct done *c = data;

	g_string_free(c->old, TRUE);
	g_string_free(c->new, TRUE);
	g_free(c);
}

static void string_free(void *data)
{
	g_string_free(data, TRUE);
}

static void session_init(struct session *s)
{
	s->journal = g_string_new(RECORD_MAGIC);
	s->text = g_string_new(NULL);
	s->states = g_ptr_array_new_with_free_func(string_free);
	s->done = g_ptr_array_new_with_free_func(done_free);
	s->undone = g_ptr_array_new_with_free_func(done_free);
}

static void session_release(struct session *s)
{
	g_string_free(s->journal, TRUE);
	g_string_free(s->text, TRUE);
	g_ptr_array_unref(s->states);
	g_ptr_array_unref(s->done);
	g_ptr_array_unref(s->undone);
}

static size_t begin(struct session *s, enum record_kind kind)
{
	return record_begin(s->journal, kind, s->states->len + 1, 0);
}

static void end(struct session *s, size_t begun)
{
	record_end(s->journal, begun);
	g_ptr_array_add(s->states,
			g_string_new_len(s->text->str, (gssize)s->text->len));
}

static void put(struct session *s, const GString *text)
{
	record_put_text(s->journal, text->str, text->len);
}

/* Put NEW in the place of OLD, and write it down. */
static void splice(struct session *s, enum journal_act act, size_t off,
		   const GString *old, const GString *new)
{
	size_t begun = begin(s, RECORD_CHANGE);

	record_put_number(s->journal, act);
	record_put_text(s->journal, "edit", 4);
	record_put_number(s->journal, off);
	put(s, old);
	put(s, new);
	g_string_erase(s->text, (gssize)off, (gssize)old->len);
	g_string_insert_len(s->text, (gssize)off, new->str, (gssize) new->len);
	end(s, begun);
}

/* --- what can be done in it: by two numbers and a text -------------------- */

struct step {
	size_t at, size;
	GString *text;
};

static void edit(struct session *s, const struct step *p)
{
	struct done *c = g_new(struct done, 1);

	c->off = p->at % (s->text->len + 1);
	c->old = g_string_new_len(s->text->str + c->off,
				  (gssize)MIN(p->size, s->text->len - c->off));
	c->new = g_string_new_len(p->text->str, (gssize)p->text->len);
	splice(s, JOURNAL_DO, c->off, c->old, c->new);
	g_ptr_array_set_size(s->undone, 0);
	g_ptr_array_add(s->done, c);
}

static void undo(struct session *s, const struct step *p G_GNUC_UNUSED)
{
	struct done *c;

	if (!s->done->len)
		return;
	c = g_ptr_array_steal_index(s->done, s->done->len - 1);
	splice(s, JOURNAL_UNDO, c->off, c->new, c->old);
	g_ptr_array_add(s->undone, c);
}

static void redo(struct session *s, const struct step *p G_GNUC_UNUSED)
{
	struct done *c;

	if (!s->undone->len)
		return;
	c = g_ptr_array_steal_index(s->undone, s->undone->len - 1);
	splice(s, JOURNAL_REDO, c->off, c->old, c->new);
	g_ptr_array_add(s->done, c);
}

static void draft(struct session *s, const struct step *p)
{
	size_t begun = begin(s, RECORD_DRAFT);

	record_put_text(s->journal, "name", 4);
	record_put_number(s->journal, p->at % 2);
	record_put_number(s->journal, 0);
	put(s, p->text);
	end(s, begun);
}

static void saving(struct session *s, const struct step *p)
{
	size_t begun = begin(s, RECORD_SAVING);

	put(s, p->text);
	record_put_number(s->journal, p->at % 2);
	put(s, s->text);
	end(s, begun);
}

static void saved(struct session *s, const struct step *p)
{
	size_t begun = begin(s, RECORD_SAVED);

	put(s, p->text);
	end(s, begun);
}

static void disk(struct session *s, const struct step *p)
{
	size_t begun = begin(s, RECORD_DISK);

	put(s, p->text);
	end(s, begun);
}

static void (*const steps[])(struct session *, const struct step *) = {
	edit, undo, redo, draft, saving, saved, disk,
};

/* The first part is the text that is opened, each other one a step. */
static void play(struct session *s, const uint8_t *bytes, size_t len)
{
	const uint8_t *part;
	size_t size = fuzz_part(&bytes, &len, &part), begun;

	begun = begin(s, RECORD_OPEN);
	record_put_text(s->journal, "/day.yaml", 9);
	g_string_append_len(s->text, (const char *)part, (gssize)size);
	put(s, s->text);
	end(s, begun);
	while (len) {
		struct step p;

		size = fuzz_part(&bytes, &len, &part);
		if (size < 3)
			continue;
		p = (struct step){ .at = part[1], .size = part[2] };
		p.text = g_string_new_len((const char *)part + 3,
					  (gssize)size - 3);
		steps[part[0] % G_N_ELEMENTS(steps)](s, &p);
		g_string_free(p.text, TRUE);
	}
}

/* --- what is read back --------------------------------------------------- */

static bool same(const struct text *a, const struct text *b)
{
	return a->len == b->len && !memcmp(a->bytes, b->bytes, a->len);
}

static void must_lead(const struct recovery *r)
{
	struct buffer b;
	struct text end;
	bool fits = true;

	buffer_init(&b, &r->base);
	for (guint i = 0; fits && i < r->done->len; i++)
		fits = recovery_apply(r->done->pdata[i], &b);
	end = buffer_text(&b);
	fuzz_must(fits && same(&end, &r->text),
		  "what was done leads from the base to the text");
	buffer_release(&b);
}

/* ALL: nothing of the journal is missing. */
static void must_tell(const struct session *s, const struct recovery *r,
		      bool all)
{
	const GString *then;
	struct text want;

	fuzz_must(r->records > 0 && r->records <= s->states->len,
		  "there are no more records than were written");
	fuzz_must(!all || r->records == s->states->len,
		  "all that was written is read");
	then = s->states->pdata[r->records - 1];
	want = (struct text){ then->str, then->len };
	fuzz_must(same(&r->text, &want), "the text is that of the last record");
	must_lead(r);
}

static void try_recovery(struct recovery *r)
{
	g_autoptr(GError) error = NULL;
	struct board *b;
	size_t len;
	g_autofree char *text = NULL;

	r->file = g_strdup("/nowhere/any.journal");
	b = board_recover(NULL, r, true, &error);
	fuzz_must(b || (error && *error->message), "a refusal has a reason");
	if (!b)
		return;
	text = tree_emit(b->tree, &len);
	fuzz_must(same(&(struct text){ text, len }, &r->text),
		  "what is recovered is what was told");
	board_give_up(b);
	board_free(b);
}

/* Cut off AT bytes before the end, or with a bit of the byte there changed. */
static bool spoil(GString *journal, size_t at, uint8_t how)
{
	size_t off;

	if (!how || !journal->len)
		return false;
	off = journal->len - 1 - at % journal->len;
	if (how % 2)
		g_string_truncate(journal, off);
	else
		journal->str[off] ^= (char)how;
	return true;
}

static void try_session(const uint8_t *bytes, size_t len)
{
	g_autoptr(Recovery) r = NULL;
	struct session s;
	bool spoilt;

	session_init(&s);
	play(&s, bytes + 3, len - 3);
	spoilt = spoil(s.journal, (size_t)bytes[1] * 4, bytes[2]);
	r = recovery_parse(g_memdup2(s.journal->str, s.journal->len + 1),
			   s.journal->len);
	fuzz_must(r || spoilt, "a journal is one");
	if (r) {
		must_tell(&s, r, !spoilt);
		try_recovery(r);
	}
	session_release(&s);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	g_autoptr(Recovery) r = NULL;

	if (len < 4 || len > MOST_BYTES)
		return 0;
	if (bytes[0] != 'r') {
		try_session(bytes, len);
		return 0;
	}
	r = recovery_parse(g_memdup2(bytes + 1, len - 1), len - 1);
	if (r)
		try_recovery(r);
	return 0;
}
