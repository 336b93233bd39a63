/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Copy, cut, paste and duplicate: of what is marked, else of the thing or the
 * field at the cursor.
 *
 * What was copied is a text, kept by the app over all storyboards, so that it
 * can be pasted into another; and it leaves for the terminal's clipboard.
 */
#ifndef SENSEBOARD_TUI_CLIP_H
#define SENSEBOARD_TUI_CLIP_H

#include "tui/app.h"

/* Run functions of actions. */
void clip_copy(struct app *app, struct view *v);
void clip_cut(struct app *app, struct view *v);
void clip_paste_after(struct app *app, struct view *v);
void clip_paste_before(struct app *app, struct view *v);
void clip_duplicate(struct app *app, struct view *v);

/* Take a text that was pasted into the terminal where no field is open: things
 * go behind the cursor; at a field, the field is opened for it. */
void clip_take_text(struct app *app, const char *text);

#endif
