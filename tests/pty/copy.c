/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A copy on its way: the bytes that the terminal gets for its clipboard, and
 * back as a paste.
 */
#include "screen.h"

#include <criterion/criterion.h>
#include <string.h>

#include "../store/folder.h"
#include "desk.h"
#include "press.h"

TestSuite(copy, .init = desk_enter, .fini = folder_leave);

static struct screen *start(const char *const *env)
{
	static const char *const args[] = { "day.yaml", NULL };

	return screen_start(&(struct start){ .args = args, .env = env });
}

/* What OSC 52 said last; the caller frees. */
static char *clipboard(struct screen *s)
{
	const char *osc =
		g_strrstr_len(screen_bytes(s)->str,
			      (gssize)screen_bytes(s)->len, "\033]52;c;");
	g_autofree char *base64 = NULL;
	gsize len;

	cr_assert(osc, "there is no OSC 52");
	osc += strlen("\033]52;c;");
	base64 = g_strndup(osc, strcspn(osc, "\a"));
	return (char *)g_base64_decode(base64, &len);
}

Test(copy, leaves_for_the_clipboard_as_yaml)
{
	static const char *const plain[] = { "TMUX=", "STY=", NULL };
	struct screen *s = start(plain);
	g_autofree char *text = NULL;

	press(s, "panes", "copy");
	screen_expect(s, "copied 'First light'");
	text = clipboard(s);
	cr_expect_str_eq(text, "- id: light\n  name: First light\n"
			       "  what: You wake up slowly\n  who: ada\n");
	desk_quit(s);
}

Test(copy, is_wrapped_up_for_the_terminal_around_tmux)
{
	static const char *const inside[] = { "TMUX=/tmp/x,1,0", NULL };
	struct screen *s = start(inside);

	press(s, "panes", "copy");
	cr_expect(g_strstr_len(screen_bytes(s)->str,
			       (gssize)screen_bytes(s)->len,
			       "\033Ptmux;\033\033]52;c;LSBp"));
	desk_quit(s);
}

Test(copy, is_not_told_to_a_terminal_that_would_print_it)
{
	static const char *const console[] = { "TERM=linux", "TMUX=", NULL };
	struct screen *s = start(console);

	press(s, "panes", "copy");
	cr_expect_not(g_strstr_len(screen_bytes(s)->str,
				   (gssize)screen_bytes(s)->len, "]52;"));
	desk_quit(s);
}

Test(copy, comes_back_as_a_paste_into_another_storyboard)
{
	struct screen *s = start(NULL);
	g_autofree char *text = NULL;

	press(s, "panes", "copy");
	text = clipboard(s);
	desk_quit(s);
	put("day.yaml", "senseboard: 1\ntitle: Another\nstages:\n- id: a\n"
			"  touchpoints:\n  - id: b\n");
	s = start(NULL);
	press_paste(s, text);
	desk_save(s);
	expect("day.yaml", "senseboard: 1\ntitle: Another\nstages:\n- id: a\n"
			   "  touchpoints:\n  - id: b\n"
			   "  - id: light\n    name: First light\n"
			   "    what: You wake up slowly\n    who: ada\n");
	desk_quit(s);
}
