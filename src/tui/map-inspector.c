/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns how the fields of one place are drawn; which there are is map-form.c's.
 *
 *	 3 Arrive › 2 Warm towel              What + Who = How ✓
 *	 ▲ what is wrong here – what to do about it
 *	 WHAT  promise   A warm towel in your hands before we ask ...
 *	 WHO   owner     Front desk
 *	▸HOW   delivery  Towel drawer kept at 60 °C; offered with both
 *	                 hands.
 *	                 How does that owner keep that promise?
 *	 SENSE see       ·  not designed yet
 *
 * The field the cursor is on is open: its whole text, and the help of the
 * field table.  Every other takes one line, and only those that are seen are
 * read.
 */
#include "tui/map.h"

#include <string.h>

#include "i18n.h"
#include "tui/sheet.h"
#include "tui/stop.h"
#include "tui/wrap.h"

#define TAG_WIDTH 6
#define LABEL_WIDTH 16
#define FLAG_WIDTH 3
#define ROOM_FOR_TAGS 60 /* columns */
#define ROOM_FOR_RULE 14 /* lines */
#define MOST_WRAPPED 16384 /* bytes: what is longer is read by editing it */

/* One drawing. */
struct ink {
	struct map *m;
	struct canvas *c;
	const struct place *p;
	GArray *items;
	struct rect r; /* where the items go */
	int label, value, flag; /* columns */
	bool open; /* the item with the cursor shows all it has */
};

static const char *const tags[GROUPS] = {
	[GROUP_STORY] = N_("story"),   [GROUP_EQUATION] = "",
	[GROUP_SENSES] = N_("sense"),  [GROUP_IMPRESSION] = N_("face"),
	[GROUP_KIND] = N_("kind"),     [GROUP_PLACE] = N_("place"),
	[GROUP_BELOW] = N_("below"),   [GROUP_CARE] = N_("care"),
	[GROUP_PROBLEMS] = N_("pain"), [GROUP_TIME] = N_("time"),
	[GROUP_LINKS] = N_("links"),   [GROUP_BENCHMARKS] = N_("bench"),
	[GROUP_OTHER] = N_("other"),
};

static const struct amend_item *item_at(const struct ink *ink, unsigned i)
{
	return &g_array_index(ink->items, struct amend_item, i);
}

static const struct field *field_of(const struct ink *ink, unsigned i)
{
	size_t n;
	int field = item_at(ink, i)->field;

	return field < 0 ? NULL : &schema_fields(ink->p->kind, &n)[field];
}

static bool is_sense(const struct ink *ink, int field)
{
	return ink->p->kind == PLACE_TOUCHPOINT && field >= T_SEE &&
	       field < T_SEE + SENSES;
}

/* Whether a field is the owner, and there is exactly one. */
static bool is_owned(const struct ink *ink, int field)
{
	struct place *owner = NULL;

	return ink->p->kind == PLACE_TOUCHPOINT && field == T_WHO &&
	       place_owners(map_journey(ink->m), ink->p, &owner) == 1 && owner;
}

/* What is called by a question of its own: What, Who, How. */
static bool is_equation(const struct ink *ink, unsigned i)
{
	const struct field *f = field_of(ink, i);

	return f && f->group == GROUP_EQUATION;
}

static const char *tag_of(const struct ink *ink, unsigned i)
{
	const struct field *f = field_of(ink, i);

	if (!f || f->kind == FIELD_ID)
		return tags[GROUP_OTHER];
	if (f->group == GROUP_STORY && ink->p->kind != PLACE_TOUCHPOINT)
		return "";
	return f->group == GROUP_EQUATION ? f->name : tags[f->group];
}

static bool is_measures(const struct ink *ink, int field)
{
	return ink->p->kind == PLACE_TOUCHPOINT && field == T_MEASURES;
}

static char *text_of(const struct ink *ink, const struct amend_item *item)
{
	char *text = NULL;

	if (item->field < 0)
		return show_pair(ink->m->app, item->entry);
	if (is_measures(ink, item->field))
		text = show_measures(ink->m->app, ink->c, ink->p, SHOW_LINES);
	return text ? text : show_value(ink->m->app, ink->p, item->field);
}

static char *value_of(const struct ink *ink, unsigned i)
{
	char *text = text_of(ink, item_at(ink, i));

	if (strlen(text) > MOST_WRAPPED)
		*g_utf8_find_prev_char(text, text + MOST_WRAPPED) = '\0';
	return g_strchomp(text);
}

/* What stands where nothing has been written yet. */
static char *absence_of(const struct ink *ink, unsigned i)
{
	const char *sign = canvas_sign(ink->c, SIGN_ABSENT);
	const struct field *f = field_of(ink, i);

	if (f && ink->p->kind == PLACE_TOUCHPOINT &&
	    (f->group == GROUP_EQUATION || f->group == GROUP_SENSES ||
	     f->kind == FIELD_FACE))
		return g_strdup_printf("%s  %s", sign, _("not designed yet"));
	return g_strdup(sign);
}

static bool is_inside(const struct ink *ink, int y)
{
	return y >= ink->r.y && y < ink->r.y + ink->r.rows;
}

/* Draw the lines of a wrapped text that are inside; returns how many it has. */
static int draw_lines(const struct ink *ink, int y, int x, int width,
		      enum role role, const char *text)
{
	g_autoptr(GArray) lines =
		text_wrap(text, strlen(text), MAX(width, 1), ink->c->glyphs);

	for (guint i = 0; i < lines->len; i++) {
		const struct wrap_line *l =
			&g_array_index(lines, struct wrap_line, i);
		g_autofree char *line = NULL;

		if (!is_inside(ink, y + (int)i))
			continue;
		line = g_strndup(text + l->offset, l->len);
		canvas_text(ink->c, y + (int)i, x, width, role, line);
	}
	return (int)lines->len;
}

static void draw_tag(const struct ink *ink, int y, unsigned i)
{
	g_autofree char *tag = NULL;

	if (ink->label == ink->r.x + 1)
		return;
	if (i && strcmp(tag_of(ink, i), tag_of(ink, i - 1)) == 0)
		return;
	tag = g_utf8_strup(_(tag_of(ink, i)), -1);
	canvas_text(ink->c, y, ink->r.x + 1, TAG_WIDTH - 1,
		    is_equation(ink, i) ? ROLE_STRONG : ROLE_DIM, tag);
}

static void draw_label(const struct ink *ink, int y, unsigned i)
{
	const struct field *f = field_of(ink, i);
	g_autofree char *key = NULL;

	if (!f)
		key = tree_key(map_journey(ink->m)->tree,
			       item_at(ink, i)->entry);
	canvas_text(ink->c, y, ink->label, ink->value - ink->label - 1,
		    ROLE_DIM,
		    f	  ? _(f->label)
		    : key ? key
			  : "?");
}

/* At the right end: the gravest finding of the field; else whether a sense is
 * designed, or the targets are met. */
static void draw_flag(const struct ink *ink, int y, unsigned i)
{
	int field = item_at(ink, i)->field;
	enum level level =
		field < 0 ? LEVEL_NONE
			  : show_field_level(ink->m->app, ink->p, field);
	const char *sign = show_level_sign(ink->c, level);
	enum role role = show_level_role(level);
	unsigned senses;

	if (level == LEVEL_NONE && is_sense(ink, field)) {
		senses = place_senses(map_journey(ink->m), ink->p);
		role = senses >> (field - T_SEE) & 1 ? ROLE_GOOD : ROLE_ABSENT;
		sign = canvas_sign(ink->c, role == ROLE_GOOD ? SIGN_SENSE
							     : SIGN_ABSENT);
	}
	if (level == LEVEL_NONE && is_owned(ink, field)) {
		role = ROLE_GOOD;
		sign = canvas_sign(ink->c, SIGN_GOOD);
	}
	if (level == LEVEL_NONE && is_measures(ink, field) &&
	    ink->p->grades.all)
		sign = show_grades(ink->c, &ink->p->grades, &role);
	canvas_text(ink->c, y, ink->flag, FLAG_WIDTH, role, sign);
}

static int draw_closed_value(const struct ink *ink, int y, unsigned i)
{
	g_autofree char *text = value_of(ink, i);
	g_autofree char *absence = *text ? NULL : absence_of(ink, i);

	g_strdelimit(text, "\r\n\t", ' ');
	canvas_text(ink->c, y, ink->value, ink->flag - ink->value - 1,
		    *text ? ROLE_CONTENT : ROLE_ABSENT, *text ? text : absence);
	return 1;
}

/* What stands under an open field: its help, or on a small screen first of
 * all what is wrong with it; or that a pair is no field. */
static char *note_of(const struct ink *ink, unsigned i)
{
	const struct field *f = field_of(ink, i);
	const struct finding *found;
	unsigned n, count;

	if (!f)
		return g_strdup(_("Not a word of the format: kept as it is, "
				  "and edited as YAML."));
	found = stop_finding(ink->m->app, ink->p, map_field_here(ink->m), &n,
			     &count);
	if (ink->m->single && found && found->field == item_at(ink, i)->field)
		return show_finding(ink->c, found);
	return g_strdup(_(f->help));
}

static int draw_open(const struct ink *ink, int y, unsigned i)
{
	g_autofree char *text = value_of(ink, i);
	g_autofree char *absence = *text ? NULL : absence_of(ink, i);
	g_autofree char *note = note_of(ink, i);
	int width = ink->flag - ink->value - 1;
	int used = draw_lines(ink, y, ink->value, width,
			      *text ? ROLE_CONTENT : ROLE_ABSENT,
			      *text ? text : absence);

	for (int line = y; line < y + used; line++)
		if (is_inside(ink, line))
			canvas_role(ink->c, line, ink->r.x, ink->r.cols,
				    ROLE_SELECTED);
	return used +
	       draw_lines(ink, y + used, ink->value, width, ROLE_DIM, note);
}

/* Draw item I from line Y on; returns the lines it takes. */
static int draw_item(const struct ink *ink, int y, unsigned i)
{
	bool open = ink->open && i == ink->m->form.item;

	if (is_inside(ink, y)) {
		draw_tag(ink, y, i);
		draw_label(ink, y, i);
		draw_flag(ink, y, i);
	}
	if (!open)
		return draw_closed_value(ink, y, i);
	if (is_inside(ink, y))
		canvas_text(ink->c, y, ink->r.x, 1, ROLE_SELECTED,
			    canvas_sign(ink->c, SIGN_SELECT));
	canvas_cursor(ink->c, MAX(y, ink->r.y), ink->value);
	return draw_open(ink, y, i);
}

/* The lines that the open item takes. */
static int open_lines(const struct ink *ink)
{
	unsigned i = ink->m->form.item;
	int width = ink->flag - ink->value - 1;
	g_autofree char *text = value_of(ink, i), *note = note_of(ink, i);

	return sheet_text_rows(ink->c, text, width) +
	       sheet_text_rows(ink->c, note, width);
}

/* The first item after the equation, with a rule above it where there is
 * room; 0 if there is none. */
static unsigned rule_of(const struct ink *ink)
{
	unsigned i = 0;

	if (ink->r.rows < ROOM_FOR_RULE)
		return 0;
	while (i < ink->items->len && is_equation(ink, i))
		i++;
	return i;
}

/* Scroll so that the item with the cursor is seen. */
static void scroll(const struct ink *ink)
{
	struct map_form *f = &ink->m->form;
	int first = map_form_line(f, f->item), end = first + f->lines;
	int total = map_form_line(f, ink->items->len), rows = ink->r.rows;

	if (ink->open && f->lines > rows) {
		f->top = CLAMP(f->top, first, end - rows);
	} else if (ink->open && (first < f->top || end > f->top + rows)) {
		f->top = MAX(first - rows / 2, end - rows);
		f->top = CLAMP(f->top, 0, first);
	}
	f->top = CLAMP(f->top, 0, MAX(total - rows, 0));
}

static void draw_items(struct ink *ink)
{
	struct map_form *f = &ink->m->form;

	f->area = ink->r;
	f->item = MIN(f->item, ink->items->len - 1);
	f->rule = rule_of(ink);
	f->lines = ink->open ? open_lines(ink) : 1;
	scroll(ink);
	for (unsigned i = 0; i < ink->items->len; i++) {
		int line = map_form_line(f, i);
		int lines = i == f->item ? f->lines : 1;
		int y = ink->r.y + line - f->top;

		if (f->rule && i == f->rule && is_inside(ink, y - 1))
			canvas_dots(ink->c, y - 1, ink->r.x, ink->r.cols,
				    ROLE_DIM);
		if (line + lines > f->top && line < f->top + ink->r.rows)
			draw_item(ink, y, i);
	}
}

/* Whether there is more below than is seen. */
static void draw_more(const struct ink *ink)
{
	const struct map_form *f = &ink->m->form;
	int total = map_form_line(f, ink->items->len);
	const char *sign = canvas_sign(ink->c, SIGN_DOWN);
	int below = total - f->top - ink->r.rows, width;
	g_autofree char *text = NULL;

	if (below <= 0 || ink->m->single)
		return;
	text = g_strdup_printf(_(" %s %d more "), sign, below);
	width = canvas_width(ink->c, text);
	canvas_text(ink->c, ink->r.y + ink->r.rows,
		    ink->r.x + ink->r.cols - width - 1, width, ROLE_DIM, text);
}

static void lay_out(struct ink *ink, struct rect r)
{
	bool tags_fit = r.cols >= ROOM_FOR_TAGS;

	ink->r = r;
	ink->label = r.x + 1 + (tags_fit ? TAG_WIDTH : 0);
	ink->value = ink->label + LABEL_WIDTH - (tags_fit ? 0 : 4);
	ink->flag = r.x + r.cols - FLAG_WIDTH + 1;
}

void map_draw_inspector(struct map *m, struct canvas *c, struct rect r)
{
	struct ink ink = { .m = m, .c = c, .p = map_subject(m) };
	int head = map_draw_head(m, c, r);

	m->form.area.rows = 0;
	if (!ink.p)
		return;
	ink.open = m->focus == MAP_INSPECTOR;
	ink.items = map_items(m, ink.p);
	r.y += head;
	r.rows -= head;
	lay_out(&ink, r);
	if (r.rows > 0) {
		draw_items(&ink);
		draw_more(&ink);
	}
	g_array_unref(ink.items);
}
