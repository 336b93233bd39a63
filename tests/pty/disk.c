/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What others do to the open file is seen without a key being pressed.
 */
#include "screen.h"

#include <criterion/criterion.h>
#include <string.h>
#include <unistd.h>

#include "../store/folder.h"
#include "desk.h"
#include "press.h"

TestSuite(disk, .init = desk_enter, .fini = folder_leave);

static char *others_wrote(void)
{
	return replaced(desk_storyboard, "Last call", "Lost call");
}

Test(disk, a_change_is_shown_by_itself)
{
	g_autofree char *theirs = others_wrote();
	struct screen *s = desk_open();

	press(s, "panes", "down");
	put("day.yaml", theirs);
	screen_settle_at(s, "has been read again");
	screen_expect(s, "▸ 2 Second cup");
	desk_quit(s);
}

Test(disk, a_change_by_rename_is_too)
{
	g_autofree char *theirs = others_wrote();
	struct screen *s = desk_open();

	put("new.yaml", theirs);
	cr_assert(!rename("new.yaml", "day.yaml"));
	screen_settle_at(s, "has been read again");
	put("day.yaml", desk_storyboard);
	screen_settle_at(s, "has been read again");
	desk_quit(s);
}

Test(disk, our_own_saves_are_no_news)
{
	g_autofree char *theirs = others_wrote();
	struct screen *s = desk_open();

	desk_rename(s, "Dawn");
	desk_save(s);
	desk_rename(s, "Dusk");
	screen_expect_not(s, "disk");
	desk_save(s);
	put("day.yaml", theirs);
	screen_settle_at(s, "has been read again");
	desk_quit(s);
}

Test(disk, the_focus_makes_it_look)
{
	g_autofree char *theirs = others_wrote();
	struct screen *s = desk_open();

	cr_expect(screen_mode(s, 1004));
	put("day.yaml", theirs);
	screen_send(s, "\033[I", 3);
	screen_settle_at(s, "has been read again");
	desk_quit(s);
}

Test(disk, both_sides_are_merged_and_saved)
{
	g_autofree char *theirs = others_wrote();
	g_autofree char *want = replaced(theirs, "First light", "Dawn");
	struct screen *s = desk_open();

	desk_rename(s, "Dawn");
	put("day.yaml", theirs);
	screen_settle_at(s, "D to merge");
	press(s, "everywhere", "changed-on-disk");
	press(s, "changed", "compare");
	screen_expect(s, "Lost call");
	press(s, "compare", "leave");
	press(s, "changed", "merge");
	desk_save(s);
	expect("day.yaml", want);
	desk_quit(s);
}

Test(disk, a_deleted_file_is_made_again_only_when_told)
{
	struct screen *s = desk_open();

	cr_assert(!unlink("day.yaml"));
	screen_settle_at(s, "was deleted on disk");
	press(s, "everywhere", "save");
	press(s, "deleted", "stay");
	cr_expect(access("day.yaml", F_OK) < 0);
	press(s, "everywhere", "save");
	press(s, "deleted", "make-again");
	screen_expect(s, "saved");
	expect("day.yaml", desk_storyboard);
	desk_quit(s);
}
