/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns how the things of a clip get into a journey.
 *
 * First they are made fit, in the clip's own storyboard: each gets an id that
 * is free in both, and whatever refers to it there says the new one.  Then
 * each is one item more, written as its new neighbours are.
 */
#include "journey/clip.h"

#include <string.h>

#include "i18n.h"
#include "journey/follow.h"
#include "journey/id.h"
#include "journey/reference.h"
#include "journey/write.h"
#include "yaml/edit.h"

/* A place of the clip that is to have another id; OLD is what it has. */
struct renaming {
	const struct place *place;
	char *old, *new;
	GArray *links;
};

struct pasting {
	struct clip *clip;
	struct journey *j; /* where it goes */
	GPtrArray *renamings;
	GPtrArray *owners; /* of the clip, that are not there */
	GHashTable *given; /* "KIND ID": ids that new ones have got */
	const struct place *now; /* the one that is to get one */
	GError **error;
};

/* --- fit ------------------------------------------------------------------ */

static void renaming_free(void *data)
{
	struct renaming *r = data;

	g_free(r->old);
	g_free(r->new);
	g_array_unref(r->links);
	g_free(r);
}

/* People of both kinds must not have each other's ids. */
static char *given_as(enum place_kind kind, const char *id)
{
	return g_strdup_printf("%d %s",
			       kind == PLACE_CUSTOMER ? PLACE_OWNER : kind, id);
}

static bool is_taken(const void *data, enum place_kind kind, const char *id)
{
	const struct pasting *p = data;
	g_autofree char *key = given_as(kind, id);

	return g_hash_table_contains(p->given, key) ||
	       id_taken(p->j, kind, id, NULL) ||
	       id_taken(p->clip->j, kind, id, p->now);
}

/* The id it has, if that is free; else one like it, or like its name. */
static char *free_id(struct pasting *p, const struct place *place)
{
	g_autofree char *id = place_text(p->clip->j, place, PLACE_ID);
	g_autofree char *name = place_text(p->clip->j, place, PLACE_NAME);

	p->now = place;
	if (*id && !is_taken(p, place->kind, id))
		return g_steal_pointer(&id);
	return id_make(p->j, place->kind, *id ? id : name, is_taken, p);
}

/* Whether anything may refer to it; stages are named by none. */
static bool is_linked(const struct journey *j, const struct place *p)
{
	if (p->kind == PLACE_TOUCHPOINT)
		return reference_is_linked(j, p->id_hash) ||
		       reference_is_linked(j, p->name_hash);
	return p->kind != PLACE_STAGE;
}

/* Let PLACE be called TAKE_ID, and note who has to say so. */
static void note(struct pasting *p, const struct place *place, char *take_id)
{
	struct renaming *r = g_new0(struct renaming, 1);

	r->place = place;
	r->old = place_text(p->clip->j, place, PLACE_ID);
	r->new = take_id;
	r->links = is_linked(p->clip->j, place)
			   ? follow_links(p->clip->j, place)
			   : g_array_new(FALSE, FALSE, sizeof(struct link));
	g_hash_table_add(p->given, given_as(place->kind, take_id));
	g_ptr_array_add(p->renamings, r);
}

static void note_each(struct pasting *p, const GPtrArray *places)
{
	for (guint i = 0; i < places->len; i++) {
		const struct place *place = places->pdata[i];

		note(p, place, free_id(p, place));
		if (place->children)
			note_each(p, place->children);
	}
}

/* The owner there who has the name of one of the clip, or NULL. */
static const struct place *namesake(const struct pasting *p,
				    const struct place *owner)
{
	g_autofree char *title = place_title(p->clip->j, owner);

	for (guint i = 0; i < p->j->owners->len; i++) {
		const struct place *there = p->j->owners->pdata[i];
		g_autofree char *theirs = place_title(p->j, there);

		if (strcmp(title, theirs) == 0)
			return there;
	}
	return NULL;
}

/* An owner who is there is referred to as there; others come along. */
static void note_owner(struct pasting *p, const struct place *owner)
{
	const struct place *there = namesake(p, owner);
	char *reference = there ? follow_text(p->j, there, NULL) : NULL;

	if (reference) {
		note(p, owner, reference);
		return;
	}
	note(p, owner, free_id(p, owner));
	g_ptr_array_add(p->owners, (struct place *)owner);
}

static bool rename_one(struct pasting *p, const struct renaming *r)
{
	struct journey *j = p->clip->j;

	if (strcmp(r->old, r->new) == 0)
		return true;
	if (!write_text(j, r->place, PLACE_ID, r->new, p->error))
		return false;
	for (guint i = 0; i < r->links->len; i++)
		if (!follow_point(j, &g_array_index(r->links, struct link, i),
				  r->new, p->error))
			return false;
	return true;
}

static bool make_fit(struct pasting *p)
{
	bool ok = true;

	if (p->clip->kind != PLACE_OWNER)
		for (guint i = 0; i < p->clip->j->owners->len; i++)
			note_owner(p, p->clip->j->owners->pdata[i]);
	note_each(p, p->clip->things);
	history_begin(p->clip->tree);
	for (guint i = 0; ok && i < p->renamings->len; i++)
		ok = rename_one(p, p->renamings->pdata[i]);
	return ok;
}

/* --- there ---------------------------------------------------------------- */

static uint32_t put(struct pasting *p, const struct place *place,
		    uint32_t parent, uint32_t before)
{
	g_autofree char *item =
		edit_item(p->clip->tree, place->entry, p->error);

	return item && parent
		       ? edit_insert(p->j->tree, parent, before, item, p->error)
		       : 0;
}

static bool put_owners(struct pasting *p)
{
	uint32_t list = p->owners->len ? write_children(p->j, p->j->root,
							J_OWNERS, p->error)
				       : 0;

	for (guint i = 0; i < p->owners->len; i++)
		if (!put(p, p->owners->pdata[i], list, 0))
			return false;
	return true;
}

static unsigned touchpoints(const GPtrArray *places)
{
	unsigned n = 0;

	for (guint i = 0; i < places->len; i++) {
		const struct place *p = places->pdata[i];

		n += p->kind == PLACE_TOUCHPOINT ? 1
		     : p->children		 ? touchpoints(p->children)
						 : 0;
	}
	return n;
}

static bool begin(struct pasting *p, struct clip *clip, struct journey *j,
		  GError **error)
{
	*p = (struct pasting){
		.clip = clip,
		.j = j,
		.renamings = g_ptr_array_new_with_free_func(renaming_free),
		.owners = g_ptr_array_new(),
		.given = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
					       NULL),
		.error = error,
	};
	history_begin(j->tree);
	return write_has_room(j, clip->kind, clip->things->len, error) &&
	       write_has_room(j, PLACE_TOUCHPOINT, touchpoints(clip->things),
			      error) &&
	       make_fit(p) && put_owners(p);
}

static const struct change *end(struct pasting *p, uint32_t first,
				char *take_name)
{
	g_ptr_array_unref(p->renamings);
	g_ptr_array_unref(p->owners);
	g_hash_table_unref(p->given);
	return write_end(p->j, first, take_name, first, PLACE_NAME);
}

/* What stands at INDEX of the things there, or 0 beyond the last. */
static uint32_t entry_at(const GPtrArray *there, unsigned index)
{
	const struct place *p = index < there->len ? there->pdata[index] : NULL;

	return p ? p->entry : 0;
}

const struct change *clip_paste(struct clip *clip, struct journey *j,
				const struct place *up, unsigned index,
				GError **error)
{
	const GPtrArray *things = clip->things;
	uint32_t before = entry_at(write_fellows(j, clip->kind, up), index);
	struct pasting p;
	bool ok = begin(&p, clip, j, error);
	g_autofree char *titles = write_things(clip->j, things, true);
	uint32_t list, first = 0;

	list = ok ? write_children(j, up, write_list_of(clip->kind), error) : 0;
	for (guint i = 0; ok && i < things->len; i++) {
		uint32_t e = put(&p, things->pdata[i], list, before);

		ok = e != 0;
		first = i ? first : e;
	}
	return end(&p, ok ? first : 0, g_strdup_printf(_("paste %s"), titles));
}

const struct change *journey_duplicate(struct journey *j,
				       const GPtrArray *places, GError **error)
{
	g_autofree char *text = clip_text(j, places, true, error);
	g_autoptr(Clip) clip =
		text ? clip_read(text, PLACE_TOUCHPOINT, error) : NULL;
	g_autofree char *titles = write_things(j, places, true);
	struct pasting p;
	uint32_t first = 0;
	bool ok;

	if (!clip)
		return NULL;
	ok = begin(&p, clip, j, error);
	for (guint i = 0; ok && i < places->len; i++) {
		uint32_t of = ((struct place *)places->pdata[i])->entry;
		uint32_t e = put(&p, clip->things->pdata[i],
				 tree_up(j->tree, of), tree_next(j->tree, of));

		ok = e != 0;
		first = i ? first : e;
	}
	return end(&p, ok ? first : 0,
		   g_strdup_printf(_("duplicate %s"), titles));
}
