/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opening a storyboard as a journey, and finding one's way around in it.
 *
 * Whatever is wrong inside a storyboard is left to the rules, which can say
 * it better; refused is only what is no storyboard at all.
 */
#include "journey/journey.h"

#include <string.h>

#include "i18n.h"
#include "journey/read.h"
#include "journey/reference.h"
#include "journey/tie.h"

GQuark journey_error_quark(void)
{
	return g_quark_from_static_string("senseboard-journey");
}

static void place_free(gpointer data)
{
	struct place *p = data;

	if (p->children)
		g_ptr_array_unref(p->children);
	tie_free(p);
	g_free(p);
}

static struct journey *journey_alloc(struct tree *t)
{
	struct journey *j = g_new0(struct journey, 1);

	j->tree = t;
	j->owners = g_ptr_array_new();
	j->customers = g_ptr_array_new();
	j->places = g_ptr_array_new();
	j->kept = g_ptr_array_new_with_free_func(place_free);
	j->walked = g_ptr_array_new();
	j->changed = g_ptr_array_new();
	j->people = refs_new();
	j->touchpoints = refs_new();
	j->needs = refs_new();
	j->index = schema_index_new();
	j->merge = tree_hash("<<", 2);
	return j;
}

void journey_free(struct journey *j)
{
	if (!j)
		return;
	g_ptr_array_unref(j->owners);
	g_ptr_array_unref(j->customers);
	g_ptr_array_unref(j->places);
	g_ptr_array_unref(j->kept);
	g_ptr_array_unref(j->walked);
	g_ptr_array_unref(j->changed);
	refs_free(j->people);
	refs_free(j->touchpoints);
	refs_free(j->needs);
	g_free(j->index);
	g_free(j);
}

/* Whether a text is a version this program knows, or (NEWER) a later one. */
static bool check_version(const char *text, bool *newer)
{
	*newer = *text && strspn(text, "0123456789") == strlen(text) &&
		 (strlen(text) > 1 || *text > '1');
	return strcmp(text, "1") == 0;
}

/* Whether the pair that comes first is `senseboard: 1`. */
static bool check_first(struct tree *t, uint32_t first, GError **error)
{
	g_autofree char *key = first ? tree_key(t, first) : NULL;
	g_autofree char *value = first ? tree_value(t, first) : NULL;
	bool newer;

	if (g_strcmp0(key, "senseboard") != 0) {
		g_set_error(error, JOURNEY_ERROR, JOURNEY_ERROR_NOT_ONE,
			    _("not a storyboard: its first line is not "
			      "'senseboard: 1'"));
		return false;
	}
	if (check_version(value ? value : "", &newer))
		return true;
	if (newer)
		g_set_error(error, JOURNEY_ERROR, JOURNEY_ERROR_VERSION,
			    _("format %s was written by a newer senseboard; "
			      "this one knows format 1"),
			    value);
	else
		g_set_error(error, JOURNEY_ERROR, JOURNEY_ERROR_NOT_ONE,
			    _("not a storyboard: 'senseboard' does not "
			      "say 1"));
	return false;
}

bool journey_check(struct tree *t, struct mark *where, GError **error)
{
	uint32_t document = tree_document(t, 0);
	uint32_t first = document ? tree_first(t, document) : 0;
	uint32_t title;

	if (where)
		*where = (struct mark){ .line = 1, .column = 1 };
	if (!document || tree_kind(t, document) != KIND_MAPPING)
		first = 0;
	if (first && where)
		*where = tree_key_mark(t, first);
	if (!check_first(t, first, error))
		return false;
	title = tree_find(t, document, "title");
	if (title && !tree_blank(t, title))
		return true;
	if (title && where)
		*where = tree_key_mark(t, title);
	g_set_error(error, JOURNEY_ERROR, JOURNEY_ERROR_NOT_ONE,
		    _("this storyboard has no title"));
	return false;
}

static bool check_size(struct journey *j, struct mark *where, GError **error)
{
	const char *what;

	if (!j->excess)
		return true;
	if (j->owners->len == JOURNEY_MOST)
		what = _("owners");
	else if (j->customers->len == JOURNEY_MOST)
		what = _("customers");
	else if (j->root->children->len == JOURNEY_MOST)
		what = _("stages");
	else
		what = _("touchpoints");
	if (where)
		*where = tree_key_mark(j->tree, j->excess);
	g_set_error(error, JOURNEY_ERROR, JOURNEY_ERROR_LIMIT,
		    _("more than %d %s"), JOURNEY_MOST, what);
	return false;
}

struct journey *journey_new(struct tree *t, struct mark *where, GError **error)
{
	struct journey *j;

	if (!journey_check(t, where, error))
		return NULL;
	j = journey_alloc(t);
	read_journey(j);
	if (check_size(j, where, error))
		return j;
	journey_free(j);
	return NULL;
}

struct place *journey_place(const struct journey *j, uint32_t entry)
{
	struct place *p = NULL;

	for (; entry && !p; entry = tree_up(j->tree, entry))
		p = read_place_of(j, entry);
	return p;
}

static void add_all(GPtrArray *to, const GPtrArray *places)
{
	for (guint i = 0; i < places->len; i++)
		g_ptr_array_add(to, places->pdata[i]);
}

GPtrArray *journey_all(const struct journey *j, enum place_kind kind)
{
	const GPtrArray *stages = j->root->children;
	GPtrArray *all = g_ptr_array_new();

	switch (kind) {
	case PLACE_JOURNEY:
		g_ptr_array_add(all, j->root);
		break;
	case PLACE_CUSTOMER:
		add_all(all, j->customers);
		break;
	case PLACE_OWNER:
		add_all(all, j->owners);
		break;
	case PLACE_STAGE:
		add_all(all, stages);
		break;
	default:
		for (guint i = 0; i < stages->len; i++)
			add_all(all, journey_stage(j, i)->children);
	}
	return all;
}

struct place *journey_stage(const struct journey *j, unsigned index)
{
	return stage_touchpoint(j->root, index);
}

struct place *stage_touchpoint(const struct place *stage, unsigned index)
{
	if (index >= stage->children->len)
		return NULL;
	return stage->children->pdata[index];
}

uint32_t place_map(const struct journey *j, const struct place *p)
{
	return tree_kind(j->tree, p->entry) == KIND_MAPPING ? p->entry : 0;
}

unsigned journey_position(const struct journey *j, const struct place *tp)
{
	unsigned before = 0;

	for (unsigned i = 0; i < tp->up->index; i++)
		before += journey_stage(j, i)->children->len;
	return before + tp->index;
}
