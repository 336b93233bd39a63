/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The text field: one change and the named actions.
 *
 * Every edit is splice(), which keeps the promises (valid, within the limit,
 * cursor on a border).  Where a cursor may go is caret.c's, how the text
 * looks field-draw.c's; up and down move by the lines it was drawn in.
 */
#include "tui/field.h"

#include <limits.h>
#include <string.h>

#include "i18n.h"
#include "tui/caret.h"
#include "tui/key.h"
#include "tui/wrap.h"

void field_init(struct field *f, const char *text, bool lines, char **cut)
{
	g_autofree char *valid = g_utf8_make_valid(text, -1);

	*f = (struct field){
		.text = g_string_new(valid),
		.limit = FIELD_LIMIT,
		.lines = lines,
		.cut = cut,
		.width = INT_MAX,
		.rows = 1,
		.goal = -1,
	};
	f->cursor = f->text->len;
}

void field_release(struct field *f)
{
	g_clear_pointer(&f->layout, g_array_unref);
	g_string_free(f->text, TRUE);
	f->text = NULL;
}

/* Replace the bytes from START to END, both borders, by LEN bytes of valid
 * TEXT, and stand behind them. */
static bool splice(struct field *f, size_t start, size_t end, const char *text,
		   size_t len)
{
	if (len > end - start && f->text->len - (end - start) + len > f->limit)
		return false;
	g_string_erase(f->text, (gssize)start, (gssize)(end - start));
	g_string_insert_len(f->text, (gssize)start, text, (gssize)len);
	f->cursor = caret_snap(f->text->str, f->text->len, start + len);
	f->goal = -1;
	g_clear_pointer(&f->layout, g_array_unref);
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

static bool insert_over(struct field *f, size_t start, size_t end,
			const char *text, size_t len)
{
	g_autofree char *valid = g_utf8_make_valid(text, (gssize)len);
	g_autoptr(GString) clean = drop_controls(valid);

	if (!f->lines)
		join_lines(clean);
	return splice(f, start, end, clean->str, clean->len);
}

bool field_insert(struct field *f, const char *text, size_t len)
{
	return insert_over(f, f->cursor, f->cursor, text, len);
}

bool field_set(struct field *f, const char *text)
{
	return insert_over(f, 0, f->text->len, text, strlen(text));
}

bool field_type(struct field *f, uint32_t key)
{
	uint32_t ch = key_character(key);
	char bytes[6];

	if (!ch)
		return false;
	splice(f, f->cursor, f->cursor, bytes,
	       (size_t)g_unichar_to_utf8(ch, bytes));
	return true;
}

static void new_line(struct field *f)
{
	splice(f, f->cursor, f->cursor, "\n", 1);
}

static size_t right_of(const struct field *f)
{
	return caret_right(f->text->str, f->text->len, f->cursor);
}

static size_t left_of(const struct field *f)
{
	return caret_left(f->text->str, f->text->len, f->cursor);
}

static size_t word_right_of(const struct field *f)
{
	return caret_word_right(f->text->str, f->text->len, f->cursor);
}

static size_t word_left_of(const struct field *f)
{
	return caret_word_left(f->text->str, f->text->len, f->cursor);
}

static size_t begin_of(const struct field *f)
{
	return caret_line_begin(f->text->str, f->cursor);
}

static size_t end_of(const struct field *f)
{
	return caret_line_end(f->text->str, f->text->len, f->cursor);
}

static void go(struct field *f, size_t to)
{
	f->cursor = to;
	f->goal = -1;
}

static void char_left(struct field *f)
{
	go(f, left_of(f));
}

static void char_right(struct field *f)
{
	go(f, right_of(f));
}

static void word_left(struct field *f)
{
	go(f, word_left_of(f));
}

static void word_right(struct field *f)
{
	go(f, word_right_of(f));
}

static void line_begin(struct field *f)
{
	go(f, begin_of(f));
}

static void line_end(struct field *f)
{
	go(f, end_of(f));
}

static void text_begin(struct field *f)
{
	go(f, 0);
}

static void text_end(struct field *f)
{
	go(f, f->text->len);
}

/* Stand in line LINE of LINES, as near to the column aimed for as it goes:
 * before a soft break, because behind it is the next line already. */
static void go_to_line(struct field *f, const GArray *lines, size_t line)
{
	const struct wrap_line *l =
		&g_array_index(lines, struct wrap_line, line);
	const char *text = f->text->str;
	size_t end = l->offset + l->len, at = l->offset, next;
	int left = f->goal;

	if (line + 1 < lines->len && end == l[1].offset)
		end = caret_left(text, f->text->len, end);
	for (; at < end; at = next) {
		next = caret_right(text, f->text->len, at);
		left -= text_columns(text + at, next - at, f->glyphs);
		if (left < 0)
			break;
	}
	f->cursor = at;
}

/* Move DELTA lines up or down, or to the end of the text on that side. */
static void move_lines(struct field *f, int delta)
{
	const GArray *lines = field_lines(f);
	size_t line = field_line(f), start;
	gint64 to = (gint64)line + delta;

	if (f->goal < 0) {
		start = g_array_index(lines, struct wrap_line, line).offset;
		f->goal = text_columns(f->text->str + start, f->cursor - start,
				       f->glyphs);
	}
	if (to < 0)
		f->cursor = 0;
	else if (to >= lines->len)
		f->cursor = f->text->len;
	else
		go_to_line(f, lines, (size_t)to);
}

static void line_up(struct field *f)
{
	move_lines(f, -1);
}

static void line_down(struct field *f)
{
	move_lines(f, 1);
}

static void page_up(struct field *f)
{
	move_lines(f, -MAX(f->rows - 1, 1));
}

static void page_down(struct field *f)
{
	move_lines(f, MAX(f->rows - 1, 1));
}

static void erase_left(struct field *f)
{
	splice(f, left_of(f), f->cursor, "", 0);
}

static void erase_right(struct field *f)
{
	splice(f, f->cursor, right_of(f), "", 0);
}

static void keep(struct field *f, size_t start, size_t end)
{
	if (start == end)
		return;
	g_free(*f->cut);
	*f->cut = g_strndup(f->text->str + start, end - start);
}

static void cut(struct field *f, size_t start, size_t end)
{
	keep(f, start, end);
	splice(f, start, end, "", 0);
}

/* At the end of a line this joins it with the next, as in a shell's editor. */
static void cut_to_end(struct field *f)
{
	size_t end = end_of(f);

	cut(f, f->cursor, end > f->cursor ? end : right_of(f));
}

static void cut_to_begin(struct field *f)
{
	cut(f, begin_of(f), f->cursor);
}

static void cut_left(struct field *f)
{
	cut(f, caret_blank_left(f->text->str, f->text->len, f->cursor),
	    f->cursor);
}

static void cut_word_left(struct field *f)
{
	cut(f, word_left_of(f), f->cursor);
}

static void cut_word_right(struct field *f)
{
	cut(f, f->cursor, word_right_of(f));
}

static void put_back(struct field *f)
{
	if (*f->cut)
		field_insert(f, *f->cut, strlen(*f->cut));
}

void field_keep(struct field *f)
{
	keep(f, 0, f->text->len);
}

static const struct field_action actions[] = {
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

const struct field_action *field_actions(size_t *count)
{
	*count = G_N_ELEMENTS(actions);
	return actions;
}

bool field_do(struct field *f, const char *action)
{
	for (size_t i = 0; i < G_N_ELEMENTS(actions); i++) {
		const struct field_action *a = &actions[i];

		if (strcmp(a->name, action) || (a->lines && !f->lines))
			continue;
		a->run(f);
		return true;
	}
	return false;
}
