/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The first page, when no file was named: what this is, in two sentences,
 * and what one can begin with.
 *
 * Examples and templates are the files of the data folder, called by their
 * titles, the short ones first; they open as untitled copies, so nothing
 * shipped is ever changed.
 */
#include <string.h>

#include "board/board.h"
#include "i18n.h"
#include "tui/ask.h"
#include "tui/bars.h"
#include "tui/list.h"
#include "tui/outside.h"
#include "tui/sheet.h"
#include "tui/views.h"

#define MOST_COLS 72 /* longer lines are hard to read */
#define MOST_FILES 50 /* of one folder */

/* Something to begin with. */
struct offer {
	char *name, *detail;
	unsigned size; /* in touchpoints */
	char *path; /* opens a copy of it */
	const char *heading; /* above it, untranslated; or NULL */
	void (*run)(struct app *app); /* where there is no path */
};

struct welcome {
	struct view view;
	GPtrArray *offers;
	size_t cursor, top;
	int list_y; /* where they were drawn */
	GArray *rows; /* of int: the offer drawn in each row, or -1 */
};

static struct welcome *welcome(struct view *v)
{
	return (struct welcome *)v;
}

static void free_offer(void *data)
{
	struct offer *o = data;

	g_free(o->name);
	g_free(o->detail);
	g_free(o->path);
	g_free(o);
}

static void free_welcome(struct view *v)
{
	struct welcome *w = welcome(v);

	g_ptr_array_unref(w->offers);
	g_array_unref(w->rows);
	g_free(w);
}

/* --- what there is ------------------------------------------------------- */

static struct offer *add_offer(struct welcome *w, char *take_name,
			       char *take_detail)
{
	struct offer *o = g_new0(struct offer, 1);

	o->name = take_name;
	o->detail = take_detail;
	g_ptr_array_add(w->offers, o);
	return o;
}

/* How long a journey is, and whether it was designed or observed. */
static char *describe(const struct journey *j)
{
	unsigned n = j->n_touchpoints;
	g_autofree char *state = place_text(j, j->root, J_STATE);

	if (!n)
		return g_strdup("");
	return g_strdup_printf(strcmp(state, "actual") == 0
				       ? _("as it is, %2u touchpoints")
				       : _("%2u touchpoints"),
			       n);
}

/* Offer a file under its title; one that is no storyboard is passed over. */
static void add_file(struct welcome *w, const char *path)
{
	g_autoptr(Board) b = board_open_copy(path, NULL);
	struct offer *o;

	if (!b || !b->journey)
		return;
	o = add_offer(w, place_title(b->journey, b->journey->root),
		      describe(b->journey));
	o->size = b->journey->n_touchpoints;
	o->path = g_strdup(path);
}

/* The shortest first: a newcomer begins at the top. */
static gint by_size(gconstpointer left, gconstpointer right,
		    gpointer data G_GNUC_UNUSED)
{
	const struct offer *const *l = left, *const *r = right;

	return ((*l)->size > (*r)->size) - ((*l)->size < (*r)->size);
}

static gint by_name(gconstpointer left, gconstpointer right)
{
	return strcmp(*(char *const *)left, *(char *const *)right);
}

/* The storyboards of a folder in the order of their names. */
static GPtrArray *list_files(const char *folder)
{
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	const char *name;

	while (dir && (name = g_dir_read_name(dir)))
		if (g_str_has_suffix(name, ".yaml"))
			g_ptr_array_add(names, g_strdup(name));
	g_ptr_array_sort(names, by_name);
	return names;
}

static void add_folder(struct app *app, struct welcome *w, const char *part,
		       const char *heading)
{
	g_autofree char *folder = g_build_filename(app->data, part, NULL);
	g_autoptr(GPtrArray) names = list_files(folder);
	guint first = w->offers->len;

	for (guint i = 0; i < MIN(names->len, MOST_FILES); i++) {
		g_autofree char *path =
			g_build_filename(folder, names->pdata[i], NULL);

		add_file(w, path);
	}
	if (w->offers->len == first)
		return;
	/* stable, unlike qsort() */
	g_qsort_with_data(w->offers->pdata + first,
			  (gint)(w->offers->len - first), sizeof(gpointer),
			  by_size, NULL);
	((struct offer *)w->offers->pdata[first])->heading = heading;
}

static bool begin(struct app *app, const char *title, void *data G_GNUC_UNUSED)
{
	GError *error = NULL;
	struct board *board;

	if (!*title) {
		app_say(app, ROLE_WARNING, "%s", _("a journey needs a title"));
		return false;
	}
	board = board_new(NULL, title, &error);
	if (board)
		app_open(app, board);
	else
		app_say_error(app, error);
	return board != NULL;
}

static void ask_title(struct app *app)
{
	ask_text(app, &(struct ask){
			      .title = _("Title of the new journey"),
			      .help = _("Whose journey it is, and to what: "
					"\"A first stay at Harbour House\"."),
			      .verb = N_("begin"),
			      .done = begin,
		      });
}

static void show_manual(struct app *app)
{
	const char *const argv[] = { "man", "senseboard", NULL };

	if (!app_run_outside(app, argv) && app->term)
		app_say(app, ROLE_ERROR, "%s",
			_("the manual page is not installed; 'senseboard "
			  "help' says the most needed"));
}

/* --- choosing ------------------------------------------------------------ */

static void choose(struct app *app, struct view *v)
{
	struct welcome *w = welcome(v);
	const struct offer *o = w->offers->pdata[w->cursor];
	GError *error = NULL;
	struct board *board;

	if (!o->path) {
		o->run(app);
		return;
	}
	board = board_open_copy(o->path, &error);
	if (board)
		app_open(app, board);
	else
		app_say_error(app, error);
}

static bool act(struct app *app G_GNUC_UNUSED, struct view *v,
		const char *action)
{
	struct welcome *w = welcome(v);

	return list_step(action, w->offers->len, w->rows->len, &w->cursor);
}

static const struct action actions[] = {
	{ .name = "choose",
	  .label = N_("begin"),
	  .help = N_("Begin with the chosen one."),
	  .run = choose },
	{ .name = NULL },
};

static const char *const *contexts(struct app *app G_GNUC_UNUSED,
				   struct view *v G_GNUC_UNUSED)
{
	static const char *const names[] = { "welcome", "everywhere", NULL };

	return names;
}

static const char *const *hints(struct app *app G_GNUC_UNUSED,
				struct view *v G_GNUC_UNUSED)
{
	static const char *const names[] = { "up", "down", "choose", NULL };

	return names;
}

static bool mouse(struct app *app, struct view *v,
		  const struct mouse_event *event)
{
	struct welcome *w = welcome(v);
	int row = event->y - w->list_y, at;

	if (event->action == MOUSE_WHEEL_UP)
		act(app, v, "up");
	else if (event->action == MOUSE_WHEEL_DOWN)
		act(app, v, "down");
	if (event->action != MOUSE_PRESS || row < 0 || row >= (int)w->rows->len)
		return true;
	at = g_array_index(w->rows, int, row);
	if (at < 0)
		return true;
	w->cursor = (size_t)at;
	if (event->clicks > 1)
		choose(app, v);
	return true;
}

/* --- drawing ------------------------------------------------------------- */

/* Which offer, or heading (-1 - offer), or nothing stands in each row. */
#define NOTHING G_MININT

static void lay_out(struct welcome *w)
{
	const int nothing = NOTHING;

	g_array_set_size(w->rows, 0);
	for (int i = 0; i < (int)w->offers->len; i++) {
		const struct offer *o = w->offers->pdata[i];
		int heading = -1 - i;

		if (o->heading && w->rows->len)
			g_array_append_val(w->rows, nothing);
		if (o->heading && *o->heading)
			g_array_append_val(w->rows, heading);
		g_array_append_val(w->rows, i);
	}
}

static void draw_offer(struct canvas *c, const struct offer *o, int y,
		       struct rect r, bool chosen)
{
	enum role role = chosen ? ROLE_SELECTED : ROLE_CONTENT;
	int width = canvas_width(c, o->detail), room = r.cols - 2;

	if (canvas_width(c, o->name) + 2 + width > room)
		width = 0; /* the name is worth more */
	canvas_text(c, y, r.x + 2, room, role, o->name);
	if (width)
		canvas_text(c, y, r.x + r.cols - width, width, ROLE_DIM,
			    o->detail);
	if (!chosen)
		return;
	canvas_text(c, y, r.x, 2, role, canvas_sign(c, SIGN_SELECT));
	canvas_role(c, y, r.x, r.cols, role);
	canvas_cursor(c, y, r.x);
}

static void draw_rows(struct welcome *w, struct canvas *c, struct rect r)
{
	for (int y = 0; y < r.rows && y < (int)w->rows->len; y++) {
		int at = g_array_index(w->rows, int, y);
		const struct offer *o;

		if (at == NOTHING)
			continue;
		o = w->offers->pdata[at < 0 ? -1 - at : at];
		if (at < 0)
			canvas_text(c, r.y + y, r.x + 2, r.cols - 2, ROLE_TITLE,
				    _(o->heading));
		else
			draw_offer(c, o, r.y + y, r, at == (int)w->cursor);
	}
}

/* How many offers lie below what is seen, in the row under it. */
static void draw_more(struct welcome *w, struct canvas *c, struct rect r)
{
	g_autofree char *text = NULL;
	int below = 0, width;

	for (int i = r.rows; i < (int)w->rows->len; i++)
		below += g_array_index(w->rows, int, i) >= 0;
	if (!below)
		return;
	text = g_strdup_printf(_("%s %d more"), canvas_sign(c, SIGN_DOWN),
			       below);
	width = canvas_width(c, text);
	canvas_text(c, r.y + r.rows, r.x + r.cols - width, width, ROLE_DIM,
		    text);
}

/* The rows from the one on that keeps the chosen offer in view. */
static void scroll(struct welcome *w, int rows)
{
	guint at = 0;

	while (g_array_index(w->rows, int, at) != (int)w->cursor)
		at++;
	if ((int)w->rows->len > rows && (int)at >= rows)
		w->top = MIN(at - (guint)rows / 2, w->rows->len - (guint)rows);
	else
		w->top = 0;
	g_array_remove_range(w->rows, 0, (guint)w->top);
}

static int draw_introduction(struct canvas *c, struct rect r)
{
	const char *text =
		_("Design a customer's journey before it happens: each "
		  "touchpoint promises something (What), has exactly one owner "
		  "(Who), and from the two follows the delivery (How). It "
		  "reaches people through five senses and leaves a face.");
	int rows = sheet_text_rows(c, text, r.cols - 2);

	canvas_printf(c, r.y, r.x, r.cols, ROLE_TITLE, "%ssenseboard",
		      canvas_sign(c, SIGN_FOCUS));
	if (rows + 8 > r.rows)
		return 2;
	r.y += 2;
	r.x += 2;
	r.cols -= 2;
	r.rows = rows;
	sheet_text(c, r, ROLE_CONTENT, text);
	return rows + 3;
}

static void draw(struct app *app G_GNUC_UNUSED, struct view *v,
		 struct canvas *c)
{
	struct welcome *w = welcome(v);
	struct rect r = app_body(c);
	int used, spare;

	r.cols = MIN(c->cols - 2, MOST_COLS);
	r.x = (c->cols - r.cols) / 2;
	lay_out(w);
	spare = r.rows - (int)w->rows->len - 6;
	if (spare > 4) {
		r.y += spare / 4;
		r.rows -= spare / 4;
	}
	used = draw_introduction(c, r);
	r.y += used;
	r.rows -= used;
	if ((int)w->rows->len > r.rows)
		r.rows--; /* says how many more there are */
	scroll(w, r.rows);
	w->list_y = r.y;
	draw_rows(w, c, r);
	draw_more(w, c, r);
}

const struct view_kind view_welcome_kind = {
	.name = "welcome",
	.help = N_("What one can begin with."),
	.whole = true,
	.contexts = contexts,
	.actions = actions,
	.draw = draw,
	.hints = hints,
	.act = act,
	.mouse = mouse,
	.free = free_welcome,
};

struct view *view_welcome_new(struct app *app)
{
	struct welcome *w = g_new0(struct welcome, 1);

	w->view.kind = &view_welcome_kind;
	w->offers = g_ptr_array_new_with_free_func(free_offer);
	w->rows = g_array_new(FALSE, FALSE, sizeof(int));
	add_offer(w, g_strdup(_("New storyboard")), g_strdup(""))->run =
		ask_title;
	add_folder(app, w, "examples", N_("Examples"));
	add_folder(app, w, "templates", N_("Templates"));
	add_offer(w, g_strdup(_("The manual page")), g_strdup(""))->run =
		show_manual;
	((struct offer *)w->offers->pdata[w->offers->len - 1])->heading = "";
	return &w->view;
}
