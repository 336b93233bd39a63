/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every view that has a tab: as it opens on a storyboard that is empty, on
 * one of two hundred touchpoints, and on one in scripts that are wide, that
 * run from right to left, or that put marks above marks.
 */
#include <criterion/criterion.h>

#include "frames.h"
#include "tui/words.h"

TestSuite(views, .init = frames_utf8);

static void compare(const char *file)
{
	for (size_t i = 0; view_kinds[i]; i++) {
		const char *name = view_kinds[i]->name;
		g_autofree char *keys = g_strconcat("do:", name, NULL);

		if (view_kinds[i]->label)
			frames_compare_of(name, file, keys);
	}
}

Test(views, frames_of_nothing)
{
	compare("empty.yaml");
}

Test(views, frames_of_two_hundred_touchpoints)
{
	compare("long.yaml");
}

Test(views, frames_of_wide_characters)
{
	compare("wide.yaml");
}
