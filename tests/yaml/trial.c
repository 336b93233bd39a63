/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the tree says of itself against what its bytes say; and the way back
 * and forth through the history.
 */
#include "trial.h"

#include <string.h>

guint units(const struct node *n)
{
	if (!n->kids)
		return 0;
	return n->shape == SHAPE_MAP ? n->kids->len / 2 : n->kids->len;
}

struct node *unit(const struct node *n, guint i)
{
	return n->kids->pdata[n->shape == SHAPE_MAP ? 2 * i + 1 : i];
}

struct node *unit_key(const struct node *n, guint i)
{
	return n->shape == SHAPE_MAP ? n->kids->pdata[2 * i] : NULL;
}

bool trial_wrong(struct trial *t, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	g_free(t->wrong);
	t->wrong = g_strdup_vprintf(format, args);
	va_end(args);
	return false;
}

static bool wrong_at(struct trial *t, const struct node *n, const char *what)
{
	return trial_wrong(t, "the tree says otherwise of the %s on line %zu",
			   what, n->line);
}

static const struct node *meant(const struct node *n)
{
	return n->shape == SHAPE_ALIAS && n->target ? n->target : n;
}

static enum kind kind_of(const struct node *n)
{
	static const enum kind kinds[] = {
		[SHAPE_SCALAR] = KIND_SCALAR,
		[SHAPE_ALIAS] = KIND_ALIAS,
		[SHAPE_MAP] = KIND_MAPPING,
		[SHAPE_LIST] = KIND_SEQUENCE,
	};

	if (n->shape == SHAPE_ALIAS && meant(n)->shape != SHAPE_SCALAR)
		return KIND_ALIAS;
	return kinds[meant(n)->shape];
}

static bool says_blank(const struct node *n)
{
	return n->style == YAML_PLAIN_SCALAR_STYLE &&
	       (!n->len || !strcmp(n->text, "~") || !strcmp(n->text, "null"));
}

static bool agree_value(struct trial *t, uint32_t e, const struct node *n)
{
	g_autofree char *value = tree_value(t->tree, e);
	const struct node *m = meant(n);

	if (tree_kind(t->tree, e) != kind_of(n))
		return wrong_at(t, n, "kind");
	if (tree_is_alias(t->tree, e) != (n->shape == SHAPE_ALIAS))
		return wrong_at(t, n, "alias");
	if (g_strcmp0(value, m->shape == SHAPE_SCALAR ? m->text : NULL))
		return wrong_at(t, n, "value");
	if (n->shape == SHAPE_SCALAR && !n->tag &&
	    tree_blank(t->tree, e) != says_blank(n))
		return wrong_at(t, n, "blank value");
	return true;
}

static bool agree_key(struct trial *t, uint32_t e, const struct node *key)
{
	g_autofree char *text = tree_key(t->tree, e);

	if (key->shape == SHAPE_ALIAS)
		return true;
	if (g_strcmp0(text, key->text))
		return wrong_at(t, key, "key");
	if (text && tree_key_hash(t->tree, e) != tree_hash(text, key->len))
		return wrong_at(t, key, "hash of the key");
	return true;
}

/* The first pair of a mapping whose key has that text. */
static guint first_like(const struct node *map, const struct node *key)
{
	for (guint i = 0; i < units(map); i++) {
		const struct node *other = unit_key(map, i);

		if (other->shape == SHAPE_SCALAR && other->len == key->len &&
		    !memcmp(other->text, key->text, key->len))
			return i;
	}
	return units(map);
}

/* Whether keys of different tags are the same is left open. */
static bool agree_duplicate(struct trial *t, uint32_t e, const struct node *map,
			    guint i)
{
	const struct node *key = unit_key(map, i);
	guint first;

	if (key->shape != SHAPE_SCALAR || key->tag || units(map) > 100)
		return true;
	first = first_like(map, key);
	if (unit_key(map, first)->tag)
		return true;
	if (tree_duplicate(t->tree, e) != (first < i))
		return wrong_at(t, key, "duplicate key");
	return true;
}

static bool agree_entry(struct trial *t, const struct place *p);

static bool agree_children(struct trial *t, uint32_t e, struct node *n)
{
	uint32_t child = tree_first(t->tree, e), before = 0;

	for (guint i = 0; i < units(n); i++) {
		struct place p = { child, unit(n, i), n, i };

		if (!child)
			return wrong_at(t, unit(n, i),
					"existence of the value");
		if (tree_up(t->tree, child) != e ||
		    tree_prev(t->tree, child) != before ||
		    !tree_alive(t->tree, child))
			return wrong_at(t, p.node, "neighbours of the value");
		if (!agree_entry(t, &p))
			return false;
		before = child;
		child = tree_next(t->tree, child);
	}
	if (child || tree_last(t->tree, e) != before)
		return wrong_at(t, n, "end of the children");
	return true;
}

static bool agree_entry(struct trial *t, const struct place *p)
{
	const struct node *key = p->up ? unit_key(p->up, p->index) : NULL;

	g_array_append_val(t->places, *p);
	if (key && (!agree_key(t, p->entry, key) ||
		    !agree_duplicate(t, p->entry, p->up, p->index)))
		return false;
	return agree_value(t, p->entry, p->node) &&
	       agree_children(t, p->entry, p->node);
}

bool trial_agree(struct trial *t)
{
	GPtrArray *roots = t->now->roots;

	g_array_set_size(t->places, 0);
	for (guint i = 0; i < roots->len; i++) {
		struct place p = { tree_document(t->tree, i), roots->pdata[i],
				   NULL, i };

		if (!p.entry)
			return trial_wrong(t, "document %u is lost", i);
		if (!agree_entry(t, &p))
			return false;
	}
	if (tree_document(t->tree, roots->len))
		return trial_wrong(t, "there is a document too many");
	return true;
}

/* Where the dash of an item stands; the line above it may end any way. */
static struct mark dash_mark(const struct trial *t, const struct node *n)
{
	const char *b = t->now->bytes;
	struct mark m = { (unsigned)n->line, 1 };

	for (size_t at = n->own; at < n->start; at++)
		m.line -= b[at] == '\n';
	for (size_t at = n->own; at && b[at - 1] != '\n'; at--)
		m.column += ((unsigned char)b[at - 1] & 0xc0) != 0x80;
	return m;
}

/* Only LF ends lines for people; where libyaml knows others, leave it. */
static bool counts_like_people(const struct reading *r)
{
	for (size_t i = 0; i < r->len; i++)
		if ((r->bytes[i] == '\r' && r->bytes[i + 1] != '\n') ||
		    !strncmp(r->bytes + i, "\xc2\x85", 2) ||
		    !strncmp(r->bytes + i, "\xe2\x80\xa8", 3) ||
		    !strncmp(r->bytes + i, "\xe2\x80\xa9", 3) ||
		    !strncmp(r->bytes + i, "\xef\xbb\xbf", 3))
			return false;
	return true;
}

static bool agree_mark(struct trial *t, const char *what, struct mark m,
		       size_t line, size_t column)
{
	if (m.line == line && m.column == column)
		return true;
	return trial_wrong(t, "the tree says %u:%u of a %s at %zu:%zu", m.line,
			   m.column, what, line, column);
}

static bool agree_own_mark(struct trial *t, const struct place *p)
{
	const struct node *key = unit_key(p->up, p->index);
	struct mark own = tree_key_mark(t->tree, p->entry), dash;

	if (key) {
		if (key->kids || key->own != key->start || key->tag ||
		    key->anchor)
			return true;
		return agree_mark(t, "key", own, key->line, key->column);
	}
	if (p->up->flow)
		return true;
	dash = dash_mark(t, p->node);
	return agree_mark(t, "dash", own, dash.line, dash.column);
}

static bool agree_marks(struct trial *t, const struct place *p)
{
	const struct node *n = p->node;
	struct mark value = tree_value_mark(t->tree, p->entry);
	bool plain = !n->tag && !n->anchor && n->end > n->start &&
		     (!n->kids || n->flow);

	if (plain && !agree_mark(t, "value", value, n->line, n->column))
		return false;
	return agree_own_mark(t, p);
}

static bool agree_bytes(struct trial *t, const struct place *p)
{
	g_autoptr(GString) own = g_string_new(NULL);
	size_t from = tree_offset(t->tree, p->entry);
	size_t size = tree_size(t->tree, p->entry);

	tree_emit_entry(t->tree, p->entry, own);
	if (own->len != size)
		return wrong_at(t, p->node, "size of the value");
	if (from > t->now->len || size > t->now->len - from ||
	    memcmp(own->str, t->now->bytes + from, size))
		return wrong_at(t, p->node, "offset of the value");
	return true;
}

static bool agree_places(struct trial *t)
{
	bool marks = counts_like_people(t->now);

	for (guint i = 0; i < t->places->len; i++) {
		struct place *p = &g_array_index(t->places, struct place, i);

		if (!agree_bytes(t, p) ||
		    (marks && p->up && !agree_marks(t, p)))
			return false;
	}
	return true;
}

static uint64_t checksum(const char *bytes, size_t len)
{
	uint64_t h = 0xcbf29ce484222325u ^ len;

	for (size_t i = 0; i < len; i++)
		h = (h ^ (unsigned char)bytes[i]) * 0x100000001b3u;
	return h;
}

bool trial_unchanged(struct trial *t)
{
	size_t len;
	g_autofree char *bytes = tree_emit(t->tree, &len);

	return len == t->now->len && !memcmp(bytes, t->now->bytes, len);
}

bool trial_reread(struct trial *t)
{
	size_t len;
	g_autofree char *bytes = tree_emit(t->tree, &len);
	g_autoptr(GError) error = NULL;

	reading_free(t->now);
	t->now = reading_new(bytes, len);
	if (t->now->error)
		return trial_wrong(t, "no YAML any more: %s on line %zu",
				   t->now->error, t->now->error_line);
	if (len != t->followed->len ||
	    memcmp(bytes, t->followed->str, len) != 0)
		return trial_wrong(t, "its splices give another text");
	if (!tree_verify(t->tree, bytes, len, &error))
		return trial_wrong(t, "does not verify: %s",
				   error ? error->message : "(no error)");
	if (!trial_agree(t))
		return false;
	return dice_roll(&t->dice, 8) || agree_places(t);
}

static void follow(void *data, const struct splice *s)
{
	GString *text = data;

	g_string_erase(text, (gssize)s->off, (gssize)s->old_len);
	g_string_insert_len(text, (gssize)s->off, s->new, (gssize)s->new_len);
}

bool trial_begin(struct trial *t, Tree *tree, const char *bytes, size_t len)
{
	uint64_t sum = checksum(bytes, len);

	t->tree = tree;
	t->now = reading_new(bytes, len);
	t->followed = g_string_new_len(bytes, (gssize)len);
	tree_follow(tree, &(struct splice_follower){ follow, t->followed });
	t->places = g_array_new(FALSE, FALSE, sizeof(struct place));
	t->states = g_array_new(FALSE, FALSE, sizeof(uint64_t));
	t->story = g_string_new("load");
	g_array_append_val(t->states, sum);
	if (!trial_unchanged(t))
		return trial_wrong(t, "not emitted as it was loaded");
	return trial_reread(t) && agree_places(t);
}

void trial_end(struct trial *t)
{
	tree_free(t->tree);
	reading_free(t->now);
	g_string_free(t->followed, TRUE);
	g_array_unref(t->places);
	g_array_unref(t->states);
	g_string_free(t->story, TRUE);
	g_free(t->wrong);
}

/* Whether the text is as it was when that many changes stood. */
static bool at_depth(struct trial *t, unsigned depth)
{
	size_t len;
	g_autofree char *bytes = tree_emit(t->tree, &len);

	if (history_depth(t->tree) != depth)
		return trial_wrong(t, "%u changes stand instead of %u",
				   history_depth(t->tree), depth);
	if (g_array_index(t->states, uint64_t, depth) != checksum(bytes, len))
		return trial_wrong(t, "other bytes at depth %u", depth);
	return true;
}

static bool undo(struct trial *t, unsigned from, unsigned to)
{
	while (from > to) {
		const struct change *next = history_next_undo(t->tree);

		if (!next || history_undo(t->tree) != next)
			return trial_wrong(t, "cannot undo at %u", from);
		if (!at_depth(t, --from))
			return false;
	}
	return true;
}

static bool redo(struct trial *t, unsigned from, unsigned to)
{
	while (from < to) {
		const struct change *next = history_next_redo(t->tree);

		if (!next || history_redo(t->tree) != next)
			return trial_wrong(t, "cannot redo at %u", from);
		if (!at_depth(t, ++from))
			return false;
	}
	return true;
}

bool trial_wander(struct trial *t)
{
	unsigned low = dice_roll(&t->dice, t->depth + 1);
	unsigned back = low + dice_roll(&t->dice, t->states->len - low);

	g_string_printf(t->story, "undo from %u to %u, redo to %u", t->depth,
			low, back);
	if (!undo(t, t->depth, low) || !redo(t, low, back))
		return false;
	t->depth = back;
	return trial_reread(t);
}

bool trial_rewind(struct trial *t, const char *bytes, size_t len)
{
	unsigned top = t->states->len - 1;

	g_string_printf(t->story, "redo from %u, undo all %u, and again",
			t->depth, top);
	if (!redo(t, t->depth, top) || !undo(t, top, 0))
		return false;
	if (history_undo(t->tree) || history_next_undo(t->tree))
		return trial_wrong(t, "there is more to undo than was done");
	if (!redo(t, 0, top))
		return false;
	if (history_redo(t->tree) || history_next_redo(t->tree))
		return trial_wrong(t, "there is more to redo than was done");
	if (!undo(t, top, 0))
		return false;
	reading_free(t->now);
	t->now = reading_new(bytes, len);
	if (!trial_unchanged(t))
		return trial_wrong(t, "undoing all gives other bytes");
	return true;
}

bool trial_commit(struct trial *t, bool changed)
{
	const struct change *c = history_commit(t->tree, "an edit", 0, 0);
	uint64_t sum = checksum(t->now->bytes, t->now->len);

	if (!c && changed)
		return trial_wrong(t, "the change was not remembered");
	if (!c)
		return true;
	g_array_set_size(t->states, ++t->depth);
	g_array_append_val(t->states, sum);
	if (history_depth(t->tree) != t->depth)
		return trial_wrong(t, "%u changes stand instead of %u",
				   history_depth(t->tree), t->depth);
	return true;
}
