/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the screen looks like on a real terminal: themes, and what is
 * remembered of them.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "../store/folder.h"
#include "press.h"
#include "screen.h"

TestSuite(look, .init = folder_enter, .fini = folder_leave);

static struct screen *open_with(const char *option, const char *value)
{
	const char *args[] = { option, value, NULL };

	return screen_start(&(struct start){ .args = args });
}

static void leave(struct screen *s)
{
	screen_send(s, "\021", 1);
	screen_expect_exit(s, 0);
	screen_free(s);
}

Test(look, a_theme_with_a_background_paints_every_cell)
{
	struct screen *s = open_with("--theme", "light");

	cr_expect(screen_is_painted(s));
	screen_input(s, "?", 1);
	cr_expect(screen_is_painted(s));
	screen_resize(s, 40, 120);
	cr_expect(screen_is_painted(s));
	leave(s);
}

Test(look, the_default_theme_leaves_the_background_alone)
{
	struct screen *s = open_with(NULL, NULL);

	cr_expect_not(screen_is_painted(s));
	leave(s);
}

/* As a terminal that draws emoji in one column would answer. */
Test(look, a_terminal_that_draws_no_wide_faces_gets_none)
{
	g_autofree char *path =
		g_build_filename(g_getenv("top_srcdir"), "data", "examples",
				 "contact-form.yaml", NULL);
	struct screen *s = screen_open(path);

	screen_expect(s, "\U0001F610");
	screen_send(s, "\033[2;2R\033[2;2R", 12);
	screen_settle_at(s, ":|");
	screen_expect_not(s, "\U0001F610");
	leave(s);
}

Test(look, a_question_leaves_no_sign_on_the_screen)
{
	struct screen *s = open_with("--theme", "default");

	cr_expect(strstr(screen_bytes(s)->str, "\033[6n"));
	screen_expect_not(s, "\U0001F60A");
	leave(s);
}

Test(look, doctor_asks_the_terminal_and_leaves_it_as_it_was)
{
	const char *args[] = { "doctor", NULL };
	struct screen *s = screen_start(&(struct start){ .args = args });

	screen_wait(s);
	screen_expect(s, "xterm-256color, 80 columns and 24 rows");
	screen_expect(s, "the terminal does not say");
	screen_expect_not(s, "\U0001F60A");
	screen_expect_same_modes(s);
	screen_free(s);
}

Test(look, a_theme_that_is_chosen_is_there_the_next_time)
{
	struct screen *s = open_with(NULL, NULL);

	press(s, "everywhere", "commands");
	press_text(s, "theme");
	press_key(s, "Enter");
	press_text(s, "light");
	cr_expect(screen_is_painted(s));
	press_key(s, "Enter");
	leave(s);
	s = open_with(NULL, NULL);
	cr_expect(screen_is_painted(s));
	leave(s);
}
