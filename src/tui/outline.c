/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the order of the lines and what they say, in words that can be read
 * aloud: "Touchpoint 2 of 4: Warm towel", "promise: ...".
 */
#include "tui/outline.h"

#include <string.h>

#include "i18n.h"
#include "tui/marks.h"
#include "tui/show.h"

#define MOST_TEXT 4096 /* bytes of a field that are read out */

/* --- places in order ------------------------------------------------------ */

/* The lists that a journey is, in the order of reading. */
static const GPtrArray *list_of(const struct journey *j, unsigned i)
{
	const GPtrArray *const lists[] = { j->customers, j->owners,
					   j->root->children };

	return i < G_N_ELEMENTS(lists) ? lists[i] : NULL;
}

static unsigned number_of_list(const struct place *p)
{
	return p->kind == PLACE_CUSTOMER ? 0 : p->kind == PLACE_OWNER ? 1 : 2;
}

static struct place *first_from(const struct journey *j, unsigned list)
{
	const GPtrArray *places;

	for (; (places = list_of(j, list)); list++)
		if (places->len)
			return places->pdata[0];
	return NULL;
}

static struct place *deepest(struct place *p)
{
	return p->children && p->children->len
		       ? p->children->pdata[p->children->len - 1]
		       : p;
}

static struct place *after(const struct journey *j, struct place *p)
{
	const GPtrArray *fellows;

	if (p->kind == PLACE_JOURNEY)
		return first_from(j, 0);
	if (p->kind == PLACE_STAGE && p->children->len)
		return p->children->pdata[0];
	if (p->kind == PLACE_TOUCHPOINT) {
		if (p->index + 1 < p->up->children->len)
			return p->up->children->pdata[p->index + 1];
		p = p->up;
	}
	fellows = list_of(j, number_of_list(p));
	if (p->index + 1 < fellows->len)
		return fellows->pdata[p->index + 1];
	return first_from(j, number_of_list(p) + 1);
}

static struct place *before(const struct journey *j, struct place *p)
{
	unsigned list;

	if (p->kind == PLACE_JOURNEY)
		return NULL;
	if (p->kind == PLACE_TOUCHPOINT)
		return p->index ? p->up->children->pdata[p->index - 1] : p->up;
	list = number_of_list(p);
	if (p->index)
		return deepest(list_of(j, list)->pdata[p->index - 1]);
	while (list-- > 0)
		if (list_of(j, list)->len)
			return list_of(j, list)
				->pdata[list_of(j, list)->len - 1];
	return j->root;
}

/* --- the lines of a place ------------------------------------------------- */

static bool is_told(const struct journey *j, const struct place *p, int field,
		    const struct field *f)
{
	if (f->kind == FIELD_CHILDREN || field == PLACE_ID)
		return false;
	if (p->kind == PLACE_JOURNEY ? field == J_TITLE
				     : field == (int)PLACE_NAME)
		return false;
	if (p->kind == PLACE_TOUCHPOINT && field >= T_WHAT && field <= T_HOW)
		return true;
	return !place_blank(j, p, field);
}

/* Its lines after the heading, of struct amend_item; unref it. */
static GArray *items_of(const struct journey *j, const struct place *p)
{
	GArray *items = g_array_new(FALSE, FALSE, sizeof(struct amend_item));
	const struct tree *t = j->tree;
	uint32_t map = place_map(j, p);
	struct amend_item item;
	size_t n;
	const struct field *fields = schema_fields(p->kind, &n);

	for (int i = 0; i < (int)n; i++) {
		item = (struct amend_item){ .field = i };
		if (is_told(j, p, i, &fields[i]))
			g_array_append_val(items, item);
	}
	for (uint32_t e = map ? tree_first(t, map) : 0; e;
	     e = tree_next(t, e)) {
		item = (struct amend_item){ .field = -1, .entry = e };
		if (!place_is_field(p, e))
			g_array_append_val(items, item);
	}
	return items;
}

struct outline_line outline_heading(struct place *p)
{
	return (struct outline_line){ .place = p, .item = { .field = -1 } };
}

bool outline_is_heading(const struct outline_line *line)
{
	return line->item.field < 0 && !line->item.entry;
}

/* Which of the items it is; -1 for the heading. */
static int index_of(const GArray *items, const struct amend_item *item)
{
	for (guint i = 0; i < items->len; i++) {
		const struct amend_item *at =
			&g_array_index(items, struct amend_item, i);

		if (at->field == item->field && at->entry == item->entry)
			return (int)i;
	}
	return -1;
}

struct outline_line outline_find(const struct app *app, struct spot spot)
{
	struct outline_line line = outline_heading(spot.place);
	struct amend_item item = { .field = spot.field,
				   .entry = spot.field < 0 ? spot.pair : 0 };
	g_autoptr(GArray) items = items_of(app_journey(app), spot.place);

	if (index_of(items, &item) >= 0)
		line.item = item;
	return line;
}

static struct outline_line last_of(const struct journey *j, struct place *p)
{
	g_autoptr(GArray) items = items_of(j, p);
	struct outline_line line = outline_heading(p);

	if (items->len)
		line.item =
			g_array_index(items, struct amend_item, items->len - 1);
	return line;
}

struct outline_line outline_last(const struct app *app)
{
	const struct journey *j = app_journey(app);
	struct place *p = j->root;

	for (unsigned i = 0; list_of(j, i); i++)
		if (list_of(j, i)->len)
			p = deepest(
				list_of(j, i)->pdata[list_of(j, i)->len - 1]);
	return last_of(j, p);
}

bool outline_step(const struct app *app, struct outline_line *line, int by)
{
	const struct journey *j = app_journey(app);
	g_autoptr(GArray) items = items_of(j, line->place);
	int at = index_of(items, &line->item) + by;
	struct place *p;

	if (at >= 0 && at < (int)items->len) {
		line->item = g_array_index(items, struct amend_item, at);
		return true;
	}
	if (at == -1) {
		*line = outline_heading(line->place);
		return true;
	}
	p = by > 0 ? after(j, line->place) : before(j, line->place);
	if (p)
		*line = by > 0 ? outline_heading(p) : last_of(j, p);
	return p != NULL;
}

bool outline_step_heading(const struct app *app, struct outline_line *line,
			  int by)
{
	const struct journey *j = app_journey(app);
	struct place *p = line->place;

	if (by > 0 || outline_is_heading(line))
		p = by > 0 ? after(j, p) : before(j, p);
	if (p)
		*line = outline_heading(p);
	return p != NULL;
}

/* --- words ---------------------------------------------------------------- */

static char *heading_text(const struct app *app, const struct place *p)
{
	const struct journey *j = app_journey(app);
	g_autofree char *title = place_title(j, p);

	switch (p->kind) {
	case PLACE_CUSTOMER:
		return g_strdup_printf(_("Customer %u of %u: %s"), p->index + 1,
				       j->customers->len, title);
	case PLACE_OWNER:
		return g_strdup_printf(_("Owner %u of %u: %s"), p->index + 1,
				       j->owners->len, title);
	case PLACE_STAGE:
		return g_strdup_printf(_("Stage %u of %u: %s"), p->index + 1,
				       p->up->children->len, title);
	case PLACE_TOUCHPOINT:
		return g_strdup_printf(_("Touchpoint %u of %u: %s"),
				       p->index + 1, p->up->children->len,
				       title);
	default:
		return g_strdup_printf(_("Journey: %s"), title);
	}
}

static char *item_text(const struct app *app, const struct outline_line *line)
{
	const struct place *p = line->place;
	int field = line->item.field;
	g_autofree char *value = NULL, *key = NULL;
	size_t n;

	if (field >= 0) {
		value = show_value(app, p, field);
		key = g_strdup(_(schema_fields(p->kind, &n)[field].label));
	} else {
		value = show_pair(app, line->item.entry);
		key = tree_key(app_journey(app)->tree, line->item.entry);
	}
	if (strlen(value) > MOST_TEXT)
		*g_utf8_find_prev_char(value, value + MOST_TEXT) = '\0';
	return g_strdup_printf("%s: %s", key ? key : "?",
			       *value ? value : _("not designed yet"));
}

/* What is found wrong with that line, behind it: "error: ...". */
static void append_findings(const struct app *app,
			    const struct outline_line *line, GString *out)
{
	const struct findings *all = app->desk->board->findings;
	const struct finding *f;

	if (line->item.field < 0 && line->item.entry)
		return;
	for (unsigned n = 0; (f = findings_at(all, line->place, n)); n++)
		if (f->field == line->item.field)
			g_string_append_printf(out, " [%s: %s]",
					       level_name(f->level),
					       f->message);
}

char *outline_text(const struct app *app, const struct outline_line *line)
{
	g_autofree char *text = outline_is_heading(line)
					? heading_text(app, line->place)
					: item_text(app, line);
	GString *out = g_string_new(text);

	if (outline_is_heading(line) && marks_has(app, line->place))
		g_string_append(out, _(", marked"));
	append_findings(app, line, out);
	return g_string_free(out, FALSE);
}

int outline_indent(const struct outline_line *line)
{
	int indent = line->place->kind == PLACE_TOUCHPOINT ? 2 : 0;

	return outline_is_heading(line) ? indent : indent + 2;
}
