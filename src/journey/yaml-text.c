/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fields that have a structure, and pairs that are no fields, set as YAML.
 *
 * What the format gives keys of its own (measures, walks, waivers) and what it
 * does not know is edited as the text it is, apart from its place in the file;
 * src/yaml/ puts it back there or says what is wrong with it.
 */
#include "journey/edit.h"

#include <string.h>

#include "i18n.h"
#include "journey/write.h"
#include "yaml/edit.h"

char *journey_yaml(struct journey *j, uint32_t pair, GError **error)
{
	return pair ? edit_text(j->tree, pair, error) : g_strdup("");
}

static bool is_blank(const char *text)
{
	return !text[strspn(text, " \t\r\n")];
}

static const struct change *remove_pair(struct journey *j, struct place *p,
					uint32_t pair, int detail,
					const char *label, GError **error)
{
	char *name = write_name(j, p, WRITE_REMOVE, label);

	history_begin(j->tree);
	return write_end(j, edit_remove(j->tree, pair, error), name, p->entry,
			 detail);
}

/* Set the pair, or where that is 0 the field DETAIL, which is missing. */
static const struct change *set_pair(struct journey *j, struct place *p,
				     uint32_t pair, int detail,
				     const char *label, const char *text,
				     GError **error)
{
	g_autofree char *old = journey_yaml(j, pair, error);
	char *name;
	bool ok;

	if (!old || strcmp(old, text) == 0 || (!pair && is_blank(text)))
		return NULL;
	if (is_blank(text))
		return remove_pair(j, p, pair, detail, label, error);
	name = write_name(j, p, WRITE_SET, label);
	history_begin(j->tree);
	if (!pair)
		pair = write_children(j, p, detail, error);
	ok = pair && edit_replace(j->tree, pair, text, error);
	return write_end(j, ok, name, detail < 0 ? pair : p->entry, detail);
}

const struct change *journey_set_yaml(struct journey *j, struct place *p,
				      int field, const char *text,
				      GError **error)
{
	size_t n;
	const struct field *f = &schema_fields(p->kind, &n)[field];

	if (f->shape || f->kind == FIELD_TEXTS)
		return set_pair(j, p, p->field[field], field, _(f->label), text,
				error);
	g_set_error(error, JOURNEY_ERROR, JOURNEY_ERROR_EDIT,
		    _("'%s' has to be edited by hand"), f->name);
	return NULL;
}

const struct change *journey_set_pair(struct journey *j, struct place *p,
				      uint32_t pair, const char *text,
				      GError **error)
{
	g_autofree char *key = tree_key(j->tree, pair);

	return set_pair(j, p, pair, -1, key ? key : "?", text, error);
}
