/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a value is written in YAML, and what a written one says.
 *
 * Saying a value is choosing the plainest style that holds it where it
 * stands; every text made here is then proved: libyaml must read it back as
 * the same value.
 */
#ifndef SENSEBOARD_YAML_SCALAR_H
#define SENSEBOARD_YAML_SCALAR_H

#include <yaml.h>

#include "yaml/edit.h"
#include "yaml/entry.h"

/* A hash of what a node within a key says: its text, or its kind; and of the
 * tag and anchor of any node. */
uint64_t event_hash(const yaml_event_t *event);
uint8_t event_meta(const yaml_event_t *event);

/* Whether a scalar event is a missing value, plain ~ or plain null. */
bool event_is_blank(const yaml_event_t *event);

/* The anchor of a scalar, sequence or mapping event, or NULL. */
const yaml_char_t *event_anchor(const yaml_event_t *event);

enum text_style scalar_style(yaml_scalar_style_t style);

/* Whether every reader takes this plain text for a string: it is no null,
 * boolean, number, date, << or = of YAML 1.1 or 1.2. */
bool scalar_is_text(const char *text);

/* Where a value is to stand. */
struct setting {
	enum say say;
	enum text_style style; /* kept if it can hold the value */
	bool flow; /* in a flow collection */
	bool item; /* an item, where nothing at all is no value */
	bool single; /* quotes here are ' */
	unsigned indent; /* of further lines */
	unsigned wrap; /* columns; 0: the value is one line */
	const char *eol;
};

/* Append VALUE in the style that suits the setting, and return the style. A
 * block style ends with a line end; HEADER, where given, is put at the end of
 * its first line. False (nothing appended) if VALUE is no valid text. */
bool scalar_say(GString *out, const char *value, const struct setting *setting,
		const char *header, enum text_style *style, GError **error);

/* Parse PREFIX + TEXT + SUFFIX, which holds one value (behind at most one
 * key), and see that it is VALUE; *BLANK if it is written as nothing. */
bool scalar_prove(const char *prefix, const char *text, const char *suffix,
		  const char *value, bool *blank);

/* The text that a scalar entry's slice says; the caller frees. */
char *scalar_read(const struct tree *t, uint32_t e);

#endif
