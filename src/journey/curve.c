/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Faces become values here, and values sums that rules and screens read.
 *
 * Of each touchpoint is kept how many walks gave it which value, from which
 * the median follows at once.  Who was rated last is only searched for when
 * the last one lost its face; whoever gets one before it changes nothing.
 */
#include "journey/curve.h"

#include <string.h>

#include "journey/reference.h"
#include "journey/tie.h"
#include "journey/walk.h"

#define LEAST (-2) /* the value of the angriest face */

int curve_designed(const struct place *tp)
{
	return tp->designed;
}

int curve_walked(const struct place *tp)
{
	return tp->felt;
}

int curve_value(const struct place *tp)
{
	return tp->felt == CURVE_NONE ? tp->designed : tp->felt;
}

static unsigned sum(const struct journey *j, int from, int to)
{
	unsigned n = 0;

	for (int value = from; value <= to; value++)
		n += j->per_value[value - LEAST];
	return n;
}

unsigned curve_rated(const struct journey *j)
{
	return sum(j, LEAST, -LEAST);
}

unsigned curve_smiles(const struct journey *j)
{
	return sum(j, 1, -LEAST);
}

unsigned curve_frowns(const struct journey *j)
{
	return sum(j, LEAST, -1);
}

/* Most faces are words. */
const struct face *curve_face(const struct tree *t, uint32_t entry)
{
	g_autofree char *text = NULL;

	int face = tree_which(t, entry, &schema_faces->name,
			      sizeof(*schema_faces));

	if (face >= 0)
		return &schema_faces[face];
	text = tree_value(t, entry);
	return text ? schema_face(text) : NULL;
}

static int value_at(const struct tree *t, uint32_t entry)
{
	const struct face *face = entry ? curve_face(t, entry) : NULL;

	return face ? face->value : CURVE_NONE;
}

/* Add or (by -1) take away the value that counts. */
static void count(struct journey *j, const struct place *tp, unsigned by)
{
	int value = curve_value(tp);

	if (value != CURVE_NONE)
		j->per_value[value - LEAST] += by;
	if (tp->designed != CURVE_NONE)
		j->designed += by;
}

static bool is_rated(const struct place *tp)
{
	return curve_value(tp) != CURVE_NONE;
}

int8_t curve_read(const struct journey *j, const struct place *tp)
{
	return (int8_t)value_at(j->tree, tp->field[T_IMPRESSION]);
}

void curve_enter(struct journey *j, struct place *tp)
{
	count(j, tp, 1);
	if (is_rated(tp) &&
	    (!j->last_rated || place_is_later(tp, j->last_rated)))
		j->last_rated = tp;
}

void curve_forget(struct journey *j, struct place *tp)
{
	count(j, tp, (unsigned)-1);
}

/* The last one that is rated up to child N - 1 of a stage, or NULL. */
static struct place *last_within(const struct place *stage, unsigned n)
{
	while (n > 0) {
		struct place *tp = stage_touchpoint(stage, --n);

		if (is_rated(tp))
			return tp;
	}
	return NULL;
}

void curve_settle(struct journey *j)
{
	struct place *last = j->last_rated;
	unsigned stage;

	if (!last || is_rated(last))
		return;
	stage = last->up->index;
	j->last_rated = last_within(last->up, last->index);
	while (!j->last_rated && stage > 0) {
		const struct place *before = journey_stage(j, --stage);

		j->last_rated = last_within(before, before->children->len);
	}
}

/* --- walks ----------------------------------------------------------------- */

/* What one walk gave is being read. */
struct reading {
	struct journey *j;
	unsigned walk; /* its number, from 1 */
	bool newest;
};

static void read_face(void *data, uint32_t pair)
{
	const struct reading *r = data;
	struct journey *j = r->j;
	struct place *tp = reference_named(j, PLACE_TOUCHPOINT,
					   tree_key_hash(j->tree, pair), NULL);
	int value = value_at(j->tree, pair);

	if (!tp || value == CURVE_NONE || tp->last_walk == r->walk)
		return;
	if (!tp->last_walk)
		g_ptr_array_add(j->walked, tp);
	tp->last_walk = r->walk;
	tp->walked[value - LEAST]++;
	j->newest_rated += r->newest;
}

static void read_walks(struct journey *j)
{
	g_autoptr(GArray) walks = walk_list(j);
	guint newest = walk_newest(j, walks);

	j->walks = walks->len;
	for (guint i = 0; i < walks->len; i++) {
		struct reading r = { .j = j,
				     .walk = i + 1,
				     .newest = i == newest };

		walk_each_face(j, g_array_index(walks, uint32_t, i), read_face,
			       &r);
	}
}

/* The lower median of the faces that walks gave. */
static int median(const struct place *tp)
{
	unsigned n = 0, seen = 0;
	int value = 0;

	for (int i = 0; i < FACE_VALUES; i++)
		n += tp->walked[i];
	if (!n)
		return CURVE_NONE;
	while ((seen += tp->walked[value]) <= (n - 1) / 2)
		value++;
	return value + LEAST;
}

/* Let those feel anew who were walked; twice is once. */
static void feel(struct journey *j, const GPtrArray *walked, GPtrArray *changed)
{
	for (guint i = 0; i < walked->len; i++) {
		struct place *tp = walked->pdata[i];
		int felt = median(tp);

		if (felt == tp->felt)
			continue;
		curve_forget(j, tp);
		tp->felt = (int8_t)felt;
		curve_enter(j, tp);
		g_ptr_array_add(changed, tp);
	}
}

void curve_walk(struct journey *j, GPtrArray *changed)
{
	g_autoptr(GPtrArray) before = j->walked;

	for (guint i = 0; i < before->len; i++)
		curve_unwalk(before->pdata[i]);
	j->walked = g_ptr_array_new();
	j->newest_rated = 0;
	read_walks(j);
	feel(j, before, changed);
	feel(j, j->walked, changed);
}

void curve_unwalk(struct place *tp)
{
	memset(tp->walked, 0, sizeof(tp->walked));
	tp->last_walk = 0;
}

void curve_clear(struct journey *j)
{
	memset(j->per_value, 0, sizeof(j->per_value));
	j->designed = j->walks = j->newest_rated = 0;
	j->last_rated = NULL;
	g_ptr_array_set_size(j->walked, 0);
}
