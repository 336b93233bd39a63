/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is installed beside the program: examples and templates.  The
 * variable SENSEBOARD_DATA names another folder, as for a program that has
 * not been installed.
 */
#ifndef SENSEBOARD_CLI_DATA_H
#define SENSEBOARD_CLI_DATA_H

#include <stdbool.h>

/* The path of a template, or NULL if there can be none of that name. */
char *data_template(const char *name);

/* The names of all templates, ", " between them; the caller frees both. */
char *data_templates(void);

/* Whether a file is one of ours, which are opened as copies. */
bool data_is_ours(const char *path);

#endif
