/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The floor under the screen: a program of curses and nothing else that draws
 * what the Map draws, and answers the same keys.
 *
 *	bare-curses N [FILE]
 *
 * Three panes (stages, N touchpoints, owners) over an inspector of twelve
 * fields; arrows and page keys move over the touchpoints, Enter types into a
 * field, Esc ends that, q the program.  FILE has libyaml's events walked over
 * first, which is the floor under the first screen.  All text is made up on
 * the spot and known to be safe: it measures, and does nothing for anybody.
 */
#include "bare.h"

#include <curses.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#define FIELDS 12
#define TYPED_MOST 400

struct bare {
	int n, selected, top;
	int list; /* rows of the panes */
	int left, middle; /* where the second and the third pane begin */
	bool typing;
	char typed[TYPED_MOST];
};

static const struct {
	const char *label, *text;
	bool numbered;
} fields[FIELDS] = {
	{ .label = "promise",
	  .text = "You are a person here, not the ticket number",
	  .numbered = true },
	{ .label = "owner", .text = "Owner", .numbered = true },
	{ .label = "delivery",
	  .text = "Leaves the form for a minute and asks" },
	{ .label = "name", .text = "Touchpoint number", .numbered = true },
	{ .label = "see", .text = "A lit window, a door that is opened" },
	{ .label = "hear", .text = "A voice that slows down" },
	{ .label = "smell", .text = "·  not designed yet" },
	{ .label = "taste", .text = "·  not designed yet" },
	{ .label = "feel", .text = "noticed" },
	{ .label = "impression", .text = "happy" },
	{ .label = "channel", .text = "shop" },
	{ .label = "kind", .text = "experience" },
};

static void lay_out(struct bare *b)
{
	b->list = (LINES - 4) / 2;
	b->left = COLS / 5;
	b->middle = COLS * 3 / 5;
}

static void draw_frame(const struct bare *b)
{
	int y = b->list + 2;

	mvaddstr(0, 1, "A generated journey");
	mvhline_set(1, 0, WACS_HLINE, COLS);
	mvhline_set(y, 0, WACS_HLINE, COLS);
	mvvline_set(2, b->left - 1, WACS_VLINE, b->list);
	mvvline_set(2, b->middle - 1, WACS_VLINE, b->list);
	mvaddstr(1, 2, " Stages ");
	mvaddstr(1, b->left + 1, " Touchpoints ");
	mvaddstr(1, b->middle + 1, " Owners ");
}

static void draw_stages(const struct bare *b)
{
	for (int i = 0; i < b->list && i < 30; i++)
		mvprintw(i + 2, 2, "%2d Stage %d  %d", i + 1, i, b->n / 30);
}

static void draw_touchpoints(const struct bare *b)
{
	for (int i = 0; i < b->list && b->top + i < b->n; i++) {
		int k = b->top + i;

		if (k == b->selected)
			attron(A_REVERSE);
		mvprintw(i + 2, b->left,
			 " %5d Touchpoint number %-14d 😊 sh··f ", k + 1, k);
		attroff(A_REVERSE);
	}
}

static void draw_owners(const struct bare *b)
{
	for (int i = 0; i < b->list && i < 20; i++)
		mvprintw(i + 2, b->middle + 1, "Owner %-4d %5d ▄▄▄▄▄", i,
			 b->n / 20);
}

static void draw_inspector(const struct bare *b)
{
	int y = b->list + 3;

	for (int i = 0; i < FIELDS; i++) {
		mvprintw(y + i, 2, "%-10s %s", fields[i].label, fields[i].text);
		if (fields[i].numbered)
			printw(" %d", b->selected);
	}
	if (b->typing)
		mvaddstr(y + FIELDS, 13, b->typed);
}

static void draw(const struct bare *b)
{
	erase();
	draw_frame(b);
	draw_stages(b);
	draw_touchpoints(b);
	draw_owners(b);
	draw_inspector(b);
	mvprintw(LINES - 2, 1, "touchpoint %d of %d", b->selected + 1, b->n);
	mvaddstr(LINES - 1, 1, "? help  Enter edit  q quit");
	if (b->typing)
		move(b->list + 3 + FIELDS, 13 + (int)strlen(b->typed));
	else
		move(b->selected - b->top + 2, b->left);
	refresh();
}

static void move_by(struct bare *b, int by)
{
	b->selected += by;
	if (b->selected >= b->n)
		b->selected = b->n - 1;
	if (b->selected < 0)
		b->selected = 0;
	if (b->selected < b->top || b->selected >= b->top + b->list)
		b->top = b->selected - b->list / 2;
	if (b->top < 0)
		b->top = 0;
}

static void type(struct bare *b, int key)
{
	size_t len = strlen(b->typed);

	if (key == 27)
		b->typing = false;
	else if (key >= ' ' && key < 127 && len + 1 < TYPED_MOST)
		b->typed[len] = (char)key;
}

/* Answer one key; false if it was the last. */
static bool answer(struct bare *b, int key)
{
	if (b->typing)
		type(b, key);
	else if (key == KEY_DOWN)
		move_by(b, 1);
	else if (key == KEY_UP)
		move_by(b, -1);
	else if (key == KEY_NPAGE)
		move_by(b, b->list - 1);
	else if (key == KEY_PPAGE)
		move_by(b, 1 - b->list);
	else if (key == '\r')
		b->typing = true;
	return key != 'q' || b->typing;
}

int main(int argc, char **argv)
{
	struct bare b = { .n = argc > 1 ? atoi(argv[1]) : 0 };

	setlocale(LC_ALL, "");
	if (argc > 2 && !bare_events(argv[2]))
		return EXIT_FAILURE;
	initscr();
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	set_escdelay(25);
	do {
		lay_out(&b);
		draw(&b);
	} while (answer(&b, getch()));
	endwin();
	return EXIT_SUCCESS;
}
