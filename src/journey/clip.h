/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Things of a journey as a text by themselves: what a copy is, and what a
 * pasted text may say.
 *
 *	places -- clip_text() --> "- id: towel ..." -- clip_read() --> clip
 *	journey + clip -- clip_paste() --> one change
 *
 * A clip is a small storyboard of its own.  So its things are places, what
 * they refer to is found, and what is renamed takes its references along, as
 * in any other.
 */
#ifndef SENSEBOARD_JOURNEY_CLIP_H
#define SENSEBOARD_JOURNEY_CLIP_H

#include "journey/journey.h"

/* Places of one kind as YAML: a list at column 0, as it stands in the file. Or
 * WHOLE: the list below a key that names the kind, and above it the owners
 * whom the places name, for another storyboard may not have them. The caller
 * frees. NULL with an error where one means something only in its file. */
char *clip_text(struct journey *j, const GPtrArray *places, bool whole,
		GError **error);

struct clip {
	enum place_kind kind;
	GPtrArray *things; /* of struct place: what is to be pasted */
	struct journey *j; /* they are in; and owners that come along */
	struct tree *tree;
};

/* Read a text that is such YAML, or one thing of such a list, or a storyboard
 * (for its stages); any other text has the name of a thing in each line. What
 * could be of several kinds, as a name could, is of the kind USUAL. NULL with
 * an error for what looks like things and is broken, and for lines that are
 * too long or too many to be names; without one for what is blank. */
struct clip *clip_read(const char *text, enum place_kind usual, GError **error);
void clip_free(struct clip *clip);
typedef struct clip Clip; /* for g_autoptr(Clip) */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Clip, clip_free)

/* The most lines that become things, and the most characters in one. */
#define CLIP_LINES 1000
#define CLIP_NAME 500

/* Put the things of a clip into a journey: into UP (a stage for touchpoints,
 * the root for all others) before number INDEX, or last where that is beyond.
 * Each gets an id that nobody has, its own if that is free; what they say of
 * each other stays true, and owners that came along are declared where nobody
 * has their name. The change's focus is the first of them. A clip is pasted
 * once. */
const struct change *clip_paste(struct clip *clip, struct journey *j,
				const struct place *up, unsigned index,
				GError **error);

/* Put a copy of each place (all of one kind) right behind it. */
const struct change *journey_duplicate(struct journey *j,
				       const GPtrArray *places, GError **error);

#endif
