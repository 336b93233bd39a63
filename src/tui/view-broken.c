/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A file that is no storyboard: its text as it is, with numbered lines and
 * the place that is wrong, to be read here and mended in an editor.
 *
 * It shows and changes nothing.  Where each line begins is found out once,
 * so that a large file scrolls like a small one.
 */
#include <string.h>

#include "board/board.h"
#include "i18n.h"
#include "tui/bars.h"
#include "tui/outside.h"
#include "tui/sheet.h"
#include "tui/views.h"

#define LINE_BYTES 4096 /* of a line are looked at */

struct broken {
	struct view view;
	char *text;
	size_t len;
	GArray *lines; /* of size_t: where each begins */
	size_t cursor, top; /* lines, from 0 */
	int rows; /* seen last */
	int text_y; /* where they were drawn */
};

static struct broken *broken(struct view *v)
{
	return (struct broken *)v;
}

static void free_broken(struct view *v)
{
	struct broken *b = broken(v);

	g_array_unref(b->lines);
	g_free(b->text);
	g_free(b);
}

static size_t begin_of(const struct broken *b, size_t line)
{
	return g_array_index(b->lines, size_t, line);
}

/* A carriage return ends a line too, alone or before a line feed. */
static void find_lines(struct broken *b)
{
	size_t at = 0;

	g_array_append_val(b->lines, at);
	while (at < b->len) {
		char ch = b->text[at++];

		if ((ch == '\n' || (ch == '\r' && b->text[at] != '\n')) &&
		    at < b->len)
			g_array_append_val(b->lines, at);
	}
}

/* --- moving -------------------------------------------------------------- */

static void move(struct view *v, long by)
{
	struct broken *b = broken(v);
	long last = (long)b->lines->len - 1;

	b->cursor = (size_t)CLAMP((long)b->cursor + by, 0, last);
}

static void up(struct app *app G_GNUC_UNUSED, struct view *v)
{
	move(v, -1);
}

static void down(struct app *app G_GNUC_UNUSED, struct view *v)
{
	move(v, 1);
}

static void page_up(struct app *app G_GNUC_UNUSED, struct view *v)
{
	move(v, -broken(v)->rows);
}

static void page_down(struct app *app G_GNUC_UNUSED, struct view *v)
{
	move(v, broken(v)->rows);
}

static void first(struct app *app G_GNUC_UNUSED, struct view *v)
{
	broken(v)->cursor = 0;
}

static void last(struct app *app G_GNUC_UNUSED, struct view *v)
{
	broken(v)->cursor = broken(v)->lines->len - 1;
}

/* --- mending ------------------------------------------------------------- */

static void reopen(struct app *app)
{
	g_autofree char *path = g_strdup(app->board->path);
	GError *error = NULL;
	struct board *board = board_open(path, &error);

	if (!board) {
		app_say_error(app, error);
		return;
	}
	app_open(app, board);
	if (board->journey)
		app_say(app, ROLE_GOOD, "%s", _("mended"));
}

static const char *why_no_file(struct app *app, struct view *v G_GNUC_UNUSED)
{
	return app->board->path ? NULL : _("this text is not a file");
}

static void amend_outside(struct app *app, struct view *v G_GNUC_UNUSED)
{
	if (app_edit_file(app, app->board->path))
		reopen(app);
}

static const struct action actions[] = {
	{ .name = "edit-outside",
	  .label = N_("mend it in $EDITOR"),
	  .help = N_("Mend the file in $VISUAL or $EDITOR, then open it."),
	  .why_not = why_no_file,
	  .run = amend_outside },
	{ .name = "up",
	  .label = N_("scroll"),
	  .help = N_("Go one line up."),
	  .run = up },
	{ .name = "down",
	  .label = N_("scroll"),
	  .help = N_("Go one line down."),
	  .run = down },
	{ .name = "page-up", .help = N_("Go one page up."), .run = page_up },
	{ .name = "page-down",
	  .help = N_("Go one page down."),
	  .run = page_down },
	{ .name = "first", .help = N_("Go to the first line."), .run = first },
	{ .name = "last", .help = N_("Go to the last line."), .run = last },
	{ .name = NULL },
};

static const char *const *contexts(struct app *app G_GNUC_UNUSED,
				   struct view *v G_GNUC_UNUSED)
{
	static const char *const names[] = { "panes", "everywhere", NULL };

	return names;
}

static const char *const *hints(struct app *app G_GNUC_UNUSED,
				struct view *v G_GNUC_UNUSED)
{
	static const char *const names[] = { "edit-outside", "up", "down",
					     NULL };

	return names;
}

static bool mouse(struct app *app G_GNUC_UNUSED, struct view *v,
		  const struct mouse_event *event)
{
	struct broken *b = broken(v);
	int row = event->y - b->text_y;

	if (event->action == MOUSE_WHEEL_UP)
		move(v, -3);
	else if (event->action == MOUSE_WHEEL_DOWN)
		move(v, 3);
	else if (event->action == MOUSE_PRESS && row >= 0 && row < b->rows)
		move(v, (long)b->top + row - (long)b->cursor);
	return true;
}

/* --- drawing ------------------------------------------------------------- */

static char *line_text(const struct broken *b, size_t line)
{
	size_t from = begin_of(b, line);
	size_t to = line + 1 < b->lines->len ? begin_of(b, line + 1) : b->len;
	size_t len = MIN(to - from, LINE_BYTES);

	while (len && (b->text[from + len - 1] == '\n' ||
		       b->text[from + len - 1] == '\r'))
		len--;
	return g_strndup(b->text + from, len);
}

static void draw_line(const struct app *app, const struct broken *b,
		      struct canvas *c, int y, size_t line, int digits)
{
	bool wrong = line + 1 == app->board->where.line;
	enum role role = wrong ? ROLE_ERROR : ROLE_CONTENT;
	g_autofree char *text = line_text(b, line);

	if (wrong)
		canvas_text(c, y, 1, 2, ROLE_ERROR, canvas_sign(c, SIGN_ERROR));
	canvas_printf(c, y, 3, digits, wrong ? ROLE_ERROR : ROLE_DIM, "%*zu",
		      digits, line + 1);
	canvas_text(c, y, digits + 5, c->cols - digits - 6, role, text);
	if (line != b->cursor)
		return;
	canvas_role(c, y, 3, digits, ROLE_SELECTED);
	canvas_cursor(c, y, digits + 5);
}

static void scroll(struct broken *b, int rows)
{
	size_t height = (size_t)MAX(rows, 1);
	size_t most = b->lines->len > height ? b->lines->len - height : 0;

	if (b->cursor < b->top || b->cursor >= b->top + height)
		b->top = b->cursor > height / 2 ? b->cursor - height / 2 : 0;
	b->top = MIN(b->top, most);
	b->rows = rows;
}

/* What is wrong, and where; the rows it takes. */
static int draw_problem(const struct app *app, struct canvas *c, struct rect r)
{
	const struct board *board = app->board;
	g_autofree char *text =
		board->where.line
			? g_strdup_printf(_("%s line %u, column %u: %s"),
					  canvas_sign(c, SIGN_ERROR),
					  board->where.line,
					  board->where.column, board->problem)
			: g_strdup_printf("%s %s", canvas_sign(c, SIGN_ERROR),
					  board->problem);

	r.x++;
	r.cols -= 2;
	r.rows = MIN(sheet_text_rows(c, text, r.cols), r.rows / 2);
	sheet_text(c, r, ROLE_ERROR, text);
	return r.rows;
}

static void draw(struct app *app, struct view *v, struct canvas *c)
{
	struct broken *b = broken(v);
	struct rect r = app_body(c);
	int used, digits = 1;

	for (guint n = b->lines->len; n >= 10; n /= 10)
		digits++;
	app_draw_title(app, c, NULL);
	used = draw_problem(app, c, r) + 1;
	canvas_hline(c, r.y + used - 1, 0, c->cols, ROLE_DIM);
	r.y += used;
	r.rows -= used;
	scroll(b, r.rows);
	b->text_y = r.y;
	for (int y = 0; y < r.rows && b->top + (size_t)y < b->lines->len; y++)
		draw_line(app, b, c, r.y + y, b->top + (size_t)y, digits);
}

static char *status(struct app *app G_GNUC_UNUSED, struct view *v)
{
	const struct broken *b = broken(v);

	return g_strdup_printf(_("line %zu of %u"), b->cursor + 1,
			       b->lines->len);
}

const struct view_kind view_broken_kind = {
	.name = "broken",
	.help = N_("A file that has to be mended before it can be edited."),
	.whole = true,
	.contexts = contexts,
	.actions = actions,
	.draw = draw,
	.hints = hints,
	.status = status,
	.mouse = mouse,
	.free = free_broken,
};

struct view *view_broken_new(struct app *app)
{
	struct broken *b = g_new0(struct broken, 1);
	const struct board *board = app->board;

	b->view.kind = &view_broken_kind;
	b->lines = g_array_new(FALSE, FALSE, sizeof(size_t));
	if (board->tree)
		b->text = tree_emit(board->tree, &b->len);
	else
		b->text = g_strdup(board->raw ? board->raw : "");
	if (!board->tree)
		b->len = strlen(b->text);
	find_lines(b);
	if (board->where.line)
		move(&b->view, (long)board->where.line - 1);
	return &b->view;
}
