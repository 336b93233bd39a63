/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Driving the interface in a test: a board from a text, keys by name, the
 * screen as text.
 */
#ifndef SENSEBOARD_TESTS_APP_DRIVE_H
#define SENSEBOARD_TESTS_APP_DRIVE_H

#include <stdbool.h>

#include "tui/app.h"

/* Two stages, three touchpoints, two owners, one of them busy. */
extern const char drive_story[];

/* An interface of 24 x 80 on the storyboard YAML (NULL: the welcome page). */
struct app *drive_new(const char *yaml);

/* The same on a file. */
struct app *drive_open(const char *path);

/* Press keys by their names in keys.conf, blanks between them; type a text;
 * paste one. */
void drive_press(struct app *app, const char *keys);
void drive_type(struct app *app, const char *text);
void drive_paste(struct app *app, const char *text);
void drive_click(struct app *app, int y, int x, int clicks);

/* Whether TEXT stands on the screen, drawn now. */
bool drive_sees(struct app *app, const char *text);

/* A row of the screen, from the top or (below 0) from the bottom; the caller
 * frees. */
char *drive_row(struct app *app, int row);

/* What the whole storyboard reads like; the caller frees. */
char *drive_text(const struct app *app);

#endif
