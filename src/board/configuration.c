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
	const char *path;
};

/* Tell what is wrong at a place; line 0: with the file. */
static void tell(struct config_reader *r, struct mark m, const char *why)
{
	g_autofree char *name = store_display_name(r->path);

	g_ptr_array_add(r->config->problems,
			m.line ? g_strdup_printf("%s:%u:%u: %s", name, m.line,
						 m.column, why)
			       : g_strdup_printf("%s: %s", name, why));
}

/* "WHAT 'WORD'", and what may have been meant, which is taken. */
static void tell_unknown(struct config_reader *r, uint32_t pair,
			 const char *what, const char *word, char *take_meant)
{
	g_autofree char *shown = store_display_name(word);
	g_autofree char *meant = take_meant;
	g_autofree char *why =
		meant ? g_strdup_printf(_("%s '%s'; did you mean '%s'?"), what,
					shown, meant)
		      : g_strdup_printf("%s '%s'", what, shown);

	tell(r, tree_key_mark(r->tree, pair), why);
}

/* A key that is no text is no name of anything. */
static char *key_text(const struct config_reader *r, uint32_t pair)
{
	char *key = tree_key(r->tree, pair);

	return key ? key : g_strdup("?");
}

static void read_name(struct config_reader *r, uint32_t pair)
{
	if (tree_kind(r->tree, pair) != KIND_SCALAR)
		tell(r, tree_value_mark(r->tree, pair),
		     _("'name' is one text"));
	else if (tree_is_text(r->tree, pair))
		r->config->name = tree_value(r->tree, pair);
}

static void read_rules(struct config_reader *r, uint32_t pair)
{
	const struct tree *t = r->tree;

	if (tree_kind(t, pair) != KIND_MAPPING && !tree_empty(t, pair))
		tell(r, tree_value_mark(r->tree, pair),
		     _("'rules' is a mapping from rules to levels"));
	for (uint32_t e = tree_first(t, pair); e; e = tree_next(t, e)) {
		g_autofree char *name = key_text(r, e);
		g_autofree char *word = tree_value(t, e);

		if (!rules_find(name))
			tell_unknown(r, e, _("there is no rule"), name,
				     rules_nearest(name));
		else if (!word || !rules_weigh(&r->config->rules, name, word))
			tell(r, tree_value_mark(r->tree, e),
			     _("the level of a rule is none, hint, warning or "
			       "error"));
	}
}

static const struct setting settings[] = {
	{
		.name = "name",
		.help = N_("What you are called, where the program notes "
			   "who did something."),
		.read = read_name,
	},
	{
		.name = "rules",
		.help = N_("The level of single rules wherever a storyboard "
			   "does not give one."),
		.read = read_rules,
	},
};

const struct setting *config_settings(size_t *n)
{
	*n = G_N_ELEMENTS(settings);
	return settings;
}

static const struct setting *find_setting(const char *key)
{
	for (size_t i = 0; i < G_N_ELEMENTS(settings); i++)
		if (strcmp(settings[i].name, key) == 0)
			return &settings[i];
	return NULL;
}

static char *nearest_setting(const char *key)
{
	struct nearest n;

	nearest_init(&n, key);
	for (size_t i = 0; i < G_N_ELEMENTS(settings); i++)
		nearest_offer(&n, settings[i].name);
	return n.best;
}

static void read_pair(struct config_reader *r, uint32_t pair)
{
	g_autofree char *key = key_text(r, pair);
	const struct setting *row = find_setting(key);

	if (!row)
		tell_unknown(r, pair, _("there is no setting"), key,
			     nearest_setting(key));
	else if (tree_duplicate(r->tree, pair))
		tell(r, tree_key_mark(r->tree, pair),
		     _("this setting stands here twice; the first holds"));
	else
		row->read(r, pair);
}

static void read_all(struct config_reader *r)
{
	uint32_t root = tree_document(r->tree, 0);

	if (root && tree_kind(r->tree, root) != KIND_MAPPING &&
	    !tree_empty(r->tree, root))
		tell(r, (struct mark){ 1, 1 },
		     _("there are no settings: each is a line 'name: value'"));
	else if (root)
		for (uint32_t e = tree_first(r->tree, root); e;
		     e = tree_next(r->tree, e))
			read_pair(r, e);
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
		tell(r, where, error->message);
	tree_free(r->tree);
}

char *config_path(void)
{
	return g_build_filename(g_get_user_config_dir(), "senseboard",
				"config.yaml", NULL);
}

struct config *config_read(const char *path)
{
	g_autofree char *own = path ? NULL : config_path();
	g_autoptr(GError) error = NULL;
	struct store_file file;
	struct config *c = g_new0(struct config, 1);
	struct config_reader r = { .config = c, .path = path ? path : own };

	c->problems = g_ptr_array_new_with_free_func(g_free);
	if (store_read(r.path, &file, &error))
		read_text(&r, &file);
	else if (!g_error_matches(error, STORE_ERROR, STORE_ERROR_MISSING))
		g_ptr_array_add(c->problems, g_strdup(error->message));
	return c;
}

void config_free(struct config *c)
{
	if (!c)
		return;
	g_ptr_array_unref(c->problems);
	g_free(c->name);
	g_free(c);
}
