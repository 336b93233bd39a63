/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The hand that walks libyaml's events over a text: where it is in bytes, what
 * it has met, what it refuses.
 *
 * libyaml counts characters where slices count bytes, does not bound its own
 * depth and takes aliases of nothing; all that is set right here, so that
 * load.c sees only nodes.
 */
#ifndef SENSEBOARD_YAML_LOADER_H
#define SENSEBOARD_YAML_LOADER_H

#include <yaml.h>

#include "yaml/entry.h"

struct loader {
	struct tree *t;
	const struct load_options *options;
	yaml_parser_t parser;
	yaml_event_t event; /* the current one; always valid to delete */
	size_t start, end; /* the bytes before it, and up to its end */
	const char *s; /* the text, len bytes, at tree offset off */
	size_t len, off;
	size_t pos; /* end of what is owned */
	size_t index, byte; /* one place in characters and in bytes */
	size_t owned; /* bytes of finished entries */
	size_t counted; /* bytes whose lines are counted */
	uint32_t lines; /* in those */
	bool ascii;
	unsigned depth, anchors;
	GHashTable *named; /* anchor -> entry, of this document */
	GError **error;
};

/* Make the next event the current one. */
bool loader_advance(struct loader *l);

/* Fail at byte AT of the text; returns false. */
bool loader_fail(struct loader *l, enum tree_error code, size_t at,
		 const char *message);

/* The text from POS to TO is part P of entry E, and POS moves there; never
 * backwards. */
static inline void loader_own(struct loader *l, uint32_t e, enum part p,
			      size_t to)
{
	struct text *text = &entry(l->t, e)->text;
	uint32_t here = (uint32_t)(l->off + l->pos);

	if (p == CLOSE || (p == TAIL && !text->len[CLOSE]))
		text->foot = here;
	text->len[p] = 0;
	if (to > l->pos) {
		text->len[p] = (uint32_t)(to - l->pos);
		l->pos = to;
	}
}

/* The lines before POS, each time further on than the last. */
uint32_t loader_lines(struct loader *l, size_t pos);

/* The current event is an alias in entry E, remembered with what it names. */
bool loader_alias(struct loader *l, uint32_t e);

/* The current event has that anchor (or NULL), which names E from here on. */
bool loader_anchor(struct loader *l, const yaml_char_t *anchor, uint32_t e);

/* load-key.c: the key of pair E, whose lead is owned already. */
bool load_key(struct loader *l, uint32_t e);

/* Where a mapping's keys have been seen; starts zeroed. */
struct keys {
	GHashTable *seen;
	unsigned n;
	uint64_t bits; /* one for each key's hash: most are new at a glance */
};

/* Whether UP has a pair with that key's hash already; each key once. */
bool load_key_seen(struct loader *l, struct keys *keys, uint32_t up,
		   uint64_t hash);
void load_keys_clear(struct keys *keys);

#endif
