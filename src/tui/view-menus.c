/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the menu bar as a view: it takes the place of the title bar, and the
 * menu that is open hangs below its title.
 *
 *	 File [Edit] Journey  View  Go  Walk  Help
 *	     ┌─────────────────┐
 *	     │▸ undo        u  │
 *	     │  redo        U  │
 *	     ├─────────────────┤
 *
 * What a command does, or why it cannot be done now, stands in the status
 * row.  A letter goes to the next command that begins with it.
 */
#include <string.h>

#include "i18n.h"
#include "tui/bars.h"
#include "tui/commands.h"
#include "tui/list.h"
#include "tui/menus.h"
#include "tui/sheet.h"
#include "tui/words.h"
#include "tui/wrap.h"

#define MOST 16 /* menus */
#define WIDE_COLS 60 /* of the screen, for one row of explanation */
#define FRAME 2 /* rows or columns of a border on both sides */

struct menu_bar {
	struct view view;
	GPtrArray *commands; /* of the view below */
	unsigned open; /* number of the menu */
	size_t cursor, top; /* rows of it */
	struct rect area; /* of the rows, as drawn last */
	int x[MOST + 1]; /* where each title was drawn, and the end */
};

static struct menu_bar *bar_of(struct view *v)
{
	return (struct menu_bar *)v;
}

static void free_bar(struct view *v)
{
	g_ptr_array_unref(bar_of(v)->commands);
	g_free(v);
}

/* --- what is in the menu that is open -------------------------------------- */

static const char *const *rows_of(const struct menu_bar *m)
{
	return menus_all[m->open].actions;
}

static size_t count_rows(const struct menu_bar *m)
{
	return g_strv_length((char **)rows_of(m));
}

static bool is_rule(const struct menu_bar *m, size_t row)
{
	return !*rows_of(m)[row];
}

/* The command of a row; NULL if there is none of that name here. */
static const struct command *command_at(const struct menu_bar *m, size_t row)
{
	return commands_find(m->commands, rows_of(m)[row]);
}

static unsigned count_menus(void)
{
	unsigned n = 0;

	while (menus_all[n].title)
		n++;
	return n;
}

static void open_menu(struct menu_bar *m, unsigned n)
{
	m->open = n;
	m->cursor = m->top = 0;
}

/* --- drawing ---------------------------------------------------------------- */

static int columns(const struct canvas *c, const char *text)
{
	return text_columns(text, strlen(text), c->glyphs);
}

/* The titles; side by side where they would not fit with room around them. */
static void draw_titles(struct menu_bar *m, struct canvas *c)
{
	int width = 0, pad, x = 0;
	unsigned n;

	for (n = 0; n < count_menus(); n++)
		width += columns(c, _(menus_all[n].title)) + 2;
	pad = width <= c->cols;
	canvas_printf(c, 0, 0, c->cols, ROLE_CONTENT, "%*s", c->cols, "");
	for (n = 0; n < count_menus() && n < MOST; n++) {
		const char *title = _(menus_all[n].title);
		bool open = n == m->open;

		m->x[n] = x;
		if (pad && open)
			canvas_printf(c, 0, x, c->cols - x, ROLE_STRONG, "[%s]",
				      title);
		else
			canvas_text(c, 0, x + pad, c->cols - x - pad,
				    open ? ROLE_STRONG : ROLE_DIM, title);
		x += columns(c, title) + 1 + pad;
	}
	m->x[n] = x;
}

/* The first of a command's keys. */
static char *first_key(const struct command *command)
{
	return command ? g_strndup(command->keys, strcspn(command->keys, " "))
		       : g_strdup("");
}

/* How wide the menu is inside, for names and keys. */
static int measure(const struct menu_bar *m, const struct canvas *c)
{
	int names = 0, keys = 0;

	for (size_t row = 0; row < count_rows(m); row++) {
		g_autofree char *title = action_title(rows_of(m)[row]);
		g_autofree char *key = first_key(command_at(m, row));

		names = MAX(names, columns(c, title));
		keys = MAX(keys, columns(c, key));
	}
	return MIN(2 + names + 2 + keys + 1, c->cols - FRAME);
}

static void draw_row(const struct menu_bar *m, struct canvas *c, size_t row,
		     int y)
{
	const struct command *command = command_at(m, row);
	g_autofree char *title = action_title(rows_of(m)[row]);
	g_autofree char *key = first_key(command);
	bool off = !command || command->why_not;
	int x = m->area.x, width = m->area.cols, end = columns(c, key);

	canvas_text(c, y, x + 2, width - 3, off ? ROLE_DIM : ROLE_CONTENT,
		    title);
	canvas_text(c, y, x + width - 1 - end, end,
		    off ? ROLE_DIM : ROLE_STRONG, key);
	if (row != m->cursor)
		return;
	canvas_text(c, y, x, 1, ROLE_SELECTED, canvas_sign(c, SIGN_SELECT));
	canvas_role(c, y, x, width, ROLE_SELECTED);
	canvas_cursor(c, y, x);
}

/* The border, and nothing in it. */
static void draw_box(const struct menu_bar *m, struct canvas *c)
{
	struct rect r = { m->area.y - 1, m->area.x - 1, m->area.rows + FRAME,
			  m->area.cols + FRAME };

	for (int y = r.y; y < r.y + r.rows; y++)
		canvas_printf(c, y, r.x, r.cols, ROLE_CONTENT, "%*s", r.cols,
			      "");
	canvas_box(c, r, ROLE_DIM);
}

/* On the border, how many rows are not seen above and below. */
static void draw_rest(const struct menu_bar *m, struct canvas *c)
{
	size_t end = m->top + (size_t)m->area.rows, count = count_rows(m);

	if (m->top)
		canvas_printf(c, m->area.y - 1, m->area.x + 1, m->area.cols - 2,
			      ROLE_DIM, " %s %zu ", canvas_sign(c, SIGN_UP),
			      m->top);
	if (end < count)
		canvas_printf(c, m->area.y + m->area.rows, m->area.x + 1,
			      m->area.cols - 2, ROLE_DIM, " %s %zu ",
			      canvas_sign(c, SIGN_DOWN), count - end);
}

/* How many rows there are for what the chosen command does. */
static int text_rows(const struct canvas *c)
{
	return c->cols < WIDE_COLS ? 2 : 1;
}

static void draw_menu(struct menu_bar *m, struct canvas *c)
{
	size_t count = count_rows(m);
	int width = measure(m, c);
	int most = app_body(c).rows - FRAME - (text_rows(c) - 1);
	int rows = MIN((int)count, MAX(most, 1));

	m->area = (struct rect){ 2, MIN(m->x[m->open] + 1, c->cols - width - 1),
				 rows, width };
	m->top = list_scroll(m->top, m->cursor, count, (size_t)rows);
	draw_box(m, c);
	for (int i = 0; i < rows; i++)
		if (is_rule(m, m->top + (size_t)i))
			canvas_hline(c, m->area.y + i, m->area.x - 1,
				     width + FRAME, ROLE_DIM);
		else
			draw_row(m, c, m->top + (size_t)i, m->area.y + i);
	draw_rest(m, c);
}

/* What the chosen command does, or why it does not. */
static void draw_text(const struct menu_bar *m, struct canvas *c)
{
	const struct command *command = command_at(m, m->cursor);
	g_autofree char *off = NULL;
	struct rect r = { .x = 1, .rows = text_rows(c), .cols = c->cols - 2 };

	if (!command)
		off = g_strdup(_("Not here."));
	else if (command->why_not)
		off = g_strdup_printf(_("Not now: %s."), command->why_not);
	r.y = MAX(c->rows - 1 - r.rows, 1);
	sheet_blank(c, r.y, r.rows);
	sheet_text(c, r, ROLE_CONTENT, off ? off : command->help);
}

static void draw(struct app *app G_GNUC_UNUSED, struct view *v,
		 struct canvas *c)
{
	struct menu_bar *m = bar_of(v);

	canvas_recede(c);
	draw_titles(m, c);
	draw_menu(m, c);
	draw_text(m, c);
}

/* --- what can be done ------------------------------------------------------- */

static void choose(struct app *app, struct view *v)
{
	struct menu_bar *m = bar_of(v);
	const struct command *command = command_at(m, m->cursor);

	if (command)
		command_run(app, command->name, m->commands);
	else
		app_say(app, ROLE_WARNING, "%s", _("that cannot be done here"));
}

static void give_up(struct app *app, struct view *v)
{
	app_pop(app, v);
}

static void turn(struct view *v, unsigned by)
{
	open_menu(bar_of(v), (bar_of(v)->open + by) % count_menus());
}

static void left(struct app *app G_GNUC_UNUSED, struct view *v)
{
	turn(v, count_menus() - 1);
}

static void right(struct app *app G_GNUC_UNUSED, struct view *v)
{
	turn(v, 1);
}

static const struct action actions[] = {
	{ .name = "choose",
	  .label = N_("do it"),
	  .help = N_("Do what the chosen line says."),
	  .run = choose },
	{ .name = "give-up",
	  .label = N_("back"),
	  .help = N_("Go back and choose nothing."),
	  .run = give_up },
	{ .name = "left",
	  .label = N_("menu"),
	  .help = N_("Open the menu on the left."),
	  .run = left },
	{ .name = "right",
	  .label = N_("menu"),
	  .help = N_("Open the menu on the right."),
	  .run = right },
	{ .name = NULL },
};

static const char *const *contexts(struct app *app G_GNUC_UNUSED,
				   struct view *v G_GNUC_UNUSED)
{
	static const char *const names[] = { "menu", NULL };

	return names;
}

static const char *const *hints(struct app *app G_GNUC_UNUSED,
				struct view *v G_GNUC_UNUSED)
{
	static const char *const names[] = { "choose", "give-up", "left",
					     "right",  "up",	  "down",
					     NULL };

	return names;
}

/* Rules are stepped over; at both ends there is none. */
static bool act(struct app *app G_GNUC_UNUSED, struct view *v,
		const char *action)
{
	struct menu_bar *m = bar_of(v);
	size_t was = m->cursor;

	if (!list_step(action, count_rows(m), (size_t)MAX(m->area.rows, 1),
		       &m->cursor))
		return false;
	if (is_rule(m, m->cursor))
		m->cursor += m->cursor < was ? -1 : 1;
	return true;
}

/* To the next command that begins with that letter. */
static bool type(struct app *app G_GNUC_UNUSED, struct view *v, uint32_t key)
{
	struct menu_bar *m = bar_of(v);
	size_t count = count_rows(m);

	for (size_t i = 1; i <= count; i++) {
		size_t row = (m->cursor + i) % count;

		if (g_utf8_get_char(rows_of(m)[row]) ==
		    g_unichar_tolower(key)) {
			m->cursor = row;
			break;
		}
	}
	return true;
}

/* A click on a title opens that menu or closes it, one on a command does it,
 * and one elsewhere closes all. */
static void click(struct app *app, struct view *v, int y, int x)
{
	struct menu_bar *m = bar_of(v);
	struct rect r = m->area;
	size_t row = m->top + (size_t)(y - r.y);

	for (unsigned n = 0; y == 0 && n < count_menus(); n++)
		if (x >= m->x[n] && x < m->x[n + 1] && n != m->open) {
			open_menu(m, n);
			return;
		}
	if (y < r.y || y >= r.y + r.rows || x < r.x || x >= r.x + r.cols) {
		app_pop(app, v);
	} else if (!is_rule(m, row)) {
		m->cursor = row;
		choose(app, v);
	}
}

static bool mouse(struct app *app, struct view *v,
		  const struct mouse_event *event)
{
	if (event->action == MOUSE_WHEEL_UP)
		act(app, v, "up");
	else if (event->action == MOUSE_WHEEL_DOWN)
		act(app, v, "down");
	else if (event->action == MOUSE_PRESS && event->button == 1)
		click(app, v, event->y, event->x);
	return true;
}

const struct view_kind view_menus_kind = {
	.name = "menus",
	.help = N_("All commands by what they are about."),
	.contexts = contexts,
	.actions = actions,
	.draw = draw,
	.hints = hints,
	.act = act,
	.type = type,
	.mouse = mouse,
	.free = free_bar,
};

void menus_open(struct app *app, struct view *v)
{
	struct menu_bar *m = g_new0(struct menu_bar, 1);

	m->view.kind = &view_menus_kind;
	m->commands = commands_of(app, v);
	app_push(app, &m->view);
}
