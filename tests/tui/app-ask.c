/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Questions: what is typed is kept or put back, never lost; what is refused
 * stays; many answers in a row are quick.
 */
#include "tui/ask.h"

#include <criterion/criterion.h>
#include <string.h>

#include "app-drive.h"

/* Who asks: remembers the answers. */
struct asker {
	GString *answers; /* each followed by a stroke */
	int direction; /* of the last next() */
	bool refuse, gone;
};

static bool take(struct app *app G_GNUC_UNUSED, const char *text, void *data)
{
	struct asker *a = data;

	if (a->refuse)
		return false;
	g_string_append_printf(a->answers, "%s|", text);
	return true;
}

static void next(struct app *app G_GNUC_UNUSED, int direction, void *data)
{
	((struct asker *)data)->direction = direction;
}

static void forget(void *data)
{
	((struct asker *)data)->gone = true;
}

static struct app *ask(struct asker *a, struct ask question)
{
	struct app *app = drive_new(drive_story);

	*a = (struct asker){ .answers = g_string_new(NULL) };
	question.title = "Promise";
	question.done = take;
	question.data = a;
	question.free_data = forget;
	ask_text(app, &question);
	app_draw(app);
	return app;
}

/* End the test: the answers were these, and the question is gone. */
static void expect(struct app *app, struct asker *a, const char *answers)
{
	cr_expect_str_eq(a->answers->str, answers);
	cr_expect(a->gone, "the question is gone");
	cr_expect(app_top(app)->kind->whole);
	app_free(app);
	g_string_free(a->answers, TRUE);
}

Test(ask, hands_over_what_was_typed)
{
	struct asker a;
	struct app *app = ask(&a, (struct ask){ .text = "A towel" });

	drive_type(app, ", warm");
	drive_press(app, "Enter");
	expect(app, &a, "A towel, warm|");
}

Test(ask, stays_when_the_answer_is_refused)
{
	struct asker a;
	struct app *app = ask(&a, (struct ask){ .text = "A towel" });

	a.refuse = true;
	drive_press(app, "Enter");
	cr_expect(!a.gone);
	cr_expect(drive_sees(app, "A towel"));
	a.refuse = false;
	drive_press(app, "Enter");
	expect(app, &a, "A towel|");
}

Test(ask, puts_back_by_esc_and_keeps_what_was_typed)
{
	struct asker a;
	struct app *app = ask(&a, (struct ask){ .text = "A towel" });

	drive_press(app, "C-u");
	drive_type(app, "Cedar");
	drive_press(app, "Esc");
	cr_expect(a.gone);
	cr_expect(drive_sees(app, "^Y"));
	ask_text(app,
		 &(struct ask){ .title = "Again", .done = take, .data = &a });
	drive_press(app, "C-y Enter");
	expect(app, &a, "Cedar|");
}

Test(ask, goes_to_the_next_field_by_tab)
{
	struct asker a;
	struct app *app = ask(&a, (struct ask){ .text = "x", .next = next });

	drive_press(app, "Tab");
	cr_expect_eq(a.direction, 1);
	expect(app, &a, "x|");
	app = ask(&a, (struct ask){ .text = "y", .next = next });
	drive_press(app, "S-Tab");
	cr_expect_eq(a.direction, -1);
	expect(app, &a, "y|");
}

Test(ask, takes_a_suggestion_by_tab_and_the_typed_text_by_enter)
{
	const char *const words[] = { "front desk", "phone", NULL };
	struct asker a;
	struct app *app =
		ask(&a, (struct ask){ .complete = words, .next = next });

	cr_expect(!drive_sees(app, "front desk"), "nothing typed yet");
	drive_type(app, "de");
	cr_expect(drive_sees(app, "front desk"));
	drive_press(app, "Tab");
	cr_expect_eq(a.direction, 0);
	drive_press(app, "Enter");
	expect(app, &a, "front desk|");
	app = ask(&a, (struct ask){ .complete = words });
	drive_type(app, "de");
	drive_press(app, "Enter");
	expect(app, &a, "de|");
}

Test(ask, adds_many_in_a_row_until_nothing_is_typed)
{
	struct asker a;
	struct app *app = ask(&a, (struct ask){ .again = true });

	drive_type(app, "one");
	drive_press(app, "Enter");
	cr_expect(drive_sees(app, "(1 added)"));
	drive_type(app, "two");
	drive_press(app, "Enter Enter");
	expect(app, &a, "one|two|");
}

Test(ask, adds_each_pasted_line)
{
	struct asker a;
	struct app *app = ask(&a, (struct ask){ .again = true });

	drive_type(app, "o");
	drive_paste(app, "ne\n\n two \nthree");
	drive_press(app, "Esc");
	expect(app, &a, "one|two|three|");
}

Test(ask, pastes_into_one_line_and_into_many)
{
	struct asker a;
	struct app *app = ask(&a, (struct ask){ .text = "" });

	drive_paste(app, "one\ntwo\n");
	drive_press(app, "Enter");
	expect(app, &a, "one two|");
	app = ask(&a, (struct ask){ .lines = true });
	drive_paste(app, "one\ntwo");
	drive_press(app, "M-Enter");
	drive_type(app, "three");
	drive_press(app, "Enter");
	expect(app, &a, "one\ntwo\nthree|");
}

Test(ask, keeps_the_text_before_it_saves_or_quits)
{
	struct asker a;
	struct app *app = ask(&a, (struct ask){ .text = "old" });

	drive_type(app, "er");
	drive_press(app, "F10");
	cr_expect(app->quit);
	expect(app, &a, "older|");
}

/* --- a choice ------------------------------------------------------------ */

static const struct ask_item faces[] = {
	{ .name = "happy", .label = "a happy one", .detail = "as wished" },
	{ .name = "angry", .label = "an angry one", .detail = "tells all" },
	{ .name = NULL },
};

static struct app *choice(struct asker *a, struct ask_list list)
{
	struct app *app = drive_new(drive_story);

	*a = (struct asker){ .answers = g_string_new(NULL) };
	list.title = "Face";
	list.items = faces;
	list.done = take;
	list.data = a;
	list.free_data = forget;
	ask_choice(app, &list);
	app_draw(app);
	return app;
}

Test(choice, takes_what_the_cursor_is_on)
{
	struct asker a;
	struct app *app = choice(&a, (struct ask_list){ .current = "angry" });

	drive_press(app, "Enter");
	expect(app, &a, "angry|");
}

Test(choice, filters_by_what_is_typed)
{
	struct asker a;
	struct app *app = choice(&a, (struct ask_list){ .current = "angry" });

	drive_type(app, "hap");
	cr_expect(!drive_sees(app, "an angry one"));
	drive_press(app, "Backspace Backspace Backspace");
	cr_expect(drive_sees(app, "an angry one"));
	drive_type(app, "hap");
	drive_press(app, "Enter");
	expect(app, &a, "happy|");
}

Test(choice, takes_a_new_text_only_where_it_may)
{
	struct asker a;
	struct app *app = choice(&a, (struct ask_list){ .add = true });

	drive_type(app, "zest");
	cr_expect(drive_sees(app, "new: zest"));
	drive_press(app, "Enter");
	expect(app, &a, "zest|");
	app = choice(&a, (struct ask_list){ .add = false });
	drive_type(app, "zest");
	drive_press(app, "Enter");
	cr_expect(!a.gone);
	drive_press(app, "Esc");
	expect(app, &a, "");
}

Test(choice, takes_an_item_by_a_key_of_its_context)
{
	struct asker a;
	struct app *app = choice(&a, (struct ask_list){ .context = "faces" });

	drive_press(app, "7");
	expect(app, &a, "angry|");
}

Test(choice, takes_a_double_click)
{
	struct asker a;
	struct app *app = choice(&a, (struct ask_list){ .help = NULL });

	drive_click(app, 21, 5, 1);
	cr_expect(!a.gone);
	drive_click(app, 21, 5, 2);
	expect(app, &a, "angry|");
}

/* --- help ---------------------------------------------------------------- */

Test(help, runs_the_command_that_is_found_by_typing)
{
	struct app *app = drive_new(drive_story);

	drive_press(app, "?");
	drive_type(app, "save as");
	drive_press(app, "Enter");
	cr_expect(drive_sees(app, "Save as"));
	app_free(app);
}

Test(help, says_why_something_cannot_be_done)
{
	struct app *app = drive_new("stages: [");

	drive_press(app, "?");
	drive_type(app, "save as");
	cr_expect(drive_sees(app, "Not now: "));
	drive_press(app, "Enter");
	cr_expect(drive_sees(app, "▲ "));
	app_free(app);
}

Test(help, lists_the_keys_of_a_text_being_typed)
{
	struct asker a;
	struct app *app = ask(&a, (struct ask){ .text = "one two" });

	drive_press(app, "F1");
	drive_type(app, "cut left");
	cr_expect(drive_sees(app, "^W"));
	drive_press(app, "Enter Enter");
	expect(app, &a, "one |");
}
