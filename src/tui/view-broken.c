/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A file that is no storyboard: its text as it is, with numbered lines and
 * the place that is wrong, to be read here and mended in an editor.
 *
 * It shows and changes nothing.
 */
#include <string.h>

#include "board/board.h"
#include "i18n.h"
#include "tui/bars.h"
#include "tui/outside.h"
#include "tui/pager.h"
#include "tui/sheet.h"
#include "tui/views.h"

struct broken {
	struct view view;
	struct pager pager;
};

static struct pager *pager(struct view *v)
{
	return &((struct broken *)v)->pager;
}

static void free_broken(struct view *v)
{
	pager_release(pager(v));
	g_free(v);
}

static bool act(struct app *app G_GNUC_UNUSED, struct view *v,
		const char *action)
{
	return pager_act(pager(v), action);
}

/* --- mending ------------------------------------------------------------- */

static void reopen(struct app *app)
{
	g_autofree char *path = g_strdup(app->desk->board->path);
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
	return app->desk->board->path ? NULL : _("this text is not a file");
}

static void amend_outside(struct app *app, struct view *v G_GNUC_UNUSED)
{
	if (app_edit_file(app, app->desk->board->path))
		reopen(app);
}

static const struct action actions[] = {
	{ .name = "edit-outside",
	  .label = N_("mend it in $EDITOR"),
	  .help = N_("Mend the file in $VISUAL or $EDITOR, then open it."),
	  .why_not = why_no_file,
	  .run = amend_outside },
	{ .name = "up", .label = N_("scroll"), .help = N_("Go one line up.") },
	{ .name = "down",
	  .label = N_("scroll"),
	  .help = N_("Go one line down.") },
	{ .name = NULL },
};

static const char *const contexts[] = { "panes", "everywhere", NULL };

static const char *const hints[] = { "edit-outside", "up", "down", NULL };

static bool mouse(struct app *app G_GNUC_UNUSED, struct view *v,
		  const struct mouse_event *event)
{
	return pager_mouse(pager(v), event);
}

/* --- drawing ------------------------------------------------------------- */

static void draw_line(const struct app *app, const struct pager *p,
		      struct canvas *c, int y, size_t line, int digits)
{
	bool wrong = line + 1 == app->desk->board->where.line;
	enum role role = wrong ? ROLE_ERROR : ROLE_CONTENT;
	g_autofree char *text = pager_line(p, line);

	if (wrong)
		canvas_text(c, y, 1, 2, ROLE_ERROR, canvas_sign(c, SIGN_ERROR));
	canvas_printf(c, y, 3, digits, wrong ? ROLE_ERROR : ROLE_DIM, "%*zu",
		      digits, line + 1);
	canvas_text(c, y, digits + 5, c->cols - digits - 6, role, text);
	if (line != p->cursor)
		return;
	canvas_role(c, y, 3, digits, ROLE_SELECTED);
	canvas_cursor(c, y, digits + 5);
}

/* What is wrong, and where; the rows it takes. */
static int draw_problem(const struct app *app, struct canvas *c, struct rect r)
{
	const struct board *board = app->desk->board;
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
	struct pager *p = pager(v);
	struct rect r = app_body(c);
	int used, digits = 1;

	for (guint n = p->lines->len; n >= 10; n /= 10)
		digits++;
	app_draw_title(app, c, NULL);
	used = draw_problem(app, c, r) + 1;
	canvas_hline(c, r.y + used - 1, 0, c->cols, ROLE_DIM);
	r.y += used;
	r.rows -= used;
	pager_scroll(p, r.y, r.rows);
	for (int y = 0; y < r.rows && p->top + (size_t)y < p->lines->len; y++)
		draw_line(app, p, c, r.y + y, p->top + (size_t)y, digits);
}

static char *status(struct app *app G_GNUC_UNUSED, struct view *v)
{
	const struct pager *p = pager(v);

	return g_strdup_printf(_("line %zu of %u"), p->cursor + 1,
			       p->lines->len);
}

const struct view_kind view_broken_kind = {
	.name = "broken",
	.help = N_("A file that has to be mended before it can be edited."),
	.whole = true,
	.where = contexts,
	.actions = actions,
	.draw = draw,
	.hinted = hints,
	.act = act,
	.status = status,
	.mouse = mouse,
	.free = free_broken,
};

struct view *view_broken_new(struct app *app)
{
	struct broken *b = g_new0(struct broken, 1);
	const struct board *board = app->desk->board;
	size_t len = 0;
	char *text;

	b->view.kind = &view_broken_kind;
	if (board->tree)
		text = tree_emit(board->tree, &len);
	else
		text = g_strdup(board->raw ? board->raw : "");
	pager_init(&b->pager, text, board->tree ? len : strlen(text));
	if (board->where.line)
		pager_move(&b->pager, (long)board->where.line - 1);
	return &b->view;
}
