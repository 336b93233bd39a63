/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The filtered list.
 *
 * Every text is folded once, when it is added, and matching compares folded
 * texts byte by byte.  A match has one of a few ranks, and the shown items
 * are gathered rank by rank: they stay in the order they were added in
 * within each, so that a list never shuffles under the reader's eyes.
 */
#include "tui/list.h"

#include <string.h>

#include "i18n.h"
#include "tui/wrap.h"

enum rank {
	RANK_NONE,
	RANK_BEGINS,
	RANK_WORD,
	RANK_HOLDS,
	RANK_DETAIL,
	RANK_LETTERS,
	RANK_END
};

#define INDENT 2 /* columns, for the sign of the selection */

/* TEXT without case. */
static char *fold_case(const char *text)
{
	g_autofree char *valid = g_utf8_make_valid(text, -1);
	g_autofree char *parts = g_utf8_normalize(valid, -1, G_NORMALIZE_ALL);

	return g_utf8_casefold(parts, -1);
}

/* TEXT without case and accents. */
static char *fold(const char *text)
{
	g_autofree char *folded = fold_case(text);
	GString *out = g_string_new(NULL);

	for (const char *p = folded; *p; p = g_utf8_next_char(p))
		if (!g_unichar_ismark(g_utf8_get_char(p)))
			g_string_append_unichar(out, g_utf8_get_char(p));
	return g_string_free(out, FALSE);
}

static void free_item(void *data)
{
	struct list_item *item = data;

	g_free(item->label);
	g_free(item->detail);
	g_free(item->value);
	g_free(item->folded_label);
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
	};
}

void list_release(struct list *l)
{
	g_ptr_array_unref(l->shown);
	g_ptr_array_unref(l->items);
	g_free(l->typed);
	*l = (struct list){ 0 };
}

void list_add(struct list *l, const char *label, const char *detail,
	      const char *value)
{
	struct list_item *item = g_new(struct list_item, 1);

	*item = (struct list_item){
		.label = g_strdup(label),
		.detail = g_strdup(detail),
		.value = g_strdup(value),
		.folded_label = fold(label),
		.folded_detail = fold(detail),
	};
	g_ptr_array_add(l->items, item);
	g_ptr_array_add(l->shown, item);
	l->label_columns = -1;
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

/* Whether the letters of TYPED are in TEXT in their order. */
static bool has_letters(const char *text, const char *typed)
{
	for (; *typed; typed = g_utf8_next_char(typed)) {
		text = g_utf8_strchr(text, -1, g_utf8_get_char(typed));
		if (!text)
			return false;
		text = g_utf8_next_char(text);
	}
	return true;
}

static enum rank rank(const struct list_item *item, const char *typed)
{
	if (g_str_has_prefix(item->folded_label, typed))
		return RANK_BEGINS;
	if (begins_word(item->folded_label, typed))
		return RANK_WORD;
	if (strstr(item->folded_label, typed))
		return RANK_HOLDS;
	if (strstr(item->folded_detail, typed))
		return RANK_DETAIL;
	if (has_letters(item->folded_label, typed))
		return RANK_LETTERS;
	return RANK_NONE;
}

/* Show the items that match FOLDED, rank by rank. */
static void gather(struct list *l, const char *folded)
{
	g_autofree uint8_t *ranks = g_malloc(l->items->len);

	for (guint i = 0; i < l->items->len; i++)
		ranks[i] = (uint8_t)rank(l->items->pdata[i], folded);
	g_ptr_array_set_size(l->shown, 0);
	for (int r = RANK_BEGINS; r < RANK_END; r++)
		for (guint i = 0; i < l->items->len; i++)
			if (ranks[i] == r)
				g_ptr_array_add(l->shown, l->items->pdata[i]);
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

void list_filter(struct list *l, const char *typed)
{
	const struct list_item *was = list_chosen(l);
	g_autofree char *folded = NULL;
	guint row;

	g_free(l->typed);
	l->typed = g_strstrip(g_strdup(typed));
	folded = fold(l->typed);
	gather(l, folded);
	l->offers = l->may_add && *l->typed && !has_name(l, l->typed);
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

bool list_click(struct list *l, int y)
{
	if (y < 0 || y >= l->rows || l->top + (size_t)y >= list_count(l))
		return false;
	l->cursor = l->top + (size_t)y;
	return true;
}

size_t list_scroll(size_t top, size_t cursor, size_t count, size_t rows)
{
	size_t last = count > rows ? count - rows : 0;

	if (cursor < top || cursor >= top + rows)
		top = cursor > rows / 2 ? cursor - rows / 2 : 0;
	return MIN(top, last);
}

/* The columns all labels fit in, found once for a set of items. */
static int label_columns(struct list *l, enum glyphs glyphs)
{
	if (l->label_columns >= 0)
		return l->label_columns;
	l->label_columns = 0;
	for (guint i = 0; i < l->items->len; i++) {
		const struct list_item *item = l->items->pdata[i];
		int columns =
			text_columns(item->label, strlen(item->label), glyphs);

		l->label_columns = MAX(l->label_columns, columns);
	}
	return l->label_columns;
}

static void draw_item(struct list *l, struct canvas *c, int y, int x, int width,
		      const struct list_item *item)
{
	int label = MIN(label_columns(l, c->glyphs), width / 2);

	if (!*item->detail)
		label = width;
	canvas_text(c, y, x, label, ROLE_CONTENT, item->label);
	canvas_text(c, y, x + label + 2, width - label - 2, ROLE_DIM,
		    item->detail);
}

static void draw_row(struct list *l, struct canvas *c, size_t row, int y,
		     struct rect r)
{
	int x = r.x + INDENT, width = r.cols - INDENT;

	if (row < l->shown->len)
		draw_item(l, c, y, x, width, l->shown->pdata[row]);
	else
		canvas_printf(c, y, x, width, ROLE_CONTENT, _("new: %s"),
			      l->typed);
	if (row != l->cursor)
		return;
	canvas_text(c, y, r.x, INDENT, ROLE_SELECTED,
		    canvas_sign(c, SIGN_SELECT));
	canvas_role(c, y, r.x, r.cols, ROLE_SELECTED);
	canvas_cursor(c, y, r.x);
}

void list_draw(struct list *l, struct canvas *c, struct rect r)
{
	size_t count = list_count(l);

	if (r.rows < 1)
		return;
	l->rows = r.rows;
	l->top = list_scroll(l->top, l->cursor, count, (size_t)r.rows);
	for (int y = 0; y < r.rows && l->top + (size_t)y < count; y++)
		draw_row(l, c, l->top + (size_t)y, r.y + y, r);
	if (!count)
		canvas_text(c, r.y, r.x + INDENT, r.cols - INDENT, ROLE_DIM,
			    _("nothing matches"));
}
