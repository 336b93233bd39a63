/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A small storyboard as several people leave it: each changes another of its
 * three texts, so that what they did can be merged.
 */
#ifndef SENSEBOARD_TESTS_BOARD_STORY_H
#define SENSEBOARD_TESTS_BOARD_STORY_H

#define STORY(title, first, second)          \
	"senseboard: 1\n"                    \
	"title: " title "     # the title\n" \
	"stages:\n"                          \
	"  - id: morning\n"                  \
	"    name: Morning\n"                \
	"    touchpoints:\n"                 \
	"      - id: light\n"                \
	"        name: " first "\n"          \
	"  - id: evening\n"                  \
	"    name: Evening\n"                \
	"    touchpoints:\n"                 \
	"      - id: call\n"                 \
	"        name: " second "\n"

#define OLD STORY("A day", "First light", "Last call")
#define THEIRS STORY("A day", "First light", "Lost call")

#endif
