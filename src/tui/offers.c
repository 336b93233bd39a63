/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Examples and templates are the files of the data folder, called by their
 * titles, the short ones first; they open as untitled copies, so nothing
 * shipped is ever changed.  What was open last is opened itself; of what is
 * not there any more nothing is said.
 */
#include "tui/offers.h"

#include <string.h>

#include "board/board.h"
#include "i18n.h"
#include "store/recent.h"
#include "tui/ask.h"
#include "tui/outside.h"
#include "tui/path.h"
#include "tui/show.h"

#define MOST_FILES 50 /* of one folder */
#define MOST_RECENT 7 /* more would hide the rest */

static void free_offer(void *data)
{
	struct offer *o = data;

	g_free(o->name);
	g_free(o->detail);
	g_free(o->brief);
	g_free(o->path);
	g_free(o);
}

static struct offer *add_offer(GPtrArray *offers, char *take_name,
			       char *take_detail)
{
	struct offer *o = g_new0(struct offer, 1);

	o->name = take_name;
	o->detail = take_detail;
	g_ptr_array_add(offers, o);
	return o;
}

/* --- what was open last -------------------------------------------------- */

static void add_recent(GPtrArray *offers, const struct recent *r, int64_t now)
{
	g_autofree char *file = path_shown(r->path);
	g_autofree char *base = g_path_get_basename(r->path);
	g_autofree char *when = show_when(r->when, now);
	struct offer *o =
		add_offer(offers, g_strdup(*r->title ? r->title : base),
			  g_strdup_printf("%s, %s", file, when));

	o->brief = g_steal_pointer(&when);
	o->path = g_strdup(r->path);
}

static void add_recents(const struct app *app, GPtrArray *offers)
{
	g_autoptr(GPtrArray) all = app->protect ? recent_read() : NULL;
	int64_t now = g_get_real_time() / G_USEC_PER_SEC;
	guint first = offers->len;

	for (guint i = 0; all && i < all->len; i++) {
		const struct recent *r = all->pdata[i];

		if (offers->len - first < MOST_RECENT &&
		    g_file_test(r->path, G_FILE_TEST_IS_REGULAR))
			add_recent(offers, r, now);
	}
	if (offers->len > first)
		((struct offer *)offers->pdata[first])->heading =
			N_("Opened last");
}

/* --- examples and templates ---------------------------------------------- */

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
static void add_file(GPtrArray *offers, const char *path)
{
	g_autoptr(Board) b = board_open_copy(path, NULL);
	struct offer *o;

	if (!b || !b->journey)
		return;
	o = add_offer(offers, place_title(b->journey, b->journey->root),
		      describe(b->journey));
	o->size = b->journey->n_touchpoints;
	o->path = g_strdup(path);
	o->copy = true;
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

static void add_folder(const struct app *app, GPtrArray *offers,
		       const char *part, const char *heading)
{
	g_autofree char *folder = g_build_filename(app->data, part, NULL);
	g_autoptr(GPtrArray) names = list_files(folder);
	guint first = offers->len;

	for (guint i = 0; i < MIN(names->len, MOST_FILES); i++) {
		g_autofree char *path =
			g_build_filename(folder, names->pdata[i], NULL);

		add_file(offers, path);
	}
	if (offers->len == first)
		return;
	/* stable, unlike qsort() */
	g_qsort_with_data(offers->pdata + first, (gint)(offers->len - first),
			  sizeof(gpointer), by_size, NULL);
	((struct offer *)offers->pdata[first])->heading = heading;
}

/* --- a new one, and the manual ------------------------------------------- */

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

/* --- all of them --------------------------------------------------------- */

GPtrArray *offers_new(const struct app *app, size_t *begin_at)
{
	GPtrArray *offers = g_ptr_array_new_with_free_func(free_offer);
	struct offer *manual;

	add_offer(offers, g_strdup(_("New storyboard")), g_strdup(""))->run =
		ask_title;
	add_recents(app, offers);
	*begin_at = offers->len > 1 ? 1 : 0;
	add_folder(app, offers, "examples", N_("Examples"));
	add_folder(app, offers, "templates", N_("Templates"));
	manual =
		add_offer(offers, g_strdup(_("The manual page")), g_strdup(""));
	manual->run = show_manual;
	manual->heading = "";
	return offers;
}

void offer_take(struct app *app, const struct offer *o)
{
	GError *error = NULL;
	struct board *board;

	if (!o->path) {
		o->run(app);
		return;
	}
	board = o->copy ? board_open_copy(o->path, &error)
			: board_open(o->path, &error);
	if (board)
		app_open(app, board);
	else
		app_say_error(app, error);
}
