/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The main job in the real program: open, edit, undo, save, and the file has
 * exactly the bytes it should.
 */
#include "screen.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "../store/folder.h"
#include "desk.h"
#include "press.h"

TestSuite(edit, .init = desk_enter, .fini = folder_leave);

static char *example(void)
{
	g_autofree char *path =
		g_build_filename(getenv("top_srcdir"), "data", "examples",
				 "capital-one-debit-card.yaml", NULL);
	char *text = NULL;

	cr_assert(g_file_get_contents(path, &text, NULL, NULL), "%s", path);
	return text;
}

Test(edit, a_field_is_edited_and_only_its_line_changes)
{
	g_autofree char *text = example();
	g_autofree char *want =
		replaced(text, "in good time that your card needs replacing\n",
			 "in good time that your card needs replacing: soon\n");
	g_autofree char *quoted = replaced(
		want,
		"what: You know in good time that your card needs replacing: soon\n",
		"what: \"You know in good time that your card needs replacing: soon\"\n");

	put("card.yaml", text);
	struct screen *s = screen_open("card.yaml");
	desk_go_to_field(s, "promise");
	press(s, "inspector", "edit");
	press(s, "field", "text-end");
	press_text(s, ": soon");
	press(s, "field", "commit");
	screen_expect(s, "replacing: soon");
	desk_save(s);
	expect("card.yaml", quoted);
	desk_quit(s);
}

Test(edit, all_kinds_of_edits_are_undone_to_the_byte)
{
	struct screen *s = desk_open();

	desk_rename(s, "# not a comment: \"quoted\"");
	press(s, "panes", "down");
	press(s, "panes", "move-up");
	press(s, "panes", "delete");
	press(s, "panes", "add-before");
	press_text(s, "Something new");
	press(s, "field", "commit");
	press(s, "field", "give-up");
	press(s, "panes", "choose-owner");
	press_text(s, "Cleo");
	press(s, "list", "choose");
	desk_save(s);
	g_autofree char *edited = NULL;
	cr_assert(g_file_get_contents("day.yaml", &edited, NULL, NULL));
	cr_expect(strstr(edited, "Cleo"));
	for (int i = 0; i < 5; i++)
		press(s, "everywhere", "undo");
	press(s, "everywhere", "undo");
	screen_expect(s, "nothing to undo");
	desk_save(s);
	expect("day.yaml", desk_storyboard);
	for (int i = 0; i < 5; i++)
		press(s, "everywhere", "redo");
	desk_save(s);
	expect("day.yaml", edited);
	desk_quit(s);
}

Test(edit, undo_names_what_it_undid_and_goes_there)
{
	struct screen *s = desk_open();

	desk_rename(s, "Another light");
	press(s, "panes", "down");
	press(s, "everywhere", "undo");
	screen_expect(s, "undid: rename First light");
	g_autofree char *row = NULL;
	int y, x;
	screen_cursor(s, &y, &x);
	row = screen_row(s, y);
	cr_expect(strstr(row, "First light"), "the cursor is on '%s'", row);
	desk_quit(s);
}

Test(edit, touchpoints_are_added_in_a_row)
{
	g_autofree char *want = replaced(desk_storyboard, "        who: ada\n",
					 "        who: ada\n"
					 "      - id: third\n"
					 "        name: Third\n"
					 "      - id: forth-and-back\n"
					 "        name: \"Forth: and back\"\n");
	struct screen *s = desk_open();

	press(s, "panes", "add-after");
	press_text(s, "Third");
	press(s, "field", "commit");
	press_text(s, "Forth: and back");
	press(s, "field", "commit");
	press(s, "field", "give-up");
	desk_save(s);
	expect("day.yaml", want);
	desk_quit(s);
}

Test(edit, pasted_lines_become_a_touchpoint_each)
{
	g_autofree char *want = replaced(desk_storyboard, "        who: ada\n",
					 "        who: ada\n"
					 "      - id: one\n"
					 "        name: One\n"
					 "      - id: two\n"
					 "        name: Two\n");
	struct screen *s = desk_open();

	press(s, "panes", "add-after");
	press_paste(s, "One\nTwo\n");
	press(s, "field", "give-up");
	desk_save(s);
	expect("day.yaml", want);
	desk_quit(s);
}

Test(edit, an_owner_is_chosen)
{
	g_autofree char *want =
		replaced(desk_storyboard, "who: ada\n", "who: ben\n");
	struct screen *s = desk_open();

	press(s, "panes", "choose-owner");
	press_text(s, "be");
	press(s, "list", "choose");
	desk_save(s);
	expect("day.yaml", want);
	desk_quit(s);
}

Test(edit, a_new_name_adds_the_owner)
{
	g_autofree char *owned =
		replaced(desk_storyboard, "who: ada\n", "who: night-desk\n");
	g_autofree char *want = replaced(owned, "    name: Ben\n",
					 "    name: Ben\n"
					 "  - id: night-desk\n"
					 "    name: Night desk\n");
	struct screen *s = desk_open();

	press(s, "panes", "choose-owner");
	press_text(s, "Night desk");
	press(s, "list", "choose");
	desk_save(s);
	expect("day.yaml", want);
	desk_quit(s);
}

Test(edit, a_face_is_one_key)
{
	g_autofree char *want = replaced(desk_storyboard, "        who: ada\n",
					 "        who: ada\n"
					 "        impression: happy\n");
	struct screen *s = desk_open();

	press(s, "panes", "choose-face");
	press(s, "faces", "happy");
	desk_save(s);
	expect("day.yaml", want);
	desk_quit(s);
}

Test(edit, an_example_opens_as_an_untitled_copy)
{
	g_autofree char *text = example();
	g_autofree char *want =
		replaced(text, "name: Time for a new card\n", "name: It\n");
	g_autofree char *path =
		g_build_filename(getenv("top_srcdir"), "data", "examples",
				 "capital-one-debit-card.yaml", NULL);
	struct screen *s = screen_open(path);

	desk_rename(s, "It");
	press(s, "everywhere", "save");
	screen_expect(s, "Save as");
	press(s, "field", "cut-to-begin");
	press_text(s, "mine.yaml");
	press(s, "field", "commit");
	screen_expect(s, "saved");
	expect("mine.yaml", want);
	expect(path, text);
	desk_quit(s);
}

Test(edit, a_file_that_is_not_there_is_made_by_the_first_save)
{
	struct screen *s = screen_open("long-night.yaml");

	cr_expect_eq(count_names(), 1);
	screen_expect(s, "Long night");
	press(s, "panes", "add-after");
	press_text(s, "Dusk");
	press(s, "field", "commit");
	press(s, "field", "give-up");
	cr_expect_eq(count_names(), 1);
	desk_save(s);
	expect("long-night.yaml", "senseboard: 1\n"
				  "title: Long night\n"
				  "status: sketch\n"
				  "stages:\n"
				  "  - id: dusk\n"
				  "    name: Dusk\n");
	desk_quit(s);
}

Test(edit, the_first_page_leads_to_a_new_storyboard)
{
	struct screen *s = screen_open(NULL);

	screen_expect(s, "new");
	press(s, "welcome", "choose");
	press_text(s, "A visit");
	press(s, "field", "commit");
	screen_expect(s, "A visit");
	press(s, "panes", "add-after");
	press_text(s, "Before");
	press(s, "field", "commit");
	press(s, "field", "give-up");
	screen_expect(s, "1 Before");
	screen_free(s);
	cr_expect_eq(count_names(), 1);
}

/* Two owners where one belongs, and a stage without touchpoints. */
static const char shared[] = "senseboard: 1\n"
			     "title: Shared   # by two\n"
			     "owners:\n"
			     "  - id: anna\n"
			     "  - id: bert\n"
			     "stages:\n"
			     "  - touchpoints:\n"
			     "      - name: Door\n"
			     "        what: It opens\n"
			     "        who: [anna, bert]   # both\n"
			     "        how: By hand\n"
			     "        feel: Welcome\n"
			     "  - name: Yard\n";

Test(edit, a_finding_is_mended_and_another_waived)
{
	g_autofree char *mended =
		replaced(shared, "who: [anna, bert]   # both\n", "who: anna\n");
	g_autofree char *want = replaced(mended, "        feel: Welcome\n",
					 "        feel: Welcome\n"
					 "        with: [bert]\n");
	g_autofree char *waived =
		replaced(want, "  - name: Yard\n",
			 "  - name: Yard\n"
			 "    waive:\n"
			 "      - rule: empty-stage\n"
			 "        because: We plant it first\n");

	put("shared.yaml", shared);
	struct screen *s = screen_open("shared.yaml");
	press(s, "everywhere", "findings");
	press(s, "findings", "first");
	screen_expect(s, "keep one owner");
	press(s, "findings", "fix");
	screen_expect(s, "Who is the one owner?");
	press(s, "list", "choose");
	screen_expect(s, "done: keep");
	press(s, "findings", "last");
	press(s, "findings", "waive");
	press_text(s, "We plant it first");
	press(s, "field", "commit");
	screen_expect(s, "done: waive empty-stage");
	desk_save(s);
	expect("shared.yaml", waived);
	desk_quit(s);
}
