/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opening a storyboard and keeping its parts in step.  Saving is save.c's.
 *
 *	bytes -> tree -> journey -> findings	opening
 *	change -> journey -> findings		every edit, undo and redo
 *
 * Opening stops at the first part that cannot be made: a text that is not
 * YAML has no tree, one that is no storyboard no journey.  What there is can
 * be shown, and nothing can be edited.
 */
#include "board/board.h"

#include <string.h>

#include "board/board-own.h"
#include "i18n.h"
#include "yaml/edit.h"

GQuark board_error_quark(void)
{
	return g_quark_from_static_string("senseboard-board");
}

void board_free(struct board *b)
{
	if (!b)
		return;
	board_end_journal(b);
	findings_free(b->findings);
	journey_free(b->journey);
	tree_free(b->tree);
	beside_free(b->beside);
	store_file_clear(&b->file);
	g_free(b->path);
	g_free(b->name);
	g_free(b->problem);
	g_free(b->raw);
	g_free(b->base);
	g_free(b);
}

/* Open it for reading only, ERROR (taken) being why. */
static void mend_first(struct board *b, GError *error)
{
	b->read_only = true;
	b->problem = g_strdup(error->message);
	g_error_free(error);
}

static bool is_limit(const GError *error)
{
	return g_error_matches(error, TREE_ERROR, TREE_ERROR_LIMIT) ||
	       g_error_matches(error, JOURNEY_ERROR, JOURNEY_ERROR_LIMIT);
}

/* Beyond a limit there is nothing to show: say where, and give up. */
static bool refuse(const struct board *b, GError *failed, GError **error)
{
	g_autofree char *name = store_display_name(b->name);
	g_autoptr(GError) why = failed;

	if (b->where.line)
		g_set_error(error, why->domain, why->code,
			    _("cannot read '%s', line %u, column %u: %s"), name,
			    b->where.line, b->where.column, why->message);
	else
		g_set_error(error, why->domain, why->code,
			    _("cannot read '%s': %s"), name, why->message);
	return false;
}

/* Days since the year 1 began, as GDate counts them. */
static unsigned today(void)
{
	const unsigned epoch = 719163; /* 1 January 1970 */

	return epoch + (unsigned)(g_get_real_time() / G_TIME_SPAN_DAY);
}

static void judge(struct board *b)
{
	struct rules_options options = b->options;

	options.evidence = b->beside ? beside_evidence(b->beside) : NULL;
	options.today = today();
	if (b->findings)
		findings_judge_by(b->findings, &options);
	else
		b->findings = findings_new(b->journey, &options);
}

/* Make of the bytes all that can be made. False only beyond a limit. */
static bool build(struct board *b, char *take_bytes, size_t len, GError **error)
{
	GError *failed = NULL;

	b->tree = tree_load(take_bytes, len, &tree_limits_default, &b->where,
			    &failed);
	if (b->tree)
		b->journey = journey_new(b->tree, &b->where, &failed);
	if (b->journey) {
		b->where = (struct mark){ 0 };
		judge(b);
		return true;
	}
	if (is_limit(failed))
		return refuse(b, failed, error);
	mend_first(b, failed);
	return true;
}

/* The title, which is what an untitled storyboard is called. */
void board_name_by_title(struct board *b)
{
	if (!b->journey)
		return;
	g_free(b->name);
	b->name = place_title(b->journey, b->journey->root);
}

/* Evidence is looked for beside PATH from now on; NULL: nowhere. */
static void look_beside(struct board *b, const char *path)
{
	g_autofree char *folder = path ? g_path_get_dirname(path) : NULL;

	beside_free(b->beside);
	b->beside = folder ? beside_new(folder) : NULL;
}

static struct board *from_bytes(char *take_bytes, size_t len, const char *name,
				const char *path, GError **error)
{
	g_autoptr(Board) b = g_new0(struct board, 1);

	b->name = g_strdup(name);
	look_beside(b, path);
	if (!build(b, take_bytes, len, error))
		return NULL;
	board_mark_saved(b);
	return g_steal_pointer(&b);
}

struct board *board_from_bytes(char *take_bytes, size_t len, const char *name,
			       GError **error)
{
	return from_bytes(take_bytes, len, name, NULL, error);
}

void board_judge(struct board *b, const struct rules_options *options)
{
	if (!b->journey ||
	    (!options->pedantic && !options->only && !options->chosen))
		return;
	b->options = *options;
	judge(b);
}

bool board_look_beside(struct board *b)
{
	return b->beside && b->journey &&
	       beside_look(b->beside, b->findings, b->journey);
}

void board_move_beside(struct board *b, const char *path)
{
	if (!b->journey)
		return;
	look_beside(b, path);
	judge(b);
}

/* The text of a file that is no YAML, to be shown: the tree has eaten what
 * was read first. */
static void keep_raw(struct board *b, const char *path)
{
	struct store_file again;

	if (b->tree || !store_read(path, &again, NULL))
		return;
	b->raw = again.bytes;
}

static struct board *open_file(const char *path, GError **error)
{
	g_autofree char *base = g_path_get_basename(path);
	struct store_file file;
	struct board *b;

	if (!store_read(path, &file, error))
		return NULL;
	b = from_bytes(g_steal_pointer(&file.bytes), file.len, base, path,
		       error);
	if (!b)
		return NULL;
	b->file.id = file.id;
	keep_raw(b, path);
	return b;
}

/* TITLE as it may stand in a file: one line of text, and some text. */
static char *make_title(const char *title)
{
	char *shown = g_strstrip(store_display_name(title));

	if (*shown)
		return shown;
	g_free(shown);
	return g_strdup(_("A journey to be named"));
}

char *board_title_from(const char *path)
{
	g_autofree char *base = g_path_get_basename(path);
	g_autofree char *shown = NULL, *first = NULL;
	char *dot = strrchr(base, '.');

	if (dot && dot > base)
		*dot = '\0';
	shown = make_title(g_strdelimit(base, "-_", ' '));
	first = g_utf8_strup(shown, g_utf8_next_char(shown) - shown);
	return g_strconcat(first, g_utf8_next_char(shown), NULL);
}

struct board *board_open(const char *path, GError **error)
{
	GError *failed = NULL;
	struct board *b = open_file(path, &failed);

	if (b) {
		b->path = g_strdup(path);
	} else if (g_error_matches(failed, STORE_ERROR, STORE_ERROR_MISSING)) {
		g_autofree char *title = board_title_from(path);

		g_clear_error(&failed);
		return board_new(path, title, error);
	} else {
		g_propagate_error(error, failed);
	}
	return b;
}

struct board *board_open_copy(const char *path, GError **error)
{
	struct board *b = open_file(path, error);

	if (!b)
		return NULL;
	b->file.id = (struct store_identity){ 0 };
	b->never_saved = true;
	board_name_by_title(b);
	return b;
}

struct board *board_new(const char *path, const char *title, GError **error)
{
	g_autofree char *shown = make_title(title);
	GString *text = g_string_new("senseboard: 1\ntitle: ");
	struct board *b;
	size_t len;

	edit_say(text, shown, SAY_TEXT, 0);
	if (text->str[text->len - 1] != '\n')
		g_string_append_c(text, '\n');
	g_string_append(text, "status: sketch\n");
	len = text->len;
	b = from_bytes(g_string_free(text, FALSE), len, shown, path, error);
	if (!b)
		return NULL;
	b->never_saved = true;
	if (path) {
		b->path = g_strdup(path);
		g_free(b->name);
		b->name = g_path_get_basename(path);
	}
	return b;
}

/*
 * By now the text has taken the change, proved it and remembered it.  First
 * of all it is written down: what stands on the screen must outlive the
 * program.
 */
static void follow(struct board *b, enum journal_act act,
		   const struct change *change)
{
	board_record(b, act, change);
	findings_update(b->findings, journey_update(b->journey, change));
	if (!b->path)
		board_name_by_title(b);
}

bool board_take(struct board *b, const struct change *change)
{
	if (!change)
		return false;
	board_forget_lost_save(b);
	history_date(b->tree, b->now ? b->now : g_get_real_time());
	follow(b, JOURNAL_DO, change);
	return true;
}

const struct change *board_undo(struct board *b)
{
	const struct change *c = b->journey ? history_undo(b->tree) : NULL;

	if (c)
		follow(b, JOURNAL_UNDO, c);
	return c;
}

const struct change *board_redo(struct board *b)
{
	const struct change *c = b->journey ? history_redo(b->tree) : NULL;

	if (c)
		follow(b, JOURNAL_REDO, c);
	return c;
}
