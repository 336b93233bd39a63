/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The filtered list.
 *
 * Every text is folded once, when it is added, and matching compares folded
 * texts.  A match has one of a few ranks, and within a rank items stay in the
 * order they were added in, so that a list never shuffles under the reader's
 * eyes: who puts the items used last first finds them first.
 */
#include "tui/list.h"

#include <string.h>

#include "i18n.h"
#include "tui/fuzzy.h"
#include "tui/wrap.h"

/* How well an item matches, the best first. */
enum rank {
	RANK_IS,
	RANK_BEGINS,
	RANK_WORD,
	RANK_HOLDS,
	RANK_NEAT, /* begins words of the label, as "nf" does "next finding" */
	RANK_DETAIL,
	RANK_LETTERS,
	RANK_NONE
};

#define RANK_STEP 10000 /* more than letters can count for */
#define INDENT 2 /* columns, for the sign of the selection */
#define GAP 2 /* between columns */
#define MOST_KEY 14 /* columns for the keys */

/* TEXT without case. */
static char *fold_case(const char *text)
{
	g_autofree char *valid = g_utf8_make_valid(text, -1);
	g_autofree char *parts = g_utf8_normalize(valid, -1, G_NORMALIZE_ALL);

	return g_utf8_casefold(parts, -1);
}

/* TEXT without case and accents; most has none, and a list of all commands is
 * to be there at once. */
static char *fold(const char *text)
{
	g_autofree char *folded = NULL;
	GString *out;

	if (g_str_is_ascii(text))
		return g_ascii_strdown(text, -1);
	folded = fold_case(text);
	out = g_string_new(NULL);
	for (const char *p = folded; *p; p = g_utf8_next_char(p))
		if (!g_unichar_ismark(g_utf8_get_char(p)))
			g_string_append_unichar(out, g_utf8_get_char(p));
	return g_string_free(out, FALSE);
}

static void free_item(void *data)
{
	struct list_item *item = data;

	g_free(item->label);
	g_free(item->key);
	g_free(item->detail);
	g_free(item->value);
	g_free(item->heading);
	g_free(item->folded_label);
	g_free(item->folded_key);
	g_free(item->folded_detail);
	g_free(item);
}

void list_init(struct list *l, bool may_add)
{
	*l = (struct list){
		.items = g_ptr_array_new_with_free_func(free_item),
		.shown = g_ptr_array_new(),
		.typed = g_strdup(""),
		.may_add = may_add,
		.rows = 1,
		.label_columns = -1,
		.key_columns = -1,
	};
}

void list_release(struct list *l)
{
	g_ptr_array_unref(l->shown);
	g_ptr_array_unref(l->items);
	g_free(l->typed);
	*l = (struct list){ 0 };
}

void list_add_row(struct list *l, const struct list_row *row)
{
	const char *key = row->key ? row->key : "";
	const char *detail = row->detail ? row->detail : "";
	struct list_item *item = g_new(struct list_item, 1);

	*item = (struct list_item){
		.label = g_strdup(row->label),
		.key = g_strdup(key),
		.detail = g_strdup(detail),
		.value = g_strdup(row->value),
		.heading = g_strdup(row->heading),
		.off = row->off,
		.folded_label = fold(row->label),
		.folded_key = fold(key),
		.folded_detail = fold(detail),
		.index = l->items->len,
	};
	g_ptr_array_add(l->items, item);
	g_ptr_array_add(l->shown, item);
	l->label_columns = l->key_columns = -1;
}

void list_add(struct list *l, const char *label, const char *detail,
	      const char *value)
{
	list_add_row(l, &(struct list_row){ .label = label,
					    .detail = detail,
					    .value = value });
}

/* Whether a word of TEXT begins with TYPED. */
static bool begins_word(const char *text, const char *typed)
{
	const char *at = text;

	while ((at = strstr(at, typed))) {
		const char *before = g_utf8_find_prev_char(text, at);

		if (!before || !g_unichar_isalnum(g_utf8_get_char(before)))
			return true;
		at++;
	}
	return false;
}

/* By rank, and within it by how well the letters lie, or whether upper case is
 * meant: the least is the best. */
static int match(const struct list_item *item, const char *folded,
		 const char *typed, bool cased)
{
	const char *label = item->folded_label;
	enum rank rank = RANK_NONE;
	int score = 0;

	if (!strcmp(label, folded))
		rank = RANK_IS;
	else if (g_str_has_prefix(label, folded))
		rank = RANK_BEGINS;
	else if (begins_word(label, folded))
		rank = RANK_WORD;
	else if (strstr(label, folded))
		rank = RANK_HOLDS;
	if (rank <= RANK_HOLDS)
		return rank * RANK_STEP - (cased && strstr(item->label, typed));
	score = fuzzy_score(label, folded);
	if (score >= FUZZY_NEAT * (int)g_utf8_strlen(folded, -1))
		rank = RANK_NEAT;
	else if (begins_word(item->folded_key, folded) ||
		 begins_word(item->folded_detail, folded))
		rank = RANK_DETAIL;
	else if (score >= 0)
		rank = RANK_LETTERS;
	return rank * RANK_STEP - MAX(score, 0);
}

static bool has_upper(const char *typed)
{
	for (; *typed; typed = g_utf8_next_char(typed))
		if (g_unichar_isupper(g_utf8_get_char(typed)))
			return true;
	return false;
}

static int by_match(const void *a, const void *b)
{
	const struct list_item *one = *(struct list_item *const *)a;
	const struct list_item *other = *(struct list_item *const *)b;

	if (one->match != other->match)
		return one->match < other->match ? -1 : 1;
	return one->index < other->index ? -1 : one->index > other->index;
}

/* Show the items that match FOLDED, the best first. */
static void gather(struct list *l, const char *folded)
{
	bool cased = has_upper(l->typed);

	g_ptr_array_set_size(l->shown, 0);
	for (guint i = 0; i < l->items->len; i++) {
		struct list_item *item = l->items->pdata[i];

		item->match = match(item, folded, l->typed, cased);
		if (item->match < RANK_NONE * RANK_STEP)
			g_ptr_array_add(l->shown, item);
	}
	if (*folded)
		g_ptr_array_sort(l->shown, by_match);
}

/* Whether an item is called TYPED: an accent makes another name, case does
 * not. */
static bool has_name(const struct list *l, const char *typed)
{
	g_autofree char *name = fold_case(typed);

	for (guint i = 0; i < l->shown->len; i++) {
		const struct list_item *item = l->shown->pdata[i];
		g_autofree char *label = fold_case(item->label);

		if (!strcmp(label, name))
			return true;
	}
	return false;
}

/* Whether the text typed may be chosen as it is. */
static bool offers(const struct list *l)
{
	if (!*l->typed)
		return false;
	if (l->takes)
		return l->takes(l->typed, l->data);
	return l->may_add && !has_name(l, l->typed);
}

void list_filter(struct list *l, const char *typed)
{
	const struct list_item *was = list_chosen(l);
	g_autofree char *folded = NULL;
	guint row;

	g_free(l->typed);
	l->typed = g_strstrip(g_strdup(typed));
	folded = fold(l->typed);
	gather(l, folded);
	l->offers = offers(l);
	if (l->offers && l->takes)
		g_ptr_array_set_size(l->shown, 0);
	l->cursor = 0;
	if (!*folded && g_ptr_array_find(l->shown, was, &row))
		l->cursor = row;
}

void list_select(struct list *l, const char *value)
{
	for (guint i = 0; i < l->shown->len; i++) {
		const struct list_item *item = l->shown->pdata[i];

		if (!strcmp(item->value, value)) {
			l->cursor = i;
			return;
		}
	}
}

size_t list_count(const struct list *l)
{
	return l->shown->len + (l->offers ? 1 : 0);
}

const struct list_item *list_chosen(const struct list *l)
{
	return l->cursor < l->shown->len ? l->shown->pdata[l->cursor] : NULL;
}

const char *list_new_text(const struct list *l)
{
	return l->offers && l->cursor == l->shown->len ? l->typed : NULL;
}

const struct action list_actions[] = {
	{ .name = "up", .label = N_("move"), .help = N_("Go one line up.") },
	{ .name = "down",
	  .label = N_("move"),
	  .help = N_("Go one line down.") },
	{ .name = "page-up", .help = N_("Go one page up.") },
	{ .name = "page-down", .help = N_("Go one page down.") },
	{ .name = "first", .help = N_("Go to the first line.") },
	{ .name = "last", .help = N_("Go to the last line.") },
	{ .name = NULL },
};

bool list_step(const char *action, size_t count, size_t page, size_t *row)
{
	size_t last = count ? count - 1 : 0, at = MIN(*row, last);
	size_t far = MAX(page, 1);
	const struct {
		const char *action;
		size_t row;
	} steps[] = {
		{ .action = "up", .row = at - MIN(at, 1) },
		{ .action = "down", .row = at + 1 },
		{ .action = "page-up", .row = at - MIN(at, far) },
		{ .action = "page-down", .row = at + far },
		{ .action = "first", .row = 0 },
		{ .action = "last", .row = last },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(steps); i++)
		if (!strcmp(action, steps[i].action)) {
			*row = MIN(steps[i].row, last);
			return true;
		}
	return false;
}

bool list_do(struct list *l, const char *action)
{
	return list_step(action, list_count(l), (size_t)MAX(l->rows, 1),
			 &l->cursor);
}

/* The heading above a row, or NULL. */
static const char *heading(const struct list *l, size_t row)
{
	const struct list_item *item, *above;

	if (*l->typed || row >= l->shown->len)
		return NULL;
	item = l->shown->pdata[row];
	above = row && row > l->top ? l->shown->pdata[row - 1] : NULL;
	if (!item->heading ||
	    (above && !g_strcmp0(item->heading, above->heading)))
		return NULL;
	return item->heading;
}

/* Which row is drawn Y rows below the top; the count if none is. */
static size_t row_at(const struct list *l, int y)
{
	size_t row = l->top, count = list_count(l);

	for (int at = 0; row < count; row++, at++) {
		at += heading(l, row) != NULL;
		if (at >= y)
			return at == y ? row : count;
	}
	return count;
}

bool list_click(struct list *l, int y)
{
	size_t row = y >= 0 && y < l->rows ? row_at(l, y) : list_count(l);

	if (row == list_count(l))
		return false;
	l->cursor = row;
	return true;
}

size_t list_scroll(size_t top, size_t cursor, size_t count, size_t rows)
{
	size_t last = count > rows ? count - rows : 0;

	if (cursor < top || cursor >= top + rows)
		top = cursor > rows / 2 ? cursor - rows / 2 : 0;
	return MIN(top, last);
}

static int columns(const char *text, enum glyphs glyphs)
{
	return text_columns(text, strlen(text), glyphs);
}

/* The columns all labels and all keys fit in, found once for a set of
 * items. */
static void measure(struct list *l, enum glyphs glyphs)
{
	if (l->label_columns >= 0)
		return;
	l->label_columns = l->key_columns = 0;
	for (guint i = 0; i < l->items->len; i++) {
		const struct list_item *item = l->items->pdata[i];

		l->label_columns =
			MAX(l->label_columns, columns(item->label, glyphs));
		l->key_columns =
			MAX(l->key_columns, columns(item->key, glyphs));
	}
	l->key_columns = MIN(l->key_columns, MOST_KEY);
}

/* Draw TEXT in a column of WIDTH at R and step behind it. */
static void draw_column(struct canvas *c, struct rect *r, int width,
			enum role role, const char *text)
{
	width = MIN(width, r->cols);
	if (width <= 0)
		return;
	canvas_text(c, r->y, r->x, width, role, text);
	r->x += width + GAP;
	r->cols -= width + GAP;
}

static void draw_item(struct list *l, struct canvas *c, struct rect r,
		      const struct list_item *item)
{
	enum role role = item->off ? ROLE_DIM : ROLE_CONTENT;
	enum role key = item->off ? ROLE_DIM : ROLE_STRONG;
	int label;

	measure(l, c->glyphs);
	label = MIN(l->label_columns, r.cols / 2);
	if (!l->key_columns && !*item->detail)
		label = r.cols;
	if (l->keys_first)
		draw_column(c, &r, l->key_columns, key, item->key);
	draw_column(c, &r, label, role, item->label);
	if (!l->keys_first)
		draw_column(c, &r, l->key_columns, key, item->key);
	draw_column(c, &r, r.cols, ROLE_DIM, item->detail);
}

/* Draw a row at the top of R. */
static void draw_row(struct list *l, struct canvas *c, size_t row,
		     struct rect r)
{
	struct rect inside = { r.y, r.x + INDENT, 1, r.cols - INDENT };

	if (row < l->shown->len)
		draw_item(l, c, inside, l->shown->pdata[row]);
	else if (l->takes)
		canvas_text(c, r.y, inside.x, inside.cols, ROLE_CONTENT,
			    l->typed);
	else
		canvas_printf(c, r.y, inside.x, inside.cols, ROLE_CONTENT,
			      _("new: %s"), l->typed);
	if (row != l->cursor)
		return;
	canvas_text(c, r.y, r.x, INDENT, ROLE_SELECTED,
		    canvas_sign(c, SIGN_SELECT));
	canvas_role(c, r.y, r.x, r.cols, ROLE_SELECTED);
	canvas_cursor(c, r.y, r.x);
}

/* Scroll so that the cursor is among the rows, whatever headings there are. */
static void scroll(struct list *l)
{
	size_t count = list_count(l), rows = (size_t)l->rows;
	size_t used;

	l->top = list_scroll(l->top, l->cursor, count, rows);
	do {
		used = 0;
		for (size_t row = l->top; row <= l->cursor; row++)
			used += heading(l, row) ? 2 : 1;
	} while (used > rows && l->top < l->cursor && ++l->top);
}

void list_draw(struct list *l, struct canvas *c, struct rect r)
{
	size_t count = list_count(l);
	int end = r.y + r.rows;

	if (r.rows < 1)
		return;
	l->rows = r.rows;
	scroll(l);
	if (!count)
		canvas_text(c, r.y, r.x + INDENT, r.cols - INDENT, ROLE_DIM,
			    _("nothing matches"));
	for (size_t row = l->top; row < count && r.y < end; row++, r.y++) {
		const char *above = heading(l, row);

		if (above && r.y + 1 < end)
			canvas_text(c, r.y++, r.x, r.cols, ROLE_TITLE, above);
		draw_row(l, c, row, r);
	}
}
