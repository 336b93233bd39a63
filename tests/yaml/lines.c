/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lines sorted into content, comments and blanks, and footprints compared.
 *
 * A line that looks like a comment is content inside a scalar; so the nodes
 * of the reading say first where scalars are.
 */
#include "lines.h"

#include <string.h>

static void split(struct lines *l)
{
	const struct reading *r = l->of;
	size_t at = 0;

	l->starts = g_array_new(FALSE, FALSE, sizeof(size_t));
	g_array_append_val(l->starts, at);
	while (at < r->len) {
		size_t n = text_break(r->bytes, r->len, at);

		at += n ? n : 1;
		if (n && at < r->len)
			g_array_append_val(l->starts, at);
	}
	g_array_append_val(l->starts, at);
}

static size_t start_of(const struct lines *l, size_t line)
{
	return g_array_index(l->starts, size_t, line);
}

size_t lines_count(const struct lines *l)
{
	return l->starts->len - 1;
}

size_t lines_at(const struct lines *l, size_t byte)
{
	size_t low = 0, high = lines_count(l);

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (start_of(l, middle) <= byte)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* The end of a line, its break not included. */
static size_t text_end(const struct lines *l, size_t line)
{
	size_t end = start_of(l, line + 1);

	for (size_t at = start_of(l, line); at < end; at++)
		if (text_break(l->of->bytes, end, at))
			return at;
	return end;
}

/* Where a line's text starts: a BOM before the first belongs to the file. */
static size_t text_start(const struct lines *l, size_t line)
{
	bool bom = !line && l->of->len >= 3 &&
		   !memcmp(l->of->bytes, "\xef\xbb\xbf", 3);

	return bom ? 3 : start_of(l, line);
}

/* Past the blanks a line starts with; a BOM is one. */
static size_t skip_blanks(const struct lines *l, size_t line)
{
	const char *b = l->of->bytes;
	size_t at = text_start(l, line), end = text_end(l, line);

	for (;;) {
		if (at < end && (b[at] == ' ' || b[at] == '\t'))
			at++;
		else if (end - at >= 3 && !memcmp(b + at, "\xef\xbb\xbf", 3))
			at += 3;
		else
			return at;
	}
}

/* Mark the bytes of a scalar, so that a # in it is none of a comment; the
 * rest of a block scalar's header may have one. */
static void hide_scalar(struct lines *l, const struct node *n, bool *hidden)
{
	size_t at = n->start, line = lines_at(l, n->start);
	size_t last = n->end > n->start ? lines_at(l, n->end - 1) : line;

	for (size_t i = line + 1; i <= last; i++)
		l->sorts[i] = LINE_CONTENT;
	if (n->style == YAML_LITERAL_SCALAR_STYLE ||
	    n->style == YAML_FOLDED_SCALAR_STYLE)
		at = start_of(l, line + 1);
	for (; at < n->raw_end; at++)
		hidden[at] = true;
}

static void hide_scalars(struct lines *l, const struct node *n, bool *hidden)
{
	if (n->shape == SHAPE_SCALAR)
		hide_scalar(l, n, hidden);
	for (guint i = 0; n->kids && i < n->kids->len; i++)
		hide_scalars(l, n->kids->pdata[i], hidden);
}

static void sort_lines(struct lines *l)
{
	for (size_t i = 0; i < lines_count(l); i++) {
		size_t at = skip_blanks(l, i);

		if (at == text_end(l, i))
			l->sorts[i] = LINE_BLANK;
		else if (l->of->bytes[at] == '#')
			l->sorts[i] = LINE_COMMENT;
		else
			l->sorts[i] = LINE_CONTENT;
	}
}

static void comment_free(gpointer data)
{
	struct comment *c = data;

	g_free(c->text);
	g_free(c);
}

static void find_comment(struct lines *l, size_t line, const bool *hidden)
{
	const char *b = l->of->bytes;
	size_t first = skip_blanks(l, line), end = text_end(l, line);

	for (size_t at = first; at < end; at++) {
		struct comment *c;

		if (b[at] != '#' || hidden[at])
			continue;
		if (at > first && !hidden[at - 1] &&
		    !strchr(" \t,[]{}\"'|>+-", b[at - 1]))
			continue;
		c = g_new(struct comment, 1);
		c->line = line;
		c->column = at - start_of(l, line);
		c->text = g_strchomp(g_strndup(b + at, end - at));
		g_ptr_array_add(l->comments, c);
		return;
	}
}

struct lines *lines_new(const struct reading *r)
{
	struct lines *l = g_new0(struct lines, 1);
	g_autofree bool *hidden = g_new0(bool, r->len + 1);

	l->of = r;
	split(l);
	l->sorts = g_new0(enum line_sort, lines_count(l) + 1);
	l->touched = g_new0(bool, lines_count(l) + 1);
	l->first = lines_count(l);
	l->comments = g_ptr_array_new_with_free_func(comment_free);
	sort_lines(l);
	for (guint i = 0; i < r->roots->len; i++)
		hide_scalars(l, r->roots->pdata[i], hidden);
	for (size_t i = 0; i < lines_count(l); i++)
		find_comment(l, i, hidden);
	return l;
}

void lines_free(struct lines *l)
{
	if (!l)
		return;
	g_array_unref(l->starts);
	g_ptr_array_unref(l->comments);
	g_free(l->sorts);
	g_free(l->touched);
	g_free(l);
}

void lines_touch(struct lines *l, size_t from, size_t to)
{
	size_t first = lines_at(l, from);
	size_t last = to > from ? lines_at(l, to - 1) : first;

	l->first = MIN(l->first, first);
	l->last = MAX(l->last, last);
	for (size_t i = first; i <= last; i++)
		l->touched[i] = true;
}

void lines_touch_entry(struct lines *l, const struct node *n)
{
	lines_touch(l, n->own, n->end);
}

static bool has_footprint(const struct lines *l)
{
	return l->first < lines_count(l);
}

/* The next line with content that no edit may have touched, from LINE on. */
static size_t next_kept(const struct lines *l, size_t line)
{
	while (line < lines_count(l) &&
	       (l->touched[line] || l->sorts[line] != LINE_CONTENT))
		line++;
	return line;
}

/* The break of a last line may come or go with what follows it. */
static bool same_line(const struct lines *a, size_t i, const struct lines *b,
		      size_t j)
{
	bool last = i + 1 == lines_count(a) || j + 1 == lines_count(b);
	size_t from = text_start(a, i), other = text_start(b, j);
	size_t n = (last ? text_end(a, i) : start_of(a, i + 1)) - from;
	size_t m = (last ? text_end(b, j) : start_of(b, j + 1)) - other;

	return n == m && !memcmp(a->of->bytes + from, b->of->bytes + other, n);
}

static char *differ_kept(const struct lines *old, const struct lines *new)
{
	size_t i = next_kept(old, 0), j = next_kept(new, 0);

	while (i < lines_count(old) && j < lines_count(new)) {
		if (!same_line(old, i, new, j))
			return g_strdup_printf("line %zu (now %zu) changed",
					       i + 1, j + 1);
		i = next_kept(old, i + 1);
		j = next_kept(new, j + 1);
	}
	if (i < lines_count(old))
		return g_strdup_printf("line %zu is lost", i + 1);
	if (j < lines_count(new))
		return g_strdup_printf("line %zu is too many", j + 1);
	return NULL;
}

/* Where the footprint begins and ends, with the blank lines and comments
 * around it if not CLOSE. */
static size_t begins(const struct lines *l, bool close)
{
	size_t line = l->first;

	while (!close && line && l->sorts[line - 1] != LINE_CONTENT)
		line--;
	return start_of(l, line);
}

static size_t ends(const struct lines *l, bool close)
{
	size_t line = l->last + 1;

	while (!close && line < lines_count(l) &&
	       l->sorts[line] != LINE_CONTENT)
		line++;
	return start_of(l, line);
}

static char *differ_around(const struct lines *old, const struct lines *new,
			   bool close)
{
	size_t before = MIN(old->of->len, new->of->len), after = before;

	if (has_footprint(old)) {
		before = MIN(before, begins(old, close));
		after = MIN(after, old->of->len - ends(old, close));
	}
	if (has_footprint(new)) {
		before = MIN(before, begins(new, close));
		after = MIN(after, new->of->len - ends(new, close));
	}
	if (memcmp(old->of->bytes, new->of->bytes, before))
		return g_strdup("a byte before the edited lines changed");
	if (memcmp(old->of->bytes + old->of->len - after,
		   new->of->bytes + new->of->len - after, after))
		return g_strdup("a byte after the edited lines changed");
	return NULL;
}

char *lines_differ(const struct lines *old, const struct lines *new, bool close)
{
	char *found = differ_kept(old, new);

	return found ? found : differ_around(old, new, close);
}

static const char *comment_at(const GPtrArray *comments, guint i)
{
	return ((const struct comment *)comments->pdata[i])->text;
}

/* Whether all comments of A but those SPARED stand in B, in that order. */
static bool found_within(const struct lines *a, const struct lines *b,
			 const bool *spared)
{
	guint j = 0;

	for (guint i = 0; i < a->comments->len; i++) {
		if (spared && spared[i])
			continue;
		while (j < b->comments->len &&
		       strcmp(comment_at(a->comments, i),
			      comment_at(b->comments, j)))
			j++;
		if (j++ >= b->comments->len)
			return false;
	}
	return true;
}

bool lines_same_comments(const struct lines *a, const struct lines *b)
{
	return a->comments->len == b->comments->len && found_within(a, b, NULL);
}

static gint by_text(gconstpointer a, gconstpointer b)
{
	const struct comment *const *x = a, *const *y = b;

	return strcmp((*x)->text, (*y)->text);
}

static GPtrArray *sorted(const struct lines *l)
{
	GPtrArray *copy = g_ptr_array_new();

	for (guint i = 0; i < l->comments->len; i++)
		g_ptr_array_add(copy, l->comments->pdata[i]);
	g_ptr_array_sort(copy, by_text);
	return copy;
}

bool lines_same_comments_somewhere(const struct lines *a, const struct lines *b)
{
	g_autoptr(GPtrArray) x = sorted(a), y = sorted(b);
	bool same = x->len == y->len;

	for (guint i = 0; same && i < x->len; i++)
		same = !strcmp(comment_at(x, i), comment_at(y, i));
	return same;
}

/* The last line of comments that may be the foot of a collection. */
static size_t foot(const struct lines *l, const struct node *n, size_t last)
{
	size_t own = n->own - text_start(l, lines_at(l, n->own));

	if (!n->kids || n->flow)
		return last;
	for (size_t i = last + 1; i < lines_count(l); i++) {
		if (l->sorts[i] == LINE_CONTENT)
			break;
		if (l->sorts[i] == LINE_COMMENT &&
		    skip_blanks(l, i) - start_of(l, i) <= own)
			break;
		last = i;
	}
	return last;
}

/* The line of the comma after an entry in brackets, else LAST. */
static size_t comma(const struct lines *l, const struct node *n, size_t last)
{
	const char *b = l->of->bytes;
	size_t at = n->end;

	while (b[at] && strchr(" \t\r\n#", b[at])) {
		if (b[at] == '#')
			at += strcspn(b + at, "\r\n");
		else
			at++;
	}
	return b[at] == ',' ? lines_at(l, at) : last;
}

bool lines_lost_comments_of(const struct lines *more, const struct lines *less,
			    const struct node *n)
{
	size_t first = lines_at(more, n->own);
	size_t last = n->end > n->own ? lines_at(more, n->end - 1) : first;
	g_autofree bool *spared = g_new0(bool, more->comments->len + 1);

	while (first && more->sorts[first - 1] == LINE_COMMENT)
		first--;
	last = comma(more, n, foot(more, n, last));
	for (guint i = 0; i < more->comments->len; i++) {
		const struct comment *c = more->comments->pdata[i];

		spared[i] = c->line >= first && c->line <= last;
	}
	return found_within(more, less, spared) &&
	       found_within(less, more, NULL);
}
