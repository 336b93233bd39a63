/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as a storyboard: opened, or refused with a reason.  What opens has
 * the very bytes, verifies, and is YAML to libyaml too; what libyaml can read
 * is refused only beyond a limit.
 */
#include "fuzz.h"

#include <string.h>

#include "../yaml/reading.h"
#include "board/board.h"
#include "yaml/tree.h"

int LLVMFuzzerInitialize(int *argc G_GNUC_UNUSED, char ***argv G_GNUC_UNUSED)
{
	return 0;
}

/* Every mark is in the text, every entry's bytes are. */
static void walk(struct tree *t, uint32_t e, size_t len)
{
	struct mark mark = tree_value_mark(t, e);
	g_autofree char *value = tree_value(t, e);

	fuzz_must(mark.line && mark.column, "a value stands somewhere");
	fuzz_must(tree_offset(t, e) + tree_size(t, e) <= len,
		  "an entry is in the text");
	fuzz_must(!value || tree_says(t, e, value), "a value says itself");
	for (e = tree_first(t, e); e; e = tree_next(t, e))
		walk(t, e, len);
}

static void judge_tree(struct tree *t, const char *bytes, size_t len)
{
	size_t emitted;
	g_autofree char *text = tree_emit(t, &emitted);

	fuzz_must(emitted == len && !memcmp(text, bytes, len),
		  "what was opened is what would be saved");
	fuzz_must(tree_verify(t, text, emitted, NULL), "it reads back");
	for (unsigned n = 0; tree_document(t, n); n++)
		walk(t, tree_document(t, n), len);
}

static void judge_refusal(const GError *error, bool readable)
{
	fuzz_must(error && error->domain == TREE_ERROR && *error->message,
		  "a refusal has a reason");
	fuzz_must(!readable || error->code == TREE_ERROR_LIMIT,
		  "what is YAML is opened");
}

static void try_tree(const char *bytes, size_t len)
{
	struct reading *second = reading_new(bytes, len);
	g_autoptr(GError) error = NULL;
	struct mark where;
	g_autoptr(Tree) t = tree_load(g_memdup2(bytes, len + 1), len,
				      &tree_limits_default, &where, &error);

	fuzz_must(!t || !second->error, "what is opened is YAML");
	if (t)
		judge_tree(t, bytes, len);
	else
		judge_refusal(error, !second->error && !second->undefined);
	reading_free(second);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	g_autofree char *text = g_malloc0(len + 1);
	g_autoptr(GError) error = NULL;
	struct board *b;

	if (len)
		memcpy(text, bytes, len);
	try_tree(text, len);
	b = board_from_bytes(g_steal_pointer(&text), len, "any", &error);
	fuzz_must(b || (error && *error->message), "a refusal has a reason");
	board_free(b);
	return 0;
}
