/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bytes to events: every key as terminals send it, in one piece and byte by
 * byte; and that what no key sends never becomes text.
 */
#include "tui/decode.h"

#include <criterion/criterion.h>
#include <glib.h>
#include <string.h>

#include "tui/key.h"

static struct decoder *decoder;

static void setup(void)
{
	decoder = decoder_new();
}

static void teardown(void)
{
	decoder_free(decoder);
}

TestSuite(decode, .init = setup, .fini = teardown);

static void feed(const char *bytes)
{
	decoder_feed(decoder, bytes, strlen(bytes), 0);
}

static void add_mouse(GString *out, const struct mouse_event *mouse)
{
	static const char *const actions[] = {
		[MOUSE_PRESS] = "press",     [MOUSE_RELEASE] = "release",
		[MOUSE_DRAG] = "drag",	     [MOUSE_WHEEL_UP] = "up",
		[MOUSE_WHEEL_DOWN] = "down",
	};
	g_autofree char *modifiers = key_to_name(mouse->modifiers | 'x');

	g_string_append_printf(out, "%s(%d,%d %d*%d %s)",
			       actions[mouse->action], mouse->y, mouse->x,
			       mouse->button, mouse->clicks, modifiers);
}

static void add_event(GString *out, const struct term_event *event)
{
	g_autofree char *name = NULL;

	if (out->len)
		g_string_append_c(out, ' ');
	switch (event->kind) {
	case EVENT_KEY:
		name = key_to_name(event->key);
		g_string_append(out, name);
		break;
	case EVENT_MOUSE:
		add_mouse(out, &event->mouse);
		break;
	case EVENT_FOCUS:
		g_string_append(out, "focus");
		break;
	default:
		g_string_append_printf(out, "paste(%s)", event->paste);
	}
}

/* All events that can be made of what was fed. */
static char *events(void)
{
	GString *out = g_string_new(NULL);
	struct term_event event;

	while (decoder_next(decoder, &event))
		add_event(out, &event);
	return g_string_free(out, FALSE);
}

static void expect_events(const char *want)
{
	g_autofree char *got = events();

	cr_expect_str_eq(got, want, "'%s' instead of '%s'", got, want);
}

static void expect(const char *bytes, const char *want)
{
	GString *pieces = g_string_new(NULL);

	feed(bytes);
	expect_events(want);
	for (size_t i = 0; i < strlen(bytes); i++) {
		decoder_feed(decoder, bytes + i, 1, 1000);
		g_autofree char *got = events();
		if (*got && pieces->len)
			g_string_append_c(pieces, ' ');
		g_string_append(pieces, got);
	}
	cr_expect_str_eq(pieces->str, want, "'%s' instead of '%s' in pieces",
			 pieces->str, want);
	cr_expect_eq(decoder_patience(decoder, 25), -1);
	g_string_free(pieces, TRUE);
}

Test(decode, characters_are_themselves)
{
	expect("aA ?~", "a A Space ? ~");
	expect("ąß漢😍", "ą ß 漢 😍");
}

Test(decode, control_bytes_are_keys)
{
	expect("\x01\x13\r\t\x7f\n", "C-a C-s Enter Tab Backspace C-j");
	decoder_feed(decoder, "\0", 1, 0);
	expect_events("C-Space");
}

Test(decode, cursor_keys_in_both_modes)
{
	expect("\033[A\033[B\033[C\033[D\033[H\033[F",
	       "Up Down Right Left Home End");
	expect("\033OA\033OB\033OC\033OD\033OH\033OF",
	       "Up Down Right Left Home End");
}

Test(decode, modified_keys)
{
	expect("\033[1;5A\033[1;3B\033[1;2C\033[3;5~",
	       "C-Up M-Down S-Right C-Del");
	expect("\033[Z", "S-Tab");
}

Test(decode, numbered_and_function_keys)
{
	expect("\033[1~\033[2~\033[3~\033[4~\033[5~\033[6~",
	       "Home Ins Del End PgUp PgDn");
	expect("\033OP\033OS\033[15~\033[17~\033[21~\033[24~",
	       "F1 F4 F5 F6 F10 F12");
	expect("\033[[A\033[[E", "F1 F5");
}

Test(decode, keypad_in_application_mode)
{
	expect("\033Op\033Oy\033Ok\033OM", "0 9 + Enter");
}

Test(decode, alt_is_a_leading_escape)
{
	expect("\033b\033B\033\r\033\x7f\033ą",
	       "M-b M-B M-Enter M-Backspace M-ą");
}

Test(decode, escape_is_told_by_silence)
{
	feed("\033");
	expect_events("");
	cr_expect_eq(decoder_patience(decoder, 25), 25);
	cr_expect_not(decoder_ready(decoder));
	decoder_expire(decoder);
	expect_events("Esc");
	cr_expect_eq(decoder_patience(decoder, 25), -1);
}

Test(decode, escape_before_a_key_is_no_alt)
{
	expect("\033\033[A", "Esc Up");
	feed("\033\033");
	expect_events("Esc");
	decoder_expire(decoder);
	expect_events("Esc");
}

Test(decode, a_sequence_may_take_longer_than_escape)
{
	feed("\033[");
	expect_events("");
	cr_expect_gt(decoder_patience(decoder, 25), 100);
	feed("A");
	expect_events("Up");
}

Test(decode, a_sequence_without_end_is_dropped)
{
	feed("\033[1;");
	expect_events("");
	decoder_expire(decoder);
	expect_events("");
	expect("x", "x");
	g_autofree char *digits = g_strnfill(100, '1');
	g_autofree char *endless = g_strconcat("\033[", digits, NULL);
	feed(endless);
	g_free(events());
	cr_expect_eq(decoder_patience(decoder, 25), -1);
}

Test(decode, the_focus_comes_and_its_going_is_dropped)
{
	expect("\033[Ib\033[O", "focus b");
}

Test(decode, what_no_key_sends_is_dropped)
{
	expect("\033[?1;2ca", "a"); /* a reply */
	expect("\033[99~\033[999999999999~c", "c");
	expect("\033[12\033[Ad", "Up d"); /* broken off */
	expect("\033[3$y\033[0nf", "f");
}

Test(decode, bad_utf8_is_dropped)
{
	expect("\xff"
	       "a\xc3"
	       "b\xe2\x82"
	       "c",
	       "a b c");
	feed("\xe2\x82");
	expect_events("");
	decoder_expire(decoder);
	expect_events("");
	expect("\xc2\x9b", ""); /* CSI as one character */
}

Test(decode, names_go_before_common_meanings)
{
	decoder_name(decoder, "\033[11~", KEYCODE_F12);
	decoder_name(decoder, "\b", KEYCODE_BACKSPACE);
	decoder_name(decoder, "\033x", KEYCODE_UP);
	decoder_name(decoder, "\033xy", KEYCODE_DOWN);
	decoder_name(decoder, "\033zz", KEYCODE_LEFT);
	feed("\033[11~\b\033xy\033x\033z");
	expect_events("F12 Backspace Down Up");
	decoder_expire(decoder);
	expect_events("M-z");
}

Test(decode, buttons_and_wheel)
{
	expect("\033[<0;3;7M\033[<0;3;7m",
	       "press(6,2 1*1 x) release(6,2 1*0 x)");
	expect("\033[<2;1;1M\033[<32;5;6M\033[<35;5;6M",
	       "press(0,0 3*1 x) drag(5,4 1*0 x)");
	expect("\033[<64;1;2M\033[<65;1;2M\033[<66;1;2M",
	       "up(1,0 0*0 x) down(1,0 0*0 x)");
	expect("\033[<20;1;1M\033[<8;2;1M",
	       "press(0,0 1*1 C-S-x) press(0,1 1*1 M-x)");
}

/* As old terminals send them: a release does not say of which button. */
Test(decode, buttons_and_wheel_as_before_sgr)
{
	expect("\033[M %\"\033[M#%\"", "press(1,4 1*1 x) release(1,4 1*0 x)");
	expect("\033[M\"!!\033[M@\"!\033[M#\"!",
	       "press(0,0 3*1 x) drag(0,1 1*0 x) release(0,1 3*0 x)");
	expect("\033[M`!!\033[Ma!!\033[Mb!!a",
	       "up(0,0 0*0 x) down(0,0 0*0 x) a");
}

Test(decode, impossible_reports_are_dropped)
{
	expect("\033[<0;0;1M\033[<M\033[<0;1M\033[<300;1;1M\033[<0;1;1;X", "");
}

static int clicks_at(const char *report, int64_t now)
{
	struct term_event event;

	decoder_feed(decoder, report, strlen(report), now);
	cr_assert(decoder_next(decoder, &event));
	return event.mouse.clicks;
}

Test(decode, a_double_click_is_soon_and_in_place)
{
	cr_expect_eq(clicks_at("\033[<0;3;7M", 1000), 1);
	cr_expect_eq(clicks_at("\033[<0;3;7M", 1400), 2);
	cr_expect_eq(clicks_at("\033[<0;3;7M", 1500), 1);
	cr_expect_eq(clicks_at("\033[<0;3;7M", 2000), 1);
	cr_expect_eq(clicks_at("\033[<0;4;7M", 2100), 1);
	cr_expect_eq(clicks_at("\033[<1;4;7M", 2200), 1);
	clicks_at("\033[<33;5;7M", 2250);
	cr_expect_eq(clicks_at("\033[<1;4;7M", 2300), 1);
}

Test(decode, a_paste_is_one_event)
{
	expect("a\033[200~two words\rq\n\033[201~b",
	       "a paste(two words\nq\n) b");
	expect("\033[200~\033[201~", "paste()");
}

Test(decode, keys_in_a_paste_are_text)
{
	expect("\033[200~x\033[Ay\033[20zq\033[201~", "paste(x[Ay[20zq)");
}

Test(decode, a_paste_whose_end_is_lost_ends_by_silence)
{
	feed("\033[200~text\033[20");
	expect_events("");
	cr_expect_gt(decoder_patience(decoder, 25), 1000);
	decoder_expire(decoder);
	expect_events("paste(text[20)");
	expect("q", "q");
}

static void feed_anything(GRand *rand)
{
	static const char *const bits[] = {
		"\033", "[", "O", "<", "200~", "\033[201~", ";", "1",
		"M",	"m", "A", "~", "\xe2", "\x82",	    "a", "\r",
	};
	GString *bytes = g_string_new(NULL);

	for (int i = g_rand_int_range(rand, 1, 9); i > 0; i--)
		g_string_append(
			bytes,
			bits[g_rand_int_range(rand, 0, G_N_ELEMENTS(bits))]);
	feed(bytes->str);
	g_string_free(bytes, TRUE);
}

Test(decode, any_bytes_come_to_an_end)
{
	GRand *rand = g_rand_new_with_seed(4);

	for (int round = 0; round < 20000; round++) {
		feed_anything(rand);
		g_free(events());
		if (g_rand_int_range(rand, 0, 3))
			continue;
		for (int i = 0; i < 100; i++) {
			decoder_expire(decoder);
			g_free(events());
		}
		cr_assert_eq(decoder_patience(decoder, 25), -1);
	}
	g_rand_free(rand);
}
