/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A second opinion on a YAML text: libyaml's events as a simple tree.
 *
 * It shares no line with src/yaml/, so that the two can be held against each
 * other.  Each node knows its value, its properties and where it stands in
 * the bytes; the property test makes the same edit on these nodes as on the
 * text and compares.
 */
#ifndef SENSEBOARD_TESTS_YAML_READING_H
#define SENSEBOARD_TESTS_YAML_READING_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <yaml.h>

enum shape { SHAPE_SCALAR, SHAPE_ALIAS, SHAPE_MAP, SHAPE_LIST };

struct node {
	enum shape shape;
	char *text; /* of a scalar, or the name of an alias */
	size_t len;
	char *tag, *anchor; /* or NULL */
	bool flow; /* a collection in brackets */
	bool rewritten; /* by an edit: its style is free */
	bool no_colon; /* a value missing along with its colon */
	yaml_scalar_style_t style;
	GPtrArray *kids; /* items; of a map key, value, key, value */
	struct node *target; /* of an alias; NULL if undefined */
	struct node *twin; /* the same node in a later reading */
	unsigned number; /* in the order of the text */

	/* Byte offsets: where the entry begins that this is the value (or the
	 * key) of, at its dash, its question mark or its key; the node with
	 * its properties; its end, without and with the blank lines that
	 * libyaml counts to a block scalar. */
	size_t own, start, end, raw_end;
	size_t line, column; /* of its start, from 1, in code points */
};

struct reading {
	char *bytes; /* a NUL follows */
	size_t len;
	GPtrArray *roots; /* one for each document */
	bool undefined; /* some alias has no anchor */
	char *error; /* why it is no YAML, else NULL */
	size_t error_line; /* from 1, or 0 */
};

/* The length of the line break at AT as YAML 1.1 knows them, or 0. */
size_t text_break(const char *b, size_t len, size_t at);

/* Read a copy of LEN bytes. Never NULL: look at error. */
struct reading *reading_new(const char *bytes, size_t len);
void reading_free(struct reading *r);

/* A node alone: of a scalar, and of an empty collection. */
struct node *node_new(enum shape shape, const char *text);
void node_free(struct node *n);

/* Give a node and all below it the number 0: it is no longer in a text. */
void node_forget(struct node *n);

/* What WANT and GOT differ in, with the path to it, or NULL if they mean the
 * same; then each node of WANT has its twin in GOT. Caller frees. */
char *reading_differ(struct reading *want, struct reading *got);

#endif
