/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the terminal: its capabilities, and what is on it.  The only file that
 * knows curses.  Modes and bytes are tty.c's, what bytes mean is decode.c's,
 * what signals do is guard.c's, what roles look like is theme.c's.
 *
 * The one idea: curses only computes.  It draws into a file in memory, and
 * each frame leaves from there in one write; modes, size and input are ours.
 * That way there are two strings, one that takes the terminal and one that
 * gives it back, and the second also works in a signal handler.
 *
 *	canvas -> cells that differ -> curses -> memory -> one write(2)
 *	bytes, signals -> poll(2) -> events
 */
#include "tui/term.h"

#include <curses.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termcap.h>
#include <unistd.h>

#include "i18n.h"
#include "tui/ability.h"
#include "tui/clipboard.h"
#include "tui/ear.h"
#include "tui/frame.h"
#include "tui/guard.h"
#include "tui/keyinfo.h"
#include "tui/modes.h"
#include "tui/probe.h"
#include "tui/theme.h"
#include "tui/tint.h"
#include "tui/tty.h"

struct look {
	attr_t attrs;
	short pair;
};

struct term {
	SCREEN *screen;
	struct frame frame; /* what curses writes to */
	struct canvas *shown; /* the last frame */
	bool stale; /* what is on the terminal is not that */

	int colors; /* see theme_style() */
	bool defaults; /* the terminal has colours of its own */
	struct look looks[ROLE_COUNT];
	struct tint tint;

	struct tty tty;
	GString *enter, *leave;
	bool mouse;
	enum glyphs glyphs;

	struct ear ear;
	struct probe probe;
};

G_DEFINE_QUARK(senseboard - term - error, term_error)

static const char *capability(const char *name)
{
	const char *value = tigetstr(name);

	return value && value != (char *)-1 ? value : NULL;
}

/* Ask before curses does: newterm() leaks when it knows no such terminal. */
static bool can_move_cursor(const char *name)
{
	return name && tgetent(NULL, name) > 0 && capability("cup") &&
	       tigetflag("hc") <= 0;
}

static bool check_terminal(GError **error)
{
	const char *name = getenv("TERM");

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
		g_set_error(error, TERM_ERROR, TERM_ERROR_NO_TERMINAL,
			    _("standard %s is no terminal; "
			      "try: senseboard show FILE"),
			    isatty(STDIN_FILENO) ? _("output") : _("input"));
		return false;
	}
	if (can_move_cursor(name))
		return true;
	g_set_error(error, TERM_ERROR, TERM_ERROR_UNABLE,
		    _("this terminal ('%s') cannot move its cursor; "
		      "try: senseboard show FILE"),
		    name ? name : "");
	return false;
}

/* Whether its colours are numbered by red, green and blue. */
static bool is_direct(void)
{
	return tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || capability("RGB");
}

bool term_know(int *colours, bool *direct)
{
	if (!can_move_cursor(getenv("TERM")))
		return false;
	*colours = MAX(tigetnum("colors"), 0);
	*direct = is_direct();
	return true;
}

/* The number curses has for a colour: of a direct terminal only the first
 * eight are what a theme means. */
static int curses_colour(int32_t colour, bool direct)
{
	if (!direct || colour < 8)
		return colour;
	return colour < 16 ? colour - 8 : (int)theme_rgb(colour);
}

static struct look make_look(struct style style, short *pairs, bool defaults)
{
	bool direct = is_direct();
	int fg = curses_colour(style.fg, direct);
	int bg = curses_colour(style.bg, direct);
	struct look look = {
		.attrs = (style.bold ? A_BOLD : A_NORMAL) |
			 (style.dim ? A_DIM : A_NORMAL) |
			 (style.reverse ? A_REVERSE : A_NORMAL) |
			 (style.underline ? A_UNDERLINE : A_NORMAL),
	};

	if (fg == -1 && bg == -1)
		return look;
	if (!defaults && fg == -1)
		fg = COLOR_WHITE;
	if (!defaults && bg == -1)
		bg = COLOR_BLACK;
	if (init_extended_pair(*pairs + 1, fg, bg) == OK)
		look.pair = ++*pairs;
	return look;
}

static void make_looks(struct term *term, const struct theme *theme)
{
	struct style styles[ROLE_COUNT];
	short pairs = 0;

	for (enum role role = 0; role < ROLE_COUNT; role++)
		styles[role] = theme_style(theme, role, term->colors);
	if (!is_direct())
		tint_borrow(&term->tint, styles, ROLE_COUNT);
	for (enum role role = 0; role < ROLE_COUNT; role++)
		term->looks[role] =
			make_look(styles[role], &pairs, term->defaults);
}

void term_use_theme(struct term *term, const struct theme *theme)
{
	make_looks(term, theme);
	term_redraw(term);
}

/* Of WANTED colours as many as there are. */
static void open_colours(struct term *term, int wanted)
{
	int have = MAX(tigetnum("colors"), 0);

	term->colors = wanted == TERM_AUTO
			       ? ability_colours(have, is_direct()).value
			       : MIN(wanted, have);
	if (term->colors < 8)
		return;
	start_color();
	term->defaults = use_default_colors() == OK;
}

static bool open_curses(struct term *term, GError **error)
{
	if (!frame_open(&term->frame, error))
		return false;
	term->screen = newterm(NULL, term->frame.file, stdin);
	if (!term->screen) {
		g_set_error(error, TERM_ERROR, TERM_ERROR_UNABLE,
			    _("curses cannot use this terminal ('%s')"),
			    getenv("TERM"));
		return false;
	}
	nonl();
	typeahead(-1);
	return true;
}

/* From now on a sudden death leaves the terminal like this. */
static void arm(struct term *term)
{
	const char *bottom =
		tparm(capability("cup"), LINES - 1, 0, 0, 0, 0, 0, 0, 0, 0);

	modes_leave(term->leave, capability, term->mouse, bottom);
	guard_arm(STDOUT_FILENO, &term->tty.cooked, term->leave->str,
		  term->leave->len);
}

static void follow_size(struct term *term)
{
	int rows = LINES, cols = COLS;

	if (tty_size(&rows, &cols) && (rows != LINES || cols != COLS))
		resize_term(rows, cols);
	arm(term);
	term_redraw(term);
}

static void take_terminal(struct term *term)
{
	follow_size(term);
	tty_make_raw(&term->tty);
	tty_write(&term->tty, term->enter->str, term->enter->len);
}

static void give_terminal(struct term *term)
{
	tty_write(&term->tty, term->leave->str, term->leave->len);
	tty_restore(&term->tty);
	guard_disarm();
}

static void term_free(struct term *term)
{
	if (term->screen)
		delscreen(term->screen);
	frame_release(&term->frame);
	ear_release(&term->ear);
	canvas_free(term->shown);
	g_string_free(term->enter, TRUE);
	g_string_free(term->leave, TRUE);
	g_free(term);
}

static struct term *term_new(const struct term_options *options)
{
	struct term *term = g_new0(struct term, 1);

	term->enter = g_string_new(NULL);
	term->leave = g_string_new(NULL);
	term->shown = canvas_new(1, 1, GLYPHS_ASCII);
	term->mouse = !options->no_mouse;
	tty_init(&term->tty);
	ear_init(&term->ear, &term->tty);
	return term;
}

/* Ask what it draws; the answer comes when it comes, and nobody waits. */
static void ask(struct term *term)
{
	g_autoptr(GString) bytes = g_string_new(NULL);

	if (!modes_speak_ansi(capability))
		return;
	probe_ask(&term->probe, bytes, PROBE_ON_SCREEN);
	tty_write(&term->tty, bytes->str, bytes->len);
}

/* It has said where its cursor is. */
static void learn(struct term *term, struct term_event *event)
{
	probe_answer(&term->probe, event->column);
	if (probe_done(&term->probe))
		term->glyphs = MIN(term->glyphs, probe_glyphs(&term->probe));
	event->kind = EVENT_RESIZE; /* draw with what it has */
}

/* An answer that comes after the end would be typed into the shell. */
static void hear_out(struct term *term)
{
	struct term_event event;

	while (probe_waits(&term->probe) &&
	       ear_hear(&term->ear, &event, PROBE_LAST_MS))
		if (event.kind == EVENT_CURSOR)
			probe_answer(&term->probe, event.column);
}

struct term *term_open(const struct term_options *options, GError **error)
{
	if (!check_terminal(error))
		return NULL;
	struct term *term = term_new(options);
	/* first, so that curses sees that signals are taken care of */
	if (!guard_open(error)) {
		term_free(term);
		return NULL;
	}
	if (!open_curses(term, error)) {
		guard_close();
		term_free(term);
		return NULL;
	}
	term->glyphs = options->glyphs == TERM_AUTO
			       ? (enum glyphs)ability_glyphs().value
			       : (enum glyphs)options->glyphs;
	open_colours(term, options->colors);
	make_looks(term, options->theme);
	keyinfo_teach(term->ear.decoder, capability);
	modes_enter(term->enter, capability, term->mouse);
	doupdate();
	frame_take(
		&term->frame); /* what curses says to begin with, we say better */
	take_terminal(term);
	if (options->glyphs == TERM_AUTO && term->glyphs != GLYPHS_ASCII)
		ask(term);
	return term;
}

void term_close(struct term *term)
{
	hear_out(term);
	give_terminal(term);
	guard_close();
	term_free(term);
}

void term_size(const struct term *term, int *rows, int *cols)
{
	(void)term;
	*rows = LINES;
	*cols = COLS;
}

enum glyphs term_glyphs(const struct term *term)
{
	return term->glyphs;
}

void term_redraw(struct term *term)
{
	term->stale = true;
}

void term_use_mouse(struct term *term, bool use)
{
	const char *bytes = modes_mouse(capability, use);

	term->mouse = use;
	modes_enter(term->enter, capability, use);
	arm(term);
	tty_write(&term->tty, bytes, strlen(bytes));
}

static void put_cell(const struct term *term, int y, int x,
		     const struct cell *cell)
{
	const struct look *look = &term->looks[cell->role];
	wchar_t text[CELL_CHARS + 1] = { 0 };
	cchar_t out;

	for (int i = 0; i < CELL_CHARS; i++)
		text[i] = (wchar_t)cell->ch[i];
	setcchar(&out, text, look->attrs, look->pair, NULL);
	mvadd_wch(y, x, &out);
}

static void put_row(struct term *term, const struct canvas *canvas, int y)
{
	int cols = MIN(canvas->cols, term->shown->cols);

	if (canvas_same_row(canvas, term->shown, y))
		return;
	for (int x = 0; x < cols; x++) {
		struct cell cell;

		if (canvas_same(canvas, term->shown, y, x))
			continue;
		cell = canvas_cell(canvas, y, x);
		if (cell.width && x + cell.width <= cols)
			put_cell(term, y, x, &cell);
	}
	canvas_copy_row(term->shown, canvas, y);
}

/* Forget what is on the terminal: curses will clear it. */
static void start_afresh(struct term *term)
{
	cchar_t blank;

	setcchar(&blank, L" ", A_NORMAL, term->looks[ROLE_CONTENT].pair, NULL);
	bkgrndset(&blank);
	canvas_resize(term->shown, LINES, COLS);
	erase();
	clearok(curscr, TRUE);
	term->stale = false;
}

void term_show(struct term *term, const struct canvas *canvas)
{
	if (term->stale)
		start_afresh(term);
	for (int y = 0; y < MIN(canvas->rows, term->shown->rows); y++)
		put_row(term, canvas, y);
	term->shown->marked = canvas->marked; /* they are the same now */
	move(MIN(canvas->cursor_y, LINES - 1), MIN(canvas->cursor_x, COLS - 1));
	refresh();
	frame_take(&term->frame);
	tint_frame(&term->tint, term->frame.bytes);
	tty_write(&term->tty, term->frame.bytes->data, term->frame.bytes->len);
}

void term_copy(struct term *term, const char *text)
{
	struct clipboard c = { getenv("TERM"), getenv("TMUX"), getenv("STY") };
	GString *bytes = clipboard_bytes(&c, text);

	if (modes_speak_ansi(capability))
		tty_write(&term->tty, bytes->str, bytes->len);
	g_string_free(bytes, TRUE);
}

/* What a signal that is not the end comes to. */
static void follow_signal(struct term *term, struct term_event *event)
{
	if (event->signal == SIGTSTP) {
		event->kind = EVENT_SUSPEND;
	} else if (event->signal == SIGCONT) {
		take_terminal(term);
		event->kind = EVENT_RESIZE;
	} else if (event->signal == SIGWINCH) {
		follow_size(term);
		event->kind = EVENT_RESIZE;
	}
}

void term_listen(struct term *term, int fd)
{
	term->ear.listen = fd;
	term->ear.heard = false;
}

bool term_read(struct term *term, struct term_event *event, int timeout_ms)
{
	if (!ear_hear(&term->ear, event, timeout_ms))
		return false;
	if (event->kind == EVENT_SIGNAL)
		follow_signal(term, event);
	else if (event->kind == EVENT_CURSOR)
		learn(term, event);
	return true;
}

bool term_pending(struct term *term)
{
	return ear_pending(&term->ear);
}

void term_suspend(struct term *term)
{
	give_terminal(term);
	guard_stop();
	take_terminal(term);
}

static void prepare_child(void *data)
{
	(void)data;
	guard_reset_child();
}

bool term_run_outside(struct term *term, const char *const *argv,
		      GError **error)
{
	g_auto(GStrv) copy = g_strdupv((char **)argv);
	int status;

	give_terminal(term);
	guard_step_aside(true);
	bool ran =
		g_spawn_sync(NULL, copy, NULL,
			     G_SPAWN_SEARCH_PATH | G_SPAWN_CHILD_INHERITS_STDIN,
			     prepare_child, NULL, NULL, NULL, &status, error);
	guard_step_aside(false);
	take_terminal(term);
	return ran && g_spawn_check_wait_status(status, error);
}
