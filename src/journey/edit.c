/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Setting a field of a place.
 *
 * Most fields are just text.  Ids and names take along what refers to them,
 * faces are written as words, and what has a structure of its own is left to
 * the hand.  Adding, removing and moving places have files of their own.
 */
#include "journey/edit.h"

#include <string.h>

#include "i18n.h"
#include "journey/follow.h"
#include "journey/id.h"
#include "journey/write.h"
#include "yaml/edit.h"

static const struct field *field_of(const struct place *p, int field)
{
	size_t n;

	return &schema_fields(p->kind, &n)[field];
}

static bool is_list(const struct field *f)
{
	return f->kind == FIELD_TEXTS || f->kind == FIELD_CHOICES ||
	       f->kind == FIELD_PEOPLE || f->kind == FIELD_TOUCHPOINTS ||
	       f->kind == FIELD_NEEDS;
}

static bool is_name(const struct place *p, int field)
{
	return p->kind != PLACE_JOURNEY && field == PLACE_NAME;
}

static bool check_field(struct journey *j, const struct place *p, int field,
			GError **error)
{
	const struct field *f = field_of(p, field);

	if (f->kind != FIELD_OTHER && f->kind != FIELD_CHILDREN)
		return true;
	if (p->field[field])
		write_by_hand(j, p->field[field], error);
	else
		g_set_error(error, JOURNEY_ERROR, JOURNEY_ERROR_EDIT,
			    _("'%s' has to be edited by hand"), f->name);
	return false;
}

static bool check_title(const struct place *p, int field, const char *text,
			GError **error)
{
	if (p->kind != PLACE_JOURNEY || field != J_TITLE || *text)
		return true;
	g_set_error(error, JOURNEY_ERROR, JOURNEY_ERROR_EDIT,
		    _("a storyboard needs a title"));
	return false;
}

static bool check_id(const struct journey *j, const struct place *p,
		     const char *id, GError **error)
{
	g_autofree char *slug = NULL;

	if (!*id)
		return true;
	slug = id_slug(id);
	if (strcmp(slug, id) != 0)
		g_set_error(error, JOURNEY_ERROR, JOURNEY_ERROR_EDIT,
			    *slug ? _("'%s' cannot be an id; '%s' could")
				  : _("'%s' cannot be an id"),
			    id, slug);
	else if (id_taken(j, p->kind, id, p))
		g_set_error(error, JOURNEY_ERROR, JOURNEY_ERROR_EDIT,
			    _("the id '%s' is taken"), id);
	else
		return true;
	return false;
}

static char *name_change(const struct journey *j, const struct place *p,
			 int field, bool clears)
{
	const char *label = _(field_of(p, field)->label);
	g_autofree char *title = write_title(j, p);

	if (is_name(p, field) && !clears)
		return g_strdup_printf(_("rename %s"), title);
	return write_name(j, p, clears ? WRITE_CLEAR : WRITE_SET, label);
}

/* A face is a word in the file, however it was typed. */
static const char *word_for(const struct field *f, const char *text)
{
	const struct face *face =
		f->kind == FIELD_FACE ? schema_face(text) : NULL;

	return face ? face->name : text;
}

/* Whether others may refer to P by that field. */
static bool is_referred_by(const struct place *p, int field)
{
	return p->kind != PLACE_JOURNEY && p->kind != PLACE_STAGE &&
	       (field == PLACE_ID || field == PLACE_NAME);
}

static bool set_text(struct journey *j, struct place *p, int field,
		     const char *text, GError **error)
{
	const struct field *f = field_of(p, field);
	g_autofree char *old = place_text(j, p, field);

	if (f->kind == FIELD_ID && !check_id(j, p, text, error))
		return false;
	return write_text(j, p, field, word_for(f, text), error) &&
	       (!is_referred_by(p, field) ||
		follow_rename(j, p, field, old, text, error));
}

const struct change *journey_set(struct journey *j, struct place *p, int field,
				 const char *text, GError **error)
{
	const char *const one[] = { text, NULL };
	char *name;
	bool ok;

	if (is_list(field_of(p, field)))
		return journey_set_list(j, p, field, *text ? one : one + 1,
					error);
	if (!check_field(j, p, field, error) ||
	    !check_title(p, field, text, error))
		return NULL;
	name = name_change(j, p, field, !*text);
	history_begin(j->tree);
	ok = set_text(j, p, field, text, error);
	return write_end(j, ok, name, p->entry, field);
}

const struct change *journey_set_each(struct journey *j,
				      const GPtrArray *places, int field,
				      const char *text, GError **error)
{
	struct place *first = places->pdata[0];
	char *name;
	bool ok = true;

	if (places->len == 1)
		return journey_set(j, first, field, text, error);
	if (!check_field(j, first, field, error))
		return NULL;
	name = write_name_each(j, places, *text ? WRITE_SET : WRITE_CLEAR,
			       _(field_of(first, field)->label));
	history_begin(j->tree);
	for (guint i = 0; ok && i < places->len; i++)
		ok = set_text(j, places->pdata[i], field, text, error);
	return write_end(j, ok, name, first->entry, field);
}

const struct change *journey_set_list(struct journey *j, struct place *p,
				      int field, const char *const *texts,
				      GError **error)
{
	const struct field *f = field_of(p, field);
	char *name;
	bool ok;

	if (!is_list(f) && texts[0] && texts[1]) {
		g_set_error(error, JOURNEY_ERROR, JOURNEY_ERROR_EDIT,
			    _("'%s' is one text, not several"), f->name);
		return NULL;
	}
	if (!is_list(f))
		return journey_set(j, p, field, texts[0] ? texts[0] : "",
				   error);
	name = name_change(j, p, field, !texts[0]);
	history_begin(j->tree);
	ok = write_list(j, p, field, texts, error);
	return write_end(j, ok, name, p->entry, field);
}

const struct change *journey_remove_field(struct journey *j, struct place *p,
					  int field, GError **error)
{
	g_autofree char *old = place_text(j, p, field);
	bool ok;

	if (!p->field[field] || !check_field(j, p, field, error) ||
	    !check_title(p, field, "", error))
		return NULL;
	history_begin(j->tree);
	ok = edit_remove(j->tree, p->field[field], error) &&
	     (!is_referred_by(p, field) ||
	      follow_rename(j, p, field, old, "", error));
	return write_end(j, ok,
			 write_name(j, p, WRITE_REMOVE,
				    _(field_of(p, field)->label)),
			 p->entry, field);
}
