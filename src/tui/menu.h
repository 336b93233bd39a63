/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A list of things to choose from, while it is put together for ask_choice().
 */
#ifndef SENSEBOARD_TUI_MENU_H
#define SENSEBOARD_TUI_MENU_H

#include "board/board.h"
#include "tui/app.h"
#include "tui/ask.h"

struct menu;

struct menu *menu_new(void);
void menu_free(struct menu *menu);

/* Add one; it takes its texts, all of which may be NULL but the name. */
void menu_add(struct menu *menu, char *take_name, char *take_label,
	      char *take_detail);

/* Add all choices of a field; all owners but EXCEPT, and nobody. */
void menu_choices(struct menu *menu, const struct choice *choices);
void menu_owners(struct menu *menu, const struct app *app,
		 const GPtrArray *except);

/* Add a touchpoint, named by its number. */
void menu_touchpoint(struct menu *menu, const struct app *app,
		     const struct place *tp);

/* The items as ask_choice() wants them; they live as long as the menu. */
const struct ask_item *menu_items(const struct menu *menu);

#endif
