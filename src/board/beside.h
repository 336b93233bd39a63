/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The files beside a storyboard, which evidence may name.
 *
 * A rule that asks for a file is told it is there, and the question is noted;
 * later, when nobody waits, beside_look() asks the disk, once for each path,
 * and says which touchpoints are to be judged again.
 *
 *	rule   is "menu.pdf" there?  ->  yes     (noted)
 *	look   stat("menu.pdf")      ->  it is not: judge that touchpoint
 *	rule   is "menu.pdf" there?  ->  no
 */
#ifndef SENSEBOARD_BOARD_BESIDE_H
#define SENSEBOARD_BOARD_BESIDE_H

#include "rules/rules.h"

struct beside;

/* Nothing is known yet of the files in FOLDER. */
struct beside *beside_new(const char *folder);
void beside_free(struct beside *b);

/* What the rules ask; it lives as long as B. */
const struct evidence *beside_evidence(struct beside *b);

/* Look for the files that were asked for, and judge again the touchpoints of
 * those that are missing; whether there are any. */
bool beside_look(struct beside *b, struct findings *f, const struct journey *j);

#endif
