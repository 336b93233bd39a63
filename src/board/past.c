/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the walk through all changes that finds out what each did to the text.
 *
 * The tree itself is walked: back to the beginning, forth to the end, and to
 * where it stood.  Then it is the same as before, so neither the journey nor
 * the journal is told.  On the way forth the splices of a change are gathered
 * into patches that do not touch, and each is told as whole lines:
 *
 *	before	name: Warm towel \n what: A towel \n
 *	after	name: Warm towel \n what: A warm, cedar-scented towel \n
 *	splice				    ^-------------------^
 *	lines			    ^-----------------------------------^
 */
#include "board/past.h"

#include <string.h>

#include "board/board-own.h"
#include "store/buffer.h"

#define MOST_BYTES 4000 /* told of one change */

/* A place in the text, and how many bytes it has grown by. */
struct patch {
	size_t from, to;
	ptrdiff_t grown;
};

/* One splice, with bytes of its own. */
struct kept {
	size_t off;
	GBytes *old, *new;
};

struct walk {
	struct buffer text; /* as it stands on the walk */
	GArray *kept; /* of struct kept: those of the change */
};

static void keep(void *data, const struct splice *s)
{
	struct walk *w = data;
	struct kept kept = {
		.off = s->off,
		.old = g_bytes_new(s->old, s->old_len),
		.new = g_bytes_new(s->new, s->new_len),
	};

	g_array_append_val(w->kept, kept);
}

static void free_kept(void *data)
{
	struct kept *kept = data;

	g_bytes_unref(kept->old);
	g_bytes_unref(kept->new);
}

static struct text text_of(GBytes *bytes)
{
	struct text text;

	text.bytes = g_bytes_get_data(bytes, &text.len);
	return text;
}

static void apply(struct walk *w)
{
	for (guint i = 0; i < w->kept->len; i++) {
		struct kept *kept = &g_array_index(w->kept, struct kept, i);
		struct text old = text_of(kept->old);
		struct text new = text_of(kept->new);

		buffer_splice(&w->text, kept->off, &old, &new);
	}
	g_array_set_size(w->kept, 0);
}

/* --- patches --------------------------------------------------------------- */

static struct patch *nth(const GArray *patches, guint n)
{
	return &g_array_index(patches, struct patch, n);
}

/* Add a splice to patches in their order: those it touches become one, those
 * behind it move. They are places in the text behind all splices. */
static void add_patch(GArray *patches, const struct kept *kept)
{
	size_t old = g_bytes_get_size(kept->old);
	ptrdiff_t grown =
		(ptrdiff_t)g_bytes_get_size(kept->new) - (ptrdiff_t)old;
	struct patch here = { kept->off, kept->off + old, grown };
	guint at = 0;

	for (guint i = 0; i < patches->len;) {
		struct patch *p = nth(patches, i);

		if (p->to < here.from) {
			at = ++i;
		} else if (p->from > here.to) {
			p->from += (size_t)grown;
			p->to += (size_t)grown;
			i++;
		} else {
			here.from = MIN(here.from, p->from);
			here.to = MAX(here.to, p->to);
			here.grown += p->grown;
			g_array_remove_index(patches, i);
		}
	}
	here.to += (size_t)grown;
	g_array_insert_val(patches, at, here);
}

/* Let them be places in the text before all splices, each of whole lines. */
static void widen(GArray *patches, const struct text *before)
{
	ptrdiff_t grown = 0;

	for (guint i = 0; i < patches->len;) {
		struct patch *p = nth(patches, i), *above;
		ptrdiff_t by = grown + p->grown;

		p->from -= (size_t)grown;
		p->to -= (size_t)by;
		grown = by;
		while (p->from && before->bytes[p->from - 1] != '\n')
			p->from--;
		while (p->to < before->len && before->bytes[p->to++] != '\n')
			;
		above = i ? nth(patches, i - 1) : NULL;
		if (above && p->from <= above->to) {
			above->to = p->to;
			above->grown += p->grown;
			g_array_remove_index(patches, i);
		} else {
			i++;
		}
	}
}

/* --- lines ----------------------------------------------------------------- */

static char **lines_of(const struct text *text, size_t from, size_t to)
{
	g_autofree char *copy = g_strndup(text->bytes + from, to - from);

	if (g_str_has_suffix(copy, "\n"))
		copy[to - from - 1] = '\0';
	return to > from ? g_strsplit(copy, "\n", -1) : g_new0(char *, 1);
}

static void put_lines(GString *out, char sign, char **lines, guint from,
		      guint to)
{
	for (guint i = from; i < to; i++)
		g_string_append_printf(out, "%c%s\n", sign, lines[i]);
}

/* What is other in two runs of lines; those at both ends may be the same. */
static void put_difference(GString *out, char **old, char **new)
{
	guint olds = g_strv_length(old), news = g_strv_length(new), same = 0;

	while (olds && news && !strcmp(old[olds - 1], new[news - 1])) {
		olds--;
		news--;
	}
	while (same < olds && same < news && !strcmp(old[same], new[same]))
		same++;
	put_lines(out, '-', old, same, olds);
	put_lines(out, '+', new, same, news);
}

/* The old lines of each patch, for put_patches() when they have changed. */
static GPtrArray *old_lines(const GArray *patches, const struct text *before)
{
	GPtrArray *all =
		g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);

	for (guint i = 0; i < patches->len; i++)
		g_ptr_array_add(all, lines_of(before, nth(patches, i)->from,
					      nth(patches, i)->to));
	return all;
}

/* Leave only what is to be read, whole lines of it if it can be. */
static void cut(GString *out)
{
	const char *end;

	if (out->len <= MOST_BYTES)
		return;
	g_string_truncate(out, MOST_BYTES);
	end = strrchr(out->str, '\n');
	if (end)
		g_string_truncate(out, (gsize)(end - out->str));
	g_string_append(out, "\n…\n");
}

static char *put_patches(const GArray *patches, const GPtrArray *old,
			 const struct text *after)
{
	GString *out = g_string_new(NULL);
	ptrdiff_t grown = 0;

	for (guint i = 0; i < patches->len && out->len < MOST_BYTES; i++) {
		const struct patch *p = nth(patches, i);
		size_t from = p->from + (size_t)grown;
		size_t to = p->to + (size_t)(grown + p->grown);
		g_auto(GStrv) new = lines_of(after, from, to);

		grown += p->grown;
		if (out->len)
			g_string_append(out, "@\n");
		put_difference(out, old->pdata[i], new);
	}
	cut(out);
	return g_string_free(out, FALSE);
}

/* --- the walk -------------------------------------------------------------- */

/* What the change whose splices are kept does to the text, which it is done
 * to. */
static char *describe(struct walk *w)
{
	g_autoptr(GArray) patches =
		g_array_new(FALSE, FALSE, sizeof(struct patch));
	g_autoptr(GPtrArray) old = NULL;
	struct text text = buffer_text(&w->text);

	for (guint i = 0; i < w->kept->len; i++)
		add_patch(patches, &g_array_index(w->kept, struct kept, i));
	widen(patches, &text);
	old = old_lines(patches, &text);
	apply(w);
	text = buffer_text(&w->text);
	return put_patches(patches, old, &text);
}

static void walk(struct board *b, struct walk *w, GPtrArray *lines)
{
	unsigned depth = history_depth(b->tree);

	while (history_undo(b->tree))
		apply(w);
	while (history_redo(b->tree))
		g_ptr_array_add(lines, describe(w));
	while (history_depth(b->tree) > depth)
		history_undo(b->tree);
}

GPtrArray *past_lines(struct board *b)
{
	GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
	struct walk w = { .kept = g_array_new(FALSE, FALSE,
					      sizeof(struct kept)) };
	struct text text;
	g_autofree char *bytes = tree_emit(b->tree, &text.len);

	g_array_set_clear_func(w.kept, free_kept);
	text.bytes = bytes;
	buffer_init(&w.text, &text);
	tree_follow(b->tree, &(struct splice_follower){ keep, &w });
	walk(b, &w, lines);
	board_follow_text(b);
	buffer_release(&w.text);
	g_array_unref(w.kept);
	return lines;
}

const struct change *board_go_to(struct board *b, unsigned depth)
{
	const struct change *last = NULL, *c;

	while (history_depth(b->tree) > depth && (c = board_undo(b)))
		last = c;
	while (history_depth(b->tree) < depth && (c = board_redo(b)))
		last = c;
	return last;
}
