/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Making words into preferences, and remembering some of them.
 */
#include "tui/preferences.h"

#include <string.h>

#include "i18n.h"
#include "rules/nearest.h"
#include "store/save.h"
#include "store/state.h"
#include "tui/lanes.h"
#include "tui/themes.h"
#include "tui/words.h"
#include "yaml/edit.h"

#define CHOSEN "chosen.yaml" /* in the folder of state */

/* --- the theme ------------------------------------------------------------ */

static bool wish_theme(struct preferences *p, const char *name, GError **error)
{
	g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func(g_free);
	g_auto(GStrv) names = NULL;
	g_autofree char *all = NULL, *meant = NULL;

	if (themes_find(name, &p->theme, &meant, problems)) {
		g_free(p->theme_name);
		p->theme_name = g_strdup(name);
		return true;
	}
	names = themes_names();
	all = g_strjoinv(", ", names);
	g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
		    _("there is no theme '%s'; choose: %s"), name, all);
	return false;
}

static void configure_theme(struct preferences *p, struct config *c)
{
	g_autofree char *meant = NULL;

	if (!c->theme.text)
		return;
	if (themes_find(c->theme.text, &p->theme, &meant, c->problems))
		p->theme_name = g_strdup(c->theme.text);
	else
		config_tell_unknown(c, &c->theme, _("there is no theme"),
				    meant);
}

/* The theme that is wished for, configured, or (if both leave it open) was
 * chosen before; else the default. */
static bool settle_theme(struct preferences *p, struct config *c,
			 struct config *before, const struct wishes *wishes,
			 GError **error)
{
	configure_theme(p, c->theme.text ? c : before);
	if (wishes->theme)
		return wish_theme(p, wishes->theme, error);
	return p->theme_name || wish_theme(p, THEME_DEFAULT, error);
}

/* --- glyphs and lanes ----------------------------------------------------- */

static void configure_glyphs(struct preferences *p, struct config *c)
{
	enum glyphs level;

	if (!c->glyphs.text)
		return;
	if (glyphs_find(c->glyphs.text, &level))
		p->glyphs = (int)level;
	else
		config_tell(c, c->glyphs.at, "%s",
			    _("'glyphs' is ascii, unicode or emoji"));
}

static char *nearest_lane(const char *name)
{
	struct nearest n;

	nearest_init(&n, name);
	for (const struct lane *lane = lanes_all; lane->name; lane++)
		nearest_offer(&n, lane->name);
	return n.best;
}

/* Add a lane to NAMES unless it is none, or there already, which is told. */
static void add_lane(struct config *c, const struct config_word *word,
		     GPtrArray *names)
{
	guint at;

	if (!lanes_find(word->text)) {
		g_autofree char *meant = nearest_lane(word->text);

		config_tell_unknown(c, word, _("there is no lane"), meant);
	} else if (g_ptr_array_find_with_equal_func(names, word->text,
						    g_str_equal, &at)) {
		config_tell(c, word->at, "%s",
			    _("this lane stands here twice; the first holds"));
	} else {
		g_ptr_array_add(names, g_strdup(word->text));
	}
}

static void configure_lanes(struct preferences *p, struct config *c)
{
	GPtrArray *names = g_ptr_array_new();

	for (guint i = 0; i < c->lanes->len; i++)
		add_lane(c, &g_array_index(c->lanes, struct config_word, i),
			 names);
	if (names->len) {
		g_ptr_array_add(names, NULL);
		p->lanes = (char **)g_ptr_array_free(names, FALSE);
	} else {
		g_ptr_array_free(names, TRUE);
	}
}

/* --- keys ----------------------------------------------------------------- */

static bool wish_profile(struct preferences *p, const char *name,
			 GError **error)
{
	g_autoptr(GString) all = g_string_new(NULL);

	p->profile = profile_find(name);
	if (p->profile)
		return true;
	for (const struct profile *one = profiles; one->name; one++)
		g_string_append_printf(all, "%s%s", all->len ? ", " : "",
				       one->name);
	g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
		    _("there is no profile '%s'; choose: %s"), name, all->str);
	return false;
}

static void configure_profile(struct preferences *p, struct config *c)
{
	struct nearest n;

	p->profile = profiles;
	if (!c->profile.text)
		return;
	p->profile = profile_find(c->profile.text);
	if (p->profile)
		return;
	nearest_init(&n, c->profile.text);
	for (p->profile = profiles; p->profile->name; p->profile++)
		nearest_offer(&n, p->profile->name);
	config_tell_unknown(c, &c->profile, _("there is no profile"), n.best);
	nearest_clear(&n);
	p->profile = profiles;
}

/* One binding of the user's own, or what is wrong with it. */
static void bind(struct preferences *p, struct config *c,
		 const struct config_binding *b)
{
	bool none = !strcmp(b->command.text, KEYMAP_NONE);
	g_autoptr(GError) error = NULL;
	g_autofree char *meant = NULL;

	if (!words_known.context(b->where.text)) {
		meant = context_nearest(b->where.text);
		config_tell_unknown(c, &b->where, _("there is no place"),
				    meant);
	} else if (!none && !words_known.action(b->command.text)) {
		meant = action_nearest(b->command.text);
		config_tell_unknown(c, &b->command, _("there is no command"),
				    meant);
	} else if (!keymap_bind(p->keys, b->where.text, b->keys.text,
				b->command.text, &error)) {
		config_tell(c, b->keys.at, "%s", error->message);
	}
}

/* The keys of the profile that is wished for or configured, and over them the
 * user's own. */
static bool settle_keys(struct preferences *p, struct config *c,
			const struct wishes *wishes, GError **error)
{
	configure_profile(p, c);
	if (wishes->profile && !wish_profile(p, wishes->profile, error))
		return false;
	p->keys = profile_keys(p->profile, error);
	if (!p->keys)
		return false;
	keymap_begin(p->keys);
	for (guint i = 0; i < c->bindings->len; i++)
		bind(p, c,
		     &g_array_index(c->bindings, struct config_binding, i));
	return true;
}

/* --- all of it ------------------------------------------------------------ */

/* Where it stands what was chosen; 0, or an errno value. */
static int find_chosen(bool make, char **path)
{
	struct state_folder folder;
	int failed = state_open_top(make, &folder);

	if (failed)
		return failed;
	*path = g_build_filename(folder.path, CHOSEN, NULL);
	state_close(&folder);
	return 0;
}

static struct config *chosen_before(bool remember)
{
	g_autofree char *path = NULL;

	if (!remember || find_chosen(false, &path))
		return config_new(CHOSEN);
	return config_read(path);
}

struct preferences *preferences_new(struct config *config,
				    const struct wishes *wishes, GError **error)
{
	g_autoptr(Config) before = chosen_before(wishes->remember);
	struct preferences *p = g_new0(struct preferences, 1);

	p->glyphs = -1;
	configure_glyphs(p, config);
	if (wishes->glyphs >= 0)
		p->glyphs = wishes->glyphs;
	p->mouse = config->mouse != CONFIG_NO && !wishes->no_mouse;
	configure_lanes(p, config->lanes->len ? config : before);
	if (settle_keys(p, config, wishes, error) &&
	    settle_theme(p, config, before, wishes, error))
		return p;
	preferences_free(p);
	return NULL;
}

void preferences_free(struct preferences *p)
{
	if (!p)
		return;
	keymap_free(p->keys);
	g_free(p->theme_name);
	g_strfreev(p->lanes);
	g_free(p);
}

/* --- what is chosen in the program ---------------------------------------- */

void preferences_keep_lanes(struct preferences *p, const char *const *names)
{
	g_strfreev(p->lanes);
	p->lanes = g_strdupv((char **)names);
	p->lanes_chosen = true;
}

bool preferences_keep_theme(struct preferences *p, const char *name)
{
	g_autofree char *old = g_steal_pointer(&p->theme_name);

	if (!wish_theme(p, name, NULL)) {
		p->theme_name = g_steal_pointer(&old);
		return false;
	}
	p->theme_chosen = true;
	return true;
}

/* "KEY: VALUE", or nothing. */
static void say_pair(GString *out, const char *key, const char *value)
{
	if (!value)
		return;
	g_string_append_printf(out, "%s: ", key);
	edit_say(out, value, SAY_TEXT, 0);
	g_string_append_c(out, '\n');
}

static void say_lanes(GString *out, const struct preferences *p,
		      const struct config *before)
{
	g_string_append(out, "lanes:\n");
	for (size_t i = 0; p->lanes_chosen && p->lanes[i]; i++)
		g_string_append_printf(out, "  - %s\n", p->lanes[i]);
	for (guint i = 0; !p->lanes_chosen && i < before->lanes->len; i++)
		g_string_append_printf(out, "  - %s\n",
				       g_array_index(before->lanes,
						     struct config_word, i)
					       .text);
}

bool preferences_remember(const struct preferences *p, GError **error)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autofree char *path = NULL;
	g_autoptr(Config) before = NULL;
	struct store_identity id;
	int failed;

	if (!p->theme_chosen && !p->lanes_chosen)
		return true;
	failed = find_chosen(true, &path);
	if (failed)
		return store_fail(error, STORE_WRITE, CHOSEN, failed);
	before = config_read(path);
	g_string_append_printf(
		text, "# %s\n",
		_("chosen in the program; config.yaml goes before it"));
	say_pair(text, "theme",
		 p->theme_chosen ? p->theme_name : before->theme.text);
	say_lanes(text, p, before);
	return store_save(path, text->str, text->len, NULL, &id, error);
}
