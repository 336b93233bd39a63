/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Edits named by paths, done and checked.
 */
#include "expect.h"

#include <criterion/criterion.h>
#include <string.h>

enum verb { SET, PLAIN, KEY, INSERT, REMOVE, MOVE };

struct order {
	enum verb verb;
	const char *path, *parent, *before, *text;
};

Tree *opened(const char *text)
{
	size_t len = strlen(text);
	struct mark where;
	g_autoptr(GError) error = NULL;
	Tree *t = tree_load(g_memdup2(text, len + 1), len, &tree_limits_default,
			    &where, &error);

	cr_assert(t, "%u:%u: %s", where.line, where.column,
		  error ? error->message : "(no error)");
	return t;
}

char *emitted(const Tree *t)
{
	size_t len;
	char *text = tree_emit(t, &len);

	cr_assert_eq(strlen(text), len);
	return text;
}

static uint32_t child(const Tree *t, uint32_t e, const char *name)
{
	guint64 n;

	if (tree_kind(t, e) == KIND_MAPPING)
		return tree_find(t, e, name);
	n = g_ascii_strtoull(name, NULL, 10);
	for (e = tree_first(t, e); e && n; n--)
		e = tree_next(t, e);
	return e;
}

uint32_t at(const Tree *t, const char *path)
{
	g_auto(GStrv) names = g_strsplit(path, "/", -1);
	char **name = names;
	uint32_t e = tree_document(t, *path == '@' ? (unsigned)atoi(*name++ + 1)
						   : 0);

	for (; e && *name; name++)
		e = child(t, e, *name);
	cr_assert(e, "there is no '%s'", path);
	return e;
}

static bool done(Tree *t, const struct order *o, GError **error)
{
	uint32_t e = at(t, o->path ? o->path : o->parent);
	uint32_t before = o->before ? at(t, o->before) : 0;

	switch (o->verb) {
	case SET:
		return edit_set(t, e, o->text, SAY_TEXT, error);
	case PLAIN:
		return edit_set(t, e, o->text, SAY_PLAIN, error);
	case KEY:
		return edit_set_key(t, e, o->text, error);
	case INSERT:
		return edit_insert(t, e, before, o->text, error);
	case REMOVE:
		return edit_remove(t, e, error);
	default:
		return edit_move(t, e, at(t, o->parent), before, error);
	}
}

static void expect_text(const Tree *t, const char *want, const char *when)
{
	g_autofree char *text = emitted(t);

	cr_expect_str_eq(text, want, "%s, got:\n%s\nwanted:\n%s", when, text,
			 want);
}

static void expect_sound(const Tree *t)
{
	g_autofree char *text = emitted(t);
	g_autoptr(GError) error = NULL;
	g_autoptr(Tree) again = opened(text);

	cr_expect(again);
	cr_expect(tree_verify(t, text, strlen(text), &error), "%s",
		  error ? error->message : "(no error)");
}

static void expect(const char *text, const struct order *o, const char *want)
{
	g_autoptr(Tree) t = opened(text);
	g_autoptr(GError) error = NULL;

	history_begin(t);
	cr_assert(done(t, o, &error), "%s",
		  error ? error->message : "(no error)");
	history_commit(t, "it", 0, 0);
	expect_text(t, want, "after the edit");
	expect_sound(t);
	history_undo(t);
	expect_text(t, text, "undone");
	history_redo(t);
	expect_text(t, want, "redone");
}

static void refused(const char *text, const struct order *o, unsigned line)
{
	g_autoptr(Tree) t = opened(text);
	g_autoptr(GError) error = NULL;
	g_autofree char *place = g_strdup_printf("line %u:", line);
	bool good;

	history_begin(t);
	good = done(t, o, &error);
	expect_text(t, text, "refused");
	cr_assert_not(good);
	cr_assert(g_error_matches(error, TREE_ERROR, TREE_ERROR_UNSAFE), "%s",
		  error ? error->message : "(no error)");
	cr_expect(strstr(error->message, place), "%s: %s", place,
		  error->message);
	cr_expect_null(history_commit(t, "nothing", 0, 0));
}

void expect_set(const char *text, const char *path, const char *value,
		const char *want)
{
	expect(text, &(struct order){ SET, .path = path, .text = value }, want);
}

void expect_plain(const char *text, const char *path, const char *value,
		  const char *want)
{
	expect(text, &(struct order){ PLAIN, .path = path, .text = value },
	       want);
}

void expect_key(const char *text, const char *path, const char *key,
		const char *want)
{
	expect(text, &(struct order){ KEY, .path = path, .text = key }, want);
}

void expect_insert(const char *text, const char *parent, const char *before,
		   const char *entry, const char *want)
{
	expect(text,
	       &(struct order){ INSERT, .parent = parent, .before = before,
				.text = entry },
	       want);
}

void expect_remove(const char *text, const char *path, const char *want)
{
	expect(text, &(struct order){ REMOVE, .path = path }, want);
}

void expect_move(const char *text, const char *path, const char *parent,
		 const char *before, const char *want)
{
	expect(text,
	       &(struct order){ MOVE, .path = path, .parent = parent,
				.before = before },
	       want);
}

void refused_set(const char *text, const char *path, const char *value,
		 unsigned line)
{
	refused(text, &(struct order){ SET, .path = path, .text = value },
		line);
}

void refused_key(const char *text, const char *path, const char *key,
		 unsigned line)
{
	refused(text, &(struct order){ KEY, .path = path, .text = key }, line);
}

void refused_insert(const char *text, const char *parent, const char *before,
		    const char *entry, unsigned line)
{
	refused(text,
		&(struct order){ INSERT, .parent = parent, .before = before,
				 .text = entry },
		line);
}

void refused_remove(const char *text, const char *path, unsigned line)
{
	refused(text, &(struct order){ REMOVE, .path = path }, line);
}

void refused_move(const char *text, const char *path, const char *parent,
		  const char *before, unsigned line)
{
	refused(text,
		&(struct order){ MOVE, .path = path, .parent = parent,
				 .before = before },
		line);
}
