/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A walk from the first step to the tally, on a terminal, with a crash in the
 * middle of it.
 */
#include "screen.h"

#include <criterion/criterion.h>
#include <glib.h>
#include <signal.h>
#include <string.h>

#include "../store/folder.h"
#include "desk.h"
#include "press.h"

TestSuite(walk, .init = desk_enter, .fini = folder_leave);

/* The storyboard with a walk of this day that says REST. */
static void expect_walked(const char *rest)
{
	g_autofree char *text = NULL;
	const char *walk = "\nwalks:\n  - date: ";
	size_t head = strlen(desk_storyboard), len = strlen(walk);

	cr_assert(g_file_get_contents("day.yaml", &text, NULL, NULL));
	cr_assert(g_str_has_prefix(text, desk_storyboard), "%s", text);
	cr_assert(g_str_has_prefix(text + head, walk), "%s", text);
	cr_expect_str_eq(text + head + len + strlen("2026-11-22"), rest);
}

static struct screen *set_out(struct screen *s)
{
	press(s, "everywhere", "walk");
	press(s, "walks", "set-out");
	screen_expect(s, "How does it feel, as the customer?");
	return s;
}

static void feel(struct screen *s, const char *face, const char *shown)
{
	press(s, "walk", face);
	screen_expect(s, shown);
	press(s, "walk", "next-step");
}

static void feel_two_and_die(void)
{
	struct screen *s = set_out(desk_open());

	feel(s, "happy", "2 happy +1");
	feel(s, "angry", "7 angry -2");
	kill(screen_pid(s), SIGKILL);
	screen_wait(s);
	screen_free(s);
	expect("day.yaml", desk_storyboard);
}

Test(walk, goes_on_after_a_crash_to_the_end)
{
	struct screen *s;

	feel_two_and_die();
	s = screen_open("day.yaml");
	press(s, "recovery", "recover");
	set_out(s);
	screen_expect(s, "step 3 of 3");
	press(s, "walk", "delighted");
	press(s, "walk", "note");
	press_text(s, "Better than home");
	press(s, "field", "commit");
	press(s, "walk", "next-step");
	screen_expect(s, "the smiles outnumber the frowns");
	desk_save(s);
	expect_walked("\n    faces:\n      light: happy\n      cup: angry\n"
		      "      call: delighted\n"
		      "    notes:\n      call: Better than home\n");
	press(s, "tally", "leave-walk");
	desk_quit(s);
}

Test(walk, leaves_no_trace_when_all_is_undone)
{
	struct screen *s = set_out(desk_open());

	feel(s, "happy", "2 happy +1");
	feel(s, "angry", "7 angry -2");
	press(s, "everywhere", "undo");
	press(s, "everywhere", "undo");
	screen_expect(s, "step 1 of 3");
	press(s, "walk", "leave-walk");
	desk_quit(s);
	expect("day.yaml", desk_storyboard);
}
