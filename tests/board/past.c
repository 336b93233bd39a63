/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The past of a board: what each change did to the text, without a trace of
 * having looked; and going to any point of it.
 */
#include "board/past.h"

#include <criterion/criterion.h>
#include <limits.h>
#include <string.h>

#include "story.h"
#include "yaml/edit.h"

static struct board *open_day(void)
{
	g_autoptr(GError) error = NULL;
	struct board *b =
		board_from_bytes(g_strdup(OLD), strlen(OLD), "day", &error);

	cr_assert(b, "%s", error ? error->message : "");
	return b;
}

static struct place *touchpoint(struct board *b, unsigned stage)
{
	return stage_touchpoint(journey_stage(b->journey, stage), 0);
}

static void set(struct board *b, struct place *p, int field, const char *text)
{
	cr_assert(board_take(b, journey_set(b->journey, p, field, text, NULL)));
}

static void expect(GPtrArray *lines, guint n, const char *want)
{
	cr_assert_lt(n, lines->len);
	cr_expect_str_eq(lines->pdata[n], want, "%u: %s", n,
			 (char *)lines->pdata[n]);
}

static void expect_text(struct board *b, const char *want)
{
	size_t len;
	g_autofree char *text = tree_emit(b->tree, &len);

	cr_expect_str_eq(text, want);
}

Test(past, tells_each_change_as_lines)
{
	struct board *b = open_day();
	g_autoptr(GPtrArray) lines = NULL;

	set(b, touchpoint(b, 0), PLACE_NAME, "First bird");
	set(b, touchpoint(b, 1), T_WHAT, "We turn up the lights");
	set(b, b->journey->root, J_TITLE, "A night");
	lines = past_lines(b);
	cr_expect_eq(lines->len, 3u);
	expect(lines, 0,
	       "-        name: First light\n+        name: First bird\n");
	expect(lines, 1, "+        what: We turn up the lights\n");
	expect(lines, 2,
	       "-title: A day     # the title\n"
	       "+title: A night     # the title\n");
	board_free(b);
}

Test(past, tells_places_that_are_apart_apart)
{
	struct board *b = open_day();
	g_autoptr(GPtrArray) lines = NULL;

	cr_assert(board_take(b, journey_move(b->journey, touchpoint(b, 0),
					     journey_stage(b->journey, 1), 1,
					     NULL)));
	lines = past_lines(b);
	cr_expect(strstr(lines->pdata[0], "-        name: First light\n"));
	cr_expect(strstr(lines->pdata[0], "\n@\n"));
	cr_expect(strstr(lines->pdata[0], "+        name: First light\n"));
	cr_expect(!strstr(lines->pdata[0], "Last call"));
	board_free(b);
}

Test(past, tells_what_was_undone_too_and_leaves_no_trace)
{
	struct board *b = open_day();
	g_autoptr(GPtrArray) lines = NULL;
	size_t len;
	g_autofree char *text = NULL;

	set(b, touchpoint(b, 0), PLACE_NAME, "One");
	set(b, touchpoint(b, 0), PLACE_NAME, "Two");
	set(b, touchpoint(b, 1), PLACE_NAME, "Three");
	board_undo(b);
	board_undo(b);
	text = tree_emit(b->tree, &len);
	lines = past_lines(b);
	expect(lines, 1, "-        name: One\n+        name: Two\n");
	expect(lines, 2, "-        name: Last call\n+        name: Three\n");
	expect_text(b, text);
	cr_expect_eq(history_depth(b->tree), 1u);
	cr_expect_eq(history_count(b->tree), 3u);
	board_redo(b);
	expect_text(b, STORY("A day", "Two", "Last call"));
	board_free(b);
}

Test(past, ends_what_is_too_long)
{
	struct board *b = open_day();
	g_autofree char *word = g_strnfill(3000, 'x');
	g_autofree char *longer = g_strjoin("\n", word, word, word, NULL);
	g_autoptr(GPtrArray) lines = NULL;

	set(b, touchpoint(b, 0), T_WHAT, longer);
	lines = past_lines(b);
	cr_expect(g_str_has_suffix(lines->pdata[0], "\n…\n"));
	cr_expect_lt(strlen(lines->pdata[0]), 5000u);
	board_free(b);
}

Test(past, is_gone_to_and_come_back_from)
{
	struct board *b = open_day();
	const struct change *c;

	set(b, touchpoint(b, 0), PLACE_NAME, "One");
	set(b, touchpoint(b, 0), PLACE_NAME, "Two");
	set(b, touchpoint(b, 1), PLACE_NAME, "Three");
	c = board_go_to(b, 0);
	cr_expect_eq(c, history_change(b->tree, 0));
	expect_text(b, OLD);
	cr_expect_null(board_go_to(b, 0));
	board_go_to(b, 3);
	expect_text(b, STORY("A day", "Two", "Three"));
	board_free(b);
}

Test(past, knows_when_a_change_was_made)
{
	struct board *b = open_day();

	b->now = 1234567;
	set(b, touchpoint(b, 0), PLACE_NAME, "One");
	cr_expect_eq(history_change(b->tree, 0)->when, 1234567);
	board_free(b);
}
