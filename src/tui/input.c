/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A text being typed: one change and the named actions.
 *
 * Every edit is splice(), which keeps the promises (valid, within the limit,
 * cursor on a border).  Where a cursor may go is caret.c's, how the text
 * looks input-draw.c's; up and down move by the lines it was drawn in.
 */
#include "tui/input.h"

#include <limits.h>
#include <string.h>

#include "i18n.h"
#include "tui/caret.h"
#include "tui/key.h"
#include "tui/wrap.h"

void input_init(struct input *in, const char *text, bool lines, char **cut)
{
	g_autofree char *valid = g_utf8_make_valid(text, -1);

	*in = (struct input){
		.text = g_string_new(valid),
		.limit = INPUT_LIMIT,
		.lines = lines,
		.cut = cut,
		.width = INT_MAX,
		.area = { .rows = 1 },
		.goal = -1,
	};
	in->cursor = in->text->len;
}

void input_release(struct input *in)
{
	g_clear_pointer(&in->layout, g_array_unref);
	g_string_free(in->text, TRUE);
	in->text = NULL;
}

/* Replace the bytes from START to END, both borders, by LEN bytes of valid
 * TEXT, and stand behind them. */
static bool splice(struct input *in, size_t start, size_t end, const char *text,
		   size_t len)
{
	if (len > end - start &&
	    in->text->len - (end - start) + len > in->limit)
		return false;
	g_string_erase(in->text, (gssize)start, (gssize)(end - start));
	g_string_insert_len(in->text, (gssize)start, text, (gssize)len);
	in->cursor = caret_snap(in->text->str, in->text->len, start + len);
	in->goal = -1;
	g_clear_pointer(&in->layout, g_array_unref);
	return true;
}

/* Make all line ends \n and drop the other control characters but tabs. */
static GString *drop_controls(const char *text)
{
	GString *out = g_string_new(NULL);

	for (const char *p = text; *p; p = g_utf8_next_char(p)) {
		gunichar ch = g_utf8_get_char(p);

		if (ch == '\r' && p[1] != '\n')
			ch = '\n';
		if (ch == '\n' || ch == '\t' || !g_unichar_iscntrl(ch))
			g_string_append_unichar(out, ch);
	}
	return out;
}

/* The last line end of a copied line is not meant as a blank. */
static void join_lines(GString *text)
{
	while (text->len && text->str[text->len - 1] == '\n')
		g_string_truncate(text, text->len - 1);
	g_strdelimit(text->str, "\n", ' ');
}

static bool insert_over(struct input *in, size_t start, size_t end,
			const char *text, size_t len)
{
	g_autofree char *valid = g_utf8_make_valid(text, (gssize)len);
	g_autoptr(GString) clean = drop_controls(valid);

	if (!in->lines)
		join_lines(clean);
	return splice(in, start, end, clean->str, clean->len);
}

bool input_insert(struct input *in, const char *text, size_t len)
{
	return insert_over(in, in->cursor, in->cursor, text, len);
}

bool input_set(struct input *in, const char *text)
{
	return insert_over(in, 0, in->text->len, text, strlen(text));
}

bool input_type(struct input *in, uint32_t key)
{
	uint32_t ch = key_character(key);
	char bytes[6];

	if (!ch)
		return false;
	splice(in, in->cursor, in->cursor, bytes,
	       (size_t)g_unichar_to_utf8(ch, bytes));
	return true;
}

static void new_line(struct input *in)
{
	splice(in, in->cursor, in->cursor, "\n", 1);
}

static size_t right_of(const struct input *in)
{
	return caret_right(in->text->str, in->text->len, in->cursor);
}

static size_t left_of(const struct input *in)
{
	return caret_left(in->text->str, in->text->len, in->cursor);
}

static size_t word_right_of(const struct input *in)
{
	return caret_word_right(in->text->str, in->text->len, in->cursor);
}

static size_t word_left_of(const struct input *in)
{
	return caret_word_left(in->text->str, in->text->len, in->cursor);
}

static size_t begin_of(const struct input *in)
{
	return caret_line_begin(in->text->str, in->cursor);
}

static size_t end_of(const struct input *in)
{
	return caret_line_end(in->text->str, in->text->len, in->cursor);
}

static void go(struct input *in, size_t to)
{
	in->cursor = to;
	in->goal = -1;
}

static void char_left(struct input *in)
{
	go(in, left_of(in));
}

static void char_right(struct input *in)
{
	go(in, right_of(in));
}

static void word_left(struct input *in)
{
	go(in, word_left_of(in));
}

static void word_right(struct input *in)
{
	go(in, word_right_of(in));
}

static void line_begin(struct input *in)
{
	go(in, begin_of(in));
}

static void line_end(struct input *in)
{
	go(in, end_of(in));
}

static void text_begin(struct input *in)
{
	go(in, 0);
}

static void text_end(struct input *in)
{
	go(in, in->text->len);
}

/* The place from AT to END that is nearest to a column counted from AT. */
static size_t place_at(const struct input *in, size_t at, size_t end,
		       int column)
{
	const char *text = in->text->str;
	size_t next;

	for (; at < end; at = next) {
		next = caret_right(text, in->text->len, at);
		column -= text_columns(text + at, next - at, in->glyphs);
		if (column < 0)
			break;
	}
	return at;
}

/* Stand in line LINE of LINES, as near to a column as it goes: before a soft
 * break, because behind it is the next line already. */
static void go_to_line(struct input *in, const GArray *lines, size_t line,
		       int column)
{
	const struct wrap_line *l =
		&g_array_index(lines, struct wrap_line, line);
	size_t end = l->offset + l->len;

	if (line + 1 < lines->len && end == l[1].offset)
		end = caret_left(in->text->str, in->text->len, end);
	in->cursor = place_at(in, l->offset, end, column);
}

bool input_click(struct input *in, int y, int x)
{
	const struct rect *r = &in->area;
	const GArray *lines;

	if (y < r->y || y >= r->y + r->rows || x < r->x || x >= r->x + r->cols)
		return false;
	in->goal = -1;
	if (in->lines) {
		lines = input_lines(in);
		go_to_line(in, lines,
			   MIN(in->top + (size_t)(y - r->y), lines->len - 1),
			   x - r->x);
	} else {
		in->cursor = place_at(in, MIN(in->top, in->text->len),
				      in->text->len, x - r->x - in->lead);
	}
	return true;
}

/* Move DELTA lines up or down, or to the end of the text on that side. */
static void move_lines(struct input *in, int delta)
{
	const GArray *lines = input_lines(in);
	size_t line = input_line(in), start;
	gint64 to = (gint64)line + delta;

	if (in->goal < 0) {
		start = g_array_index(lines, struct wrap_line, line).offset;
		in->goal = text_columns(in->text->str + start,
					in->cursor - start, in->glyphs);
	}
	if (to < 0)
		in->cursor = 0;
	else if (to >= lines->len)
		in->cursor = in->text->len;
	else
		go_to_line(in, lines, (size_t)to, in->goal);
}

static void line_up(struct input *in)
{
	move_lines(in, -1);
}

static void line_down(struct input *in)
{
	move_lines(in, 1);
}

static void page_up(struct input *in)
{
	move_lines(in, -MAX(in->area.rows - 1, 1));
}

static void page_down(struct input *in)
{
	move_lines(in, MAX(in->area.rows - 1, 1));
}

static void erase_left(struct input *in)
{
	splice(in, left_of(in), in->cursor, "", 0);
}

static void erase_right(struct input *in)
{
	splice(in, in->cursor, right_of(in), "", 0);
}

static void keep(struct input *in, size_t start, size_t end)
{
	if (start == end)
		return;
	g_free(*in->cut);
	*in->cut = g_strndup(in->text->str + start, end - start);
}

static void cut(struct input *in, size_t start, size_t end)
{
	keep(in, start, end);
	splice(in, start, end, "", 0);
}

/* At the end of a line this joins it with the next, as in a shell's editor. */
static void cut_to_end(struct input *in)
{
	size_t end = end_of(in);

	cut(in, in->cursor, end > in->cursor ? end : right_of(in));
}

static void cut_to_begin(struct input *in)
{
	cut(in, begin_of(in), in->cursor);
}

static void cut_left(struct input *in)
{
	cut(in, caret_blank_left(in->text->str, in->text->len, in->cursor),
	    in->cursor);
}

static void cut_word_left(struct input *in)
{
	cut(in, word_left_of(in), in->cursor);
}

static void cut_word_right(struct input *in)
{
	cut(in, in->cursor, word_right_of(in));
}

static void put_back(struct input *in)
{
	if (*in->cut)
		input_insert(in, *in->cut, strlen(*in->cut));
}

void input_keep(struct input *in)
{
	keep(in, 0, in->text->len);
}

static const struct input_action actions[] = {
	{ .name = "char-left",
	  .help = N_("Move one character to the left."),
	  .run = char_left },
	{ .name = "char-right",
	  .help = N_("Move one character to the right."),
	  .run = char_right },
	{ .name = "word-left",
	  .help = N_("Move to the beginning of the word."),
	  .run = word_left },
	{ .name = "word-right",
	  .help = N_("Move to the end of the word."),
	  .run = word_right },
	{ .name = "line-up",
	  .help = N_("Move one line up."),
	  .run = line_up,
	  .lines = true },
	{ .name = "line-down",
	  .help = N_("Move one line down."),
	  .run = line_down,
	  .lines = true },
	{ .name = "page-up",
	  .help = N_("Move one page up."),
	  .run = page_up,
	  .lines = true },
	{ .name = "page-down",
	  .help = N_("Move one page down."),
	  .run = page_down,
	  .lines = true },
	{ .name = "line-begin",
	  .help = N_("Move to the beginning of the line."),
	  .run = line_begin },
	{ .name = "line-end",
	  .help = N_("Move to the end of the line."),
	  .run = line_end },
	{ .name = "text-begin",
	  .help = N_("Move to the beginning of the text."),
	  .run = text_begin },
	{ .name = "text-end",
	  .help = N_("Move to the end of the text."),
	  .run = text_end },
	{ .name = "new-line",
	  .help = N_("Begin a new line."),
	  .run = new_line,
	  .lines = true },
	{ .name = "erase-left",
	  .help = N_("Erase the character before the cursor."),
	  .run = erase_left },
	{ .name = "erase-right",
	  .help = N_("Erase the character at the cursor."),
	  .run = erase_right },
	{ .name = "cut-to-end",
	  .help = N_("Cut from the cursor to the end of the line."),
	  .run = cut_to_end },
	{ .name = "cut-to-begin",
	  .help = N_("Cut from the beginning of the line to the cursor."),
	  .run = cut_to_begin },
	{ .name = "cut-left",
	  .help = N_("Cut back to the last blank."),
	  .run = cut_left },
	{ .name = "cut-word-left",
	  .help = N_("Cut back to the beginning of the word."),
	  .run = cut_word_left },
	{ .name = "cut-word-right",
	  .help = N_("Cut to the end of the word."),
	  .run = cut_word_right },
	{ .name = "put-back",
	  .help = N_("Put back what was cut or given up last."),
	  .run = put_back },
};

const struct input_action *input_actions(size_t *count)
{
	*count = G_N_ELEMENTS(actions);
	return actions;
}

bool input_do(struct input *in, const char *action)
{
	for (size_t i = 0; i < G_N_ELEMENTS(actions); i++) {
		const struct input_action *a = &actions[i];

		if (strcmp(a->name, action) || (a->lines && !in->lines))
			continue;
		a->run(in);
		return true;
	}
	return false;
}
