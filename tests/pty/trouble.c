/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * When things go wrong, or might: work unsaved, files that cannot be written,
 * files that others write, files that are no storyboards.  What is said is
 * true, and nothing is lost.
 */
#include "screen.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

#include "../store/folder.h"
#include "../store/small-disk.h"
#include "desk.h"
#include "press.h"

TestSuite(trouble, .init = desk_enter, .fini = folder_leave);

static const char *const day[] = { "day.yaml", NULL };

/* The storyboard with its first touchpoint renamed. */
static char *renamed(const char *name)
{
	g_autofree char *line = g_strconcat("name: ", name, "\n", NULL);

	return replaced(desk_storyboard, "name: First light\n", line);
}

static struct screen *edited(const struct start *how, const char *name)
{
	struct screen *s = screen_start(how);

	desk_rename(s, name);
	return s;
}

/* --- work unsaved -------------------------------------------------------- */

Test(trouble, quitting_unsaved_asks_and_esc_stays)
{
	struct screen *s = edited(&(struct start){ .args = day }, "Dawn");

	press(s, "everywhere", "quit");
	screen_expect(s, "not saved");
	press_key(s, "Enter");
	screen_expect(s, "not saved");
	press(s, "quit", "stay");
	screen_expect_not(s, "not saved");
	screen_expect(s, "Dawn");
	expect("day.yaml", desk_storyboard);
	screen_free(s);
}

Test(trouble, quitting_unsaved_may_discard)
{
	struct screen *s = edited(&(struct start){ .args = day }, "Dawn");

	press(s, "everywhere", "quit");
	press_last(s, "quit", "discard");
	screen_expect_exit(s, 0);
	expect("day.yaml", desk_storyboard);
	screen_free(s);
}

Test(trouble, quitting_unsaved_may_save)
{
	g_autofree char *want = renamed("Dawn");
	struct screen *s = edited(&(struct start){ .args = day }, "Dawn");

	press(s, "everywhere", "quit");
	press_last(s, "quit", "save-and-quit");
	screen_expect_exit(s, 0);
	expect("day.yaml", want);
	screen_free(s);
}

/* --- files that cannot be written ---------------------------------------- */

static void save_in_vain(struct screen *s, const char *why)
{
	press(s, "everywhere", "save");
	screen_expect(s, "cannot write 'day.yaml'");
	screen_expect(s, why);
	screen_expect(s, "+");
	expect("day.yaml", desk_storyboard);
	cr_expect_eq(count_names(), 1);
}

Test(trouble, a_read_only_file_is_not_written)
{
	cr_assert_eq(chmod("day.yaml", 0444), 0);
	struct screen *s =
		edited(&(struct start){ .args = day, .humble = true }, "Dawn");

	save_in_vain(s, "Permission denied");
	press(s, "everywhere", "undo");
	desk_quit(s);
}

Test(trouble, no_room_is_said_and_the_old_file_stays_whole)
{
	size_t room = strlen(desk_storyboard) - 20;
	struct start how = { .args = day, .file_bytes = room };
	struct screen *s = edited(&how, "Dawn");

	save_in_vain(s, "File too large");
	press(s, "everywhere", "quit");
	press(s, "quit", "save-and-quit");
	screen_expect(s, "File too large");
	screen_free(s);
}

Test(trouble, a_second_save_works_once_there_is_room)
{
	static const char *const args[] = { "disk/day.yaml", NULL };
	g_autofree char *want = renamed("Dawn");
	struct screen *s;

	small_disk_mount("disk", "size=64k");
	put("disk/day.yaml", desk_storyboard);
	small_disk_fill("disk", 0);
	s = edited(&(struct start){ .args = args }, "Dawn");
	press(s, "everywhere", "save");
	screen_expect(s, "cannot write 'disk/day.yaml'");
	screen_expect(s, "No space left on device");
	expect("disk/day.yaml", desk_storyboard);
	small_disk_clear("disk");
	desk_save(s);
	expect("disk/day.yaml", want);
	desk_quit(s);
	small_disk_unmount("disk");
}

Test(trouble, in_a_read_only_folder_the_file_itself_is_written)
{
	g_autofree char *want = renamed("Dawn");

	cr_assert_eq(chmod(".", 0555), 0);
	struct screen *s =
		edited(&(struct start){ .args = day, .humble = true }, "Dawn");
	press(s, "everywhere", "save");
	g_autofree char *text = screen_text(s);
	cr_assert_eq(chmod(".", 0755), 0);
	cr_expect(strstr(text, "saved"), "%s", text);
	expect("day.yaml", want);
	screen_free(s);
}

Test(trouble, a_folder_that_is_not_there_is_said_by_the_save)
{
	struct screen *s = screen_open("no/such/folder.yaml");

	press(s, "everywhere", "save");
	screen_expect(s, "No such file or directory");
	desk_quit(s);
}

Test(trouble, a_file_that_is_in_the_way_is_not_written_over_unasked)
{
	struct screen *s = screen_open("new.yaml");

	press(s, "panes", "add-after");
	press_text(s, "Dusk");
	press(s, "field", "commit");
	press(s, "field", "give-up");
	put("new.yaml", "somebody was faster\n");
	press(s, "everywhere", "save");
	screen_expect(s, "new.yaml");
	expect("new.yaml", "somebody was faster\n");
	screen_free(s);
}

/* --- files that others write --------------------------------------------- */

static struct screen *changed_meanwhile(void)
{
	struct screen *s = edited(&(struct start){ .args = day }, "Dawn");

	put("day.yaml", "# not ours any more\n");
	screen_settle_at(s, "changed on disk");
	press(s, "everywhere", "save");
	screen_expect(s, "keep mine");
	expect("day.yaml", "# not ours any more\n");
	return s;
}

Test(trouble, what_others_wrote_stays)
{
	struct screen *s = changed_meanwhile();

	press(s, "changed", "later");
	expect("day.yaml", "# not ours any more\n");
	screen_free(s);
}

Test(trouble, what_others_wrote_is_written_over_only_when_told)
{
	g_autofree char *want = renamed("Dawn");
	struct screen *s = changed_meanwhile();

	press(s, "changed", "keep");
	screen_expect(s, "saved");
	expect("day.yaml", want);
	desk_quit(s);
}

Test(trouble, what_others_wrote_can_be_saved_beside)
{
	g_autofree char *want = renamed("Dawn");
	struct screen *s = changed_meanwhile();

	press(s, "changed", "save-elsewhere");
	press(s, "field", "cut-to-begin");
	press_text(s, "ours.yaml");
	press(s, "field", "commit");
	screen_expect(s, "saved ours.yaml");
	expect("ours.yaml", want);
	expect("day.yaml", "# not ours any more\n");
	desk_quit(s);
}

/* --- files that are no storyboards --------------------------------------- */

static void expect_refused(const char *file, const char *why)
{
	const char *const args[] = { file, NULL };
	struct screen *s =
		screen_start(&(struct start){ .args = args, .humble = true });
	const GString *bytes;

	screen_expect_exit(s, 3);
	bytes = screen_bytes(s);
	cr_expect(g_str_has_prefix(bytes->str, "senseboard: "), "'%s'",
		  bytes->str);
	cr_expect(strstr(bytes->str, why), "no '%s' in '%s'", why, bytes->str);
	cr_expect_eq(strchr(bytes->str, '\n'), bytes->str + bytes->len - 1,
		     "'%s'", bytes->str);
	screen_free(s);
}

Test(trouble, what_is_no_file_is_refused_in_one_line)
{
	cr_assert_eq(mkdir("folder", 0755), 0);
	cr_assert_eq(mkfifo("pipe", 0644), 0);
	put("secret.yaml", desk_storyboard);
	cr_assert_eq(chmod("secret.yaml", 0), 0);
	expect_refused("folder", "folder");
	expect_refused("pipe", "pipe");
	expect_refused("secret.yaml", "Permission denied");
}

Test(trouble, what_is_too_deep_is_refused_in_one_line)
{
	g_autofree char *deep = g_strnfill(200000, '[');

	put("deep.yaml", deep);
	expect_refused("deep.yaml", "line 1");
}

static const char broken[] = "senseboard: 1\n"
			     "title: A day here\n"
			     "stages: [\n"
			     "  }\n";

Test(trouble, broken_yaml_is_shown_at_its_line_and_cannot_be_edited)
{
	put("day.yaml", broken);
	struct screen *s = screen_open("day.yaml");
	int y, x;

	screen_expect(s, "line 4, column 3");
	screen_expect(s, "read-only");
	cr_assert(screen_find(s, "4    }", &y, &x) ||
		  screen_find(s, "4  }", &y, &x));
	screen_cursor(s, &y, &x);
	g_autofree char *row = screen_row(s, y);
	cr_expect(strstr(row, "}"), "the cursor is on '%s'", row);
	press(s, "panes", "add-after");
	press(s, "panes", "delete");
	press(s, "panes", "edit");
	press(s, "everywhere", "undo");
	press(s, "everywhere", "save");
	expect("day.yaml", broken);
	desk_quit(s);
}

Test(trouble, no_storyboard_is_shown_and_cannot_be_edited)
{
	put("day.yaml", "- just\n- a list\n");
	struct screen *s = screen_open("day.yaml");

	screen_expect(s, "a list");
	screen_expect(s, "read-only");
	press(s, "panes", "edit");
	press(s, "everywhere", "save");
	expect("day.yaml", "- just\n- a list\n");
	desk_quit(s);
}

Test(trouble, broken_yaml_is_mended_in_the_editor)
{
	static const char *const env[] = { "VISUAL=./mend 'a b'", NULL };

	put("good", desk_storyboard);
	put("mend", "#!/bin/sh\ntest \"$1\" = 'a b' && cat good >\"$2\"\n");
	cr_assert_eq(chmod("mend", 0755), 0);
	put("day.yaml", broken);
	struct screen *s =
		screen_start(&(struct start){ .args = day, .env = env });
	screen_expect(s, "line 4, column 3");
	press(s, "panes", "edit-outside");
	screen_expect(s, "First light");
	desk_rename(s, "Dawn");
	desk_save(s);
	g_autofree char *want = renamed("Dawn");
	expect("day.yaml", want);
	desk_quit(s);
}

Test(trouble, an_editor_that_fails_changes_nothing)
{
	static const char *const env[] = { "VISUAL=false", NULL };
	struct screen *s =
		screen_start(&(struct start){ .args = day, .env = env });

	press(s, "panes", "edit-outside");
	screen_expect(s, "First light");
	press(s, "everywhere", "undo");
	screen_expect(s, "nothing to undo");
	desk_quit(s);
}
