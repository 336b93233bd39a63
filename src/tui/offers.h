/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the first page offers to begin with: what was open last, a new
 * storyboard, examples, templates, the manual.
 */
#ifndef SENSEBOARD_TUI_OFFERS_H
#define SENSEBOARD_TUI_OFFERS_H

#include "tui/app.h"

struct offer {
	char *name;
	char *detail; /* beside it, where there is room; */
	char *brief; /* else this, or NULL: nothing */
	const char *heading; /* above it, untranslated; or NULL */
	/* Open PATH, or a copy of it; NULL: RUN does it. */
	char *path;
	bool copy;
	unsigned size; /* in touchpoints, of a copy */
	void (*run)(struct app *app);
};

/* All of them, of struct offer, and which to begin with; for
 * g_ptr_array_unref(). */
GPtrArray *offers_new(const struct app *app, size_t *begin_at);

/* Do what one offers, or say why it cannot be done. */
void offer_take(struct app *app, const struct offer *o);

#endif
