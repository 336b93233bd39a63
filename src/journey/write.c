/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writing one field: where a new key goes, and what is written for it.
 *
 * A key goes behind the nearest key that comes before it in the field table,
 * so files keep the order in which people read them.  It never becomes the
 * first key of a place, which in a list shares its line with the dash.
 */
#include "journey/write.h"

#include <string.h>

#include "i18n.h"
#include "yaml/edit.h"

#define TITLE_MOST 40 /* characters of a title in a message */

void write_by_hand(struct journey *j, uint32_t entry, GError **error)
{
	g_set_error(error, JOURNEY_ERROR, JOURNEY_ERROR_EDIT,
		    _("line %u: edit this by hand"),
		    tree_key_mark(j->tree, entry).line);
}

char *write_short(char *take_text)
{
	g_autofree char *text = g_strdelimit(take_text, "\r\n\t", ' ');
	g_autofree char *start = NULL;

	if (g_utf8_strlen(text, -1) <= TITLE_MOST)
		return g_steal_pointer(&text);
	start = g_utf8_substring(text, 0, TITLE_MOST - 1);
	return g_strconcat(g_strchomp(start), "…", NULL);
}

char *write_title(const struct journey *j, const struct place *p)
{
	return write_short(place_title(j, p));
}

char *write_things(const struct journey *j, const GPtrArray *places, bool kind)
{
	const struct place *p = places->pdata[0];
	g_autofree char *title = NULL;

	if (places->len > 1)
		return place_count(p->kind, places->len);
	title = write_title(j, p);
	return kind ? g_strdup_printf("%s %s", _(schema_kind_name(p->kind)),
				      title)
		    : g_steal_pointer(&title);
}

static char *say_verb(enum write_verb verb, const char *label,
		      const char *title)
{
	switch (verb) {
	case WRITE_CLEAR:
		return g_strdup_printf(_("clear %s of %s"), label, title);
	case WRITE_REMOVE:
		return g_strdup_printf(_("remove %s of %s"), label, title);
	default:
		return g_strdup_printf(_("set %s of %s"), label, title);
	}
}

char *write_name(const struct journey *j, const struct place *p,
		 enum write_verb verb, const char *label)
{
	g_autofree char *title = p->kind == PLACE_JOURNEY
					 ? g_strdup(_("the journey"))
					 : write_title(j, p);

	return say_verb(verb, label, title);
}

char *write_name_each(const struct journey *j, const GPtrArray *places,
		      enum write_verb verb, const char *label)
{
	g_autofree char *titles = NULL;

	if (places->len == 1)
		return write_name(j, places->pdata[0], verb, label);
	titles = write_things(j, places, false);
	return say_verb(verb, label, titles);
}

const struct change *write_end(struct journey *j, bool ok, char *take_name,
			       uint32_t focus, int detail)
{
	g_autofree char *name = take_name;

	if (ok)
		return history_commit(j->tree, name, focus, (uint32_t)detail);
	history_abandon(j->tree);
	return NULL;
}

enum say write_style(enum field_kind kind, const char *text)
{
	switch (kind) {
	case FIELD_CHOICE:
	case FIELD_CHOICES:
	case FIELD_FACE:
	case FIELD_YES:
	case FIELD_DATE:
	case FIELD_DURATION:
	case FIELD_NUMBER:
	case FIELD_OTHER:
		return strcmp(text, "~") == 0 ||
				       g_ascii_strcasecmp(text, "null") == 0
			       ? SAY_TEXT
			       : SAY_PLAIN;
	default:
		return SAY_TEXT;
	}
}

static enum field_kind kind_of(const struct place *p, int field)
{
	size_t n;

	return schema_fields(p->kind, &n)[field].kind;
}

static uint32_t place_for_key(const struct journey *j, const struct place *p,
			      int field)
{
	uint32_t first = tree_first(j->tree, p->entry);

	for (int i = field - 1; i >= 0; i--)
		if (p->field[i])
			return tree_next(j->tree, p->field[i]);
	return first ? tree_next(j->tree, first) : 0;
}

/* Add "KEY:" and VALUE, which begins with a blank if it is anything. */
static uint32_t add_pair(struct journey *j, const struct place *p, int field,
			 uint32_t before, const char *value, GError **error)
{
	size_t n;
	const char *key = schema_fields(p->kind, &n)[field].name;
	g_autofree char *text = g_strconcat(key, ":", value, "\n", NULL);

	if (!place_map(j, p) && !tree_blank(j->tree, p->entry)) {
		write_by_hand(j, p->entry, error);
		return 0;
	}
	return edit_insert(j->tree, p->entry, before, text, error);
}

bool write_say(GString *out, const char *text, enum say say, unsigned col,
	       GError **error)
{
	size_t start = out->len;

	if (*text) {
		g_string_append_c(out, ' ');
		start = out->len;
		edit_say(out, text, say, col);
		g_string_truncate(out, out->len - 1);
	}
	if (out->len > start || !*text)
		return true;
	g_set_error(error, JOURNEY_ERROR, JOURNEY_ERROR_EDIT,
		    _("this is no text that a file can hold"));
	return false;
}

/* Whether a field says this text already and nothing else. */
static bool says(const struct journey *j, uint32_t e, const char *text)
{
	g_autofree char *old = NULL;

	if (tree_kind(j->tree, e) != KIND_SCALAR)
		return false;
	if (tree_blank(j->tree, e))
		return !*text;
	old = tree_value(j->tree, e);
	return strcmp(old, text) == 0;
}

bool write_text(struct journey *j, const struct place *p, int field,
		const char *text, GError **error)
{
	uint32_t e = p->field[field];
	uint32_t before =
		e ? tree_next(j->tree, e) : place_for_key(j, p, field);
	enum say say = write_style(kind_of(p, field), text);
	g_autoptr(GString) said = g_string_new(NULL);

	if (e ? says(j, e, text) : !*text)
		return true;
	if (e && tree_kind(j->tree, e) != KIND_SEQUENCE &&
	    tree_kind(j->tree, e) != KIND_MAPPING)
		return edit_set(j->tree, e, text, say, error);
	return write_say(said, text, say, 0, error) &&
	       (!e || edit_remove(j->tree, e, error)) &&
	       add_pair(j, p, field, before, said->str, error);
}

bool write_value(struct journey *j, const struct place *p, int field,
		 uint32_t entry, const char *text, GError **error)
{
	return edit_set(j->tree, entry, text,
			write_style(kind_of(p, field), text), error);
}

/* Write the texts as [a, b], if they are few short words that need no quotes
 * in there. */
static bool fits_line(enum field_kind kind, const char *const *texts,
		      GString *out)
{
	g_string_append(out, " [");
	for (size_t i = 0; texts[i]; i++) {
		g_autoptr(GString) said = g_string_new(NULL);

		if (!write_say(said, texts[i], write_style(kind, texts[i]), 0,
			       NULL) ||
		    strpbrk(said->str, ",[]{}?:#\n"))
			return false;
		g_string_append(out, i ? "," : "");
		g_string_append(out, i ? said->str : g_strchug(said->str));
	}
	g_string_append_c(out, ']');
	return kind != FIELD_TEXTS && out->len <= 60;
}

static bool add_item(struct journey *j, uint32_t list, uint32_t before,
		     enum field_kind kind, const char *text, GError **error)
{
	g_autoptr(GString) item = g_string_new("-");

	if (!write_say(item, text, write_style(kind, text), 0, error))
		return false;
	g_string_append_c(item, '\n');
	return edit_insert(j->tree, list, before, item->str, error);
}

/* Add a list whose key is missing, before the entry BEFORE. */
static bool add_list(struct journey *j, const struct place *p, int field,
		     uint32_t before, const char *const *texts, GError **error)
{
	g_autoptr(GString) line = g_string_new(NULL);
	enum field_kind kind = kind_of(p, field);
	bool fits = fits_line(kind, texts, line);
	uint32_t list =
		add_pair(j, p, field, before, fits ? line->str : "", error);

	for (size_t i = 0; list && !fits && texts[i]; i++)
		if (!add_item(j, list, 0, kind, texts[i], error))
			return false;
	return list;
}

static uint32_t item_at(const GArray *items, guint i)
{
	return g_array_index(items, uint32_t, i);
}

/* Turn the items of a list into TEXTS: what both have at the start and at the
 * end stays, what lies between is set one by one, and the rest is removed or
 * added. */
static bool change_items(struct journey *j, uint32_t list, const GArray *items,
			 enum field_kind kind, const char *const *texts,
			 GError **error)
{
	guint n = g_strv_length((char **)texts), old = items->len;
	guint i = 0, same = 0;
	bool ok = true;

	while (i < n && i < old && says(j, item_at(items, i), texts[i]))
		i++;
	while (same < n - i && same < old - i &&
	       says(j, item_at(items, old - 1 - same), texts[n - 1 - same]))
		same++;
	for (; ok && i < MIN(n, old) - same; i++)
		ok = edit_set(j->tree, item_at(items, i), texts[i],
			      write_style(kind, texts[i]), error);
	for (guint k = i; ok && k < old - same; k++)
		ok = edit_remove(j->tree, item_at(items, k), error);
	for (; ok && i < n - same; i++)
		ok = add_item(j, list, same ? item_at(items, old - same) : 0,
			      kind, texts[i], error);
	return ok;
}

bool write_list(struct journey *j, const struct place *p, int field,
		const char *const *texts, GError **error)
{
	g_autoptr(GArray) items = place_items(j, p, field);
	enum field_kind kind = kind_of(p, field);
	uint32_t e = p->field[field];
	uint32_t before =
		e ? tree_next(j->tree, e) : place_for_key(j, p, field);

	if (!e)
		return !texts[0] || add_list(j, p, field, before, texts, error);
	if (tree_kind(j->tree, e) == KIND_SEQUENCE ||
	    (tree_blank(j->tree, e) && texts[0]))
		return change_items(j, e, items, kind, texts, error);
	if (!texts[0] || !texts[1])
		return write_text(j, p, field, texts[0] ? texts[0] : "", error);
	return edit_remove(j->tree, e, error) &&
	       add_list(j, p, field, before, texts, error);
}

uint32_t write_children(struct journey *j, const struct place *p, int field,
			GError **error)
{
	uint32_t e = p->field[field];

	if (!e)
		return add_pair(j, p, field, place_for_key(j, p, field), "",
				error);
	if (tree_kind(j->tree, e) == KIND_SEQUENCE || tree_blank(j->tree, e))
		return e;
	write_by_hand(j, e, error);
	return 0;
}

bool write_remove(struct journey *j, uint32_t entry, GError **error)
{
	uint32_t up = tree_up(j->tree, entry);
	bool first = !tree_prev(j->tree, entry);

	if (tree_kind(j->tree, up) == KIND_SEQUENCE && first &&
	    !tree_next(j->tree, entry) && tree_prev(j->tree, up))
		return edit_remove(j->tree, up, error);
	if (tree_kind(j->tree, up) == KIND_MAPPING && first)
		return edit_set(j->tree, entry, "", SAY_TEXT, error);
	return edit_remove(j->tree, entry, error);
}
