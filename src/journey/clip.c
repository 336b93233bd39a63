/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns how things become a text and how a text is read as things.  How they
 * get into a journey is paste.c's.
 *
 * A pasted text is hostile: it is read within the bounds of a file, and each
 * thing is taken out of it and put into the clip's own storyboard by edits,
 * which prove what they do.
 */
#include "journey/clip.h"

#include <string.h>

#include "i18n.h"
#include "journey/write.h"
#include "yaml/edit.h"

/* The key of the list that places of a kind stand in. */
static const char *heading(enum place_kind kind)
{
	size_t n;
	enum place_kind up =
		kind == PLACE_TOUCHPOINT ? PLACE_STAGE : PLACE_JOURNEY;

	return schema_fields(up, &n)[write_list_of(kind)].name;
}

/* --- from places to a text ------------------------------------------------ */

static bool say_items(struct journey *j, const GPtrArray *places, GString *out,
		      GError **error)
{
	for (guint i = 0; i < places->len; i++) {
		const struct place *p = places->pdata[i];
		g_autofree char *item = edit_item(j->tree, p->entry, error);

		if (!item)
			return false;
		g_string_append(out, item);
		if (!g_str_has_suffix(item, "\n"))
			g_string_append_c(out, '\n');
	}
	return true;
}

/* Add to OWNERS those whom a field of a touchpoint names. */
static void add_named(const struct journey *j, const struct place *tp,
		      int field, GPtrArray *owners)
{
	g_autoptr(GPtrArray) names = place_texts(j, tp, field);

	for (guint i = 0; i < names->len; i++) {
		struct place *p = journey_person(j, names->pdata[i], NULL);

		if (p && p->kind == PLACE_OWNER &&
		    !g_ptr_array_find(owners, p, NULL))
			g_ptr_array_add(owners, p);
	}
}

static void add_owners(const struct journey *j, const struct place *p,
		       GPtrArray *owners)
{
	if (p->kind == PLACE_TOUCHPOINT) {
		add_named(j, p, T_WHO, owners);
		add_named(j, p, T_WITH, owners);
	}
	for (guint i = 0; p->children && i < p->children->len; i++)
		add_owners(j, p->children->pdata[i], owners);
}

static bool say_owners(struct journey *j, const GPtrArray *places, GString *out,
		       GError **error)
{
	g_autoptr(GPtrArray) owners = g_ptr_array_new();

	for (guint i = 0; i < places->len; i++)
		add_owners(j, places->pdata[i], owners);
	if (!owners->len)
		return true;
	g_string_append_printf(out, "%s:\n", heading(PLACE_OWNER));
	return say_items(j, owners, out, error);
}

char *clip_text(struct journey *j, const GPtrArray *places, bool whole,
		GError **error)
{
	const struct place *first = places->pdata[0];
	g_autoptr(GString) out = g_string_new(NULL);

	if (whole && !say_owners(j, places, out, error))
		return NULL;
	if (whole)
		g_string_append_printf(out, "%s:\n", heading(first->kind));
	if (!say_items(j, places, out, error))
		return NULL;
	return g_strdup(out->str);
}

/* --- which things a text has ---------------------------------------------- */

static const enum place_kind kinds[] = { PLACE_STAGE, PLACE_TOUCHPOINT,
					 PLACE_OWNER, PLACE_CUSTOMER };

/* What was found in a text: two lists of it, or 0. */
struct found {
	enum place_kind kind;
	uint32_t things, owners;
};

/* How many pairs of a list's items are fields of that kind. */
static unsigned known(const struct tree *t, uint32_t list, enum place_kind kind)
{
	unsigned n = 0;

	for (uint32_t e = tree_first(t, list); e; e = tree_next(t, e))
		for (uint32_t p = tree_first(t, e); p; p = tree_next(t, p)) {
			g_autofree char *key = tree_key(t, p);

			n += key && schema_find(kind, key) >= 0;
		}
	return n;
}

/* The kind of things that a list is most likely of. False if they are none. */
static bool guess(const struct tree *t, uint32_t list, enum place_kind *kind)
{
	unsigned most = known(t, list, *kind);

	for (uint32_t e = tree_first(t, list); e; e = tree_next(t, e))
		if (tree_kind(t, e) != KIND_MAPPING)
			return false;
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
		unsigned n = known(t, list, kinds[i]);

		if (n > most)
			*kind = kinds[i];
		most = MAX(most, n);
	}
	return most > 0;
}

static uint32_t list_below(const struct tree *t, uint32_t map,
			   enum place_kind kind)
{
	uint32_t pair = tree_find(t, map, heading(kind));

	return pair && tree_kind(t, pair) == KIND_SEQUENCE ? pair : 0;
}

/* Whether a mapping has lists of things, and is not a stage by itself. */
static bool has_lists(const struct tree *t, uint32_t map)
{
	if (list_below(t, map, PLACE_STAGE))
		return true;
	for (uint32_t p = tree_first(t, map); p; p = tree_next(t, p)) {
		g_autofree char *key = tree_key(t, p);
		int field = key ? schema_find(PLACE_STAGE, key) : -1;

		if (field >= 0 && field != S_TOUCHPOINTS)
			return false;
	}
	return true;
}

static bool find_lists(const struct tree *t, uint32_t map, struct found *f)
{
	if (!has_lists(t, map))
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(kinds) && !f->things; i++) {
		f->kind = kinds[i];
		f->things = list_below(t, map, f->kind);
	}
	if (f->kind != PLACE_OWNER)
		f->owners = list_below(t, map, PLACE_OWNER);
	return f->things;
}

static bool find_things(const struct tree *t, struct found *f)
{
	uint32_t root = tree_document(t, 0);

	if (!root)
		return false;
	if (tree_kind(t, root) == KIND_MAPPING)
		return find_lists(t, root, f);
	f->things = root;
	return tree_kind(t, root) == KIND_SEQUENCE && guess(t, root, &f->kind);
}

/* --- the clip's own storyboard -------------------------------------------- */

#define SKELETON "senseboard: 1\ntitle: a clip\n"

static struct tree *read_yaml(const char *text, struct mark *where,
			      GError **error)
{
	return tree_load(g_strdup(text), strlen(text), &tree_limits_default,
			 where, error);
}

/* An empty storyboard for things of that kind. */
static struct clip *clip_new(enum place_kind kind)
{
	const char *text = kind == PLACE_TOUCHPOINT ? SKELETON
				   "stages:\n- touchpoints:\n"
						    : SKELETON;
	struct clip *clip = g_new0(struct clip, 1);

	clip->kind = kind;
	clip->tree = read_yaml(text, NULL, NULL);
	clip->j = journey_new(clip->tree, NULL, NULL);
	return clip;
}

void clip_free(struct clip *clip)
{
	if (!clip)
		return;
	if (clip->things)
		g_ptr_array_unref(clip->things);
	journey_free(clip->j);
	tree_free(clip->tree);
	g_free(clip);
}

/* The list that things of a kind go to. */
static uint32_t list_for(struct clip *clip, enum place_kind kind,
			 GError **error)
{
	struct place *up = kind == PLACE_TOUCHPOINT ? journey_stage(clip->j, 0)
						    : clip->j->root;

	return write_children(clip->j, up, write_list_of(kind), error);
}

/* Put the items of LIST, in another tree, into that list. */
static bool fill(struct clip *clip, enum place_kind kind, struct tree *from,
		 uint32_t list, GError **error)
{
	uint32_t to = list ? list_for(clip, kind, error) : 0;

	for (uint32_t e = tree_first(from, list); e; e = tree_next(from, e)) {
		g_autofree char *item = edit_item(from, e, error);

		if (!to || !item ||
		    !edit_insert(clip->tree, to, 0, item, error))
			return false;
	}
	return true;
}

static GPtrArray *things_of(const struct clip *clip)
{
	switch (clip->kind) {
	case PLACE_CUSTOMER:
		return clip->j->customers;
	case PLACE_OWNER:
		return clip->j->owners;
	case PLACE_STAGE:
		return clip->j->root->children;
	default:
		return journey_stage(clip->j, 0)->children;
	}
}

/* The clip, if it was filled OK and has anything, with its things read. */
static struct clip *finish(struct clip *take_clip, bool ok, GError **error)
{
	g_autoptr(Clip) clip = take_clip;
	const struct change *change;

	change = ok ? history_commit(clip->tree, "fill", 0, 0) : NULL;
	if (!change)
		return NULL;
	journey_update(clip->j, change);
	clip->things = g_ptr_array_ref(things_of(clip));
	if (clip->j->excess)
		g_set_error(error, JOURNEY_ERROR, JOURNEY_ERROR_LIMIT,
			    _("more than %d things"), JOURNEY_MOST);
	return clip->things->len && !clip->j->excess ? g_steal_pointer(&clip)
						     : NULL;
}

static struct clip *clip_of(struct tree *from, const struct found *f,
			    GError **error)
{
	struct clip *clip = clip_new(f->kind);
	bool ok;

	history_begin(clip->tree);
	ok = (!f->owners || fill(clip, PLACE_OWNER, from, f->owners, error)) &&
	     fill(clip, f->kind, from, f->things, error);
	return finish(clip, ok, error);
}

/* --- lines that are names ------------------------------------------------- */

static bool refuse_line(unsigned line, const char *why, GError **error)
{
	g_set_error(error, JOURNEY_ERROR, JOURNEY_ERROR_EDIT, _("line %u: %s"),
		    line, why);
	return false;
}

/* What a line says, without what lists in other programs begin with. */
static char *name_in(char *line)
{
	static const char *const bullets[] = { "-", "*", "•", "–" };

	line = g_strstrip(g_strdelimit(line, "\t", ' '));
	for (size_t i = 0; i < G_N_ELEMENTS(bullets); i++) {
		char *behind = line + strlen(bullets[i]);

		if (g_str_has_prefix(line, bullets[i]) && strchr(" ", *behind))
			return g_strchug(behind);
	}
	return line;
}

static bool add_line(struct clip *clip, uint32_t list, unsigned line,
		     const char *name, GError **error)
{
	g_autoptr(GString) item = g_string_new("- name:");

	if (line > CLIP_LINES)
		return refuse_line(line, _("too many lines to be names"),
				   error);
	if (g_utf8_strlen(name, -1) > CLIP_NAME)
		return refuse_line(line, _("too long to be a name"), error);
	if (!write_say(item, name, SAY_TEXT, 2, error))
		return false;
	g_string_append_c(item, '\n');
	return edit_insert(clip->tree, list, 0, item->str, error);
}

static struct clip *clip_of_lines(const char *text, enum place_kind kind,
				  GError **error)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	struct clip *clip = clip_new(kind);
	uint32_t list;
	bool ok;

	history_begin(clip->tree);
	list = list_for(clip, kind, error);
	ok = list != 0;
	for (unsigned i = 0; ok && lines[i]; i++) {
		const char *name = name_in(lines[i]);

		ok = !*name || add_line(clip, list, i + 1, name, error);
	}
	return finish(clip, ok, error);
}

/* --- reading -------------------------------------------------------------- */

/* Whether a text begins as things do: "- name:", "what:", "touchpoints:". */
static bool looks_like_yaml(const char *text)
{
	const char *at = text + strspn(text, "- \t\n");
	g_autofree char *key = g_strndup(at, strcspn(at, ": \t\n"));

	if (at[strlen(key)] != ':')
		return false;
	for (int kind = 0; kind < PLACE_KINDS; kind++)
		if (schema_find((enum place_kind)kind, key) >= 0)
			return true;
	return false;
}

/* One thing as a list of one: a mapping goes behind a dash. */
static char *as_list(const char *text)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	g_autofree char *indented = g_strjoinv("\n  ", lines);

	return g_strconcat("- ", g_strchomp(indented), "\n", NULL);
}

/* The things that TEXT says in YAML; NULL without an error if it says none. */
static struct clip *read_things(const char *text, enum place_kind usual,
				GError **error)
{
	struct found f = { .kind = usual };
	struct mark where = { 0 };
	g_autoptr(GError) why = NULL;
	g_autoptr(Tree) t = read_yaml(text, &where, &why);
	uint32_t second = t ? tree_document(t, 1) : 0;

	if (t && !second && find_things(t, &f))
		return clip_of(t, &f, error);
	if (!looks_like_yaml(text))
		return NULL;
	if (!t)
		refuse_line(where.line, why->message, error);
	else if (second)
		refuse_line(tree_key_mark(t, second).line,
			    _("a second document"), error);
	return NULL;
}

struct clip *clip_read(const char *text, enum place_kind usual, GError **error)
{
	bool yaml = looks_like_yaml(text);
	g_autofree char *list = yaml ? as_list(text) : NULL;
	g_autoptr(GError) why = NULL;
	struct clip *clip = read_things(text, usual, &why);

	if (!clip && !why && yaml)
		clip = read_things(list, usual, &why);
	if (!clip && !why && yaml)
		refuse_line(1, _("these are no things of a journey"), &why);
	if (!clip && !why)
		clip = clip_of_lines(text, usual, &why);
	if (why)
		g_propagate_prefixed_error(error, g_steal_pointer(&why),
					   _("nothing is pasted: "));
	return clip;
}
