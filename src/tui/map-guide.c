/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the words that lead by the hand: what to press where a pane is still
 * empty, and what to fill in next.  They name keys as the key table has them.
 */
#include "tui/map.h"

#include "i18n.h"
#include "tui/sheet.h"

static char *say_stages(const struct map *m)
{
	g_autofree char *key = show_key(m->app, "add-after");

	return g_strdup_printf(_("Press %s to add the first stage: a part of "
				 "the journey as the customer lives it."),
			       key);
}

static char *say_touchpoints(const struct map *m)
{
	g_autofree char *key = show_key(m->app, "add-after");
	g_autofree char *right = show_key(m->app, "right");

	if (!map_stage(m))
		return g_strdup(_("Touchpoints come here once there is a "
				  "stage: the moments in which you and the "
				  "customer meet."));
	if (m->focus == MAP_TOUCHPOINTS)
		return g_strdup_printf(_("Press %s to add the first "
					 "touchpoint: a moment in which you "
					 "and the customer meet."),
				       key);
	return g_strdup_printf(_("Press %s to come here, then %s to add the "
				 "first touchpoint: a moment in which you and "
				 "the customer meet."),
			       right, key);
}

static char *say_owners(const struct map *m)
{
	g_autofree char *key = show_key(m->app, "add-after");

	if (m->focus != MAP_OWNERS)
		return g_strdup(_("Whoever may own an interaction: people, "
				  "teams, systems."));
	if (m->lists[MAP_OWNERS].chosen == MAP_NO_CUSTOMER)
		return g_strdup_printf(_("Press %s to add a customer: whose "
					 "journey this is, and what they "
					 "need."),
				       key);
	return g_strdup_printf(_("Press %s to add an owner: a person, team or "
				 "system that may own an interaction."),
			       key);
}

static char *say_inspector(const struct map *m G_GNUC_UNUSED)
{
	return g_strdup(_("Here you will fill in what makes a touchpoint: "
			  "What you promise, Who answers for it, How it is "
			  "delivered, and what there is for the five "
			  "senses."));
}

int map_guide_pane(const struct map *m, struct canvas *c, struct rect r,
		   enum map_pane pane)
{
	static char *(*const say[MAP_PANES])(const struct map *) = {
		[MAP_STAGES] = say_stages,
		[MAP_TOUCHPOINTS] = say_touchpoints,
		[MAP_OWNERS] = say_owners,
		[MAP_INSPECTOR] = say_inspector,
	};
	g_autofree char *text = say[pane](m);
	bool focus = m->focus == pane;
	int gap = m->single ? 0 : 1;
	struct rect at = { r.y + gap, r.x, r.rows - gap, r.cols };

	if (focus && pane == MAP_TOUCHPOINTS)
		canvas_cursor(c, at.y, at.x);
	return sheet_text(c, at, focus ? ROLE_CONTENT : ROLE_DIM, text);
}

int map_guide_field(const struct map *m, const struct place *p)
{
	const struct journey *j = map_journey(m);

	switch (p->kind) {
	case PLACE_TOUCHPOINT:
		for (int field = T_WHAT; field <= T_HOW; field++)
			if (place_blank(j, p, field))
				return field;
		return place_senses(j, p) ? -1 : (int)T_SEE;
	case PLACE_JOURNEY:
		return p->children->len && place_blank(j, p, J_PROMISE)
			       ? (int)J_PROMISE
			       : -1;
	case PLACE_STAGE:
		return place_blank(j, p, S_WHEN) ? (int)S_WHEN : -1;
	default:
		return -1;
	}
}

/* How to come from another field of the inspector to the one that is next. */
static char *how_from_field(const struct map *m, const struct place *p,
			    const char *enter)
{
	g_autoptr(GArray) items = map_items(m, p);
	int next = map_guide_field(m, p);
	g_autofree char *key = NULL;
	guint at = 0;

	while (at < items->len &&
	       g_array_index(items, struct amend_item, at).field != next)
		at++;
	if (at == m->form.item)
		return g_strdup_printf(_("%s writes it"), enter);
	key = show_key(m->app, at < m->form.item ? "up" : "down");
	return g_strdup_printf(_("%s leads there, %s writes it"), key, enter);
}

/* How to begin to fill in the field that is next from where the focus is. */
static char *how_to_edit(const struct map *m, const struct place *p)
{
	g_autofree char *enter = show_key(m->app, "edit");
	g_autofree char *tab = show_key(m->app, "next-pane");

	if (m->focus == MAP_INSPECTOR)
		return how_from_field(m, p, enter);
	if (m->single)
		return g_strdup_printf(_("%s opens it"), enter);
	return g_strdup_printf(_("%s goes there, %s writes it"), tab, enter);
}

static char *next_of_touchpoint(const struct map *m, const struct place *tp)
{
	g_autofree char *how = how_to_edit(m, tp);
	g_autofree char *key = show_key(m->app, "choose-owner");

	switch (map_guide_field(m, tp)) {
	case T_WHAT:
		return g_strdup_printf(_("Next, What: what do you promise "
					 "here? (%s)"),
				       how);
	case T_WHO:
		return g_strdup_printf(_("Next, Who: which one owner answers "
					 "for it? (%s chooses)"),
				       key);
	case T_HOW:
		return g_strdup_printf(_("Next, How: how is the promise "
					 "kept? (%s)"),
				       how);
	case T_SEE:
		return g_strdup_printf(_("Next, the senses: what is there to "
					 "see, hear, smell, taste and feel? "
					 "(%s)"),
				       how);
	default:
		return NULL;
	}
}

char *map_guide_next(const struct map *m, const struct place *p)
{
	g_autofree char *how = NULL, *key = show_key(m->app, "add-after");
	int field = map_guide_field(m, p);

	if (p->kind == PLACE_TOUCHPOINT)
		return next_of_touchpoint(m, p);
	if (p->kind == PLACE_JOURNEY && !p->children->len)
		return g_strdup_printf(_("Next, the stages: press %s to add "
					 "the first."),
				       key);
	how = how_to_edit(m, p);
	if (p->kind == PLACE_JOURNEY && field == J_PROMISE)
		return g_strdup_printf(_("Next, the promise: what should "
					 "customers say once it is over? "
					 "(%s)"),
				       how);
	if (p->kind == PLACE_STAGE && field == S_WHEN)
		return g_strdup_printf(_("Next: is it before, during or after "
					 "the visit or purchase? (%s)"),
				       how);
	return NULL;
}
