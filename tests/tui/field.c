/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The text field: what each action does, what may come in, what is seen.
 * A text is written with '|' where the cursor stands.
 */
#include "tui/field.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <string.h>

#include "tui/caret.h"
#include "tui/key.h"

static void utf8(void)
{
	setlocale(LC_ALL, "C.UTF-8");
}

TestSuite(field, .init = utf8);

static void begin(struct field *f, const char *marked, bool lines, char **cut)
{
	g_auto(GStrv) sides = g_strsplit(marked, "|", 2);
	g_autofree char *text = g_strconcat(sides[0], sides[1], NULL);

	field_init(f, text, lines, cut);
	f->cursor = strlen(sides[0]);
}

static char *marked(const struct field *f)
{
	return g_strdup_printf("%.*s|%s", (int)f->cursor, f->text->str,
			       f->text->str + f->cursor);
}

static void expect_text(const struct field *f, const char *want)
{
	g_autofree char *got = marked(f);

	cr_expect_str_eq(got, want, "'%s' is not '%s'", got, want);
}

/* BEFORE becomes AFTER by ACTION, which cuts CUT (NULL: nothing). */
static void expect_act(const char *action, const char *before,
		       const char *after, const char *cut)
{
	struct field f;
	char *kept = NULL;

	begin(&f, before, true, &kept);
	cr_expect(field_do(&f, action), "%s", action);
	expect_text(&f, after);
	if (cut)
		cr_expect_str_eq(kept, cut);
	else
		cr_expect_null(kept);
	field_release(&f);
	g_free(kept);
}

Test(field, moves_by_clusters_words_and_lines)
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

Test(field, erases_whole_clusters)
{
	expect_act("erase-left", "xe\u0301|", "x|", NULL);
	expect_act("erase-left", "|x", "|x", NULL);
	expect_act("erase-right", "|e\u0301x", "|x", NULL);
	expect_act("erase-right", "x|", "x|", NULL);
	expect_act("erase-left", "👨\u200d👩|", "|", NULL);
}

Test(field, what_is_cut_is_kept)
{
	expect_act("cut-to-end", "a |warm\ntowel", "a |\ntowel", "warm");
	expect_act("cut-to-end", "warm|\ntowel", "warm|towel", "\n");
	expect_act("cut-to-end", "warm|", "warm|", NULL);
	expect_act("cut-to-begin", "x\na warm| b", "x\n| b", "a warm");
	expect_act("cut-left", "at a/b-c |x", "at |x", "a/b-c ");
	expect_act("cut-word-left", "at a/b-c |x", "at a/b-|x", "c ");
	expect_act("cut-word-right", "a| warm b", "a| b", " warm");
}

Test(field, what_is_cut_comes_back_in_the_next_field)
{
	struct field f;
	char *cut = NULL;

	begin(&f, "a warm |towel", false, &cut);
	field_do(&f, "cut-to-end");
	field_release(&f);
	begin(&f, "<|>", false, &cut);
	field_do(&f, "put-back");
	field_do(&f, "put-back");
	expect_text(&f, "<toweltowel|>");
	field_release(&f);
	g_free(cut);
}

Test(field, giving_up_keeps_the_text)
{
	struct field f;
	char *cut = NULL;

	begin(&f, "typed| for long", false, &cut);
	field_keep(&f);
	cr_expect_str_eq(cut, "typed for long");
	expect_text(&f, "typed| for long");
	field_release(&f);
	g_free(cut);
}

Test(field, only_characters_are_typed)
{
	struct field f;
	char *cut = NULL;

	begin(&f, "|", false, &cut);
	cr_expect(field_type(&f, 0x105));
	cr_expect(field_type(&f, 0x1f60a));
	cr_expect(field_type(&f, ' '));
	cr_expect_not(field_type(&f, MOD_ALT | 'a'));
	cr_expect_not(field_type(&f, KEYCODE_UP));
	cr_expect_not(field_type(&f, 0));
	expect_text(&f, "ą😊 |");
	field_release(&f);
}

Test(field, a_typed_accent_joins_the_letter_before)
{
	struct field f;
	char *cut = NULL;

	begin(&f, "e|x", false, &cut);
	field_type(&f, 0x301);
	expect_text(&f, "e\u0301|x");
	f.cursor = 0;
	field_type(&f, 'o');
	expect_text(&f, "o|e\u0301x");
	field_release(&f);
}

static void expect_paste(bool lines, const char *paste, size_t len,
			 const char *want)
{
	struct field f;
	char *cut = NULL;

	begin(&f, "<|>", lines, &cut);
	cr_expect(field_insert(&f, paste, len));
	expect_text(&f, want);
	field_release(&f);
}

Test(field, a_paste_is_made_text)
{
	expect_paste(true, "a\r\nb\rc\n", 7, "<a\nb\nc\n|>");
	expect_paste(false, "a\r\nb\rc\n", 7, "<a b c|>");
	expect_paste(false, "a\tb", 3, "<a\tb|>");
	expect_paste(true, "\033[31mred\x07\x7f", 10, "<[31mred|>");
	expect_paste(true, "a\xff\xc3z", 4, "<a\ufffd\ufffdz|>");
	expect_paste(true, "\xc2\x9b", 2, "<|>");
	expect_paste(true, "a\0b", 3, "<a\ufffdb|>");
}

Test(field, what_is_too_long_changes_nothing)
{
	struct field f;
	char *cut = NULL;

	begin(&f, "1234|", false, &cut);
	f.limit = 6;
	cr_expect_not(field_insert(&f, "567", 3));
	expect_text(&f, "1234|");
	cr_expect(field_insert(&f, "56", 2));
	cr_expect(field_type(&f, '7'));
	expect_text(&f, "123456|");
	cr_expect_not(field_set(&f, "1234567"));
	cr_expect(field_set(&f, "done"));
	expect_text(&f, "done|");
	field_release(&f);
}

Test(field, a_bad_text_is_mended_when_it_opens)
{
	struct field f;
	char *cut = NULL;

	field_init(&f, "a\xff", false, &cut);
	expect_text(&f, "a\ufffd|");
	field_release(&f);
}

Test(field, one_line_has_no_lines_to_move_in)
{
	struct field f;
	char *cut = NULL;

	begin(&f, "a|b", false, &cut);
	cr_expect_not(field_do(&f, "line-up"));
	cr_expect_not(field_do(&f, "new-line"));
	cr_expect_not(field_do(&f, "no such action"));
	expect_text(&f, "a|b");
	field_release(&f);
}

static void expect_drawn(struct field *f, int rows, int cols, const char *want,
			 int y, int x)
{
	struct canvas *c = canvas_new(rows, cols, GLYPHS_UNICODE);

	field_draw(f, c, (struct rect){ .rows = rows, .cols = cols });
	g_autofree char *got = canvas_dump(c);
	cr_expect_str_eq(g_strchomp(got), want, "'%s' is not '%s'", got, want);
	cr_expect_eq(c->cursor_y, y, "cursor in row %d", c->cursor_y);
	cr_expect_eq(c->cursor_x, x, "cursor in column %d", c->cursor_x);
	canvas_free(c);
}

Test(field, a_line_scrolls_sideways_with_the_cursor)
{
	struct field f;
	char *cut = NULL;

	begin(&f, "0123456789|", false, &cut);
	expect_drawn(&f, 1, 12, "0123456789", 0, 10);
	expect_drawn(&f, 1, 8, "…456789", 0, 7);
	field_do(&f, "line-begin");
	expect_drawn(&f, 1, 8, "0123456…", 0, 0);
	f.cursor = 6;
	expect_drawn(&f, 1, 8, "0123456…", 0, 6);
	f.cursor = 7;
	expect_drawn(&f, 1, 8, "…234567…", 0, 6);
	f.cursor = 3;
	expect_drawn(&f, 1, 8, "…234567…", 0, 2);
	field_release(&f);
}

Test(field, wide_characters_are_never_halved)
{
	struct field f;
	char *cut = NULL;

	begin(&f, "日本語日本語|", false, &cut);
	expect_drawn(&f, 1, 8, "…日本語", 0, 7);
	expect_drawn(&f, 1, 7, "…本語", 0, 5);
	expect_drawn(&f, 1, 1, "…", 0, 0);
	field_release(&f);
}

Test(field, lines_wrap_and_scroll_with_the_cursor)
{
	struct field f;
	char *cut = NULL;

	begin(&f, "a warm towel in\nyour hands|", true, &cut);
	cr_expect_eq(field_height(&f, GLYPHS_UNICODE, 8), 5);
	cr_expect_eq(field_height(&f, GLYPHS_UNICODE, 80), 2);
	expect_drawn(&f, 4, 8, "towel\nin\nyour\nhands", 3, 5);
	field_do(&f, "text-begin");
	expect_drawn(&f, 4, 8, "a warm\ntowel\nin\nyour", 0, 0);
	field_do(&f, "page-down");
	expect_drawn(&f, 4, 8, "a warm\ntowel\nin\nyour", 3, 0);
	field_release(&f);
}

Test(field, up_and_down_follow_the_lines_seen)
{
	struct field f;
	char *cut = NULL;

	begin(&f, "a warm| to\nin your hands", true, &cut);
	expect_drawn(&f, 5, 8, "a warm\nto\nin your\nhands", 0, 6);
	field_do(&f, "line-down");
	expect_text(&f, "a warm to|\nin your hands");
	field_do(&f, "line-down");
	expect_text(&f, "a warm to\nin you|r hands");
	field_do(&f, "line-down");
	expect_text(&f, "a warm to\nin your hands|");
	field_do(&f, "line-up");
	expect_text(&f, "a warm to\nin you|r hands");
	field_do(&f, "text-begin");
	field_do(&f, "line-up");
	expect_text(&f, "|a warm to\nin your hands");
	field_release(&f);
}

Test(field, down_enters_a_split_word_and_does_not_skip_it)
{
	struct field f;
	char *cut = NULL;

	begin(&f, "|abcdefghi", true, &cut);
	expect_drawn(&f, 3, 4, "abc\ndef\nghi", 0, 0);
	field_do(&f, "line-end");
	expect_drawn(&f, 3, 4, "abc\ndef\nghi", 2, 3);
	field_do(&f, "line-up");
	expect_text(&f, "abcde|fghi");
	field_do(&f, "line-up");
	expect_text(&f, "ab|cdefghi");
	field_release(&f);
}

static void act_at_random(struct field *f, GRand *rand)
{
	static const char *const texts[] = { "word ", "\n",	  "e\u0301",
					     "日",    "👨\u200d👩", "\xff",
					     "\r\n",  "\u0301",	  "\u200d",
					     "🇩🇪" };
	size_t count;
	const struct field_action *actions = field_actions(&count);
	int choice = g_rand_int_range(rand, 0, 3);

	if (choice == 0) {
		const char *t = texts[g_rand_int_range(rand, 0, 10)];

		field_insert(f, t, strlen(t));
	} else {
		int i = g_rand_int_range(rand, 0, (int)count);

		field_do(f, actions[i].name);
	}
}

Test(field, no_action_breaks_its_promises)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(11);
	struct field f;
	char *cut = NULL;

	for (int run = 0; run < 40; run++) {
		begin(&f, "a warm |towel", run % 2, &cut);
		f.limit = 60;
		for (int i = 0; i < 150; i++) {
			int rows = g_rand_int_range(rand, 1, 4);
			int cols = g_rand_int_range(rand, 1, 9);
			struct canvas *c = canvas_new(rows, cols, i % 3);

			act_at_random(&f, rand);
			field_draw(&f, c, (struct rect){ 0, 0, rows, cols });
			canvas_free(c);
			cr_assert_leq(f.text->len, f.limit);
			cr_assert(g_utf8_validate(f.text->str,
						  (gssize)f.text->len, NULL));
			cr_assert_eq(caret_snap(f.text->str, f.text->len,
						f.cursor),
				     f.cursor);
			cr_assert(f.lines || !strchr(f.text->str, '\n'));
		}
		field_release(&f);
	}
	g_free(cut);
}
