/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Accepting what a rule finds, with the reason why:
 *
 *	waive:
 *	  - rule: no-how
 *	    because: we find out on the first day
 */
#include "journey/edit.h"

#include "i18n.h"
#include "journey/write.h"

/* Where a place keeps its waivers; -1 if it has none. */
static int list_of(const struct place *p)
{
	switch (p->kind) {
	case PLACE_JOURNEY:
		return J_WAIVE;
	case PLACE_STAGE:
		return S_WAIVE;
	case PLACE_TOUCHPOINT:
		return T_WAIVE;
	default:
		return -1;
	}
}

static bool add_waiver(struct journey *j, uint32_t list, const char *rule,
		       const char *because, GError **error)
{
	g_autoptr(GString) text = g_string_new("- rule:");

	if (!write_say(text, rule, SAY_PLAIN, 2, error))
		return false;
	g_string_append(text, "\n  because:");
	if (!write_say(text, because, SAY_TEXT, 2, error))
		return false;
	g_string_append_c(text, '\n');
	return edit_insert(j->tree, list, 0, text->str, error);
}

const struct change *journey_waive(struct journey *j, struct place *p,
				   const char *const *names,
				   const char *because, GError **error)
{
	struct place *at = list_of(p) < 0 ? j->root : p;
	g_autofree char *title = write_title(j, p);
	g_autofree char *rules = g_strjoinv(", ", (char **)names);
	uint32_t list;
	bool ok;

	history_begin(j->tree);
	list = write_children(j, at, list_of(at), error);
	ok = list;
	for (; ok && *names; names++)
		ok = add_waiver(j, list, *names, because, error);
	return write_end(j, ok,
			 g_strdup_printf(_("waive %s at %s"), rules, title),
			 at->entry, list_of(at));
}
