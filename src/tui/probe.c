/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The signs that are tried, and what their widths tell.
 */
#include "tui/probe.h"

#define WHERE_IS_CURSOR "\033[6n"
#define MOMENT (G_USEC_PER_SEC / 4)

enum sign_tried { SIGN_BOX, SIGN_FACE };

static const char *const signs[PROBE_SIGNS] = {
	[SIGN_BOX] = "\u2502",
	[SIGN_FACE] = "\U0001F60A",
};

void probe_ask(struct probe *probe, GString *out, const char *place)
{
	*probe = (struct probe){ .asked = PROBE_SIGNS,
				 .asked_at = g_get_monotonic_time() };
	for (int i = 0; i < PROBE_SIGNS; i++)
		g_string_append_printf(out, "%s%s" WHERE_IS_CURSOR, place,
				       signs[i]);
	g_string_append_printf(out, "%s\033[K", place);
}

void probe_answer(struct probe *probe, int column)
{
	if (probe->answered < probe->asked)
		probe->column[probe->answered++] = column;
}

bool probe_done(const struct probe *probe)
{
	return probe->asked && probe->answered == probe->asked;
}

bool probe_waits(const struct probe *probe)
{
	return probe->answered < probe->asked &&
	       g_get_monotonic_time() - probe->asked_at < MOMENT;
}

enum glyphs probe_glyphs(const struct probe *probe)
{
	if (probe->column[SIGN_BOX] != 2)
		return GLYPHS_ASCII;
	return probe->column[SIGN_FACE] == 3 ? GLYPHS_EMOJI : GLYPHS_UNICODE;
}
