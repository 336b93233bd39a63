/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The table of rules as JSON, for other programs.
 */
#ifndef SENSEBOARD_FORMAT_RULES_JSON_H
#define SENSEBOARD_FORMAT_RULES_JSON_H

#include <glib.h>

/* Append an array of all rules, one line each, in the order of the manual. */
void rules_json(GString *out);

#endif
