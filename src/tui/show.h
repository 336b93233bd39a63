/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Putting things of a storyboard into words and signs, the same in every
 * view: names instead of ids, faces, levels, paths, findings.
 */
#ifndef SENSEBOARD_TUI_SHOW_H
#define SENSEBOARD_TUI_SHOW_H

#include "board/board.h"
#include "journey/measure.h"
#include "tui/app.h"

/* What a field shows, with names instead of ids; what a pair that is no field
 * shows. "" where it is blank; the caller frees. */
char *show_value(const struct app *app, const struct place *p, int field);
char *show_pair(const struct app *app, uint32_t entry);

/* A face as the glyph level has it; the face designed for a touchpoint, or
 * NULL. */
const char *show_face(enum glyphs glyphs, const struct face *face);
const struct face *show_face_of(const struct app *app, const struct place *tp);

/* The letter of a sense, from 0 for T_SEE: smell is m, for see has s. */
char show_sense_letter(int sense);

/* The sign and the role of a level. */
const char *show_level_sign(const struct canvas *c, enum level level);
enum role show_level_role(enum level level);

/* The sign of a place: the gravest of its findings, or that all is well, or
 * "". And the columns a sign takes. */
const char *show_sign(const struct app *app, const struct canvas *c,
		      const struct place *p, enum role *role);
int show_sign_width(const struct canvas *c);

/* The gravest level found at a field of P. */
enum level show_field_level(const struct app *app, const struct place *p,
			    int field);

/* "no owner   What + Who ≠ How  ✗": whether it holds at a touchpoint and, if
 * not, what is missing; or (BRIEF) without the equation itself. The caller
 * frees. */
char *show_equation(const struct app *app, const struct canvas *c,
		    const struct place *tp, bool brief, enum role *role);

/* "3 Arrive › 2 Warm towel"; the caller frees. */
char *show_path(const struct app *app, const struct canvas *c,
		const struct place *p);

/* A finding as a sentence, with what to do about it; the caller frees. */
char *show_finding(const struct canvas *c, const struct finding *f);

/* What a reference to P is written as: its id, else its name; the caller
 * frees. */
char *show_reference(const struct app *app, const struct place *p);

/* The key of an action in the panes or in another context, as a hint shows it;
 * the caller frees. */
char *show_key(const struct app *app, const char *action);
char *show_key_in(const struct app *app, const char *context,
		  const char *action);

/* When something was: "14:03", "yesterday", "3 days ago", "2 Jan 2026". Both
 * times are in seconds since 1970; the caller frees. */
char *show_when(int64_t then, int64_t now);

/* The columns of a number; those that a count of touchpoints needs. */
int show_digits(unsigned count);
int show_count_width(const struct app *app);

/* Draw a bar of PART of ALL in WIDTH cells. */
void show_bar(struct canvas *c, int y, int x, int width, unsigned part,
	      unsigned all);

/* --- measures: show-measure.c --------------------------------------------- */

/* The newest readings, MOST of them, as heights: "▃▄▄▅▆"; "" where there are
 * none. The caller frees, here and below. */
char *show_sparkline(enum glyphs glyphs, const struct measure *m, guint most);

/* The sign and the role of a grade; of several taken together. */
const char *show_grade(const struct canvas *c, enum measure_grade grade,
		       enum role *role);
const char *show_grades(const struct canvas *c, const struct grades *grades,
			enum role *role);

/* The measures of a touchpoint: in words to be read aloud, a line each; with
 * a sparkline; or that and the newest figure alone, for a cell. NULL if what
 * stands there is no list of measures, or too much of it. */
enum show_how { SHOW_WORDS, SHOW_LINES, SHOW_CELL };
char *show_measures(const struct app *app, const struct canvas *c,
		    const struct place *tp, enum show_how how);

/* Draw what tells most about a place in three lines: of a touchpoint its
 * What, Who and How. */
#define SHOW_DIGEST_ROWS 3
void show_digest(const struct app *app, struct canvas *c, struct rect r,
		 const struct place *p);

#endif
