/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The filtered list: what matches, in what order, where the cursor goes.
 */
#include "tui/list.h"

#include <criterion/criterion.h>

#include "frames.h"

TestSuite(list, .init = frames_utf8);

static void people(struct list *l, bool may_add)
{
	list_init(l, may_add);
	list_add(l, "Web team", "builds the shop", "web");
	list_add(l, "Front desk", "greets", "desk");
	list_add(l, "Über driver", "drives", "driver");
	list_add(l, "Night desk", "", "night");
	list_add(l, "Destiny", "", "destiny");
}

static void expect_rows(struct list *l, const char *typed, const char *want)
{
	GString *got = g_string_new(NULL);

	list_filter(l, typed);
	for (size_t i = 0; i < list_count(l); i++) {
		const struct list_item *item;

		l->cursor = i;
		item = list_chosen(l);
		g_string_append_printf(got, "%s%s", i ? " " : "",
				       item ? item->value : "+");
	}
	l->cursor = 0;
	cr_expect_str_eq(got->str, want, "'%s': %s", typed, got->str);
	g_string_free(got, TRUE);
}

Test(list, all_is_shown_while_nothing_is_typed)
{
	struct list l;

	people(&l, true);
	expect_rows(&l, "", "web desk driver night destiny");
	expect_rows(&l, "  ", "web desk driver night destiny");
	list_release(&l);
}

Test(list, better_matches_come_first)
{
	struct list l;

	people(&l, false);
	expect_rows(&l, "des", "destiny desk night");
	expect_rows(&l, "esk", "desk night");
	expect_rows(&l, "SHOP", "web");
	expect_rows(&l, "fd", "desk");
	expect_rows(&l, "zzz", "");
	list_release(&l);
}

Test(list, the_very_name_comes_first_and_whole_words_before_letters)
{
	struct list l;

	list_init(&l, false);
	list_add(&l, "undone", "", "undone");
	list_add(&l, "next finding", "", "next-finding");
	list_add(&l, "undo", "", "undo");
	list_add(&l, "unify", "is no finding", "unify");
	expect_rows(&l, "undo", "undo undone");
	expect_rows(&l, "nf", "next-finding unify");
	expect_rows(&l, "fin", "next-finding unify");
	list_release(&l);
}

Test(list, upper_case_prefers_its_like)
{
	struct list l;

	list_init(&l, false);
	list_add(&l, "web team", "", "small");
	list_add(&l, "Web shop", "", "great");
	expect_rows(&l, "web", "small great");
	expect_rows(&l, "Web", "great small");
	list_release(&l);
}

Test(list, a_key_finds_what_it_does)
{
	struct list l;

	list_init(&l, false);
	list_add_row(&l, &(struct list_row){ .label = "save",
					     .key = "^S F2",
					     .value = "save" });
	list_add_row(&l, &(struct list_row){ .label = "quit",
					     .key = "q F10",
					     .value = "quit" });
	expect_rows(&l, "^s", "save");
	expect_rows(&l, "F10", "quit");
	list_release(&l);
}

Test(list, case_and_accents_do_not_hide)
{
	struct list l;

	people(&l, false);
	expect_rows(&l, "uber", "driver");
	expect_rows(&l, "ÜBER", "driver");
	expect_rows(&l, "ube\u0301r", "driver");
	list_release(&l);
}

Test(list, a_new_name_is_offered_unless_it_is_there)
{
	struct list l;

	people(&l, true);
	expect_rows(&l, "des", "destiny desk night +");
	expect_rows(&l, "destiny", "destiny");
	expect_rows(&l, " Über driver ", "driver");
	expect_rows(&l, "Uber driver", "driver +");
	list_filter(&l, " Kitchen ");
	cr_expect_null(list_chosen(&l));
	cr_expect_str_eq(list_new_text(&l), "Kitchen");
	list_filter(&l, "desk");
	cr_expect_null(list_new_text(&l));
	list_release(&l);
}

Test(list, the_cursor_goes_to_the_best_and_comes_home)
{
	struct list l;

	people(&l, false);
	list_select(&l, "night");
	cr_expect_eq(l.cursor, 3u);
	list_filter(&l, "d");
	cr_expect_str_eq(list_chosen(&l)->value, "destiny");
	list_filter(&l, "");
	cr_expect_str_eq(list_chosen(&l)->value, "destiny");
	list_select(&l, "nobody");
	cr_expect_str_eq(list_chosen(&l)->value, "destiny");
	list_release(&l);
}

Test(list, moves_stop_at_the_ends)
{
	struct list l;

	people(&l, false);
	l.rows = 3;
	cr_expect(list_do(&l, "up"));
	cr_expect_eq(l.cursor, 0u);
	list_do(&l, "page-down");
	cr_expect_eq(l.cursor, 3u);
	list_do(&l, "page-down");
	cr_expect_eq(l.cursor, 4u);
	list_do(&l, "down");
	cr_expect_eq(l.cursor, 4u);
	list_do(&l, "page-up");
	cr_expect_eq(l.cursor, 1u);
	list_do(&l, "last");
	cr_expect_eq(l.cursor, 4u);
	list_do(&l, "first");
	cr_expect_eq(l.cursor, 0u);
	cr_expect_not(list_do(&l, "choose"));
	list_release(&l);
}

Test(list, an_empty_list_stands_still)
{
	struct list l;

	list_init(&l, false);
	cr_expect(list_do(&l, "down"));
	cr_expect(list_do(&l, "last"));
	cr_expect_eq(l.cursor, 0u);
	cr_expect_null(list_chosen(&l));
	cr_expect_not(list_click(&l, 0));
	list_filter(&l, "x");
	cr_expect_eq(list_count(&l), 0u);
	list_release(&l);
}

Test(list, it_scrolls_by_half_a_page)
{
	cr_expect_eq(list_scroll(0, 9, 100, 10), 0u);
	cr_expect_eq(list_scroll(0, 10, 100, 10), 5u);
	cr_expect_eq(list_scroll(50, 49, 100, 10), 44u);
	cr_expect_eq(list_scroll(50, 2, 100, 10), 0u);
	cr_expect_eq(list_scroll(0, 99, 100, 10), 90u);
	cr_expect_eq(list_scroll(7, 3, 5, 10), 0u);
	cr_expect_eq(list_scroll(0, 0, 0, 10), 0u);
}

static char *drawn(struct list *l, struct canvas *c, int rows)
{
	canvas_clear(c);
	list_draw(l, c, (struct rect){ .rows = rows, .cols = c->cols });
	return g_strchomp(canvas_dump(c));
}

Test(list, rows_show_label_and_detail)
{
	struct list l;
	struct canvas *c = canvas_new(3, 24, GLYPHS_UNICODE);

	people(&l, true);
	list_do(&l, "down");
	g_autofree char *all = drawn(&l, c, 3);
	cr_expect_str_eq(all, "  Web team     builds t…\n"
			      "▸ Front desk   greets\n"
			      "  Über driver  drives");
	cr_expect_eq(c->cursor_y, 1);
	cr_expect_eq(c->squares[24].role, ROLE_SELECTED);
	cr_expect_eq(c->squares[47].role, ROLE_SELECTED);
	list_filter(&l, "kit");
	g_autofree char *new = drawn(&l, c, 3);
	cr_expect_str_eq(new, "▸ new: kit");
	canvas_free(c);
	list_release(&l);
}

Test(list, a_click_takes_the_row_it_hits)
{
	struct list l;
	struct canvas *c = canvas_new(3, 24, GLYPHS_UNICODE);

	people(&l, false);
	list_do(&l, "last");
	g_autofree char *all = drawn(&l, c, 3);
	cr_expect(g_str_has_suffix(all, "▸ Destiny"));
	cr_expect(list_click(&l, 0));
	cr_expect_str_eq(list_chosen(&l)->value, "driver");
	list_do(&l, "first");
	g_free(drawn(&l, c, 3));
	cr_expect(list_click(&l, 2));
	cr_expect_not(list_click(&l, 3));
	cr_expect_str_eq(list_chosen(&l)->value, "driver");
	canvas_free(c);
	list_release(&l);
}

Test(list, no_match_is_said)
{
	struct list l;
	struct canvas *c = canvas_new(2, 24, GLYPHS_ASCII);

	people(&l, false);
	list_filter(&l, "zzz");
	g_autofree char *none = drawn(&l, c, 2);
	cr_expect_str_eq(none, "  nothing matches");
	canvas_free(c);
	list_release(&l);
}
