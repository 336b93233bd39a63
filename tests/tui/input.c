/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A text being typed: what each action does, what may come in, what is seen.
 * A text is written with '|' where the cursor stands.
 */
#include "tui/input.h"

#include <criterion/criterion.h>
#include <string.h>

#include "frames.h"
#include "tui/caret.h"
#include "tui/key.h"

TestSuite(input, .init = frames_utf8);

static void begin(struct input *in, const char *marked, bool lines, char **cut)
{
	g_auto(GStrv) sides = g_strsplit(marked, "|", 2);
	g_autofree char *text = g_strconcat(sides[0], sides[1], NULL);

	input_init(in, text, lines, cut);
	in->cursor = strlen(sides[0]);
}

static char *marked(const struct input *in)
{
	return g_strdup_printf("%.*s|%s", (int)in->cursor, in->text->str,
			       in->text->str + in->cursor);
}

static void expect_text(const struct input *in, const char *want)
{
	g_autofree char *got = marked(in);

	cr_expect_str_eq(got, want, "'%s' is not '%s'", got, want);
}

/* BEFORE becomes AFTER by ACTION, which cuts CUT (NULL: nothing). */
static void expect_act(const char *action, const char *before,
		       const char *after, const char *cut)
{
	struct input in;
	char *kept = NULL;

	begin(&in, before, true, &kept);
	cr_expect(input_do(&in, action), "%s", action);
	expect_text(&in, after);
	if (cut)
		cr_expect_str_eq(kept, cut);
	else
		cr_expect_null(kept);
	input_release(&in);
	g_free(kept);
}

Test(input, moves_by_clusters_words_and_lines)
{
	expect_act("char-left", "e\u0301|", "|e\u0301", NULL);
	expect_act("char-left", "|a", "|a", NULL);
	expect_act("char-right", "a|\nb", "a\n|b", NULL);
	expect_act("word-left", "a warm to|wel", "a warm |towel", NULL);
	expect_act("word-right", "a| warm towel", "a warm| towel", NULL);
	expect_act("line-begin", "one\ntw|o", "one\n|two", NULL);
	expect_act("line-end", "o|ne\ntwo", "one|\ntwo", NULL);
	expect_act("text-begin", "one\ntw|o", "|one\ntwo", NULL);
	expect_act("text-end", "o|ne\ntwo", "one\ntwo|", NULL);
}

Test(input, erases_whole_clusters)
{
	expect_act("erase-left", "xe\u0301|", "x|", NULL);
	expect_act("erase-left", "|x", "|x", NULL);
	expect_act("erase-right", "|e\u0301x", "|x", NULL);
	expect_act("erase-right", "x|", "x|", NULL);
	expect_act("erase-left", "👨\u200d👩|", "|", NULL);
}

Test(input, what_is_cut_is_kept)
{
	expect_act("cut-to-end", "a |warm\ntowel", "a |\ntowel", "warm");
	expect_act("cut-to-end", "warm|\ntowel", "warm|towel", "\n");
	expect_act("cut-to-end", "warm|", "warm|", NULL);
	expect_act("cut-to-begin", "x\na warm| b", "x\n| b", "a warm");
	expect_act("cut-left", "at a/b-c |x", "at |x", "a/b-c ");
	expect_act("cut-word-left", "at a/b-c |x", "at a/b-|x", "c ");
	expect_act("cut-word-right", "a| warm b", "a| b", " warm");
}

Test(input, what_is_cut_comes_back_in_the_next_input)
{
	struct input in;
	char *cut = NULL;

	begin(&in, "a warm |towel", false, &cut);
	input_do(&in, "cut-to-end");
	input_release(&in);
	begin(&in, "<|>", false, &cut);
	input_do(&in, "put-back");
	input_do(&in, "put-back");
	expect_text(&in, "<toweltowel|>");
	input_release(&in);
	g_free(cut);
}

Test(input, giving_up_keeps_the_text)
{
	struct input in;
	char *cut = NULL;

	begin(&in, "typed| for long", false, &cut);
	input_keep(&in);
	cr_expect_str_eq(cut, "typed for long");
	expect_text(&in, "typed| for long");
	input_release(&in);
	g_free(cut);
}

Test(input, only_characters_are_typed)
{
	struct input in;
	char *cut = NULL;

	begin(&in, "|", false, &cut);
	cr_expect(input_type(&in, 0x105));
	cr_expect(input_type(&in, 0x1f60a));
	cr_expect(input_type(&in, ' '));
	cr_expect_not(input_type(&in, MOD_ALT | 'a'));
	cr_expect_not(input_type(&in, KEYCODE_UP));
	cr_expect_not(input_type(&in, 0));
	expect_text(&in, "ą😊 |");
	input_release(&in);
}

Test(input, a_typed_accent_joins_the_letter_before)
{
	struct input in;
	char *cut = NULL;

	begin(&in, "e|x", false, &cut);
	input_type(&in, 0x301);
	expect_text(&in, "e\u0301|x");
	in.cursor = 0;
	input_type(&in, 'o');
	expect_text(&in, "o|e\u0301x");
	input_release(&in);
}

static void expect_paste(bool lines, const char *paste, size_t len,
			 const char *want)
{
	struct input in;
	char *cut = NULL;

	begin(&in, "<|>", lines, &cut);
	cr_expect(input_insert(&in, paste, len));
	expect_text(&in, want);
	input_release(&in);
}

Test(input, a_paste_is_made_text)
{
	expect_paste(true, "a\r\nb\rc\n", 7, "<a\nb\nc\n|>");
	expect_paste(false, "a\r\nb\rc\n", 7, "<a b c|>");
	expect_paste(false, "a\tb", 3, "<a\tb|>");
	expect_paste(true, "\033[31mred\x07\x7f", 10, "<[31mred|>");
	expect_paste(true, "a\xff\xc3z", 4, "<a\ufffd\ufffdz|>");
	expect_paste(true, "\xc2\x9b", 2, "<|>");
	expect_paste(true, "a\0b", 3, "<a\ufffdb|>");
}

Test(input, what_is_too_long_changes_nothing)
{
	struct input in;
	char *cut = NULL;

	begin(&in, "1234|", false, &cut);
	in.limit = 6;
	cr_expect_not(input_insert(&in, "567", 3));
	expect_text(&in, "1234|");
	cr_expect(input_insert(&in, "56", 2));
	cr_expect(input_type(&in, '7'));
	expect_text(&in, "123456|");
	cr_expect_not(input_set(&in, "1234567"));
	cr_expect(input_set(&in, "done"));
	expect_text(&in, "done|");
	input_release(&in);
}

Test(input, a_bad_text_is_mended_when_it_opens)
{
	struct input in;
	char *cut = NULL;

	input_init(&in, "a\xff", false, &cut);
	expect_text(&in, "a\ufffd|");
	input_release(&in);
}

Test(input, one_line_has_no_lines_to_move_in)
{
	struct input in;
	char *cut = NULL;

	begin(&in, "a|b", false, &cut);
	cr_expect_not(input_do(&in, "line-up"));
	cr_expect_not(input_do(&in, "new-line"));
	cr_expect_not(input_do(&in, "no such action"));
	expect_text(&in, "a|b");
	input_release(&in);
}

static void expect_drawn(struct input *in, int rows, int cols, const char *want,
			 int y, int x)
{
	struct canvas *c = canvas_new(rows, cols, GLYPHS_UNICODE);

	input_draw(in, c, (struct rect){ .rows = rows, .cols = cols });
	g_autofree char *got = canvas_dump(c);
	cr_expect_str_eq(g_strchomp(got), want, "'%s' is not '%s'", got, want);
	cr_expect_eq(c->cursor_y, y, "cursor in row %d", c->cursor_y);
	cr_expect_eq(c->cursor_x, x, "cursor in column %d", c->cursor_x);
	canvas_free(c);
}

Test(input, a_line_scrolls_sideways_with_the_cursor)
{
	struct input in;
	char *cut = NULL;

	begin(&in, "0123456789|", false, &cut);
	expect_drawn(&in, 1, 12, "0123456789", 0, 10);
	expect_drawn(&in, 1, 8, "…456789", 0, 7);
	input_do(&in, "line-begin");
	expect_drawn(&in, 1, 8, "0123456…", 0, 0);
	in.cursor = 6;
	expect_drawn(&in, 1, 8, "0123456…", 0, 6);
	in.cursor = 7;
	expect_drawn(&in, 1, 8, "…234567…", 0, 6);
	in.cursor = 3;
	expect_drawn(&in, 1, 8, "…234567…", 0, 2);
	input_release(&in);
}

Test(input, wide_characters_are_never_halved)
{
	struct input in;
	char *cut = NULL;

	begin(&in, "日本語日本語|", false, &cut);
	expect_drawn(&in, 1, 8, "…日本語", 0, 7);
	expect_drawn(&in, 1, 7, "…本語", 0, 5);
	expect_drawn(&in, 1, 1, "…", 0, 0);
	input_release(&in);
}

Test(input, lines_wrap_and_scroll_with_the_cursor)
{
	struct input in;
	char *cut = NULL;

	begin(&in, "a warm towel in\nyour hands|", true, &cut);
	cr_expect_eq(input_height(&in, GLYPHS_UNICODE, 8), 5);
	cr_expect_eq(input_height(&in, GLYPHS_UNICODE, 80), 2);
	expect_drawn(&in, 4, 8, "towel\nin\nyour\nhands", 3, 5);
	input_do(&in, "text-begin");
	expect_drawn(&in, 4, 8, "a warm\ntowel\nin\nyour", 0, 0);
	input_do(&in, "page-down");
	expect_drawn(&in, 4, 8, "a warm\ntowel\nin\nyour", 3, 0);
	input_release(&in);
}

Test(input, up_and_down_follow_the_lines_seen)
{
	struct input in;
	char *cut = NULL;

	begin(&in, "a warm| to\nin your hands", true, &cut);
	expect_drawn(&in, 5, 8, "a warm\nto\nin your\nhands", 0, 6);
	input_do(&in, "line-down");
	expect_text(&in, "a warm to|\nin your hands");
	input_do(&in, "line-down");
	expect_text(&in, "a warm to\nin you|r hands");
	input_do(&in, "line-down");
	expect_text(&in, "a warm to\nin your hands|");
	input_do(&in, "line-up");
	expect_text(&in, "a warm to\nin you|r hands");
	input_do(&in, "text-begin");
	input_do(&in, "line-up");
	expect_text(&in, "|a warm to\nin your hands");
	input_release(&in);
}

Test(input, down_enters_a_split_word_and_does_not_skip_it)
{
	struct input in;
	char *cut = NULL;

	begin(&in, "|abcdefghi", true, &cut);
	expect_drawn(&in, 3, 4, "abc\ndef\nghi", 0, 0);
	input_do(&in, "line-end");
	expect_drawn(&in, 3, 4, "abc\ndef\nghi", 2, 3);
	input_do(&in, "line-up");
	expect_text(&in, "abcde|fghi");
	input_do(&in, "line-up");
	expect_text(&in, "ab|cdefghi");
	input_release(&in);
}

static void act_at_random(struct input *in, GRand *rand)
{
	static const char *const texts[] = { "word ", "\n",	  "e\u0301",
					     "日",    "👨\u200d👩", "\xff",
					     "\r\n",  "\u0301",	  "\u200d",
					     "🇩🇪" };
	size_t count;
	const struct input_action *actions = input_actions(&count);
	int choice = g_rand_int_range(rand, 0, 3);

	if (choice == 0) {
		const char *t = texts[g_rand_int_range(rand, 0, 10)];

		input_insert(in, t, strlen(t));
	} else {
		int i = g_rand_int_range(rand, 0, (int)count);

		input_do(in, actions[i].name);
	}
}

Test(input, no_action_breaks_its_promises)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(11);
	struct input in;
	char *cut = NULL;

	for (int run = 0; run < 40; run++) {
		begin(&in, "a warm |towel", run % 2, &cut);
		in.limit = 60;
		for (int i = 0; i < 150; i++) {
			int rows = g_rand_int_range(rand, 1, 4);
			int cols = g_rand_int_range(rand, 1, 9);
			struct canvas *c = canvas_new(rows, cols, i % 3);

			act_at_random(&in, rand);
			input_draw(&in, c, (struct rect){ 0, 0, rows, cols });
			canvas_free(c);
			cr_assert_leq(in.text->len, in.limit);
			cr_assert(g_utf8_validate(in.text->str,
						  (gssize)in.text->len, NULL));
			cr_assert_eq(caret_snap(in.text->str, in.text->len,
						in.cursor),
				     in.cursor);
			cr_assert(in.lines || !strchr(in.text->str, '\n'));
		}
		input_release(&in);
	}
	g_free(cut);
}
