/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keys, clicks, pastes and sizes in no order at all, many at once, as from a
 * cat on the keyboard.  The program may be made to stop or to quit, which is
 * its right; it may not crash, say what it should not, or lose anything:
 * whatever was done can be undone, to the byte.
 */
#include "screen.h"

#include <criterion/criterion.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "../amount.h"
#include "../store/folder.h"
#include "desk.h"
#include "press.h"

#define MOST_UNDOS 2000
#define REDRAW "\f\f\f\f" /* half a sequence takes three bytes at most */

TestSuite(chaos, .init = desk_enter, .fini = folder_leave);

static const char *const event_bytes[] = {
	"\033OA", "\033OA",  "\033OB",	 "\033OB", "\033OB",	"\033OC",
	"\033OD", "\033[5~", "\033[6~",	 "\033OH", "\033OF",	"\033[3~",
	"\r",	  "\r",	     "\r",	 "\t",	   "\t",	"\033[Z",
	"\177",	  "a",	     "A",	 "d",	   "J",		"K",
	"o",	  "i",	     "x",	 " ",	   "u",		"U",
	"e",	  "1",	     "/",	 "n",	   "]",		"[",
	"?",	  "\033d",   "\033\177", "\v",	   "\025",	"\027",
	"\031",	  "\023",    "\f",	 "\003",   "\033",	"\033[17~",
	"q",	  "s",	     "M",	 "é",	   "\"",	"#",
	": ",	  "\033\r",  "\n",	 ":",	   "\033[1;5D", "\032",
	"E"
};

static void add_paste(GString *out, GRand *rand)
{
	static const char *const pastes[] = { "one\ntwo\nthree\n", "\033[A",
					      "- : #\t{", "q", "" };

	g_string_append_printf(
		out, "\033[200~%s\033[201~",
		pastes[g_rand_int_range(rand, 0, G_N_ELEMENTS(pastes))]);
}

static void add_mouse(GString *out, GRand *rand)
{
	static const int buttons[] = { 0, 0, 0, 2, 32, 64, 65 };

	g_string_append_printf(
		out, "\033[<%d;%d;%d%c",
		buttons[g_rand_int_range(rand, 0, G_N_ELEMENTS(buttons))],
		g_rand_int_range(rand, 1, 130), g_rand_int_range(rand, 1, 45),
		g_rand_boolean(rand) ? 'M' : 'm');
}

static void add_event(GString *out, GRand *rand)
{
	int kind = g_rand_int_range(rand, 0, 20);

	if (kind == 0)
		add_paste(out, rand);
	else if (kind <= 2)
		add_mouse(out, rand);
	else
		g_string_append(out,
				event_bytes[g_rand_int_range(
					rand, 0, G_N_ELEMENTS(event_bytes))]);
}

/* --- one run after the other --------------------------------------------- */

/* How wild it gets. */
struct pace {
	unsigned rounds;
	int most_events; /* in a round */
	int resizing; /* one round in so many has another size */
};

struct chaos {
	GRand *rand;
	const struct pace *pace;
	struct screen *screen;
	char *opened; /* the file when this run began */
};

/* The folder takes no new files, so whatever is saved is saved here. */
static void begin(struct chaos *c)
{
	static const char *const args[] = { "day.yaml", NULL };
	static const char *const env[] = { "VISUAL=true", NULL };

	g_free(c->opened);
	cr_assert(g_file_get_contents("day.yaml", &c->opened, NULL, NULL));
	c->screen = screen_start(
		&(struct start){ .args = args, .env = env, .humble = true });
}

static void end(struct chaos *c)
{
	screen_free(c->screen);
	c->screen = NULL;
}

/* Let it go on where it has stopped, begin anew where it has quit. */
static void carry_on(struct chaos *c)
{
	while (WIFSTOPPED(screen_wait(c->screen)))
		if (screen_resume(c->screen))
			return;
	screen_expect_exit(c->screen, 0);
	end(c);
	begin(c);
}

/* What comes before the last key may add up to no event at all: half a
 * sequence. The last one always is one, so that it will be drawn. */
static void play_round(struct chaos *c)
{
	g_autoptr(GString) bytes = g_string_new(NULL);
	int count = g_rand_int_range(c->rand, 1, c->pace->most_events);

	for (int i = 0; i < count; i++)
		add_event(bytes, c->rand);
	g_string_append(bytes, REDRAW);
	screen_send(c->screen, bytes->str, bytes->len);
	if (g_rand_int_range(c->rand, 0, c->pace->resizing) == 0)
		screen_resize_stopped(c->screen,
				      g_rand_int_range(c->rand, 1, 50),
				      g_rand_int_range(c->rand, 1, 140));
	if (!screen_settle_or_change(c->screen))
		carry_on(c);
}

/* Out of every question and list, to where the map is. When a word typed for
 * it is seen, all that was typed before has been answered. */
static void come_home(struct chaos *c)
{
	static const char home[] = "\3\3\3\3\3\3/home?";
	int y, x;

	screen_resize_stopped(c->screen, 24, 80);
	screen_send(c->screen, home, strlen(home));
	while (!screen_find(c->screen, "home?", &y, &x))
		if (!screen_settle_or_change(c->screen)) {
			carry_on(c);
			screen_send(c->screen, home, strlen(home));
		}
	press(c->screen, "search", "give-up");
}

static void undo_all(struct screen *s)
{
	int y, x;

	for (int i = 0; i < MOST_UNDOS; i++) {
		press(s, "everywhere", "undo");
		if (screen_find(s, "nothing to undo", &y, &x))
			return;
	}
	screen_fail(s, "there is no end to undoing");
}

/* SEED decides what happens. */
static void play(guint32 seed, const struct pace *pace)
{
	struct chaos c = { .rand = g_rand_new_with_seed(seed), .pace = pace };

	cr_assert_eq(chmod(".", 0555), 0);
	begin(&c);
	for (unsigned i = 0; i < pace->rounds; i++)
		play_round(&c);
	come_home(&c);
	undo_all(c.screen);
	press(c.screen, "everywhere", "save");
	screen_settle_at(c.screen, "saved");
	expect("day.yaml", c.opened);
	end(&c);
	cr_assert_eq(chmod(".", 0755), 0);
	g_rand_free(c.rand);
	g_free(c.opened);
}

static const struct pace typing = { .rounds = 60,
				    .most_events = 25,
				    .resizing = 3 };

Test(chaos, all_can_be_undone)
{
	play(7, &typing);
	play(11, &typing);
}

Test(chaos, all_can_be_undone_another_time)
{
	play(2013, &typing);
	play(7017, &typing);
}

Test(chaos, a_window_that_is_pulled_about_loses_nothing)
{
	unsigned resizes = amount("RESIZES", 200);
	struct pace pulling = { .most_events = 4, .resizing = 1 };

	for (unsigned seed = amount_seed(); resizes; seed++) {
		pulling.rounds = MIN(resizes, 100);
		resizes -= pulling.rounds;
		play(seed, &pulling);
	}
}
