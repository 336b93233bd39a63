/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Replaying keys: each kind of line does what it says, and what is wrong is
 * named.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "app-drive.h"
#include "board/board.h"

static char *replay(const char *keys, GError **error)
{
	const struct app_options options = { .glyphs = GLYPHS_EMOJI,
					     .data = "/nowhere" };
	struct board *b =
		board_from_bytes(g_strdup(drive_story), strlen(drive_story),
				 "harbour", NULL);

	return app_replay(b, keys, &options, error);
}

static void expect_seen(const char *keys, const char *text)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *screen = replay(keys, &error);

	cr_assert_not_null(screen, "%s", error ? error->message : "");
	cr_expect(strstr(screen, text), "%s", screen);
}

static void expect_refused(const char *keys, const char *message)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *screen = replay(keys, &error);

	cr_assert_null(screen);
	cr_expect_str_eq(error->message, message);
}

Test(replay, shows_the_first_screen_without_keys)
{
	expect_seen("", "Touchpoints");
}

Test(replay, is_the_same_every_time)
{
	const char *keys = "Down Enter\ntext:Lit path\nEnter ] ]";
	g_autofree char *one = replay(keys, NULL);
	g_autofree char *two = replay(keys, NULL);

	cr_expect_str_eq(one, two);
}

Test(replay, presses_keys_and_types_texts)
{
	expect_seen("# find it\n/\ntext:warm towel in\n", "1 of 1");
}

Test(replay, pastes_lines)
{
	expect_seen("do:add-after\npaste:One\\nTwo\n", "(2 added)");
}

Test(replay, does_actions_by_name)
{
	expect_seen("do:help", "What can be done");
	expect_refused("do:fly", "nothing here is called 'fly'");
}

Test(replay, clicks_and_changes_the_size)
{
	expect_seen("click:23,2", "What can be done");
	expect_seen("size:39x9", "have 39x9");
	expect_refused("size:0x9", "no screen has the size '0x9'");
	expect_refused("click:here", "no place on the screen is called 'here'");
}

Test(replay, names_a_key_that_there_is_none_of)
{
	expect_refused("Down Spacebar", "no key is called 'Spacebar'");
}
