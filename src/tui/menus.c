/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns which command stands in which menu, and in which order.  Each command
 * that does more than move a cursor stands in one; tests/tui/menus.c looks.
 */
#include "tui/menus.h"

#include "i18n.h"

/* clang-format off */

static const char *const file[] = {
	"open", "other-storyboard", "storyboards", "close", "",
	"save", "save-as", "changed-on-disk", "edit-anyway", "",
	"suspend", "save-and-quit", "discard-and-quit", "quit", NULL,
};

static const char *const edit[] = {
	"undo", "redo", "history", "",
	"edit", "edit-outside", "clear", "delete", "",
	"cut", "copy", "paste", "paste-before", "duplicate", "",
	"mark", "mark-range", "mark-invert", NULL,
};

static const char *const journey[] = {
	"add-after", "add-before", "add-stage", "add-measure", "record", "",
	"choose-owner", "choose-face", "leave-out", "",
	"move", "move-down", "move-up", "move-to-stage", "stage-left",
	"stage-right", "",
	"fix", "waive", "raise-status", NULL,
};

static const char *const view[] = {
	"map", "board", "walk", "findings", "senses", "scorecard", "outline", "",
	"lanes", "lane-up", "lane-down", "curves", "widen", "narrow", "",
	"filter", "next-level", "explain", "",
	"theme", "mouse", "redraw", NULL,
};

static const char *const go[] = {
	"search", "next-match", "previous-match", "",
	"next-finding", "previous-finding", "go-there", "",
	"next-pane", "previous-pane", "back", NULL,
};

static const char *const walk[] = {
	"set-out", "next-open", "next-step", "previous-step", "note", "tally",
	"delete-walk", "leave-walk", "",
	"delighted", "happy", "neutral", "thinking", "confused", "unhappy",
	"angry", "no-face", "",
	"name-walker", "change-shoes", NULL,
};

static const char *const help[] = {
	"help", "commands", "cancel", NULL,
};

/* clang-format on */

const struct pulldown menus_all[] = {
	{ .title = N_("File"), .actions = file },
	{ .title = N_("Edit"), .actions = edit },
	{ .title = N_("Journey"), .actions = journey },
	{ .title = N_("View"), .actions = view },
	{ .title = N_("Go"), .actions = go },
	{ .title = N_("Walk"), .actions = walk },
	{ .title = N_("Help"), .actions = help },
	{ .title = NULL },
};
