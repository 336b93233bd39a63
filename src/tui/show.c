/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns how things of a storyboard are put into words and signs: names instead
 * of ids, faces, levels, paths, findings, bars.
 */
#include "tui/show.h"

#include <string.h>

#include "i18n.h"
#include "tui/key.h"

#define ENOUGH 4096 /* bytes to be shown of a structure */

const char *show_face(enum glyphs glyphs, const struct face *face)
{
	return glyphs == GLYPHS_EMOJI ? face->emoji : face->ascii;
}

const struct face *show_face_of(const struct app *app, const struct place *tp)
{
	g_autofree char *text = NULL;

	if (!tp->field[T_IMPRESSION])
		return NULL;
	text = place_text(app_journey(app), tp, T_IMPRESSION);
	return schema_face(text);
}

static char *face_value(const struct app *app, const struct place *p, int field)
{
	g_autofree char *text = place_text(app_journey(app), p, field);
	const struct face *face = schema_face(text);

	if (!face)
		return g_steal_pointer(&text);
	return g_strdup_printf(face->value ? "%s %s %+d" : "%s %s",
			       show_face(app->canvas->glyphs, face), face->name,
			       face->value);
}

/* The beginning of what stands in a collection, as it is written. */
static char *as_written(const struct tree *t, uint32_t entry)
{
	GString *out = g_string_new(NULL);
	char *text;

	for (uint32_t e = tree_first(t, entry); e && out->len < ENOUGH;
	     e = tree_next(t, e))
		if (tree_size(t, e) < ENOUGH)
			tree_emit_entry(t, e, out);
		else
			g_string_append(out, "... ");
	text = g_strchug(g_string_free(out, FALSE));
	return g_strdelimit(text, "\r\n\t", ' ');
}

static char *structure(const struct app *app, const struct place *p, int field)
{
	const struct journey *j = app_journey(app);
	char *text = NULL;

	if (p->kind == PLACE_TOUCHPOINT && field == T_MEASURES)
		text = show_measures(app, app->canvas, p, SHOW_WORDS);
	if (!text && p->field[field] &&
	    tree_size(j->tree, p->field[field]) >= ENOUGH)
		text = as_written(j->tree, p->field[field]);
	return text ? text : place_text(j, p, field);
}

char *show_value(const struct app *app, const struct place *p, int field)
{
	const struct journey *j = app_journey(app);
	size_t n;
	enum field_kind kind = schema_fields(p->kind, &n)[field].kind;

	switch (kind) {
	case FIELD_FACE:
		return face_value(app, p, field);
	case FIELD_CHILDREN:
	case FIELD_OTHER:
		return structure(app, p, field);
	default:
		return place_shown(j, p, field);
	}
}

char *show_pair(const struct app *app, uint32_t entry)
{
	const struct tree *t = app_journey(app)->tree;
	char *value = tree_value(t, entry);

	return value ? value : as_written(t, entry);
}

char show_sense_letter(int sense)
{
	return "shmtf"[sense];
}

int show_sign_width(const struct canvas *c)
{
	return c->glyphs == GLYPHS_ASCII ? 2 : 1;
}

int show_digits(unsigned count)
{
	return count >= 10 ? 1 + show_digits(count / 10) : 1;
}

int show_count_width(const struct app *app)
{
	return MAX(show_digits(app_journey(app)->n_touchpoints), 2);
}

const char *show_level_sign(const struct canvas *c, enum level level)
{
	switch (level) {
	case LEVEL_ERROR:
		return canvas_sign(c, SIGN_ERROR);
	case LEVEL_WARNING:
		return canvas_sign(c, SIGN_WARNING);
	case LEVEL_HINT:
		return canvas_sign(c, SIGN_HINT);
	default:
		return "";
	}
}

enum role show_level_role(enum level level)
{
	switch (level) {
	case LEVEL_ERROR:
		return ROLE_ERROR;
	case LEVEL_WARNING:
		return ROLE_WARNING;
	default:
		return ROLE_DIM;
	}
}

enum level show_field_level(const struct app *app, const struct place *p,
			    int field)
{
	const struct finding *f;
	enum level worst = LEVEL_NONE;

	for (unsigned n = 0;
	     (f = findings_at(app->desk->board->findings, p, n)); n++)
		if (f->field == field)
			worst = MAX(worst, f->level);
	return worst;
}

/* Whether there is reason to say that all is well with P: of a stage, that
 * every touchpoint has been judged and none found wanting. */
static bool is_well(const struct app *app, const struct place *p)
{
	const struct journey *j = app_journey(app);
	g_autofree char *state = NULL;

	if (p->kind == PLACE_TOUCHPOINT)
		return place_complete(j, p);
	state = place_text(j, j->root, J_STATE);
	return p->kind == PLACE_STAGE && p->children->len > 0 &&
	       strcmp(state, "actual") != 0 &&
	       !findings_deferred(app->desk->board->findings);
}

const char *show_sign(const struct app *app, const struct canvas *c,
		      const struct place *p, enum role *role)
{
	enum level worst = findings_worst(app->desk->board->findings, p);

	*role = show_level_role(worst);
	if (worst > LEVEL_NONE || !is_well(app, p))
		return show_level_sign(c, worst);
	*role = ROLE_GOOD;
	return canvas_sign(c, SIGN_GOOD);
}

/* What keeps the equation of a touchpoint from holding. */
static char *lack(const struct journey *j, const struct place *tp)
{
	unsigned owners = place_owners(j, tp, NULL);

	if (place_blank(j, tp, T_WHAT))
		return g_strdup(_("no promise"));
	if (owners == 0)
		return g_strdup(_("no owner"));
	if (owners > 1)
		return g_strdup_printf(_("%u owners"), owners);
	return g_strdup(_("no delivery"));
}

/* How grave it is that the equation does not hold. */
static enum level lack_level(const struct app *app, const struct place *tp)
{
	enum level worst = LEVEL_NONE;

	for (int field = T_WHAT; field <= T_HOW; field++)
		worst = MAX(worst, show_field_level(app, tp, field));
	return worst;
}

char *show_equation(const struct app *app, const struct canvas *c,
		    const struct place *tp, bool brief, enum role *role)
{
	const struct journey *j = app_journey(app);
	bool holds = place_complete(j, tp);
	g_autofree char *why = holds ? g_strdup("") : lack(j, tp);
	enum level level = holds ? LEVEL_NONE : lack_level(app, tp);
	const char *sign = show_level_sign(c, level);
	const char *equals = holds ? "=" : canvas_sign(c, SIGN_NOT_EQUAL);

	*role = holds ? ROLE_GOOD : show_level_role(level);
	if (level == LEVEL_NONE)
		sign = canvas_sign(c, holds ? SIGN_GOOD : SIGN_ABSENT);
	if (brief)
		return g_strdup_printf(" %s%s%s", why, *why ? " " : "", sign);
	return g_strdup_printf("%s   What + Who %s How  %s", why, equals, sign);
}

char *show_path(const struct app *app, const struct canvas *c,
		const struct place *p)
{
	g_autofree char *name = place_title(app_journey(app), p);
	g_autofree char *up = NULL;

	if (p->kind == PLACE_STAGE)
		return g_strdup_printf("%u %s", p->index + 1, name);
	if (p->kind != PLACE_TOUCHPOINT)
		return g_steal_pointer(&name);
	up = show_path(app, c, p->up);
	return g_strdup_printf("%s %s %u %s", up, canvas_sign(c, SIGN_CRUMB),
			       p->index + 1, name);
}

char *show_key(const struct app *app, const char *action)
{
	return show_key_in(app, "panes", action);
}

char *show_key_in(const struct app *app, const char *context,
		  const char *action)
{
	const char *const contexts[] = { context, "everywhere", NULL };
	uint32_t key = keymap_key(app->keys, contexts, action);

	return key ? key_label(key, app->canvas->glyphs) : g_strdup(":");
}

char *show_finding(const struct canvas *c, const struct finding *f)
{
	if (!f->remedy)
		return g_strdup(f->message);
	return g_strdup_printf("%s %s %s", f->message,
			       canvas_sign(c, SIGN_DASH), f->remedy);
}

char *show_reference(const struct app *app, const struct place *p)
{
	const struct journey *j = app_journey(app);

	return place_text(j, p,
			  place_blank(j, p, PLACE_ID) ? PLACE_NAME : PLACE_ID);
}

/* Something is never nothing. */
void show_bar(struct canvas *c, int y, int x, int width, unsigned part,
	      unsigned all)
{
	unsigned long long cells =
		all ? ((unsigned long long)part * (unsigned)width + all / 2) /
				all
		    : 0;

	if (part && !cells)
		cells = 1;
	canvas_repeat(c, y, x, (int)cells, ROLE_DIM, SIGN_BAR);
}

/* --- digest -------------------------------------------------------------- */

/* The fields that tell most about a place in three lines. */
static const int *digest_fields(const struct place *p)
{
	static const int of[PLACE_KINDS][3] = {
		[PLACE_JOURNEY] = { J_PROMISE, J_STATUS, J_SPONSOR },
		[PLACE_CUSTOMER] = { C_ABOUT, C_NEEDS, C_DESIRES },
		[PLACE_OWNER] = { O_ROLE, O_TEAM, O_MAY },
		[PLACE_STAGE] = { S_WHEN, S_GOAL, S_NOTES },
		[PLACE_TOUCHPOINT] = { T_WHAT, T_WHO, T_HOW },
	};

	return of[p->kind];
}

static void draw_digest_line(const struct app *app, struct canvas *c,
			     struct rect r, const struct place *p, int field)
{
	size_t n;
	const struct field *f = &schema_fields(p->kind, &n)[field];
	bool equation = p->kind == PLACE_TOUCHPOINT;
	int label = equation ? 5 : 8;
	g_autofree char *text = show_value(app, p, field);
	g_autofree char *tag =
		g_utf8_strup(equation ? f->name : _(f->label), -1);
	enum level level = show_field_level(app, p, field);
	int end = r.x + r.cols - 1 - (level ? show_sign_width(c) + 1 : 0);
	int x = r.x + 1 + label;

	g_strdelimit(text, "\r\n\t", ' ');
	canvas_text(c, r.y, r.x + 1, label - 1,
		    equation ? ROLE_STRONG : ROLE_DIM, tag);
	canvas_text(c, r.y, x, end - x, *text ? ROLE_CONTENT : ROLE_ABSENT,
		    *text ? text : _("not designed yet"));
	canvas_text(c, r.y, end + 1, show_sign_width(c), show_level_role(level),
		    show_level_sign(c, level));
}

void show_digest(const struct app *app, struct canvas *c, struct rect r,
		 const struct place *p)
{
	for (int i = 0; i < MIN(r.rows, SHOW_DIGEST_ROWS); i++)
		draw_digest_line(app, c,
				 (struct rect){ r.y + i, r.x, 1, r.cols }, p,
				 digest_fields(p)[i]);
}

#define DAYS_MOST 30 /* ago; before, the date is clearer */

static int64_t day_of(GDateTime *when)
{
	int64_t here = g_date_time_to_unix(when) +
		       g_date_time_get_utc_offset(when) / G_TIME_SPAN_SECOND;

	return here / (24 * 60 * 60);
}

char *show_when(int64_t then, int64_t now)
{
	g_autoptr(GDateTime) at = g_date_time_new_from_unix_local(then);
	g_autoptr(GDateTime) today = g_date_time_new_from_unix_local(now);
	int64_t days;

	if (!at || !today)
		return g_strdup("?");
	days = day_of(today) - day_of(at);
	if (!days)
		return g_date_time_format(at, "%H:%M");
	if (days == 1)
		return g_strdup(_("yesterday"));
	if (days > 1 && days <= DAYS_MOST)
		return g_strdup_printf(ngettext("%d day ago", "%d days ago",
						(unsigned long)days),
				       (int)days);
	/* TRANSLATORS: a date, as strftime() knows it */
	return g_date_time_format(at, _("%-d %b %Y"));
}
