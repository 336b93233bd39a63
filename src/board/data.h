/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is installed beside the program: examples and templates.  The
 * variable SENSEBOARD_DATA names another folder, as for a program that has
 * not been installed.
 */
#ifndef SENSEBOARD_BOARD_DATA_H
#define SENSEBOARD_BOARD_DATA_H

#include "board/board.h"

/* The folder they are in. */
const char *data_folder(void);

/* The path of a template, or NULL if there can be none of that name. */
char *data_template(const char *name);

/* The names of all templates, ", " between them; the caller frees both. */
char *data_templates(void);

/* Open a storyboard; one of ours as an untitled copy. */
struct board *data_open(const char *path, GError **error);

#endif
