/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The views one can begin with: each function makes a new one for app_push(),
 * which frees it.
 */
#ifndef SENSEBOARD_TUI_VIEWS_H
#define SENSEBOARD_TUI_VIEWS_H

#include "tui/app.h"
#include "tui/view.h"

/* Stages, touchpoints and owners over the inspector. */
struct view *view_map_new(struct app *app);

/* Stages as columns, lanes as rows. */
struct view *view_board_new(struct app *app);
/* All findings, and what to do about them. */
struct view *view_findings_new(struct app *app);

/* How far each stage reaches each of the five senses. */
struct view *view_senses_new(struct app *app);

/* What it comes to, in figures and benchmarks. */
struct view *view_scorecard_new(struct app *app);

/* The whole journey as text from top to bottom. */
struct view *view_outline_new(struct app *app);

/* The journey step by step in the customer's shoes. */
struct view *view_walk_new(struct app *app);

/* All that was done since the storyboard was opened. */
struct view *view_history_new(struct app *app);

/* The first page, when no file was named. */
struct view *view_welcome_new(struct app *app);

/* What two texts differ in, as `diff -u` says it. */
struct view *view_compare_new(char *take_difference);

/* A file that is no storyboard, as text, with the place that is wrong. */
struct view *view_broken_new(struct app *app);

#endif
