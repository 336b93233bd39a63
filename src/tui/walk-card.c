/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Draws the card of a step: the scene, what reaches the five senses, and what
 * the walker noted.  It scrolls where there is more of it than room.
 *
 *	+ 2 Arrive > 2 Warm towel --- step 4 of 6 +
 *	| You step in out of the wind.            |
 *	| see    white cotton                     |
 *	| hear   not designed                     |
 *	+----------------------------- v 2 more --+
 */
#include "tui/walk.h"

#include <string.h>

#include "i18n.h"
#include "journey/coverage.h"
#include "tui/show.h"
#include "tui/wrap.h"

#define LABEL_COLS 8

/* A line of the card as it is drawn. */
struct card_line {
	const char *label; /* or NULL */
	char *text;
	enum role role;
};

/* The card while its lines are put together. */
struct card {
	const struct walker *w;
	const struct place *tp;
	enum glyphs glyphs;
	int cols;
	bool brief; /* there is little room */
	GArray *lines; /* of struct card_line */
};

static void free_line(void *line)
{
	g_free(((struct card_line *)line)->text);
}

static void add_line(struct card *card, const char *label, enum role role,
		     const char *text, size_t len)
{
	struct card_line line = { .label = label,
				  .text = g_strndup(text, len),
				  .role = role };

	g_array_append_val(card->lines, line);
}

/* Air, where there is room for it. */
static void add_gap(struct card *card)
{
	if (!card->brief)
		add_line(card, NULL, ROLE_CONTENT, "", 0);
}

/* Add a text, broken into as many lines as it takes. */
static void add_text(struct card *card, const char *label, enum role role,
		     const char *text)
{
	g_autofree char *valid = g_utf8_make_valid(text, -1);
	int room = MAX(card->cols - (label ? LABEL_COLS : 0), 1);
	g_autoptr(GArray) broken =
		text_wrap(valid, strlen(valid), room, card->glyphs);

	for (guint i = 0; i < broken->len; i++) {
		struct wrap_line l = g_array_index(broken, struct wrap_line, i);

		add_line(card, label && i ? "" : label, role, valid + l.offset,
			 l.len);
	}
}

static void add_field(struct card *card, int field, const char *label)
{
	g_autofree char *text = show_value(card->w->app, card->tp, field);

	if (*text)
		add_text(card, label, ROLE_CONTENT, text);
}

static void add_scene(struct card *card)
{
	if (!place_blank(walker_journey(card->w), card->tp, T_SCENE)) {
		add_field(card, T_SCENE, NULL);
		return;
	}
	add_text(card, NULL, ROLE_ABSENT, _("The scene is not told yet."));
	add_field(card, T_WHAT, _("promise"));
}

/* Whether the customer could meet something there that nobody has designed. */
static bool is_missing(const struct card *card, int field)
{
	const struct journey *j = walker_journey(card->w);
	int sense = field - T_SEE;

	return place_blank(j, card->tp, field) &&
	       coverage_carries(card->tp, sense) &&
	       !(coverage_left_out(j) >> sense & 1);
}

/* The senses that are met, each on a line; those that nobody has designed have
 * lines of their own too, or share one. */
static void add_senses(struct card *card)
{
	g_autoptr(GString) missing = g_string_new(NULL);
	size_t n;
	const struct field *fields = schema_fields(PLACE_TOUCHPOINT, &n);

	for (int field = T_SEE; field <= T_FEEL; field++) {
		const char *name = _(fields[field].label);

		add_field(card, field, name);
		if (!is_missing(card, field))
			continue;
		if (!card->brief)
			add_text(card, name, ROLE_ABSENT, _("not designed"));
		g_string_append_printf(missing, "%s%s",
				       missing->len ? ", " : "", name);
	}
	if (card->brief && missing->len) {
		g_string_prepend(missing, _("not designed: "));
		add_text(card, NULL, ROLE_ABSENT, missing->str);
	}
}

static void add_note(struct card *card)
{
	g_autofree char *note = walk_note(walker_journey(card->w),
					  card->w->walk->entry, card->tp);

	if (!*note)
		return;
	add_gap(card);
	add_text(card, _("note"), ROLE_CONTENT, note);
}

static GArray *card_lines(const struct walker *w, const struct canvas *c,
			  int cols, bool brief)
{
	struct card card = {
		.w = w,
		.tp = walker_touchpoint(w),
		.glyphs = c->glyphs,
		.cols = cols,
		.brief = brief,
		.lines = g_array_new(FALSE, FALSE, sizeof(struct card_line)),
	};

	g_array_set_clear_func(card.lines, free_line);
	add_scene(&card);
	add_gap(&card);
	add_senses(&card);
	add_note(&card);
	return card.lines;
}

static void draw_line(struct canvas *c, int y, struct rect r,
		      const struct card_line *line)
{
	int x = r.x;

	if (line->label) {
		canvas_text(c, y, x, LABEL_COLS - 1, ROLE_DIM, line->label);
		x += LABEL_COLS;
	}
	canvas_text(c, y, x, r.x + r.cols - x, line->role, line->text);
}

/* Draw what R holds of the card, from where it was scrolled to. */
static void draw_inside(struct walker *w, struct canvas *c, struct rect r)
{
	g_autoptr(GArray) lines = card_lines(w, c, r.cols, false);

	if ((int)lines->len > r.rows) {
		g_array_unref(lines);
		lines = card_lines(w, c, r.cols, true);
	}
	w->skip = CLAMP(w->skip, 0, MAX((int)lines->len - r.rows, 0));
	w->hidden = (int)lines->len - w->skip - r.rows;
	for (int i = 0; i < r.rows && w->skip + i < (int)lines->len; i++)
		draw_line(c, r.y + i, r,
			  &g_array_index(lines, struct card_line,
					 (guint)(w->skip + i)));
}

/* Which touchpoint it is, and how far that is. */
static void draw_heading(const struct walker *w, struct canvas *c,
			 struct rect r, bool framed)
{
	const struct journey *j = walker_journey(w);
	const struct place *tp = walker_touchpoint(w);
	g_autofree char *title =
		framed ? show_path(w->app, c, tp) : place_title(j, tp);
	g_autofree char *step =
		g_strdup_printf(_("step %u of %u"), journey_position(j, tp) + 1,
				j->n_touchpoints);
	g_autofree char *heading =
		g_strdup_printf(framed ? " %s " : "%s", title);
	g_autofree char *count = g_strdup_printf(framed ? " %s " : "%s", step);
	int width = canvas_width(c, count);

	canvas_text(c, r.y, r.x, r.cols - width - 1, ROLE_TITLE, heading);
	canvas_text(c, r.y, r.x + r.cols - width, width, ROLE_DIM, count);
	canvas_cursor(c, r.y, r.x + framed);
}

/* How much of it is below what is in sight. */
static void draw_more(const struct walker *w, struct canvas *c, int y, int x)
{
	g_autofree char *more = NULL;

	if (w->hidden <= 0)
		return;
	more = g_strdup_printf(_(" %s %d more "), canvas_sign(c, SIGN_DOWN),
			       w->hidden);
	canvas_text(c, y, x - canvas_width(c, more), c->cols, ROLE_DIM, more);
}

void walker_draw_card(struct walker *w, struct canvas *c, struct rect r,
		      bool framed)
{
	struct rect inside = { r.y + 1, r.x, r.rows - 1, r.cols };
	struct rect heading = r;

	if (framed) {
		canvas_box(c, r, ROLE_DIM);
		inside = (struct rect){ r.y + 1, r.x + 2, r.rows - 2,
					r.cols - 4 };
		heading.x++;
		heading.cols -= 2;
	}
	draw_inside(w, c, inside);
	draw_heading(w, c, heading, framed);
	draw_more(w, c, r.y + r.rows - 1, r.x + r.cols - (framed ? 1 : 0));
}
