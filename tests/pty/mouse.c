/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The mouse on real terminals: dragging, turned off and on, and below a tmux
 * that hands on what its own terminal reports.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "../store/folder.h"
#include "desk.h"
#include "press.h"
#include "tmux.h"

TestSuite(mouse, .init = desk_enter, .fini = folder_leave);

/* Drag from one TEXT that is seen to another. */
static void drag(struct screen *s, const char *text, const char *to)
{
	int y, x, to_y, to_x;

	cr_assert(screen_find(s, text, &y, &x));
	cr_assert(screen_find(s, to, &to_y, &to_x));
	press_report(s, 0, y, x, 'M');
	press_report(s, 32, to_y, to_x, 'M');
	press_report(s, 0, to_y, to_x, 'm');
}

Test(mouse, drags_a_touchpoint_into_a_stage)
{
	g_autofree char *moved = NULL;
	struct screen *s = desk_open();

	drag(s, "Second cup", "Evening");
	screen_expect(s, "done: move Second cup");
	drag(s, "Second cup", "Last call");
	desk_save(s);
	cr_assert(g_file_get_contents("day.yaml", &moved, NULL, NULL));
	cr_expect(strstr(moved, "id: call") > strstr(moved, "id: cup"));
	cr_expect(strstr(moved, "id: cup") > strstr(moved, "id: evening"));
	desk_quit(s);
}

Test(mouse, is_the_terminals_own_without_us)
{
	static const char *const args[] = { "--no-mouse", "day.yaml", NULL };
	struct screen *s = screen_start(&(struct start){ .args = args });

	cr_expect_not(screen_mode(s, 1002) || screen_mode(s, 1006));
	press(s, "everywhere", "mouse");
	cr_expect(screen_mode(s, 1002) && screen_mode(s, 1006));
	press(s, "everywhere", "mouse");
	cr_expect_not(screen_mode(s, 1002) || screen_mode(s, 1006));
	desk_quit(s);
}

/* It has no mouse, and shows nothing of what turns one on and off. */
Test(mouse, leaves_nothing_on_the_console_of_linux)
{
	static const char *const args[] = { "day.yaml", NULL };
	static const char *const env[] = { "TERM=linux", NULL };
	struct start start = { .args = args, .env = env };
	struct screen *s = screen_start(&start);
	g_autofree char *with = screen_text(s);
	g_autofree char *without = NULL;

	cr_expect_not(strstr(with, "100") || strstr(with, "[?"));
	press(s, "everywhere", "mouse");
	press(s, "panes", "down");
	press(s, "panes", "up");
	without = screen_text(s);
	cr_expect_str_eq(without, with);
	press_seen(s, "Evening");
	screen_expect(s, "Last call");
	desk_quit(s);
}

/* --- below tmux ----------------------------------------------------------- */

static void enter(void)
{
	tmux_enter();
	put("day.yaml", desk_storyboard);
}

static void leave(void)
{
	TMUX("inner", "kill-server");
	TMUX("outer", "kill-server");
	folder_leave();
}

TestSuite(mouse_below_tmux, .init = enter, .fini = leave);

static void await(const char *text)
{
	gint64 end = g_get_monotonic_time() + 20 * G_USEC_PER_SEC;
	g_autofree char *seen = NULL;

	do {
		g_free(seen);
		seen = tmux_screen("outer");
	} while (!strstr(seen, text) && g_get_monotonic_time() < end);
	cr_assert(strstr(seen, text), "'%s' is not seen; the screen is\n%s",
		  text, seen);
}

/* What the terminal of the inner tmux reports, byte by byte. */
static void report(const char *bytes)
{
	g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func(g_free);

	g_ptr_array_add(keys, g_strdup("send-keys"));
	g_ptr_array_add(keys, g_strdup("-H"));
	for (; *bytes; bytes++)
		g_ptr_array_add(keys, g_strdup_printf("%02x", *bytes));
	g_ptr_array_add(keys, NULL);
	g_free(tmux_say("outer", (const char *const *)keys->pdata));
}

/* The inner one asks its terminal for the mouse because we asked it, and hands
 * us what it is told. */
Test(mouse_below_tmux, works_the_same)
{
	g_autofree char *program = tmux_environment("SENSEBOARD");

	TMUX("outer", "new-session", "-d", "-x", "80", "-y", "24", "tmux", "-u",
	     "-f", "conf", "-S", "inner", "new-session", program, "day.yaml");
	await("First light");
	report("\033[<0;6;5M\033[<0;6;5m");
	await("Last call");
	report("\033[<0;30;24M\033[<0;30;24m");
	await("Name of the new");
}
