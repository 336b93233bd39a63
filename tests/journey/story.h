/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A journey made from a text, for tests that look at it or edit it.
 */
#ifndef TESTS_JOURNEY_STORY_H
#define TESTS_JOURNEY_STORY_H

#include "journey/edit.h"

struct story {
	struct tree *tree;
	struct journey *j;
	char *opened; /* the text as it was */
};

/* Open TEXT, which must be a storyboard; TEXT may leave out the head and
 * begin with a key of the journey. */
struct story *story_open(const char *text);
void story_free(struct story *s);
typedef struct story Story;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Story, story_free)

/* The touchpoint at a position in a stage. */
struct place *story_touchpoint(const struct story *s, unsigned stage,
			       unsigned index);
struct place *story_owner(const struct story *s, unsigned index);

/* The text as it stands; the caller frees. */
char *story_text(const struct story *s);

/* Let the journey follow a change that must have been made, and check that it
 * is what a fresh reading of the text gives. */
struct place *story_follow(struct story *s, const struct change *c);

/* Fail where the journey is not what a fresh reading of its text gives. */
void story_check(const struct story *s);

/* The change made TEXT of the storyboard (head left out as above), is called
 * NAME, and undoing it gives back the opened bytes, redoing it TEXT. */
void story_becomes(struct story *s, const struct change *c, const char *name,
		   const char *text);

/* The edit gave no change and this message, and nothing has changed. */
void story_refuses(struct story *s, const struct change *c, GError **error,
		   const char *message);

#endif
