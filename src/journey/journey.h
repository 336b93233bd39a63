/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A journey: a view of a storyboard's text as stages, touchpoints, owners and
 * customers.
 *
 * It holds no values, only which entry of the tree says what: each place (the
 * journey itself, a stage, a touchpoint, an owner, a customer) is an array of
 * entries by field number.  So text and view cannot differ, and whatever the
 * view does not understand stays in the text untouched.  After a change of the
 * text, journey_update() brings it in step.
 */
#ifndef SENSEBOARD_JOURNEY_JOURNEY_H
#define SENSEBOARD_JOURNEY_JOURNEY_H

#include "journey/schema.h"
#include "yaml/history.h"
#include "yaml/tree.h"

/* How many measures there are, how many have a target, and how many of these
 * are met or missed by what was measured last. */
struct grades {
	unsigned all, targets, met, missed;
};

struct place {
	enum place_kind kind;
	uint32_t entry; /* its item, or the document */
	unsigned number; /* its own for ever; journey.places[] */
	unsigned index; /* in its parent's children, from 0 */
	struct place *up; /* a touchpoint's stage, else the journey */
	/* of a stage its touchpoints, of the journey its stages; else NULL */
	GPtrArray *children;
	/* a merge key or an alias stands here: what seems to be missing may
	 * be in there */
	bool hides;
	/* some key is none of the format, or stands here twice */
	bool odd;
	/* bit N: field N is there; it is a scalar that says something, so that
	 * most can be told from here */
	uint64_t there, said;
	/* what was counted, for the rest of src/journey alone */
	bool known; /* of a touchpoint: what it says itself has been read */
	bool complete;
	uint8_t senses, phase;
	uint8_t channel; /* of schema_channels(), from 1; 0 if not known */
	int8_t designed, felt; /* see curve.h, where CURVE_NONE is */
	uint32_t traits; /* bit N: trait N */
	uint32_t walked[FACE_VALUES]; /* walks that gave it -2 .. 2 */
	unsigned last_walk; /* that gave it a face, from 1; 0: none */
	/* of a stage: how many of its touchpoints design each sense */
	uint32_t per_sense[SENSES];
	struct ties *ties; /* see tie.h; NULL: none */
	unsigned owners, load;
	struct place *owner;
	struct grades grades;
	uint64_t id_hash, name_hash;
	uint32_t field[]; /* entry of each field, 0 where missing */
};

/* What a touchpoint is, as far as the whole journey counts it. */
enum trait {
	TRAIT_SERVICE,
	TRAIT_EXPERIENCE,
	TRAIT_REACTIVE,
	TRAIT_PROACTIVE,
	TRAIT_INTERACTIVE,
	TRAIT_BY_CUSTOMER,
	TRAIT_ROLE, /* in a stage after the visit or purchase */
	TRAIT_SURPRISE,
	TRAIT_PERSONAL,
	TRAIT_PROBLEM,
	TRAIT_AWAITS, /* a reply */
	TRAIT_IN_PERSON, /* its channel carries all senses */
	TRAIT_TARGET, /* a measure has one */
	TRAIT_HIDES, /* place.hides */
	TRAITS
};

/* The fields that people, stages and touchpoints have in common. */
enum { PLACE_ID, PLACE_NAME };

/* The most customers, owners, stages or touchpoints there may be. */
#define JOURNEY_MOST 100000

struct journey {
	struct tree *tree; /* borrowed */
	struct place *root; /* PLACE_JOURNEY; children are the stages */
	GPtrArray *owners, *customers; /* of struct place */
	GPtrArray *places; /* every place by number; NULL where gone */
	unsigned n_touchpoints;
	/* tallies that updates keep in step */
	unsigned per_phase[4]; /* touchpoints by enum phase */
	unsigned complete; /* touchpoints whose equation holds */
	unsigned per_sense[SENSES];
	unsigned nobody, many; /* touchpoints without, with several owners */
	unsigned per_trait[TRAITS];
	struct grades grades;
	/* the curve: touchpoints by value from -2, with a designed face, with
	 * one in the newest walk; how many walks there are; the last
	 * touchpoint with a value, or NULL */
	unsigned per_value[FACE_VALUES], designed, newest_rated, walks;
	struct place *last_rated;
	/* beyond the place that journey_update() returned, those that are to
	 * be judged again with it */
	GPtrArray *changed;
	/* private */
	GPtrArray *kept; /* owns every place there ever was */
	GPtrArray *walked; /* every touchpoint that a walk gave a face */
	struct refs *people, *touchpoints; /* reference.h */
	struct refs *needs; /* tie.h */
	struct schema_index *index;
	uint64_t merge; /* hash of the merge key */
	uint32_t excess; /* the item that is one too many, or 0 */
};

/* Read the journey in T's first document. T outlives it. NULL with an error
 * if this is no storyboard (TREE_ERROR_SYNTAX's sister JOURNEY_ERROR, the
 * place in *WHERE): no mapping, no `senseboard: 1` first, no title. */
struct journey *journey_new(struct tree *t, struct mark *where, GError **error);
void journey_free(struct journey *j);
typedef struct journey Journey; /* for g_autoptr(Journey) */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Journey, journey_free)

enum journey_error {
	JOURNEY_ERROR_NOT_ONE,
	JOURNEY_ERROR_VERSION,
	JOURNEY_ERROR_LIMIT,
	JOURNEY_ERROR_EDIT
};
#define JOURNEY_ERROR journey_error_quark()
GQuark journey_error_quark(void);

/* Whether T's first document is a storyboard, for journey_new() and for who
 * has put another text in the place of one. */
bool journey_check(struct tree *t, struct mark *where, GError **error);

/* Bring the journey in step with a change just made, undone or redone.
 * Returns the one place whose own fields are all that changed, or NULL if
 * more did (ids, order, people, links): whoever keeps something by place then
 * looks at everything anew. Costs the same in a long journey for one field.
 * A place stays the same struct as long as its item is in the file, and again
 * when undo brings it back; in between it is no longer in journey.places but
 * may still be pointed at. */
struct place *journey_update(struct journey *j, const struct change *c);

/* The place that an entry belongs to, itself or the nearest around it. */
struct place *journey_place(const struct journey *j, uint32_t entry);

/* All places of a kind, in their order; unref it. */
GPtrArray *journey_all(const struct journey *j, enum place_kind kind);

/* Stage and touchpoint by position; NULL beyond the end. */
struct place *journey_stage(const struct journey *j, unsigned index);
struct place *stage_touchpoint(const struct place *stage, unsigned index);

/* The text of a field; the caller frees; "" where it is missing or blank.
 * Of a list, its items joined with ", "; of anything else, its words in one
 * line. */
char *place_text(const struct journey *j, const struct place *p, int field);

/* The same for people to read: what references name by its title. */
char *place_shown(const struct journey *j, const struct place *p, int field);

/* Whether a field is a text that says just this. */
bool place_says(const struct journey *j, const struct place *p, int field,
		const char *text);

/* The number of the choice that a field of that kind says, or -1. */
int place_choice(const struct journey *j, const struct place *p, int field);

/* Whether a pair of its mapping is what a field of it was read from. */
bool place_is_field(const struct place *p, uint32_t pair);

/* Whether a field is missing, blank, or an empty list. */
bool place_blank(const struct journey *j, const struct place *p, int field);

/* The items of a field that is a list (a scalar is a list of one), each to be
 * freed with the array (g_ptr_array_unref), blank items left out. */
GPtrArray *place_texts(const struct journey *j, const struct place *p,
		       int field);

/* The same as entries: what stands behind those texts, of uint32_t; freed with
 * g_array_unref. */
GArray *place_items(const struct journey *j, const struct place *p, int field);

/* What a screen calls the place: its name, else its id, else what it
 * promises, else "touchpoint 3". The caller frees. */
char *place_title(const struct journey *j, const struct place *p);

/* "3 touchpoints": so many of a kind, for people to read; the caller frees. */
char *place_count(enum place_kind kind, unsigned n);

/* The mapping of a place: its entry if that is a mapping, else 0. */
uint32_t place_map(const struct journey *j, const struct place *p);

/* How many owners a touchpoint has: 0, 1, or more where `who` is a list or
 * one text naming several declared owners. With one, *OWNER (where given) is
 * its place, or NULL if it is not declared. */
unsigned place_owners(const struct journey *j, const struct place *p,
		      struct place **owner);

/* Those owners as `who` names them, each by itself; unref it. */
GPtrArray *place_owner_texts(const struct journey *j, const struct place *p);

/* Whether What, Who and How of a touchpoint are all there, with one owner. */
bool place_complete(const struct journey *j, const struct place *p);

/* Whether a touchpoint has a trait, and its channel if that is a known one,
 * or NULL. */
bool place_is(const struct place *p, enum trait trait);
const struct channel *place_channel(const struct place *p);

/* When a stage or touchpoint is: before, during or after the visit or
 * purchase; PHASE_NONE where that is not said. */
enum phase { PHASE_BEFORE, PHASE_DURING, PHASE_AFTER, PHASE_NONE };
unsigned place_phase(const struct place *p);

/* The fields of a touchpoint of which counting has shown that they say what
 * they may: bit N for field N. Others may, too. */
uint64_t place_sound(const struct place *tp);

/* The senses that a touchpoint fills: bit N for sense N from T_SEE. */
unsigned place_senses(const struct journey *j, const struct place *p);

/* Who or what a reference names: by id, else by exactly one name. *MATCHES,
 * where given, is how many it names; with more than one, NULL. */
struct place *journey_person(const struct journey *j, const char *ref,
			     unsigned *matches);
struct place *journey_touchpoint(const struct journey *j, const char *ref,
				 unsigned *matches);

/* The touchpoints that an owner answers for. */
unsigned journey_load(const struct journey *j, const struct place *owner);

/* Every touchpoint's position in the whole journey, from 0. */
unsigned journey_position(const struct journey *j, const struct place *tp);

#endif
