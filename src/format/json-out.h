/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON on its way out, in nothing but printable ASCII: a terminal that it is
 * shown on is safe, and every reader gets the text as it was.
 */
#ifndef SENSEBOARD_FORMAT_JSON_OUT_H
#define SENSEBOARD_FORMAT_JSON_OUT_H

#include <glib.h>
#include <jansson.h>

/* A string; bytes that are not UTF-8 become U+FFFD. */
json_t *json_out_text(const char *text);

/* The string at KEY, unless TEXT is NULL. */
void json_out_set(json_t *object, const char *key, const char *text);

/* Append it in one line. */
void json_out(GString *out, json_t *take_value);

#endif
