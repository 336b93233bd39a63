/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The title bar: what is open, which views there are, how much is found.
 *
 *	 Harbour House + (1/2)   [1 Map]  4 Findings ✗2 ▲3
 *
 * Where there is no room for all views, those around the one that is seen are
 * named; the counts are always there.
 */
#include "tui/bars.h"

#include "board/board.h"
#include "i18n.h"
#include "tui/desks.h"
#include "tui/key.h"
#include "tui/words.h"

#define TABS_COLS 60 /* below, no views are named */
#define WIDE_COLS 100 /* from here on, all of them */

/* One piece of a bar. */
struct piece {
	enum role role;
	char *text;
	const char *action; /* a click runs it; or NULL */
};

static void free_piece(void *data)
{
	g_free(((struct piece *)data)->text);
}

static GArray *pieces_new(void)
{
	GArray *pieces = g_array_new(FALSE, FALSE, sizeof(struct piece));

	g_array_set_clear_func(pieces, free_piece);
	return pieces;
}

static void add_piece(GArray *pieces, enum role role, const char *action,
		      char *take_text)
{
	struct piece piece = { .role = role,
			       .text = take_text,
			       .action = action };

	g_array_append_val(pieces, piece);
}

static int pieces_width(const struct canvas *c, const GArray *pieces)
{
	int width = 0;

	for (guint i = 0; i < pieces->len; i++)
		width += canvas_width(
			c, g_array_index(pieces, struct piece, i).text);
	return width;
}

static void move_pieces(GArray *to, GArray *from)
{
	for (guint i = 0; i < from->len; i++) {
		struct piece *piece = &g_array_index(from, struct piece, i);

		add_piece(to, piece->role, piece->action,
			  g_steal_pointer(&piece->text));
	}
	g_array_set_size(from, 0);
}

/* P from column X on and before END; the column behind it. */
static int draw_piece(struct app *app, struct canvas *c, int x, int end,
		      const struct piece *p)
{
	struct hit hit = { .x = x, .action = p->action };

	hit.width = canvas_text(c, 0, x, end - x, p->role, p->text);
	if (p->action)
		g_array_append_val(app->hits, hit);
	return x + hit.width;
}

static void draw_pieces(struct app *app, struct canvas *c, int x,
			const GArray *pieces)
{
	for (guint i = 0; i < pieces->len; i++)
		x = draw_piece(app, c, x, c->cols,
			       &g_array_index(pieces, struct piece, i));
}

static void add_count(const struct app *app, GArray *pieces, enum role role,
		      enum sign sign, enum level level)
{
	unsigned count = findings_count(app->desk->board->findings, level);

	if (count)
		add_piece(pieces, role, "next-finding",
			  g_strdup_printf(" %s%u",
					  canvas_sign(app->canvas, sign),
					  count));
}

static void add_counts(const struct app *app, GArray *pieces)
{
	unsigned deferred;

	if (!app->desk->board->findings)
		return;
	deferred = findings_deferred(app->desk->board->findings);
	if (deferred && app->canvas->cols >= TABS_COLS)
		add_piece(pieces, ROLE_DIM, NULL,
			  g_strdup_printf(_(" %u to decide"), deferred));
	add_count(app, pieces, ROLE_ERROR, SIGN_ERROR, LEVEL_ERROR);
	add_count(app, pieces, ROLE_WARNING, SIGN_WARNING, LEVEL_WARNING);
}

/* A view that has a tab: " 4 Findings " or "[4 Findings]", where the counts
 * stand before the last character; without its key where that means something
 * else. */
struct tab {
	const struct view_kind *kind;
	bool seen;
	char *text;
	int width;
};

#define TABS_MOST 9 /* one a digit */

static size_t make_tabs(struct app *app, struct tab tabs[TABS_MOST])
{
	struct view *seen = app_base(app);
	const char *const *contexts = view_contexts(app, seen);
	size_t n = 0;

	for (size_t i = 0; view_kinds[i] && n < TABS_MOST; i++) {
		const struct view_kind *kind = view_kinds[i];
		struct tab *tab = &tabs[n];
		g_autofree char *key = NULL;
		uint32_t means;

		if (!kind->label)
			continue;
		means = keymap_key(app->keys, contexts, kind->name);
		key = means ? key_label(means, app->canvas->glyphs)
			    : g_strdup("");
		*tab = (struct tab){ .kind = kind, .seen = kind == seen->kind };
		tab->text = g_strconcat(tab->seen ? "[" : " ", key,
					*key ? " " : "", _(kind->label), NULL);
		tab->width = canvas_width(app->canvas, tab->text) + 1;
		n++;
	}
	return n;
}

/* Around the tab that is seen, as many as fit into ROOM columns: FROM one TO
 * before another. */
static void choose_tabs(const struct tab *tabs, size_t n, int room,
			size_t *from, size_t *to)
{
	bool more = true;

	for (*from = 0; *from + 1 < n && !tabs[*from].seen;)
		++*from;
	*to = *from + 1;
	room -= tabs[*from].width;
	while (more) {
		more = false;
		if (*to < n && tabs[*to].width <= room) {
			room -= tabs[(*to)++].width;
			more = true;
		}
		if (*from > 0 && tabs[*from - 1].width <= room) {
			room -= tabs[--*from].width;
			more = true;
		}
	}
}

/* The tabs, and behind that of the findings how many there are; or at the end
 * if it has no room. COUNTS are moved. */
static void add_tabs(struct app *app, GArray *pieces, GArray *counts, int room)
{
	struct tab tabs[TABS_MOST];
	size_t n = make_tabs(app, tabs), from, to;

	room -= pieces_width(app->canvas, counts);
	choose_tabs(tabs, n, room, &from, &to);
	for (size_t i = from; i < to; i++) {
		const struct tab *tab = &tabs[i];
		enum role role = tab->seen ? ROLE_STRONG : ROLE_DIM;

		add_piece(pieces, role, tab->kind->name, g_strdup(tab->text));
		if (tab->kind == &view_findings_kind)
			move_pieces(pieces, counts);
		add_piece(pieces, role, NULL, g_strdup(tab->seen ? "]" : " "));
	}
	move_pieces(pieces, counts);
	for (size_t i = 0; i < n; i++)
		g_free(tabs[i].text);
}

/* What is to be known of the file at a glance, and what is done about it. */
struct file_mark {
	const char *text, *action; /* or NULL */
};

static struct file_mark file_mark(const struct board *b)
{
	if (board_unprotected(b))
		return (struct file_mark){ _("UNPROTECTED"), "save" };
	if (b->disk == STORE_CHANGED)
		return (struct file_mark){ _("changed on disk"),
					   "changed-on-disk" };
	if (b->disk == STORE_DELETED)
		return (struct file_mark){ _("deleted on disk"), "save" };
	return (struct file_mark){ b->read_only ? _("read-only") : NULL, NULL };
}

/* The mark, with its key where there is room; .text may be NULL. */
static struct piece mark_piece(const struct app *app)
{
	static const char *const everywhere[] = { "everywhere", NULL };
	struct file_mark mark = file_mark(app->desk->board);
	g_autofree char *key = NULL;
	struct piece piece = { .role = ROLE_WARNING, .action = mark.action };
	uint32_t code = 0;

	if (mark.action && app->canvas->cols >= TABS_COLS)
		code = keymap_key(app->keys, everywhere, mark.action);
	key = code ? key_label(code, app->canvas->glyphs) : NULL;
	piece.text = key ? g_strdup_printf("%s (%s)", mark.text, key)
			 : g_strdup(mark.text);
	return piece;
}

/* Name, signs and crumb, within WIDTH columns; the crumb may have half. */
static void draw_name(struct app *app, struct canvas *c, int width,
		      const char *crumb, const struct piece *mark)
{
	const struct board *b = app->desk->board;
	g_autofree char *name = app_name(app);
	const char *unsaved =
		board_unsaved(b) ? canvas_sign(c, SIGN_UNSAVED) : "";
	g_autofree char *which = desks_which(app);
	const struct piece others = { .role = ROLE_DIM,
				      .text = which,
				      .action = "other-storyboard" };
	int room = width - (*unsaved ? 2 : 0), x = 1;

	if (which)
		room -= canvas_width(c, which) + 1;
	if (mark->text)
		room = MAX(room - canvas_width(c, mark->text) - 1, room / 3);
	if (crumb)
		room -= MIN(canvas_width(c, crumb) + 3, room / 2);
	x += canvas_text(c, 0, x, room, ROLE_STRONG, name) + 1;
	if (*unsaved)
		x += 1 +
		     canvas_text(c, 0, x, width + 1 - x, ROLE_UNSAVED, unsaved);
	if (which)
		x = 1 + draw_piece(app, c, x, width + 1, &others);
	if (mark->text)
		x = 1 + draw_piece(app, c, x, width + 1, mark);
	if (crumb)
		canvas_printf(c, 0, x, width + 1 - x, ROLE_CONTENT, "%s %s",
			      canvas_sign(c, SIGN_CRUMB), crumb);
}

/* The columns that the name and what is to be known of the file leave to the
 * tabs: a long name gets less of a wide screen, where all tabs are to be
 * seen. */
static int room_for_tabs(const struct app *app, const struct canvas *c,
			 const struct piece *mark)
{
	g_autofree char *name = app_name(app);
	g_autofree char *which = desks_which(app);
	int most = c->cols >= WIDE_COLS ? c->cols / 5 : c->cols * 2 / 5;

	return c->cols - MIN(canvas_width(c, name) + 5, most) -
	       (which ? canvas_width(c, which) + 1 : 0) -
	       (mark->text ? canvas_width(c, mark->text) + 1 : 0);
}

void app_draw_title(struct app *app, struct canvas *c, const char *crumb)
{
	g_autoptr(GArray) right = pieces_new();
	g_autoptr(GArray) counts = pieces_new();
	struct piece mark = mark_piece(app);
	int x;

	add_counts(app, counts);
	if (c->cols >= TABS_COLS && app->desk->board->journey)
		add_tabs(app, right, counts, room_for_tabs(app, c, &mark));
	else
		move_pieces(right, counts);
	x = MAX(c->cols - 1 - pieces_width(c, right), 1);
	draw_name(app, c, x - 3, crumb, &mark);
	draw_pieces(app, c, x, right);
	free_piece(&mark);
}
