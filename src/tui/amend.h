/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Editing what a view shows: the things of a journey and their fields.
 *
 * A view says what is to be edited and no more: here it is asked for as its
 * kind wants, made one named edit of the journey, and ended in app_take(),
 * which brings the cursor of every view to what was changed.
 */
#ifndef SENSEBOARD_TUI_AMEND_H
#define SENSEBOARD_TUI_AMEND_H

#include "board/board.h"
#include "tui/app.h"
#include "tui/ask.h"

/* What can be edited of a place: a field of the table, or (FIELD -1) a pair of
 * the file that is none. */
struct amend_item {
	int field;
	uint32_t entry;
};

/* What an edit that was asked for is about, while the question stands: the
 * place by its number, for it may be gone when the answer comes. */
struct target {
	unsigned place;
	int field;
	uint32_t pair; /* where FIELD is -1 */
};
struct target *target_new(const struct place *p, int field);
struct place *target_place(const struct app *app, const struct target *t);

/* What a command at P is about, of struct place, to be unref'd: what is marked
 * of its kind, else P alone. Of its FIELDs (or -1) only those whose value may
 * suit many, as a choice does, are set for all that is marked. */
GPtrArray *amend_targets(const struct app *app, struct place *p, int field);

/* What they are called in a question: "Warm towel", "3 touchpoints"; the
 * caller frees. */
char *amend_title(const struct app *app, const struct place *p, int field);

/* --- fields: amend-field.c ------------------------------------------------ */

/* Begin to edit a field of P, as its kind asks for; or an item of it, whatever
 * it is. */
void amend_field(struct app *app, const struct place *p, int field);
void amend_item(struct app *app, const struct place *p,
		const struct amend_item *item);

/* What a field that is one line may be completed from, NULL-ended, to be freed
 * with g_strfreev(): what the format knows for it, then what others of its kind
 * say there (amend-known.c). */
char **amend_known(const struct app *app, const struct place *p, int field);

/* Whether that opens a question; else it turns the field over at once. */
bool amend_asks(const struct place *p, const struct amend_item *item);

/* Edit it in the editor of the user's choice, if it is a text or YAML. */
void amend_outside(struct app *app, const struct place *p,
		   const struct amend_item *item);

/* Empty it; what is edited as YAML goes with its key. */
void amend_clear(struct app *app, struct place *p,
		 const struct amend_item *item);

/* Its text as it is edited: a list in lines, a structure in YAML. NULL, and it
 * is said, if that has to be left to the hand; the caller frees. And give it
 * such a text; false if that is refused. */
char *amend_text(struct app *app, const struct place *p,
		 const struct amend_item *item);
bool amend_put(struct app *app, const struct place *p,
	       const struct amend_item *item, const char *text);

/* Say what the rules think of the value a field was just given. */
void amend_judge(struct app *app, const struct place *p, int field);

/* "promise of Warm towel", for a question's title; the caller frees. */
char *amend_question(const struct app *app, const struct place *p, int field);

/* For struct ask: after Tab (1) or S-Tab (-1), the view says what is next. */
void amend_neighbour(struct app *app, int direction, void *data);

/* --- structures, and pairs that are no field: amend-yaml.c ----------------- */

/* Edit it as the YAML it is, here or in the editor of the user's choice. */
void amend_yaml(struct app *app, const struct place *p,
		const struct amend_item *item);
void amend_yaml_outside(struct app *app, const struct place *p,
			const struct amend_item *item);

/* amend_text() and amend_put() of it. */
char *amend_yaml_text(struct app *app, const struct place *p,
		      const struct amend_item *item);
bool amend_yaml_put(struct app *app, const struct place *p,
		    const struct amend_item *item, const char *text);

/* --- references: amend-refs.c --------------------------------------------- */

/* Ask for the one owner; for a list of people, touchpoints, needs. */
void amend_owner(struct app *app, const struct place *p, int field);
void amend_list(struct app *app, const struct place *p, int field);

/* --- whole things: amend-thing.c ------------------------------------------ */

/* Ask for the name of a new thing of KIND that becomes number INDEX of UP (the
 * journey for stages and people), and then for that of the next one. */
void amend_add(struct app *app, enum place_kind kind, const struct place *up,
	       unsigned index);

/* Here P stands for amend_targets(). Remove it at once; who answers for an
 * owner's touchpoints is asked first. */
void amend_delete(struct app *app, struct place *p);

/* Move P one down (1) or up (-1) among its fellows, a touchpoint over the
 * border of a stage if need be; a touchpoint to the stage after or before. */
void amend_move(struct app *app, struct place *p, int by);
void amend_move_to_stage(struct app *app, struct place *p, int by);

/* Ask for the stage that a touchpoint moves to. */
void amend_choose_stage(struct app *app, struct place *p);

/* Move P to INDEX of UP, which may be another stage for a touchpoint. */
void amend_move_to(struct app *app, struct place *p, struct place *up,
		   unsigned index);

/* --- findings: amend-fix.c ------------------------------------------------ */

/* Mend a finding: by its quick fix, after what that asks, or by editing the
 * field at fault; where there are several ways, they are asked for. */
void amend_fix(struct app *app, const struct finding *f);

/* What that would do, as in "declare “Jocelyn” as an owner"; NULL if there is
 * none. The caller frees. */
char *amend_fix_says(const struct app *app, const struct finding *f);

/* Ask for a reason and accept what a finding says. */
void amend_waive(struct app *app, const struct finding *f);

/* The actions on the thing at the cursor of any view, NULL-name-ended:
 * amend-act.c. */
extern const struct action amend_actions[];

#endif
