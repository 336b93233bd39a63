/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any edits of any text: the first part of the input is the text, every other
 * one an edit (what, where, where to, and a value).  An edit is done, and then
 * all of the text reads back as the tree has it, or refused, and then nothing
 * has changed.  Undoing all gives the bytes that were opened, redoing all
 * those that were there.
 */
#include "fuzz.h"

#include <string.h>

#include "yaml/edit.h"
#include "yaml/history.h"
#include "yaml/tree.h"

#define MOST_EDITS 24
#define MOST_TEXT 4096

int LLVMFuzzerInitialize(int *argc G_GNUC_UNUSED, char ***argv G_GNUC_UNUSED)
{
	return 0;
}

/* --- where --------------------------------------------------------------- */

static void collect(const struct tree *t, uint32_t e, GArray *entries)
{
	g_array_append_val(entries, e);
	for (e = tree_first(t, e); e; e = tree_next(t, e))
		collect(t, e, entries);
}

/* All entries in the order of the text; the caller frees. */
static GArray *entries_of(const struct tree *t)
{
	GArray *entries = g_array_new(FALSE, FALSE, sizeof(uint32_t));

	for (unsigned n = 0; tree_document(t, n); n++)
		collect(t, tree_document(t, n), entries);
	return entries;
}

static uint32_t pick(const struct tree *t, uint8_t number)
{
	g_autoptr(GArray) entries = entries_of(t);

	return entries->len
		       ? g_array_index(entries, uint32_t, number % entries->len)
		       : 0;
}

/* A child to go before, or (0) the end. */
static uint32_t pick_child(const struct tree *t, uint32_t e, uint8_t number)
{
	for (e = tree_first(t, e); e && number; e = tree_next(t, e))
		number--;
	return e;
}

/* --- what ---------------------------------------------------------------- */

struct act {
	uint8_t kind, where, to;
	char *value;
};

static bool set_text(struct tree *t, const struct act *a, GError **error)
{
	return edit_set(t, pick(t, a->where), a->value, SAY_TEXT, error);
}

static bool set_plain(struct tree *t, const struct act *a, GError **error)
{
	return edit_set(t, pick(t, a->where), a->value, SAY_PLAIN, error);
}

static bool set_key(struct tree *t, const struct act *a, GError **error)
{
	return edit_set_key(t, pick(t, a->where), a->value, error);
}

static bool insert(struct tree *t, const struct act *a, GError **error)
{
	uint32_t up = pick(t, a->where);
	g_autofree char *text = g_strconcat(a->value, "\n", NULL);

	return edit_insert(t, up, pick_child(t, up, a->to), text, error);
}

static bool insert_said(struct tree *t, const struct act *a, GError **error)
{
	uint32_t up = pick(t, a->where);
	GString *text = g_string_new(
		tree_kind(t, up) == KIND_SEQUENCE ? "- " : "added: ");
	bool done;

	edit_say(text, a->value, SAY_TEXT, 0);
	if (text->str[text->len - 1] != '\n')
		g_string_append_c(text, '\n');
	done = edit_insert(t, up, pick_child(t, up, a->to), text->str, error);
	g_string_free(text, TRUE);
	return done;
}

static bool remove_entry(struct tree *t, const struct act *a, GError **error)
{
	return edit_remove(t, pick(t, a->where), error);
}

static bool move(struct tree *t, const struct act *a, GError **error)
{
	uint32_t up = pick(t, a->to);

	return edit_move(t, pick(t, a->where), up,
			 pick_child(t, up, (uint8_t)strlen(a->value)), error);
}

static bool replace(struct tree *t, const struct act *a, GError **error)
{
	return edit_replace(t, pick(t, a->where), a->value, error);
}

/* What can be taken out by itself can be put where it was. */
static bool put_back(struct tree *t, const struct act *a, GError **error)
{
	uint32_t e = pick(t, a->where);
	g_autofree char *text = edit_text(t, e, error);

	return text && *text && edit_replace(t, e, text, error);
}

typedef bool edit(struct tree *t, const struct act *a, GError **error);
static edit *const edits[] = { set_text, set_plain,   set_key,
			       insert,	 insert_said, remove_entry,
			       move,	 replace,     put_back };

/* --- and what is so then ------------------------------------------------- */

static void must_read_back(const struct tree *t)
{
	size_t len;
	g_autofree char *text = tree_emit(t, &len);
	struct mark where;
	g_autoptr(GError) error = NULL;
	g_autoptr(Tree) again = NULL;

	fuzz_must(tree_verify(t, text, len, NULL), "an edit reads back");
	again = tree_load(g_memdup2(text, len + 1), len, &tree_limits_default,
			  &where, &error);
	fuzz_must(again || error->code == TREE_ERROR_LIMIT,
		  "what was edited can be opened");
}

static void must_be(const struct tree *t, const char *bytes, size_t len,
		    const char *sentence)
{
	size_t now_len;
	g_autofree char *now = tree_emit(t, &now_len);

	fuzz_must(now_len == len && !memcmp(now, bytes, len), sentence);
}

static void try_edit(struct tree *t, const struct act *a)
{
	size_t len;
	g_autofree char *before = tree_emit(t, &len);
	g_autoptr(GError) error = NULL;

	history_begin(t);
	if (edits[a->kind % G_N_ELEMENTS(edits)](t, a, &error)) {
		history_commit(t, "an edit", 0, 0);
		must_read_back(t);
		return;
	}
	fuzz_must(!history_commit(t, "nothing", 0, 0),
		  "a refused edit is no change");
	must_be(t, before, len, "a refused edit changes nothing");
}

static void go_there_and_back(struct tree *t, const char *bytes, size_t len)
{
	size_t then_len;
	g_autofree char *then = tree_emit(t, &then_len);

	while (history_undo(t))
		continue;
	must_be(t, bytes, len, "undoing all gives what was opened");
	while (history_redo(t))
		continue;
	must_be(t, then, then_len, "redoing all gives what was there");
}

static void try_edits(struct tree *t, const uint8_t *bytes, size_t len)
{
	const uint8_t *part;

	for (int i = 0; len && i < MOST_EDITS; i++) {
		size_t size = fuzz_part(&bytes, &len, &part);
		struct act a;

		if (size < 3 || !tree_document(t, 0))
			continue;
		a = (struct act){ .kind = part[0],
				  .where = part[1],
				  .to = part[2],
				  .value = g_strndup((const char *)part + 3,
						     size - 3) };
		try_edit(t, &a);
		g_free(a.value);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	const uint8_t *text;
	size_t size = fuzz_part(&bytes, &len, &text);
	struct mark where;
	char *copy;
	Tree *t;

	if (size > MOST_TEXT)
		return 0;
	copy = g_malloc0(size + 1);
	memcpy(copy, text, size);
	t = tree_load(copy, size, &tree_limits_default, &where, NULL);
	if (!t)
		return 0;
	try_edits(t, bytes, len);
	go_there_and_back(t, (const char *)text, size);
	tree_free(t);
	return 0;
}
