/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One edit of a trial: what it is to do, and what it may touch.
 *
 * The same edit is made twice, by src/yaml/ on the text and here on the nodes
 * of the reading; trial-edit.c compares.
 */
#ifndef SENSEBOARD_TESTS_YAML_ACT_H
#define SENSEBOARD_TESTS_YAML_ACT_H

#include "trial.h"

struct act {
	enum sort sort;
	struct place at; /* set, removed, moved; or inserted into */
	struct place to; /* the new parent of what is moved */
	guint before; /* in the new parent; its units: last */
	char *value; /* to set, or the text to insert */
	enum say say;
	bool strict; /* must not be refused */
	bool hopeless; /* must be refused */
	struct reading *fresh; /* what is inserted */
	guint comments; /* that are inserted with it */
	struct node *key, *gone; /* removed from the reading, still owned */
	uint32_t result; /* the entry inserted or moved */
};

/* Choose an act by the dice; false if the text has no place for it. */
bool act_choose(struct trial *t, struct act *a);
void act_clear(struct act *a);

/* Do it to the tree; tell it in the trial's story. */
bool act_do(struct trial *t, struct act *a, GError **error);
void act_tell(const struct act *a, GString *story);

/* Do it to the reading, which then is what must come out. */
void act_expect(struct act *a);

/* Lay the footprint over the old lines, before act_expect(), and over the
 * new ones, after. */
void act_touch_old(const struct act *a, struct lines *old);
void act_touch_new(const struct act *a, struct lines *new);

/* Where in the new parent the act's entry is now. */
guint act_index(const struct act *a);

#endif
