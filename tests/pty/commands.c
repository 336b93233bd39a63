/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every command by its name, pressed on a terminal with the key it has there:
 * what is seen then.  A trial is a line of steps, the last of which is tried:
 *
 *	CONTEXT:COMMAND		the key that means that in there
 *	text:Tea		typed
 *
 * What needs more than steps to get at, as a file that others change, is tried
 * where that is; no command is tried nowhere.
 */
#include <criterion/criterion.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../store/folder.h"
#include "desk.h"
#include "press.h"
#include "tui/keys.h"
#include "tui/words.h"

TestSuite(commands, .init = desk_enter, .fini = folder_leave);

/* What leads to where something is judged, to the first step of a walk, to its
 * end, to a measure, to a history, and to a text being typed. */
#define JUDGED "everywhere:findings findings:raise-status "
#define STEP "everywhere:walk walks:set-out "
#define TALLY                                                                 \
	"everywhere:walk walks:set-out walk:happy walk:next-step walk:angry " \
	"walk:next-step walk:confused walk:next-step "
#define MEASURE                                                              \
	"everywhere:scorecard scorecard:add-measure list:choose text:calls " \
	"field:commit text:5 field:commit list:choose "
#define CHANGED                                                           \
	"panes:move-down panes:move-up everywhere:commands text:history " \
	"commands:run history:first "
#define TYPED "panes:edit field:cut-to-begin text:one text: text:two "

static GHashTable *tried; /* "CONTEXT:COMMAND" */

static void take_step(struct screen *s, const char *step)
{
	g_auto(GStrv) parts = g_strsplit(step, ":", 2);

	cr_assert(parts[0] && parts[1], "no step: %s", step);
	if (strcmp(parts[0], "text"))
		press(s, parts[0], parts[1]);
	else
		press_text(s, *parts[1] ? parts[1] : " ");
	g_hash_table_add(tried, g_strdup(step));
}

static void take_steps(struct screen *s, const char *steps)
{
	g_auto(GStrv) each = g_strsplit(steps, " ", -1);

	for (char **step = each; *step; step++)
		if (**step)
			take_step(s, *step);
}

/* Nothing a trial before has left is there. */
static void enter_anew(void)
{
	folder_leave();
	desk_enter();
}

/* Open the day, take STEPS, and see WANT. */
static void try(const char *steps, const char *want)
{
	struct screen *s = desk_open();

	take_steps(s, steps);
	screen_expect(s, want);
	screen_free(s);
	enter_anew();
}

/* The same on the first page. */
static void try_first_page(const char *steps, const char *want)
{
	struct screen *s = screen_open(NULL);

	take_steps(s, steps);
	screen_expect(s, want);
	screen_free(s);
	enter_anew();
}

/* A way of moving about, and where it leads among the three rows below. */
static const struct {
	const char *steps;
	int to;
} moves[] = {
	{ .steps = "down", .to = 1 },
	{ .steps = "down up", .to = 0 },
	{ .steps = "last", .to = 2 },
	{ .steps = "last first", .to = 0 },
	{ .steps = "page-down page-down page-down page-down", .to = 2 },
	{ .steps = "last page-up page-up page-up page-up", .to = 0 },
};

/* BEFORE, and then the commands of these NAMES in CONTEXT. */
static char *steps_in(const char *before, const char *context,
		      const char *names)
{
	g_auto(GStrv) each = g_strsplit(names, " ", -1);
	GString *steps = g_string_new(before);

	for (char **name = each; *name; name++)
		g_string_append_printf(steps, " %s:%s", context, *name);
	return g_string_free(steps, FALSE);
}

/* After BEFORE, move about in CONTEXT: the first, the second and the last row
 * are seen as ROWS. */
static void try_moves(const char *before, const char *context,
		      const char *const rows[3])
{
	for (size_t i = 0; i < G_N_ELEMENTS(moves); i++) {
		g_autofree char *steps =
			steps_in(before, context, moves[i].steps);

		try(steps, rows[moves[i].to]);
	}
}

#define ROWS(...) ((const char *const[]){ __VA_ARGS__ })

/* --- the places ----------------------------------------------------------- */

static void try_everywhere(void)
{
	try("everywhere:help", "What can be done in the panes");
	try("everywhere:commands", "Command");
	try("everywhere:search", "all texts");
	try("everywhere:search text:cup field:commit everywhere:next-match",
	    "'cup': 2 of 2");
	try("everywhere:search text:cup field:commit everywhere:previous-match",
	    "'cup': 2 of 2");
	try("everywhere:board everywhere:map", "[1 Map]");
	try("everywhere:board", "[2 Board]");
	try("everywhere:walk", "[3 Walk]");
	try("everywhere:findings", "[4 Findings");
	try("everywhere:senses", "[5 Senses]");
	try("everywhere:scorecard", "[6 Scorecard]");
	try("everywhere:outline", "[7 Outline]");
	try("everywhere:next-pane", "d clear");
	try("everywhere:previous-pane", "stage 1 of 2");
	try("everywhere:next-pane everywhere:back", "a add");
	try("panes:delete everywhere:undo", "undid: delete");
	try("panes:delete everywhere:undo everywhere:redo", "redid: delete");
	try("panes:delete everywhere:save", "saved day.yaml");
	try("everywhere:changed-on-disk", "the file is as it was read");
	try("everywhere:other-storyboard", "no other storyboard is open");
	try("panes:delete everywhere:quit", "there are changes not saved yet");
	try("everywhere:cancel", "to quit, press");
	try("everywhere:redraw", "touchpoint 1 of 3");
	try(JUDGED "everywhere:map everywhere:next-finding",
	    "nothing says how");
	try(JUDGED "everywhere:map everywhere:previous-finding",
	    "nothing is seen, heard");
	try("everywhere:mouse", "the mouse is the terminal's");
}

static void try_the_panes(void)
{
	try_moves("", "panes",
		  ROWS("touchpoint 1 of 3", "touchpoint 2 of 3",
		       "touchpoint 2 of 3"));
	try("panes:left", "stage 1 of 2");
	try("panes:right", "owner 1 of 2");
	try("panes:edit", "name of First light");
	try("panes:add-after text:Tea field:commit", "2 Tea");
	try("panes:add-before text:Tea field:commit", "1 Tea");
	try("panes:delete", "deleted 'First light'");
	try("panes:move-down", "2 First light");
	try("panes:down panes:move-up", "1 Second cup");
	try("panes:move", "moving: the arrows move it");
	try("panes:choose-owner", "or to add a new one");
	try("panes:choose-face", "no face yet");
	try("panes:copy", "copied 'First light'");
	try("panes:cut", "cut 'First light'");
	try("panes:copy panes:paste", "touchpoint 2 of 4");
	try("panes:down panes:copy panes:paste-before", "touchpoint 2 of 4");
	try("panes:duplicate", "touchpoint 2 of 4");
	try("panes:mark", "1 marked");
	try("panes:mark panes:mark-range", "2 marked");
	try("panes:mark panes:mark-invert", "1 marked");
	try(JUDGED "everywhere:map panes:fix", "delivery of First light");
	try(JUDGED "everywhere:map panes:waive", "waives no-how");
	try("everywhere:next-pane inspector:clear", "nothing here to clear");
}

static void try_the_board(void)
{
	try("everywhere:board board:add-stage text:Night field:commit",
	    "done: add stage Night");
	try("everywhere:board board:stage-right", "done: move Morning");
	try("everywhere:board everywhere:next-pane board:stage-left",
	    "done: move Evening");
	try("everywhere:board board:move-down", "done: move First light");
	try("everywhere:board panes:right board:move-up",
	    "done: move Second cup");
	try("everywhere:board board:curves", "the curve as designed");
	try("everywhere:board board:widen", "Morning 1/2");
	try("everywhere:board board:narrow", "Morning 1/2");
	try("everywhere:board board:lanes", "on or off");
	try("everywhere:board panes:down panes:down board:lane-up", " What ");
	try("everywhere:board board:lane-down", " What ");
}

static void try_the_walk(void)
{
	try_moves("everywhere:walk", "walks",
		  ROWS("begin a new walk", "begin a new walk",
		       "begin a new walk"));
	try("everywhere:walk walks:set-out", "step 1 of 3");
	try("everywhere:walk walks:tally", "choose a walk first");
	try("everywhere:walk walks:name-walker", "config.yaml");
	try("everywhere:walk walks:change-shoes", "there is no other customer");
	try("everywhere:walk walks:delete-walk", "choose a walk first");
	try(STEP "walk:happy walk:leave-walk everywhere:walk "
		 "walks:delete-walk",
	    "deleted the walk");
	try("everywhere:walk walks:leave-walk", "[1 Map]");
	try(STEP "walk:next-step", "step 2 of 3");
	try(STEP "walk:next-step walk:previous-step", "step 1 of 3");
	try(STEP "walk:happy walk:next-open", "step 2 of 3");
	try(STEP "walk:happy walk:note", "What you noticed");
	try(STEP "walk:leave-walk", "[1 Map]");
	try(STEP "walk:delighted", "delighted +2");
	try(STEP "walk:happy", "happy +1");
	try(STEP "walk:neutral", "neutral");
	try(STEP "walk:thinking", "thinking");
	try(STEP "walk:confused", "confused -1");
	try(STEP "walk:unhappy", "unhappy -1");
	try(STEP "walk:angry", "angry -2");
	try(STEP "walk:angry walk:no-face", "0 clear");
	try(STEP "walk:last", "the tally");
	try(STEP "walk:last walk:first", "step 1 of 3");
	try(STEP "walk:down walk:up walk:page-down walk:page-up",
	    "step 1 of 3");
}

/* The end of a walk in which two steps were bad and one was good. */
static void try_the_tally(void)
{
	try_moves(TALLY, "tally",
		  ROWS("Last call", "Second cup", "Second cup"));
	try(TALLY "tally:go-there", "[1 Map]");
	try(TALLY "tally:previous-step", "step 3 of 3");
	try(TALLY "tally:next-open", "every step has a face");
	try(TALLY "tally:leave-walk", "[1 Map]");
}

static void try_the_findings(void)
{
	try_moves(JUDGED, "findings",
		  ROWS("finding 1 of 6", "finding 2 of 6", "finding 6 of 6"));
	try(JUDGED "findings:go-there", "[1 Map]");
	try(JUDGED "findings:explain", "Esc back");
	try(JUDGED "findings:fix", "delivery of First light");
	try(JUDGED "findings:waive", "waives no-how");
	try(JUDGED "findings:next-level", "listed: errors and warnings");
	try(JUDGED "findings:filter", "errors alone");
	try("everywhere:findings findings:raise-status",
	    "the status is 'design' now");
}

static void try_the_senses(void)
{
	try("everywhere:senses senses:leave-out", "see is left out on purpose");
	try("everywhere:senses everywhere:next-pane senses:clear",
	    "nothing here to clear");
}

static void try_the_scorecard(void)
{
	try(MEASURE, "measure 1 of 1");
	try(MEASURE "scorecard:record", "record");
	try(MEASURE "scorecard:edit", "calls");
	try(MEASURE "scorecard:go-there", "[1 Map]");
	try(MEASURE "scorecard:delete", "u undoes");
	try(MEASURE "scorecard:fix", "nothing is found wrong here");
	try(MEASURE "scorecard:waive", "nothing is found wrong here");
	try(MEASURE "scorecard:left", "measure 1 of 1");
	try(MEASURE "scorecard:right", "measure 1 of 1");
	try_moves(MEASURE, "scorecard",
		  ROWS("measure 1 of 1", "measure 1 of 1", "measure 1 of 1"));
}

static void try_the_history(void)
{
	try_moves(CHANGED, "history",
		  ROWS("▸        as it was opened", "▸ ", "▸ "));
	try(CHANGED "history:first history:jump", "First light");
}

static void try_the_menus(void)
{
	try_moves("everywhere:menu", "menu",
		  ROWS("│▸ open", "│▸ other storyboard", "│▸ quit"));
	try("everywhere:menu menu:right", "[Edit]");
	try("everywhere:menu menu:left", "[Help]");
	try("everywhere:menu menu:left menu:down menu:choose", "▌Command");
	try("everywhere:menu menu:give-up", "[1 Map]");
}

static void try_the_first_page(void)
{
	static const char *const rows[] = { "▸ New storyboard", "▸ ",
					    "▸ The manual page" };
	struct screen *s;

	for (size_t i = 0; i < G_N_ELEMENTS(moves); i++) {
		g_autofree char *steps =
			steps_in("", "welcome", moves[i].steps);

		try_first_page(steps, rows[moves[i].to]);
	}
	s = screen_open(NULL);
	press_last(s, "welcome", "quit");
	screen_expect_exit(s, 0);
	screen_free(s);
}

static void try_lists(void)
{
	static const char *const faces[] = { "delighted", "happy",    "neutral",
					     "thinking",  "confused", "unhappy",
					     "angry" };

	for (size_t i = 0; i < G_N_ELEMENTS(faces); i++) {
		g_autofree char *steps =
			g_strconcat("panes:choose-face faces:", faces[i], NULL);

		try(steps, "set impression of First light");
	}
	try("panes:choose-face faces:happy panes:choose-face faces:no-face",
	    "undo 2");
	try("panes:choose-face list:down list:choose",
	    "set impression of First light");
	try_moves("panes:choose-face", "list", ROWS("▸ 1", "▸ 2", "▸ 0"));
	try("panes:choose-face list:give-up", "touchpoint 1 of 3");
	try("everywhere:help help:give-up", "touchpoint 1 of 3");
	try("everywhere:help help:run", "name of First light");
	try("everywhere:commands text:boa commands:run", "[2 Board]");
	try("everywhere:commands text:boa commands:complete", "board");
	try("everywhere:commands commands:give-up", "touchpoint 1 of 3");
	try("everywhere:search text:i search:next-match", "4 of 7");
	try("everywhere:search text:i search:previous-match", "2 of 7");
}

static void try_a_text(void)
{
	try(TYPED "field:char-left text:X", "one twXo");
	try(TYPED "field:line-begin field:char-right text:X", "oXne two");
	try(TYPED "field:word-left text:X", "one Xtwo");
	try(TYPED "field:line-begin field:word-right text:X", "oneX two");
	try(TYPED "field:line-begin text:X", "Xone two");
	try(TYPED "field:line-begin field:line-end text:X", "one twoX");
	try(TYPED "field:text-begin text:X", "Xone two");
	try(TYPED "field:text-begin field:text-end text:X", "one twoX");
	try(TYPED "field:line-up field:line-down text:X", "one twoX");
	try(TYPED "field:page-up field:page-down text:X", "one twoX");
	try(TYPED "field:erase-left text:X", "one twX");
	try(TYPED "field:line-begin field:erase-right text:X", "Xne two");
	try(TYPED "field:line-begin field:cut-to-end text:X field:commit",
	    "1 X ");
	try(TYPED "field:cut-left text:X", "one X");
	try(TYPED "field:cut-word-left text:X", "one X");
	try(TYPED "field:line-begin field:cut-word-right text:X", "X two");
	try(TYPED "field:cut-left field:put-back text:X", "one twoX");
	try(TYPED "field:commit", "1 one two");
	try(TYPED "field:commit-next", "rename First light");
	try(TYPED "field:commit-previous", "1 one two");
	try(TYPED "field:give-up", "1 First light");
	try(TYPED "field:help", "F1");
	try(TYPED "field:save", "saved day.yaml");
	try(TYPED "field:quit", "there are changes not saved yet");
	try(TYPED "field:redraw", "one two");
	try(TYPED "field:commit-next text:a field:new-line text:b", "b");
}

/* Others have made the file much longer. */
static void try_others(void)
{
	static const char *const lines[] = { "line 1 of", "line 2 of",
					     "# line 60" };
	g_autoptr(GString) theirs = g_string_new(desk_storyboard);

	for (int i = 1; i <= 60; i++)
		g_string_append_printf(theirs, "# line %d\n", i);
	for (size_t i = 0; i < G_N_ELEMENTS(moves); i++) {
		g_autofree char *steps =
			steps_in("", "compare", moves[i].steps);
		struct screen *s = desk_open();

		desk_rename(s, "Dawn");
		put("day.yaml", theirs->str);
		screen_settle_at(s, "D to merge");
		take_steps(s, "everywhere:changed-on-disk changed:compare");
		take_steps(s, steps);
		screen_expect(s, lines[moves[i].to]);
		take_steps(s, "compare:leave changed:reload");
		screen_expect(s, "First light");
		screen_free(s);
		enter_anew();
	}
}

/* The file is gone, and another stands where the copy is to go. */
static void try_a_deleted_file(void)
{
	for (int yes = 0; yes <= 1; yes++) {
		struct screen *s = desk_open();

		put("copy.yaml", "title: A copy\n");
		cr_assert(!unlink("day.yaml"));
		screen_settle_at(s, "was deleted on disk");
		take_steps(s, "everywhere:save deleted:save-elsewhere "
			      "field:cut-to-begin text:copy.yaml field:commit");
		take_steps(s, yes ? "question:yes" : "question:no");
		screen_expect(s, yes ? "saved copy.yaml" : "copy.yaml");
		screen_free(s);
		enter_anew();
	}
}

static void try_a_small_screen(void)
{
	struct screen *s = desk_open();

	desk_rename(s, "Dawn");
	screen_resize(s, 5, 30);
	take_steps(s, "small:redraw small:save");
	screen_resize(s, 24, 80);
	screen_expect(s, "saved day.yaml");
	screen_resize(s, 5, 30);
	press_last(s, "small", "suspend");
	cr_expect(WIFSTOPPED(screen_wait(s)));
	cr_expect(screen_resume(s));
	screen_free(s);
	enter_anew();
}

/* --- all of them ---------------------------------------------------------- */

/* What is pressed in other files of this room, as "CONTEXT", "COMMAND". */
static char *other_files(void)
{
	g_autofree char *here =
		g_build_filename(g_getenv("top_srcdir"), "tests/pty", NULL);
	g_autoptr(GDir) dir = g_dir_open(here, 0, NULL);
	GString *all = g_string_new(NULL);
	const char *name;

	while (dir && (name = g_dir_read_name(dir))) {
		g_autofree char *path = g_build_filename(here, name, NULL);
		g_autofree char *text = NULL;

		if (g_str_has_suffix(name, ".c") &&
		    g_file_get_contents(path, &text, NULL, NULL))
			g_string_append(all, text);
	}
	return g_string_free(all, FALSE);
}

static void expect_all_tried(void)
{
	g_autofree char *files = other_files();
	struct keymap *keys = keymap_new(data_keys_conf, &words_known, NULL);
	size_t n;
	const struct binding *b = keymap_bindings(keys, &n);

	for (size_t i = 0; i < n; i++) {
		g_autofree char *step =
			g_strdup_printf("%s:%s", b[i].context, b[i].action);
		g_autofree char *pressed =
			g_strdup_printf("\"%s\", \"%s\"", b[i].context,
					b[i].action);

		cr_expect(g_hash_table_contains(tried, step) ||
				  strstr(files, pressed),
			  "nobody tries %s", step);
	}
	keymap_free(keys);
}

Test(commands, do_what_they_are_called)
{
	tried = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	try_everywhere();
	try_the_panes();
	try_the_board();
	try_the_walk();
	try_the_tally();
	try_the_findings();
	try_the_senses();
	try_the_scorecard();
	try_the_history();
	try_the_menus();
	try_the_first_page();
	try_lists();
	try_a_text();
	try_others();
	try_a_deleted_file();
	try_a_small_screen();
	expect_all_tried();
	g_hash_table_unref(tried);
}
