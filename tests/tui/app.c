/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The interface as a whole: the key table and the tables of actions agree,
 * nothing is lost by a key, and no screen is too small to live on.
 */
#include "tui/app.h"

#include <criterion/criterion.h>
#include <string.h>

#include "../amount.h"
#include "../store/folder.h"
#include "app-drive.h"
#include "board/board.h"
#include "store/recovery.h"
#include "tui/save.h"
#include "tui/words.h"

Test(app, knows_every_word_of_the_key_table)
{
	g_autoptr(GError) error = NULL;
	struct keymap *map = keymap_new(data_keys_conf, &words_known, &error);

	cr_assert_not_null(map, "%s", error ? error->message : "");
	keymap_free(map);
}

Test(app, explains_every_action_of_the_key_table)
{
	struct app *app = drive_new(drive_story);
	size_t count;
	const struct binding *b = keymap_bindings(app->keys, &count);

	for (size_t i = 0; i < count; i++) {
		bool said = false;

		for (size_t k = 0; view_kinds[k]; k++) {
			struct view v = { .kind = view_kinds[k] };

			said |= *action_help(&v, b[i].action) != '\0';
		}
		for (size_t k = 0; save_answers[k]; k++) {
			struct view v = { .kind = &view_question_kind,
					  .actions = save_answers[k] };

			said |= *action_help(&v, b[i].action) != '\0';
		}
		cr_expect(said, "%s", b[i].action);
	}
	app_free(app);
}

Test(app, quits_at_once_when_nothing_is_unsaved)
{
	struct app *app = drive_new(drive_story);

	drive_press(app, "q");
	cr_assert(app->quit);
	app_free(app);
}

static struct app *edited(void)
{
	struct app *app = drive_new(drive_story);

	drive_press(app, "Down Enter");
	drive_type(app, " at night");
	drive_press(app, "Enter");
	cr_assert(board_unsaved(app->desk->board));
	return app;
}

Test(app, asks_before_unsaved_work_is_left)
{
	struct app *app = edited();

	drive_press(app, "q");
	cr_expect(!app->quit);
	cr_expect(drive_sees(app, "not saved"));
	cr_expect(drive_sees(app, "s save  d discard  Esc stay"));
	drive_press(app, "Enter q Space Enter");
	cr_expect(!app->quit, "only its own keys answer");
	drive_press(app, "Esc");
	cr_expect(!app->quit && !drive_sees(app, "discard"));
	drive_press(app, "q d");
	cr_expect(app->quit);
	app_free(app);
}

Test(app, never_quits_by_esc)
{
	struct app *app = drive_new(drive_story);

	for (int i = 0; i < 9; i++)
		drive_press(app, "Esc");
	cr_assert(!app->quit);
	app_free(app);
}

Test(app, opens_the_menu_by_esc_where_there_is_nothing_to_go_back_to)
{
	struct app *app = drive_new(drive_story);

	drive_press(app, "Esc");
	cr_expect(drive_sees(app, "[File]"));
	drive_press(app, "Esc");
	cr_expect(!drive_sees(app, "[File]"));
	app_free(app);
}

Test(app, says_how_to_quit_on_ctrl_c)
{
	struct app *app = drive_new(drive_story);

	drive_press(app, "C-c");
	cr_expect(!app->quit);
	cr_expect(drive_sees(app, "to quit, press q"));
	app_free(app);
}

Test(app, names_what_it_undoes)
{
	struct app *app = edited();
	g_autofree char *text = NULL;

	drive_press(app, "u");
	cr_expect(drive_sees(app, "undid: "));
	text = drive_text(app);
	cr_expect_str_eq(text, drive_story);
	drive_press(app, "u");
	cr_expect(drive_sees(app, "nothing to undo"));
	drive_press(app, "U");
	cr_expect(drive_sees(app, "redid: "));
	app_free(app);
}

Test(app, marks_unsaved_work_in_the_title)
{
	struct app *app = edited();
	g_autofree char *title = drive_row(app, 0);

	cr_expect(strstr(title, " + "), "%s", title);
	app_free(app);
}

Test(app, runs_no_command_by_a_paste)
{
	struct app *app = drive_new(drive_story);
	g_autofree char *text = NULL;

	drive_paste(app, "d\nd\nq\n");
	cr_expect(!app->quit);
	cr_expect(drive_sees(app, "done: paste 3 touchpoints"));
	drive_press(app, "u");
	text = drive_text(app);
	cr_expect_str_eq(text, drive_story);
	app_free(app);
}

Test(app, takes_a_click_on_a_hint_for_its_key)
{
	struct app *app = drive_new(drive_story);

	drive_click(app, 23, 2, 1);
	cr_expect(drive_sees(app, "What can be done"));
	app_free(app);
}

Test(app, always_shows_how_to_get_help_and_how_to_quit)
{
	struct app *app = drive_new(drive_story);

	for (int cols = APP_LEAST_COLS; cols < 130; cols++) {
		g_autofree char *hints = NULL;

		canvas_resize(app->canvas, 24, cols);
		hints = drive_row(app, -1);
		cr_expect(g_str_has_prefix(hints, " ? help"), "%d", cols);
		cr_expect(g_str_has_suffix(hints, " q quit"), "%d", cols);
	}
	app_free(app);
}

Test(app, says_what_it_needs_on_a_small_screen)
{
	struct app *app = drive_new(drive_story);
	g_autofree char *text = NULL;

	canvas_resize(app->canvas, 9, 80);
	cr_expect(drive_sees(app, "needs 40x10, have 80x9; s save, q quit"));
	drive_press(app, "d d Enter a x");
	text = drive_text(app);
	cr_expect_str_eq(text, drive_story, "nobody edits what is not seen");
	drive_press(app, "q");
	cr_expect(app->quit);
	app_free(app);
}

Test(app, guards_unsaved_work_on_a_small_screen)
{
	struct app *app = edited();

	canvas_resize(app->canvas, 5, 20);
	drive_press(app, "q");
	cr_expect(!app->quit);
	cr_expect(drive_sees(app, "not saved"));
	drive_press(app, "d");
	cr_expect(app->quit);
	app_free(app);
}

static const char broken_story[] = "senseboard: 1\n"
				   "title: Harbour \033[2J House\n"
				   "stages: [\n";

Test(app, shows_a_broken_file_and_changes_nothing)
{
	struct app *app = drive_new(broken_story);

	cr_expect(drive_sees(app, "read-only"));
	cr_expect(drive_sees(app, "line "));
	drive_press(app, "a");
	drive_press(app, "C-s");
	cr_expect(!drive_sees(app, "saved"));
	drive_press(app, "E");
	cr_expect(drive_sees(app, "this text is not a file"));
	drive_press(app, "q");
	cr_expect(app->quit);
	app_free(app);
}

Test(app, offers_a_beginning_when_there_is_no_file)
{
	struct app *app = drive_new(NULL);

	cr_expect(drive_sees(app, "New storyboard"));
	drive_press(app, "Enter");
	drive_type(app, "A walk by the sea");
	drive_press(app, "Enter");
	cr_assert_not_null(app->desk->board);
	cr_expect(drive_sees(app, "A walk by the sea"));
	app_free(app);
}

static void try_all_sizes(struct app *app)
{
	for (int rows = 1; rows < 30; rows += rows < 14 ? 1 : 7)
		for (int cols = 1; cols < 110; cols += cols < 44 ? 1 : 13) {
			canvas_resize(app->canvas, rows, cols);
			app_draw(app);
			cr_assert(app->canvas->cursor_y < rows);
			cr_assert(app->canvas->cursor_x < cols);
		}
	app_free(app);
}

Test(app, draws_the_map_at_any_size)
{
	try_all_sizes(drive_new(drive_story));
}

Test(app, draws_the_first_page_at_any_size)
{
	try_all_sizes(drive_new(NULL));
}

Test(app, draws_a_broken_file_at_any_size)
{
	try_all_sizes(drive_new(broken_story));
}

Test(app, draws_questions_at_any_size)
{
	static const char *const openings[] = {
		"Enter", "a", "?", "o", "/", "i"
	};

	for (size_t i = 0; i < G_N_ELEMENTS(openings); i++) {
		struct app *app = drive_new(drive_story);

		drive_press(app, openings[i]);
		try_all_sizes(app);
	}
}

static uint32_t any_key(GRand *random, const struct app *app)
{
	size_t count;
	const struct binding *b = keymap_bindings(app->keys, &count);

	if (g_rand_int_range(random, 0, 3))
		return b[g_rand_int_range(random, 0, (gint32)count)].key;
	return (uint32_t)g_rand_int_range(random, ' ', 0x250);
}

static void any_event(GRand *random, struct app *app)
{
	if (!g_rand_int_range(random, 0, 40))
		canvas_resize(app->canvas, g_rand_int_range(random, 1, 45),
			      g_rand_int_range(random, 1, 130));
	else if (!g_rand_int_range(random, 0, 40))
		drive_paste(app, "one\ntwo\n\xf0\x9f\x98\x8d three");
	else if (!g_rand_int_range(random, 0, 20))
		drive_click(app, g_rand_int_range(random, 0, 45),
			    g_rand_int_range(random, 0, 130),
			    g_rand_int_range(random, 1, 3));
	else
		app_event(app,
			  &(struct term_event){ .kind = EVENT_KEY,
						.key = any_key(random, app) });
	app_draw(app);
}

/* What would be saved now is a storyboard, and the same one. */
static void expect_valid(const struct app *app, guint32 seed)
{
	const struct journey *now = app->desk->board->journey, *then;
	g_autofree char *text = drive_text(app);
	struct board *again =
		board_from_bytes(g_strdup(text), strlen(text), "again", NULL);

	cr_assert(again && again->journey, "seed %u:\n%s", seed, text);
	then = again->journey;
	cr_expect_eq(then->n_touchpoints, now->n_touchpoints, "seed %u", seed);
	cr_expect_eq(then->complete, now->complete, "seed %u", seed);
	cr_expect_eq(then->nobody, now->nobody, "seed %u", seed);
	cr_expect_eq(then->many, now->many, "seed %u", seed);
	for (int level = LEVEL_NONE; level <= LEVEL_ERROR; level++)
		cr_expect_eq(findings_count(again->findings, level),
			     findings_count(app->desk->board->findings, level),
			     "seed %u, level %d", seed, level);
	board_free(again);
}

/* What is saved is what is shown, byte for byte. */
static void expect_saved(struct app *app, guint32 seed)
{
	g_autofree char *text = drive_text(app);
	g_autofree char *file = NULL;
	GError *error = NULL;
	gsize len;

	cr_assert(board_save(app->desk->board, "saved.yaml", true, &error),
		  "seed %u: %s", seed, error ? error->message : "");
	cr_assert(g_file_get_contents("saved.yaml", &file, &len, NULL));
	cr_expect_str_eq(file, text, "seed %u", seed);
}

/* After a crash now there would be what is shown, with its history. */
static void expect_recoverable(const struct app *app, guint32 seed)
{
	const char *journal = board_journal_path(app->desk->board);
	g_autofree char *text = drive_text(app);
	g_autoptr(Recovery) r = NULL;

	if (!journal)
		return;
	r = recovery_read(journal, NULL);
	cr_assert(r, "seed %u", seed);
	cr_expect_eq(r->text.len, strlen(text), "seed %u", seed);
	cr_expect_str_eq(r->text.bytes, text, "seed %u", seed);
	cr_expect_eq(r->done->len, history_depth(app->desk->board->tree),
		     "seed %u", seed);
}

Test(app, survives_any_keys_and_undoes_them_all)
{
	guint32 first = amount_seed(), count = amount("STORIES", 20);
	g_autofree char *state = NULL;

	folder_enter();
	state = folder_beside("state");
	g_setenv("XDG_STATE_HOME", state, TRUE);
	for (guint32 seed = first; seed < first + count; seed++) {
		GRand *random = g_rand_new_with_seed(seed);
		struct app *app = drive_new(drive_story);
		g_autofree char *text = NULL;

		cr_assert(board_protect(app->desk->board, NULL));
		for (int i = 0; i < 300 && app->desk->board; i++)
			any_event(random, app);
		expect_valid(app, seed);
		expect_recoverable(app, seed);
		expect_saved(app, seed);
		while (board_undo(app->desk->board))
			;
		expect_valid(app, seed);
		expect_recoverable(app, seed);
		board_give_up(app->desk->board);
		text = drive_text(app);
		cr_expect_str_eq(text, drive_story, "seed %u", seed);
		app_free(app);
		g_rand_free(random);
	}
	folder_leave();
}

Test(app, does_nothing_by_a_click_on_what_lies_under_a_question)
{
	struct app *app = drive_new(drive_story);
	const struct hit *tab = &g_array_index(app->hits, struct hit, 0);
	int x = tab->x;

	cr_assert_eq(tab->y, 0);
	drive_press(app, "Enter");
	drive_type(app, "typed");
	drive_click(app, 0, x, 1);
	cr_expect(drive_sees(app, "typed"));
	app_free(app);
}

Test(app, offers_short_examples_first_and_says_how_many_there_are_below)
{
	const char *top = g_getenv("top_srcdir");
	g_autofree char *data = g_build_filename(top ? top : ".", "data", NULL);
	struct app_options options = { .data = data };
	struct app *app = app_new(NULL, &options, NULL);
	unsigned size, last = 0, seen = 0;

	cr_assert_not_null(app);
	for (int y = 0; y < 24; y++) {
		g_autofree char *row = drive_row(app, y);
		const char *count = strstr(row, " touchpoints");

		if (!count || sscanf(count - 2, "%u", &size) != 1)
			continue;
		cr_expect_geq(size, last, "%s", row);
		last = size;
		seen++;
	}
	cr_expect_geq(seen, 5);
	cr_expect(drive_sees(app, " more"));
	drive_press(app, "End");
	cr_expect_not(drive_sees(app, " more"));
	app_free(app);
}
