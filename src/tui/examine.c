/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Asks the terminal in the row the cursor is in, which is blank before and
 * after.
 */
#include "tui/examine.h"

#include <stdlib.h>
#include <unistd.h>

#include "i18n.h"
#include "tui/ear.h"
#include "tui/guard.h"
#include "tui/probe.h"
#include "tui/term.h"

#define PATIENCE_MS 250

/* Whether it has answered. */
static bool ask(struct probe *probe)
{
	g_autoptr(GString) bytes = g_string_new(NULL);
	struct tty tty = { .gone = false };
	struct term_event event;
	struct ear ear;

	tty_init(&tty);
	tty_make_raw(&tty);
	ear_init(&ear, &tty);
	probe_ask(probe, bytes, PROBE_IN_ROW);
	tty_write(&tty, bytes->str, bytes->len);
	while (!probe_done(probe) && ear_hear(&ear, &event, PATIENCE_MS) &&
	       event.kind != EVENT_SIGNAL)
		if (event.kind == EVENT_CURSOR)
			probe_answer(probe, event.column);
	ear_release(&ear);
	tty_restore(&tty);
	return probe_done(probe);
}

static void ask_for_glyphs(struct ability *glyphs)
{
	struct probe probe;

	if (glyphs->value == GLYPHS_ASCII || !guard_open(NULL))
		return;
	if (!ask(&probe))
		glyphs->why = _("the locale is UTF-8; the terminal does not "
				"say how wide it draws them");
	else if (probe_glyphs(&probe) == GLYPHS_EMOJI)
		glyphs->why = _("the terminal draws them as wide as they are");
	else
		*glyphs = (struct ability){ probe_glyphs(&probe),
					    _("the terminal draws others "
					      "in another width") };
	guard_close();
}

void examine(struct examined *e)
{
	const char *name = getenv("TERM");
	bool direct = false;
	int have = 0;

	*e = (struct examined){ .name = name ? name : "" };
	e->present = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
	e->able = term_know(&have, &direct);
	if (!tty_size(&e->rows, &e->cols))
		e->rows = e->cols = 0;
	e->colours = ability_colours(have, direct);
	e->glyphs = ability_glyphs();
	if (e->present && e->able)
		ask_for_glyphs(&e->glyphs);
}
