/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Texts that terminals disagree about, in every field at once.  What stands
 * on the screen of tmux, which measures text in its own way, must be what we
 * drew, cell for cell: a width we got wrong moves all that follows it.
 */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../store/folder.h"
#include "journey/schema.h"
#include "tmux.h"

static const char *const samples[] = {
	/* letters, composed and not */
	"plain", "\u00e9", "e\u0301", "n\u0303", "\u212b", "\u00df", "\ufb03",
	"\u0416", "\u03a9", "a\u20dd", "Z\u0338\u0322\u031b",
	/* from right to left */
	"\u05d0", "\u05e9\u05dc\u05d5\u05dd", "\u0639\u0631\u0628\u0649",
	"\u0650\u0628", "a\u202eb",
	/* clusters of several letters */
	"\u0939\u093f\u0928\u094d\u0926\u0940", "\u0915\u094d\u0937\u093f",
	"\u0e44\u0e17\u0e22", "\u0e01\u0e33", "\u1112\u1161\u11ab",
	/* wide, and narrow forms of them */
	"\ud55c\uad6d", "\uac01", "\u65e5\u672c", "\uff76\uff9e",
	"\u304b\u3099", "\uff46\uff55\uff4c\uff4c", "\u9f8d",
	/* emoji, of one code point and of many, old and new */
	"\U0001f600", "\U0001f60d", "\U0001f642", "\U0001f44d\U0001f3fd",
	"\U0001f468\u200d\U0001f469\u200d\U0001f467",
	"\U0001f469\u200d\U0001f680", "\U0001f3f3\ufe0f\u200d\U0001f308",
	"\U0001f1e9\U0001f1ea", "\U0001f1e9", "1\ufe0f\u20e3", "\u263a\ufe0f",
	"\u2764", "\u2708\ufe0f", "\U0001fae0",
	/* nothing to see */
	"x\u200by", "a\u00adb", NULL
};

#define SAMPLES (G_N_ELEMENTS(samples) - 1)

/* --- the storyboard ------------------------------------------------------- */

static bool is_text(const struct field *f)
{
	return f->kind != FIELD_CHILDREN && f->kind != FIELD_OTHER &&
	       f->kind != FIELD_ID && strcmp(f->name, "senseboard") &&
	       strcmp(f->name, "name");
}

static void put_fields(GString *out, enum place_kind kind, const char *indent)
{
	g_autofree char *row = g_strjoinv("|", (char **)samples);
	size_t n;
	const struct field *fields = schema_fields(kind, &n);

	for (size_t i = 0; i < n; i++)
		if (is_text(&fields[i]))
			g_string_append_printf(out, "%s%s: \"%s\"\n", indent,
					       fields[i].name, row);
}

/* One place for each sample, with that as its name; the first has all samples
 * in every field. */
static void put_places(GString *out, enum place_kind kind, const char *indent)
{
	g_autofree char *inner = g_strconcat(indent, "  ", NULL);

	for (size_t i = 0; i < SAMPLES; i++) {
		g_string_append_printf(out, "%s- name: \"%s|\"\n", indent,
				       samples[i]);
		if (i == 0)
			put_fields(out, kind, inner);
	}
}

static void put_storyboard(const char *name)
{
	g_autoptr(GString) out = g_string_new("senseboard: 1\n");

	put_fields(out, PLACE_JOURNEY, "");
	g_string_append(out, "owners:\n");
	put_places(out, PLACE_OWNER, "  ");
	g_string_append(out, "customers:\n");
	put_places(out, PLACE_CUSTOMER, "  ");
	g_string_append(out, "stages:\n");
	put_places(out, PLACE_STAGE, "  ");
	g_string_append(out, "    touchpoints:\n");
	put_places(out, PLACE_TOUCHPOINT, "      ");
	put(name, out->str);
}

/* --- the two screens ------------------------------------------------------ */

static char socket_name[32] = "none"; /* of the tmux that runs now */

/* A storyboard on two screens: that of tmux, and ours as it is dumped. */
struct screens {
	char size[32];
	const char *glyphs;
	GString *pressed; /* keys, a line each */
};

static void begin(struct screens *s, int cols, int rows)
{
	g_autofree char *program = tmux_environment("SENSEBOARD");
	g_autofree char *x = g_strdup_printf("%d", cols);
	g_autofree char *y = g_strdup_printf("%d", rows);

	g_snprintf(s->size, sizeof(s->size), "%dx%d", cols, rows);
	g_snprintf(socket_name, sizeof(socket_name), "socket-%s", s->size);
	put_storyboard(s->size);
	TMUX(socket_name, "new-session", "-d", "-x", x, "-y", y, program,
	     "--no-mouse", "--glyphs", s->glyphs, s->size);
}

static char *drawn(const struct screens *s)
{
	g_autofree char *program = tmux_environment("SENSEBOARD");

	put("keys", s->pressed->str);
	return tmux_output_of((const char *[]){
		program, "--keys", "keys", "--size", s->size, "--glyphs",
		s->glyphs, "--dump-screen", s->size, NULL });
}

static void expect_same(const struct screens *s)
{
	gint64 end = g_get_monotonic_time() + 20 * G_USEC_PER_SEC;
	g_autofree char *ours = drawn(s);
	g_autofree char *want = tmux_trimmed(ours);
	g_autofree char *seen = NULL;

	cr_assert(*want);
	do {
		g_free(seen);
		seen = tmux_screen(socket_name);
	} while (strcmp(seen, want) && g_get_monotonic_time() < end);
	cr_assert_str_eq(seen, want,
			 "%s %s after\n%s\ntmux has\n%s\nwe drew\n%s", s->size,
			 s->glyphs, s->pressed->str, seen, want);
}

static void press(struct screens *s, const char *key)
{
	static const char *const names[][2] = { { "Esc", "Escape" },
						{ "Backspace", "BSpace" } };
	const char *name = key;

	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		if (!strcmp(names[i][0], key))
			name = names[i][1];
	g_string_append_printf(s->pressed, "%s\n", key);
	TMUX(socket_name, "send-keys", name);
}

/* Press KEYS one after the other, KEY*N so many times, and compare each time. */
static void compare(int cols, int rows, const char *glyphs, const char *keys)
{
	g_auto(GStrv) each = g_strsplit(keys, " ", -1);
	g_autoptr(GString) pressed = g_string_new(NULL);
	struct screens s = { .glyphs = glyphs, .pressed = pressed };

	begin(&s, cols, rows);
	expect_same(&s);
	for (char **key = each; *key; key++) {
		char *star = strchr(*key, '*');
		int times = star ? atoi(star + 1) : 1;

		if (star)
			*star = '\0';
		for (int i = 0; i < times; i++) {
			press(&s, *key);
			expect_same(&s);
		}
	}
	TMUX(socket_name, "kill-server");
}

/* --- the tests ------------------------------------------------------------ */

static void leave(void)
{
	TMUX(socket_name, "kill-server");
	folder_leave();
}

TestSuite(unicode, .init = tmux_enter, .fini = leave);

Test(unicode, stands_in_every_field_of_a_touchpoint_as_tmux_has_it)
{
	compare(80, 24, "emoji", "Left End Right Tab Home Down*40");
}

Test(unicode, stands_in_every_field_of_the_journey_as_tmux_has_it)
{
	compare(80, 24, "emoji", "Left Home Tab Home Down*16");
}

Test(unicode, stands_in_every_field_of_a_stage_and_an_owner_as_tmux_has_it)
{
	compare(120, 40, "emoji", "Left Tab Home Down*6");
	compare(100, 30, "emoji", "Right*2 Tab Home Down*6");
}

Test(unicode, stands_in_every_list_as_tmux_has_it)
{
	compare(120, 40, "emoji", "Left PgDn*4 End Right PgDn*3 Right PgDn*3");
	compare(40, 12, "emoji", "Left PgDn*9 End Right PgDn*9");
}

/* The Walk comes last: digits are faces there. */
#define EVERY_VIEW                                                      \
	"2 Down*10 End 4 Down*10 5 Down*3 Right*3 Tab Down*3 6 Down*4 " \
	"7 PgDn*10 3 Enter Right*6 1 Left*3"

Test(unicode, stands_in_every_view_as_tmux_has_it)
{
	compare(80, 24, "emoji", EVERY_VIEW);
	compare(120, 40, "unicode", EVERY_VIEW);
	compare(40, 12, "emoji", EVERY_VIEW);
}

Test(unicode, is_edited_as_tmux_has_it)
{
	compare(80, 24, "emoji", "Left Tab End Enter Left*50 Backspace*12");
}
