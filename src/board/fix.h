/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Quick fixes: what can be done at once about a finding.
 *
 * Rules look and never change; a fix changes, as one change that undo takes
 * back.  Each says beforehand what it would do, and that sentence is the name
 * of the change.  Where there is more than one way, it asks one question.
 *
 *	fixes_for(j, f)		the fixes that fit a finding
 *	fix_says(fix, j, f, NULL)	"choose who owns it"
 *	fix_choices(fix, j, f)	Jocelyn, Card services ...
 *	fix_says(fix, j, f, "jocelyn")	"let Jocelyn own “The call”"
 *	fix_apply(...)		and it is done
 *
 * Adding a fix is a row beside its functions and one in fixes_all[].
 */
#ifndef SENSEBOARD_BOARD_FIX_H
#define SENSEBOARD_BOARD_FIX_H

#include "journey/edit.h"
#include "rules/rules.h"

/* A finding to be mended, and the answer to the question of the fix. */
struct fix_job {
	struct journey *journey;
	struct place *place;
	const struct finding *found;
	const char *answer; /* NULL: not asked yet */
};

struct fix {
	const char *name;
	const char *help; /* one sentence */
	const char *rules; /* whose findings it mends, between blanks */
	/* What is asked for; NULL: nothing. */
	const char *question;
	/* What there is to choose from, by fix_offer(); NULL: any text. */
	void (*offer)(const struct fix_job *job, GPtrArray *choices);
	bool adds; /* something that is no choice may be named too */
	/* What it would do, or NULL if it does not fit; the caller frees. */
	char *(*says)(const struct fix_job *job);
	/* Do it, within an open change. */
	bool (*apply)(const struct fix_job *job, GError **error);
};

/* Every fix, NULL-ended; where several fit, the first is the most likely. */
extern const struct fix *const fixes_all[];
const struct fix *fixes_find(const char *name);

/* The fixes that fit a finding, to be unref'ed. */
GPtrArray *fixes_for(struct journey *j, const struct finding *f);

/* One to choose. */
struct fix_choice {
	char *name; /* the answer */
	char *label; /* as people call it */
};

/* What there is to choose from, of struct fix_choice, to be unref'ed, which
 * may be nothing; NULL if the question wants a text, or there is none. */
GPtrArray *fix_choices(const struct fix *fix, struct journey *j,
		       const struct finding *f);

/* What the fix would do, with the answer (or NULL before it is asked), as in
 * "declare “Jocelyn” as an owner"; the caller frees. */
char *fix_says(const struct fix *fix, struct journey *j,
	       const struct finding *f, const char *answer);

/* Do it: a change that board_take() wants to follow. NULL with an error where
 * the file has to be edited by hand, and nothing has changed. */
const struct change *fix_apply(const struct fix *fix, struct journey *j,
			       const struct finding *f, const char *answer,
			       GError **error);

#endif
