/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The terminal, on a pseudo terminal whose other end the test holds: what is
 * refused, what is written, what is read, and that modes come back.
 */
#include "tui/term.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "tui/key.h"
#include "tui/themes.h"

static struct theme theme;

static const struct term_options automatic = {
	.glyphs = TERM_AUTO,
	.colors = TERM_AUTO,
	.theme = &theme,
};

static int other_end = -1;

static void resize(unsigned short rows, unsigned short cols)
{
	struct winsize size = { .ws_row = rows, .ws_col = cols };

	cr_assert_eq(ioctl(other_end, TIOCSWINSZ, &size), 0);
}

static void take_theme(const char *name)
{
	g_autoptr(GPtrArray) problems = g_ptr_array_new();
	g_autofree char *meant = NULL;

	cr_assert(themes_find(name, &theme, &meant, problems));
}

static void setup(void)
{
	other_end = posix_openpt(O_RDWR | O_NOCTTY);
	cr_assert(other_end >= 0 && !grantpt(other_end) &&
		  !unlockpt(other_end));
	int end = open(ptsname(other_end), O_RDWR | O_NOCTTY);
	cr_assert_geq(end, 0);
	dup2(end, STDIN_FILENO);
	dup2(end, STDOUT_FILENO);
	close(end);
	resize(10, 40);
	setenv("TERM", "xterm-256color", 1);
	unsetenv("NO_COLOR");
	unsetenv("COLORTERM");
	unsetenv("TMUX");
	take_theme("default");
	setlocale(LC_ALL, "C.UTF-8");
}

TestSuite(term, .init = setup);

static struct term *opened(void)
{
	g_autoptr(GError) error = NULL;
	struct term *term = term_open(&automatic, &error);

	cr_assert(term, "%s", error ? error->message : "");
	return term;
}

/* What the terminal got, up to and with END. */
static char *received(const char *end)
{
	GString *bytes = g_string_new(NULL);
	struct pollfd in = { .fd = other_end, .events = POLLIN };

	while (!strstr(bytes->str, end)) {
		char part[4096];
		cr_assert_eq(poll(&in, 1, 10000), 1, "no '%s' in '%s'", end,
			     bytes->str);
		ssize_t got = read(other_end, part, sizeof(part));
		cr_assert_gt(got, 0);
		g_string_append_len(bytes, part, got);
	}
	return g_string_free(bytes, FALSE);
}

static void expect_received(const char *end)
{
	g_autofree char *bytes = received(end);

	cr_expect(bytes);
}

static void type(const char *bytes)
{
	cr_assert_eq(write(other_end, bytes, strlen(bytes)),
		     (ssize_t)strlen(bytes));
}

static struct term_event next_event(struct term *term)
{
	struct term_event event = { 0 };

	cr_assert(term_read(term, &event, 10000));
	return event;
}

static void expect_key(struct term *term, const char *want)
{
	struct term_event event = next_event(term);
	g_autofree char *name = key_to_name(event.key);

	cr_assert_eq(event.kind, EVENT_KEY);
	cr_expect_str_eq(name, want);
}

/* A canvas of the terminal's size with TEXT in its third row. */
static struct canvas *drawn(const struct term *term, const char *text)
{
	int rows, cols;

	term_size(term, &rows, &cols);
	struct canvas *canvas = canvas_new(rows, cols, term_glyphs(term));
	canvas_text(canvas, 2, 4, cols, ROLE_CONTENT, text);
	return canvas;
}

static void show(struct term *term, const char *text)
{
	struct canvas *canvas = drawn(term, text);

	term_show(term, canvas);
	canvas_free(canvas);
}

static void expect_refused(enum term_error code, const char *part)
{
	g_autoptr(GError) error = NULL;

	cr_assert_not(term_open(&automatic, &error));
	cr_expect(g_error_matches(error, TERM_ERROR, (int)code));
	cr_expect(strstr(error->message, part), "%s", error->message);
	/* and not a byte was written before this one */
	cr_assert_eq(write(STDOUT_FILENO, "!", 1), 1);
	g_autofree char *bytes = received("!");
	cr_expect_str_eq(bytes, "!");
}

Test(term, terminals_that_cannot_move_their_cursor_are_refused)
{
	setenv("TERM", "dumb", 1);
	expect_refused(TERM_ERROR_UNABLE, "'dumb'");
	setenv("TERM", "no-such-terminal", 1);
	expect_refused(TERM_ERROR_UNABLE, "'no-such-terminal'");
	unsetenv("TERM");
	expect_refused(TERM_ERROR_UNABLE, "senseboard show");
}

Test(term, what_is_no_terminal_is_refused)
{
	int null = open("/dev/null", O_RDWR);

	dup2(null, STDIN_FILENO);
	close(null);
	expect_refused(TERM_ERROR_NO_TERMINAL, "input");
}

Test(term, modes_come_back)
{
	struct termios before, during, after;

	tcgetattr(STDIN_FILENO, &before);
	struct term *term = opened();
	tcgetattr(STDIN_FILENO, &during);
	expect_received("\033[?1006h");
	term_close(term);
	tcgetattr(STDIN_FILENO, &after);
	cr_expect_not(during.c_lflag & (ICANON | ECHO | ISIG));
	cr_expect_not(during.c_iflag & IXON);
	cr_expect_eq(after.c_lflag, before.c_lflag);
	cr_expect_eq(after.c_iflag, before.c_iflag);
	cr_expect_eq(after.c_oflag, before.c_oflag);
	g_autofree char *bytes = received("\033[?1049l");
	cr_expect(strstr(bytes, "\033[?1002l"));
	cr_expect(strstr(bytes, "\033[?2004l"));
}

Test(term, signals_mean_again_what_they_meant)
{
	static const int some[] = { SIGTERM, SIGSEGV, SIGWINCH, SIGTSTP };
	struct sigaction before[4], after;

	for (int i = 0; i < 4; i++)
		sigaction(some[i], NULL, &before[i]);
	term_close(opened());
	for (int i = 0; i < 4; i++) {
		sigaction(some[i], NULL, &after);
		cr_expect_eq(after.sa_handler, before[i].sa_handler);
	}
}

Test(term, the_mouse_can_be_left_alone)
{
	struct term_options options = automatic;

	options.no_mouse = true;
	struct term *term = term_open(&options, NULL);
	g_autofree char *bytes = received("\033[?2004h");
	show(term, "text");
	g_autofree char *frame = received("text");
	cr_expect_not(strstr(bytes, "1002") || strstr(frame, "1002"));
	term_close(term);
}

Test(term, the_mouse_can_be_given_and_taken)
{
	struct term *term = opened();

	expect_received("\033[?1006h");
	term_use_mouse(term, false);
	expect_received("\033[?1002l");
	term_use_mouse(term, true);
	expect_received("\033[?1006h");
	term_close(term);
}

Test(term, a_frame_is_what_differs)
{
	struct term *term = opened();

	show(term, "a long line of text");
	expect_received("a long line of text");
	show(term, "a long line of text");
	show(term, "a long lime of text");
	g_autofree char *bytes = received("m");
	cr_expect_leq(strlen(bytes), 24, "'%s'", bytes);
	term_redraw(term);
	show(term, "a long lime of text");
	expect_received("a long lime of text");
	term_close(term);
}

Test(term, a_canvas_of_another_size_is_shown_as_far_as_it_goes)
{
	struct term *term = opened();
	struct canvas *canvas = canvas_new(30, 41, GLYPHS_EMOJI);

	for (int y = 0; y < 30; y++)
		canvas_text(canvas, y, 39, 2, ROLE_CONTENT, "漢");
	canvas_text(canvas, 9, 0, 9, ROLE_CONTENT, "last");
	canvas_cursor(canvas, 29, 40);
	term_show(term, canvas);
	g_autofree char *bytes = received("last");
	cr_expect_not(strstr(bytes, "漢"));
	canvas_free(canvas);
	term_close(term);
}

Test(term, keys_and_pastes_arrive)
{
	struct term *term = opened();

	type("q\033[Aą\033[200~x\ry\033[201~\033");
	expect_key(term, "q");
	cr_expect(term_pending(term));
	expect_key(term, "Up");
	expect_key(term, "ą");
	struct term_event paste = next_event(term);
	cr_assert_eq(paste.kind, EVENT_PASTE);
	cr_expect_str_eq(paste.paste, "x\ny");
	expect_key(term, "Esc");
	cr_expect_not(term_pending(term));
	term_close(term);
}

Test(term, waiting_ends)
{
	struct term *term = opened();
	struct term_event event;

	cr_expect_not(term_read(term, &event, 0));
	cr_expect_not(term_read(term, &event, 1));
	term_close(term);
}

Test(term, a_new_size_is_an_event)
{
	struct term *term = opened();
	int rows, cols;

	resize(1, 1);
	raise(SIGWINCH);
	cr_expect(term_pending(term));
	cr_expect_eq(next_event(term).kind, EVENT_RESIZE);
	term_size(term, &rows, &cols);
	cr_expect(rows == 1 && cols == 1);
	show(term, "x");
	resize(50, 132);
	raise(SIGWINCH);
	cr_expect_eq(next_event(term).kind, EVENT_RESIZE);
	show(term, "wide again");
	expect_received("wide again");
	term_close(term);
}

Test(term, requests_are_events)
{
	struct term *term = opened();

	raise(SIGTSTP);
	cr_expect_eq(next_event(term).kind, EVENT_SUSPEND);
	raise(SIGCONT);
	cr_expect_eq(next_event(term).kind, EVENT_RESIZE);
	raise(SIGTERM);
	alarm(0);
	struct term_event event = next_event(term);
	cr_expect_eq(event.kind, EVENT_SIGNAL);
	cr_expect_eq(event.signal, SIGTERM);
	term_close(term);
}

Test(term, a_closed_terminal_is_a_signal)
{
	struct term *term = opened();

	close(other_end);
	struct term_event event = next_event(term);
	cr_expect_eq(event.kind, EVENT_SIGNAL);
	cr_expect_eq(event.signal, SIGHUP);
	show(term, "nobody there");
	term_close(term);
}

static enum glyphs glyphs_of(const char *locale, const char *name)
{
	setlocale(LC_ALL, locale);
	setenv("TERM", name, 1);
	struct term *term = opened();
	enum glyphs glyphs = term_glyphs(term);
	term_close(term);
	return glyphs;
}

Test(term, glyphs_follow_locale_and_terminal)
{
	cr_expect_eq(glyphs_of("C.UTF-8", "xterm-256color"), GLYPHS_EMOJI);
	cr_expect_eq(glyphs_of("C.UTF-8", "linux"), GLYPHS_ASCII);
	cr_expect_eq(glyphs_of("C.UTF-8", "vt100"), GLYPHS_ASCII);
	cr_expect_eq(glyphs_of("C", "xterm-256color"), GLYPHS_ASCII);
}

Test(term, learns_of_signs_and_eats_no_key_meanwhile)
{
	struct term *term = opened();

	expect_received("\033[6n");
	type("a\033[2;2Rb");
	expect_key(term, "a");
	cr_expect_eq(next_event(term).kind, EVENT_RESIZE);
	expect_key(term, "b");
	cr_expect_eq(term_glyphs(term), GLYPHS_EMOJI);
	type("\033[2;2Rc");
	cr_expect_eq(next_event(term).kind, EVENT_RESIZE);
	cr_expect_eq(term_glyphs(term), GLYPHS_UNICODE);
	expect_key(term, "c");
	term_close(term);
}

Test(term, is_asked_nothing_where_it_is_said_or_known_what_it_draws)
{
	struct term_options options = automatic;
	struct term *term;

	options.glyphs = GLYPHS_EMOJI;
	term = term_open(&options, NULL);
	show(term, "text");
	g_autofree char *said = received("text");
	cr_expect_not(strstr(said, "\033[6n"));
	term_close(term);
	setenv("TERM", "linux", 1);
	term = opened();
	show(term, "again");
	g_autofree char *known = received("again");
	cr_expect_not(strstr(known, "\033[6n"));
	term_close(term);
}

Test(term, takes_no_shifted_F3_for_an_answer)
{
	struct term *term = opened();

	type("\033[1;2R");
	expect_key(term, "S-F3");
	term_close(term);
}

static void show_error(const struct term_options *options)
{
	struct term *term = term_open(options, NULL);
	struct canvas *canvas = drawn(term, "");

	canvas_text(canvas, 2, 4, 9, ROLE_ERROR, "wrong");
	term_show(term, canvas);
	canvas_free(canvas);
	term_close(term);
}

Test(term, no_color_is_obeyed)
{
	show_error(&automatic);
	g_autofree char *coloured = received("wrong");
	cr_expect(strstr(coloured, "38;5;203"));
	setenv("NO_COLOR", "1", 1);
	show_error(&automatic);
	g_autofree char *plain = received("wrong");
	cr_expect_not(strstr(plain, "[38;5;") || strstr(plain, "[31m"));
}

Test(term, says_any_colour_to_a_terminal_that_takes_it)
{
	theme.looks[DEPTH_MANY][ROLE_ERROR].fg = COLOUR_RGB | 0xfe8800;
	show_error(&automatic);
	g_autofree char *nearest = received("wrong");
	cr_expect(strstr(nearest, "\033[38;5;208m"));
	setenv("COLORTERM", "truecolor", 1);
	show_error(&automatic);
	g_autofree char *exact = received("wrong");
	cr_expect(strstr(exact, "\033[38;2;254;136;0m"));
}

Test(term, believes_no_true_colour_that_screen_hands_on)
{
	theme.looks[DEPTH_MANY][ROLE_ERROR].fg = COLOUR_RGB | 0xfe8800;
	setenv("COLORTERM", "truecolor", 1);
	setenv("TERM", "screen-256color", 1);
	show_error(&automatic);
	g_autofree char *nearest = received("wrong");
	cr_expect(strstr(nearest, "\033[38;5;208m"));
	setenv("TMUX", "/tmp/tmux-1000/default,1,0", 1);
	show_error(&automatic);
	g_autofree char *exact = received("wrong");
	cr_expect(strstr(exact, "\033[38;2;254;136;0m"));
}

Test(term, wears_another_theme_from_the_next_frame_on)
{
	struct term *term = opened();
	struct canvas *canvas = drawn(term, "");

	canvas_text(canvas, 2, 4, 9, ROLE_ERROR, "wrong");
	term_show(term, canvas);
	expect_received("wrong");
	take_theme("light");
	term_use_theme(term, &theme);
	term_show(term, canvas);
	g_autofree char *bytes = received("wrong");
	cr_expect(strstr(bytes, "38;5;124"));
	canvas_free(canvas);
	term_close(term);
}

Test(term, a_program_may_have_the_terminal_for_a_while)
{
	static const char *const echo[] = { "echo", "outside", NULL };
	static const char *const none[] = { "/no/such/program", NULL };
	static const char *const fails[] = { "false", NULL };
	struct term *term = opened();
	g_autoptr(GError) error = NULL;

	cr_expect(term_run_outside(term, echo, &error));
	show(term, "inside again");
	g_autofree char *bytes = received("inside again");
	const char *left = strstr(bytes, "\033[?1049l");
	const char *outside = left ? strstr(left, "outside") : NULL;
	cr_expect(outside && strstr(outside, "\033[?1049h"));
	cr_expect_not(term_run_outside(term, none, &error));
	cr_expect(strstr(error->message, "/no/such/program"));
	cr_expect_not(term_run_outside(term, fails, NULL));
	term_close(term);
}
