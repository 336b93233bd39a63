/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading config.yaml, setting by setting.
 */
#include "board/configuration.h"

#include <string.h>

#include "i18n.h"
#include "rules/nearest.h"
#include "store/read.h"
#include "yaml/tree.h"

struct config_reader {
	struct config *config;
	struct tree *tree;
};

/* --- what is wrong -------------------------------------------------------- */

void config_tell(struct config *c, struct mark at, const char *format, ...)
{
	g_autofree char *why = NULL;
	va_list args;

	va_start(args, format);
	why = g_strdup_vprintf(format, args);
	va_end(args);
	g_ptr_array_add(c->problems,
			at.line ? g_strdup_printf("%s:%u:%u: %s", c->path,
						  at.line, at.column, why)
				: g_strdup_printf("%s: %s", c->path, why));
}

void config_tell_unknown(struct config *c, const struct config_word *word,
			 const char *what, const char *meant)
{
	g_autofree char *shown = store_display_name(word->text);

	if (meant)
		config_tell(c, word->at, _("%s '%s'; did you mean '%s'?"), what,
			    shown, meant);
	else
		config_tell(c, word->at, "%s '%s'", what, shown);
}

/* --- words ---------------------------------------------------------------- */

static void clear_word(void *word)
{
	g_clear_pointer(&((struct config_word *)word)->text, g_free);
}

static void clear_binding(void *binding)
{
	struct config_binding *b = binding;

	clear_word(&b->where);
	clear_word(&b->keys);
	clear_word(&b->command);
}

/* The key of a pair; one that is no text is no name of anything. */
static struct config_word key_word(const struct config_reader *r, uint32_t pair)
{
	char *key = tree_key(r->tree, pair);

	return (struct config_word){ .text = key ? key : g_strdup("?"),
				     .at = tree_key_mark(r->tree, pair) };
}

/* The text that stands at an entry; none if it is empty, and that is told if
 * it is no text at all. */
static struct config_word value_word(struct config_reader *r, uint32_t e,
				     const char *why)
{
	struct config_word word = { .at = tree_value_mark(r->tree, e) };

	if (tree_kind(r->tree, e) != KIND_SCALAR)
		config_tell(r->config, word.at, "%s", why);
	else if (tree_is_text(r->tree, e))
		word.text = tree_value(r->tree, e);
	return word;
}

/* Whether what stands at an entry is of that kind, or empty; if it is not,
 * that is told. */
static bool expect_kind(struct config_reader *r, uint32_t e, enum kind kind,
			const char *why)
{
	if (tree_kind(r->tree, e) == kind)
		return true;
	if (!tree_empty(r->tree, e))
		config_tell(r->config, tree_value_mark(r->tree, e), "%s", why);
	return false;
}

/* --- the settings --------------------------------------------------------- */

static void read_name(struct config_reader *r, uint32_t pair)
{
	r->config->name = value_word(r, pair, _("'name' is one text")).text;
}

static void read_theme(struct config_reader *r, uint32_t pair)
{
	r->config->theme = value_word(r, pair, _("'theme' is one name"));
}

static void read_glyphs(struct config_reader *r, uint32_t pair)
{
	r->config->glyphs = value_word(r, pair, _("'glyphs' is one word"));
}

static void read_mouse(struct config_reader *r, uint32_t pair)
{
	static const char *const yes[] = { "yes", "true", "on", NULL };
	static const char *const no[] = { "no", "false", "off", NULL };
	const char *why = _("'mouse' is yes or no");
	struct config_word word = value_word(r, pair, why);

	if (word.text && g_strv_contains(yes, word.text))
		r->config->mouse = CONFIG_YES;
	else if (word.text && g_strv_contains(no, word.text))
		r->config->mouse = CONFIG_NO;
	else if (word.text)
		config_tell(r->config, word.at, "%s", why);
	clear_word(&word);
}

static void read_lanes(struct config_reader *r, uint32_t pair)
{
	if (!expect_kind(r, pair, KIND_SEQUENCE,
			 _("'lanes' is a list of lanes")))
		return;
	for (uint32_t e = tree_first(r->tree, pair); e;
	     e = tree_next(r->tree, e)) {
		struct config_word word =
			value_word(r, e, _("a lane is one name"));

		if (word.text)
			g_array_append_val(r->config->lanes, word);
	}
}

/* The keys of one place: {KEYS: COMMAND}. */
static void read_place(struct config_reader *r, uint32_t pair)
{
	if (!expect_kind(r, pair, KIND_MAPPING,
			 _("here stand keys and their commands, as in "
			   "'F5: redraw'")))
		return;
	for (uint32_t e = tree_first(r->tree, pair); e;
	     e = tree_next(r->tree, e)) {
		struct config_binding b = {
			.command = value_word(r, e, _("a command is one name"))
		};

		if (!b.command.text)
			continue;
		b.where = key_word(r, pair);
		b.keys = key_word(r, e);
		g_array_append_val(r->config->bindings, b);
	}
}

static void read_bindings(struct config_reader *r, uint32_t pair)
{
	if (!expect_kind(r, pair, KIND_MAPPING,
			 _("'bindings' is a mapping from places to keys")))
		return;
	for (uint32_t e = tree_first(r->tree, pair); e;
	     e = tree_next(r->tree, e))
		read_place(r, e);
}

static void read_profile(struct config_reader *r, uint32_t pair)
{
	r->config->profile = value_word(r, pair, _("'profile' is one name"));
}

static void read_rules(struct config_reader *r, uint32_t pair)
{
	const struct tree *t = r->tree;

	if (!expect_kind(r, pair, KIND_MAPPING,
			 _("'rules' is a mapping from rules to levels")))
		return;
	for (uint32_t e = tree_first(t, pair); e; e = tree_next(t, e)) {
		struct config_word name = key_word(r, e);
		g_autofree char *word = tree_value(t, e);

		if (!rules_find(name.text)) {
			g_autofree char *meant = rules_nearest(name.text);

			config_tell_unknown(r->config, &name,
					    _("there is no rule"), meant);
		} else if (!word ||
			   !rules_weigh(&r->config->rules, name.text, word)) {
			config_tell(r->config, tree_value_mark(r->tree, e),
				    "%s",
				    _("the level of a rule is none, hint, "
				      "warning or error"));
		}
		clear_word(&name);
	}
}

/* --- the tables ----------------------------------------------------------- */

static const struct setting key_settings[] = {
	{
		.name = "profile",
		.help = N_("Which keys there are."),
		.read = read_profile,
	},
	{
		.name = "bindings",
		.help = N_("Keys of your own, place by place."),
		.read = read_bindings,
	},
	{ .name = NULL },
};

static void read_pairs(struct config_reader *r, uint32_t map,
		       const struct setting *rows);

static void read_keys(struct config_reader *r, uint32_t pair)
{
	if (expect_kind(r, pair, KIND_MAPPING,
			_("'keys' has a profile, bindings, or both")))
		read_pairs(r, pair, key_settings);
}

static const struct setting settings[] = {
	{
		.name = "name",
		.help = N_("What you are called, where the program notes "
			   "who did something."),
		.read = read_name,
	},
	{
		.name = "theme",
		.help = N_("The colours of the screen."),
		.read = read_theme,
	},
	{
		.name = "glyphs",
		.help = N_("Which characters to draw with."),
		.read = read_glyphs,
	},
	{
		.name = "mouse",
		.help = N_("Whether the mouse is used from the start."),
		.read = read_mouse,
	},
	{
		.name = "lanes",
		.help = N_("The lanes that the board begins with, in their "
			   "order."),
		.read = read_lanes,
	},
	{
		.name = "keys",
		.help = N_("Which keys there are, and keys of your own."),
		.read = read_keys,
	},
	{
		.name = "rules",
		.help = N_("The level of single rules wherever a storyboard "
			   "does not give one."),
		.read = read_rules,
	},
	{ .name = NULL },
};

const struct setting *config_settings(void)
{
	return settings;
}

static const struct setting *find_setting(const struct setting *row,
					  const char *key)
{
	while (row->name && strcmp(row->name, key) != 0)
		row++;
	return row->name ? row : NULL;
}

static char *nearest_setting(const struct setting *row, const char *key)
{
	struct nearest n;

	nearest_init(&n, key);
	for (; row->name; row++)
		nearest_offer(&n, row->name);
	return n.best;
}

static void read_pair(struct config_reader *r, uint32_t pair,
		      const struct setting *rows)
{
	struct config_word key = key_word(r, pair);
	const struct setting *row = find_setting(rows, key.text);

	if (!row) {
		g_autofree char *meant = nearest_setting(rows, key.text);

		config_tell_unknown(r->config, &key, _("there is no setting"),
				    meant);
	} else if (tree_duplicate(r->tree, pair)) {
		config_tell(r->config, key.at, "%s",
			    _("this setting stands here twice; the first "
			      "holds"));
	} else {
		row->read(r, pair);
	}
	clear_word(&key);
}

static void read_pairs(struct config_reader *r, uint32_t map,
		       const struct setting *rows)
{
	for (uint32_t e = tree_first(r->tree, map); e;
	     e = tree_next(r->tree, e))
		read_pair(r, e, rows);
}

/* --- the file ------------------------------------------------------------- */

static void read_all(struct config_reader *r)
{
	uint32_t root = tree_document(r->tree, 0);

	if (root && tree_kind(r->tree, root) != KIND_MAPPING &&
	    !tree_empty(r->tree, root))
		config_tell(r->config, (struct mark){ 1, 1 }, "%s",
			    _("there are no settings: each is a line 'name: "
			      "value'"));
	else if (root)
		read_pairs(r, root, settings);
}

/* Read what the file holds, which is taken. */
static void read_text(struct config_reader *r, struct store_file *file)
{
	g_autoptr(GError) error = NULL;
	struct mark where = { 0 };

	r->tree = tree_load(g_steal_pointer(&file->bytes), file->len,
			    &tree_limits_default, &where, &error);
	if (r->tree)
		read_all(r);
	else
		config_tell(r->config, where, "%s", error->message);
	tree_free(r->tree);
}

char *config_beside(const char *name)
{
	return g_build_filename(g_get_user_config_dir(), "senseboard", name,
				NULL);
}

char *config_path(void)
{
	return config_beside("config.yaml");
}

struct config *config_new(const char *path)
{
	struct config *c = g_new0(struct config, 1);

	c->path = store_display_name(path);
	c->lanes = g_array_new(FALSE, FALSE, sizeof(struct config_word));
	g_array_set_clear_func(c->lanes, clear_word);
	c->bindings = g_array_new(FALSE, FALSE, sizeof(struct config_binding));
	g_array_set_clear_func(c->bindings, clear_binding);
	c->problems = g_ptr_array_new_with_free_func(g_free);
	return c;
}

struct config *config_read(const char *path)
{
	g_autofree char *own = path ? NULL : config_path();
	g_autoptr(GError) error = NULL;
	struct store_file file;
	struct config_reader r = { .config = config_new(path ? path : own) };

	if (store_read(path ? path : own, &file, &error))
		read_text(&r, &file);
	else if (!g_error_matches(error, STORE_ERROR, STORE_ERROR_MISSING))
		g_ptr_array_add(r.config->problems, g_strdup(error->message));
	return r.config;
}

void config_free(struct config *c)
{
	if (!c)
		return;
	clear_word(&c->theme);
	clear_word(&c->glyphs);
	clear_word(&c->profile);
	g_array_unref(c->lanes);
	g_array_unref(c->bindings);
	g_ptr_array_unref(c->problems);
	g_free(c->name);
	g_free(c->path);
	g_free(c);
}
