/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Entries and slices: making them, asking them, printing them.
 */
#include "yaml/entry.h"

#include <string.h>

const struct tree_limits tree_limits_default = {
	.bytes = 64 << 20,
	.scalar = 1 << 20,
	.depth = 64,
	.anchors = 1000,
};

GQuark tree_error_quark(void)
{
	return g_quark_from_static_string("senseboard-tree");
}

struct slice tree_keep(struct tree *t, const char *text, size_t len)
{
	struct slice s = { t->n + (uint32_t)t->arena->len, (uint32_t)len };

	g_string_append_len(t->arena, text, (gssize)len);
	return s;
}

char *tree_part(const struct tree *t, uint32_t e, enum part p)
{
	struct slice s = text_part(&entry(t, e)->text, p);

	return g_strndup(bytes(t, s), s.len);
}

void text_put(struct tree *t, struct text *text, enum part p, const char *s)
{
	enum part first = p < CLOSE ? LEAD : CLOSE;
	enum part last = p < CLOSE ? VAL : TAIL;
	g_autoptr(GString) run = g_string_new(NULL);

	for (enum part q = first; q <= last; q++) {
		struct slice old = text_part(text, q);

		if (q == p)
			g_string_append(run, s);
		else
			g_string_append_len(run, bytes(t, old), old.len);
	}
	*(p < CLOSE ? &text->head : &text->foot) =
		tree_keep(t, run->str, run->len).off;
	text->len[p] = (uint32_t)strlen(s);
}

uint32_t tree_new_entry(struct tree *t)
{
	if (t->n_entries == t->room) {
		t->room += t->room / 2 + 64;
		t->entries = g_renew(struct entry, t->entries, t->room);
	}
	t->entries[t->n_entries] = (struct entry){ 0 };
	return t->n_entries++;
}

void tree_free(struct tree *t)
{
	if (!t)
		return;
	if (t->open)
		change_free(t->open);
	g_ptr_array_unref(t->done);
	g_ptr_array_unref(t->undone);
	g_array_unref(t->branches);
	g_array_unref(t->chunks);
	g_array_unref(t->aliases);
	g_string_free(t->arena, TRUE);
	g_free(t->entries);
	g_free(t->opened);
	g_free(t);
}

const char *tree_opened(const struct tree *t, size_t *len)
{
	*len = t->n;
	return t->opened;
}

uint32_t tree_document(const struct tree *t, unsigned n)
{
	uint32_t e = tree_first(t, ENTRY_STREAM);

	while (e && n--)
		e = entry(t, e)->next;
	return e;
}

uint32_t tree_first(const struct tree *t, uint32_t e)
{
	return branch(t, e)->first;
}

uint32_t tree_last(const struct tree *t, uint32_t e)
{
	return branch(t, e)->last;
}

uint32_t tree_next(const struct tree *t, uint32_t e)
{
	return entry(t, e)->next;
}

uint32_t tree_prev(const struct tree *t, uint32_t e)
{
	return entry(t, e)->prev;
}

uint32_t tree_up(const struct tree *t, uint32_t e)
{
	return entry(t, e)->up;
}

bool tree_alive(const struct tree *t, uint32_t e)
{
	while (e && e != ENTRY_STREAM)
		e = entry(t, e)->up;
	return e == ENTRY_STREAM;
}

/* What the value of alias E names, or 0. */
static uint32_t alias_target(const struct tree *t, uint32_t e)
{
	unsigned low = 0, high = t->aliases->len;

	while (high - low > 1) {
		unsigned half = low + (high - low) / 2;

		if (g_array_index(t->aliases, struct alias, half).entry <= e)
			low = half;
		else
			high = half;
	}
	return g_array_index(t->aliases, struct alias, low).target;
}

uint32_t tree_named(const struct tree *t, uint32_t alias)
{
	uint32_t target = alias_target(t, alias);

	return target && entry(t, target)->text.kind == KIND_SCALAR ? target
								    : alias;
}

enum kind tree_kind(const struct tree *t, uint32_t e)
{
	return (enum kind)entry(t, tree_behind(t, e))->text.kind;
}

bool tree_is_alias(const struct tree *t, uint32_t e)
{
	return entry(t, e)->text.kind == KIND_ALIAS;
}

bool tree_is_flow(const struct tree *t, uint32_t e)
{
	return has(t, e, TEXT_FLOW);
}

bool tree_blank(const struct tree *t, uint32_t e)
{
	return has(t, tree_behind(t, e), TEXT_BLANK);
}

bool tree_duplicate(const struct tree *t, uint32_t e)
{
	return has(t, e, TEXT_DUPLICATE);
}

uint64_t tree_key_hash(const struct tree *t, uint32_t e)
{
	return entry(t, e)->text.key_hash;
}

uint32_t tree_find(const struct tree *t, uint32_t map, const char *key)
{
	uint64_t hash = tree_hash(key, strlen(key));

	for (uint32_t e = tree_first(t, map); e; e = entry(t, e)->next)
		if (entry(t, e)->text.key_hash == hash &&
		    has(t, e, TEXT_PAIR) && !has(t, e, TEXT_OPAQUE))
			return e;
	return 0;
}

unsigned tree_aliases(const struct tree *t, uint32_t e)
{
	unsigned n = 0;

	for (unsigned i = 0; i < t->aliases->len; i++) {
		struct alias a = g_array_index(t->aliases, struct alias, i);

		n += a.target == e && tree_alive(t, a.entry);
	}
	return n;
}

bool tree_has_aliases(const struct tree *t)
{
	return t->aliases->len > 0;
}

uint32_t tree_tag(const struct tree *t, uint32_t e)
{
	return branch(t, e)->tag;
}

void tree_set_tag(struct tree *t, uint32_t e, uint32_t tag)
{
	tree_branch(t, e)->tag = tag;
}

size_t tree_size(const struct tree *t, uint32_t e)
{
	return entry(t, e)->branch ? branch(t, e)->bytes
				   : text_size(&entry(t, e)->text);
}

static void print_parts(const struct tree *t, uint32_t e, enum part from,
			enum part to, GString *out)
{
	for (enum part p = from; p <= to; p++) {
		struct slice s = text_part(&entry(t, e)->text, p);

		g_string_append_len(out, bytes(t, s), s.len);
	}
}

void tree_emit_entry(const struct tree *t, uint32_t e, GString *out)
{
	print_parts(t, e, LEAD, VAL, out);
	for (uint32_t c = tree_first(t, e); c; c = entry(t, c)->next)
		tree_emit_entry(t, c, out);
	print_parts(t, e, CLOSE, TAIL, out);
}

char *tree_emit(const struct tree *t, size_t *len)
{
	GString *out = g_string_sized_new(tree_size(t, ENTRY_STREAM) + 1);

	tree_emit_entry(t, ENTRY_STREAM, out);
	*len = out->len;
	return g_string_free(out, FALSE);
}
