/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A window that changes its size: everything is kept, at every size the
 * whole screen is drawn, and nothing ends.
 */
#include "screen.h"

#include <criterion/criterion.h>
#include <string.h>

#include "../store/folder.h"
#include "desk.h"
#include "press.h"

TestSuite(resize, .init = desk_enter, .fini = folder_leave);

static struct screen *open_at(int rows, int cols)
{
	static const char *const args[] = { "day.yaml", NULL };

	return screen_start(
		&(struct start){ .args = args, .rows = rows, .cols = cols });
}

/* The hints stand in the last row, and nothing is left over above. */
static void expect_drawn(struct screen *s, int rows)
{
	g_autofree char *hints = screen_row(s, rows - 1);
	g_autofree char *text = screen_text(s);

	if (!strstr(hints, "quit"))
		screen_fail(s, "the last row is '%s'", hints);
	if (strstr(text, "help") != g_strrstr(text, "help"))
		screen_fail(s, "there are two rows of hints");
}

Test(resize, everything_is_kept)
{
	struct screen *s = open_at(40, 120);

	expect_drawn(s, 40);
	desk_rename(s, "Any light");
	press(s, "panes", "down");
	screen_resize(s, 24, 80);
	expect_drawn(s, 24);
	screen_resize(s, 12, 40);
	expect_drawn(s, 12);
	screen_expect(s, "Second cup");
	screen_resize(s, 1, 1);
	screen_resize(s, 24, 80);
	expect_drawn(s, 24);
	screen_expect(s, "Any light");
	screen_expect(s, "There is more");
	press(s, "everywhere", "undo");
	screen_expect(s, "undid");
	desk_quit(s);
}

Test(resize, an_open_field_stays_open)
{
	g_autofree char *want = replaced(desk_storyboard, "name: First light\n",
					 "name: First light abcde\n");
	struct screen *s = open_at(40, 120);

	press(s, "panes", "edit");
	press_text(s, " a");
	screen_resize(s, 24, 80);
	press_text(s, "b");
	screen_resize(s, 12, 40);
	press_text(s, "c");
	screen_resize(s, 1, 1);
	press_text(s, "d");
	screen_resize(s, 24, 80);
	press_text(s, "e");
	screen_expect(s, "First light abcde");
	press(s, "field", "commit");
	desk_save(s);
	expect("day.yaml", want);
	desk_quit(s);
}

Test(resize, a_small_screen_says_what_it_needs)
{
	struct screen *s = open_at(24, 80);

	screen_resize(s, 9, 40);
	screen_expect(s, "needs 40x10");
	screen_resize(s, 10, 39);
	screen_expect(s, "needs 40x10");
	screen_resize(s, 10, 40);
	screen_expect_not(s, "needs 40x10");
	screen_resize(s, 2, 30);
	press_last(s, "small", "quit");
	screen_expect_exit(s, 0);
	screen_free(s);
}

Test(resize, it_begins_in_one_cell)
{
	struct screen *s = open_at(1, 1);

	screen_resize(s, 24, 80);
	screen_expect(s, "First light");
	expect_drawn(s, 24);
	desk_quit(s);
}

/* A picture drawn anew is the picture that grew change by change. */
Test(resize, drawing_anew_changes_nothing)
{
	static const int sizes[][2] = { { 12, 40 }, { 30, 100 }, { 1, 1 },
					{ 3, 200 }, { 60, 20 },	 { 24, 80 } };
	struct screen *s = open_at(40, 120);

	for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
		screen_resize(s, sizes[i][0], sizes[i][1]);
		press(s, "panes", "down");
		press(s, "panes", "up");
		g_autofree char *grown = screen_text(s);
		press(s, "everywhere", "redraw");
		g_autofree char *anew = screen_text(s);
		cr_expect_str_eq(grown, anew);
	}
	desk_quit(s);
}
