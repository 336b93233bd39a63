/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the bytes of OSC 52, and which terminals are better not sent them.
 *
 *	ESC ] 52 ; c ; BASE64 BEL
 *
 * tmux keeps it to itself unless it was told otherwise (set-clipboard), and
 * screen drops it; both hand on what is wrapped up for the terminal around
 * them, if they may.  So there it is said both ways: whichever arrives does.
 */
#include "tui/clipboard.h"

#include <stdbool.h>
#include <string.h>

#include "i18n.h"

#define SCREEN_PIECE 512 /* bytes that screen hands on at once */

const char *clipboard_why_not(const char *term)
{
	static const char *const without[] = { "linux", "vt",	 "cons",
					       "dumb",	"eterm", "sun" };

	for (size_t i = 0; i < G_N_ELEMENTS(without); i++)
		if (term && g_str_has_prefix(term, without[i]))
			return N_("a terminal of this kind has none");
	return NULL;
}

/* For the terminal around tmux: each ESC twice. */
static void wrap_for_tmux(GString *out, const char *bytes)
{
	g_string_append(out, "\033Ptmux;");
	for (; *bytes; bytes++) {
		if (*bytes == '\033')
			g_string_append_c(out, '\033');
		g_string_append_c(out, *bytes);
	}
	g_string_append(out, "\033\\");
}

/* For the terminal around screen: in pieces. */
static void wrap_for_screen(GString *out, const char *bytes)
{
	for (size_t left = strlen(bytes), n; left; left -= n, bytes += n) {
		n = MIN(left, SCREEN_PIECE);
		g_string_append(out, "\033P");
		g_string_append_len(out, bytes, (gssize)n);
		g_string_append(out, "\033\\");
	}
}

static bool is_tmux(const struct clipboard *c)
{
	return (c->tmux && *c->tmux) ||
	       (c->term && g_str_has_prefix(c->term, "tmux"));
}

static bool is_screen(const struct clipboard *c)
{
	return (c->sty && *c->sty) ||
	       (c->term && g_str_has_prefix(c->term, "screen"));
}

GString *clipboard_bytes(const struct clipboard *c, const char *text)
{
	GString *out = g_string_new(NULL);
	size_t len = strlen(text);
	g_autofree char *base64 = NULL, *bytes = NULL;

	if (clipboard_why_not(c->term) || len > CLIPBOARD_MOST)
		return out;
	base64 = g_base64_encode((const guchar *)text, len);
	bytes = g_strdup_printf("\033]52;c;%s\a", base64);
	g_string_append(out, bytes);
	if (is_tmux(c))
		wrap_for_tmux(out, bytes);
	else if (is_screen(c))
		wrap_for_screen(out, bytes);
	return out;
}
