/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Outside text as XML 1.0, between tags or in an attribute.
 */
#ifndef SENSEBOARD_FORMAT_XML_H
#define SENSEBOARD_FORMAT_XML_H

#include <glib.h>

/* Append TEXT, escaped for both.  What steers a terminal or the direction of
 * text is written as its number; what XML cannot hold at all, and bytes that
 * are not UTF-8, become U+FFFD. */
void xml_append(GString *out, const char *text);

/* Append ` NAME="TEXT"`. */
void xml_attribute(GString *out, const char *name, const char *text);

#endif
