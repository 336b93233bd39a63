/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Owns the languages terminals speak: UTF-8, control bytes, Alt as a leading
 * Esc, CSI and SS3 keys as xterm sends them, what terminfo names beyond
 * those, where a report of the mouse begins (pointer.c reads it) and where a
 * paste does (paste.c takes it in).  It does not touch a terminal.
 *
 * The one idea: a step looks at the bytes that wait and says one of three
 * things: this is an event, this is nothing, or wait.  It says how many bytes
 * it used, so a sequence may arrive in any number of pieces.
 *
 *	ESC [ 1 ; 5 A	CSI: parameters, then a final byte	Ctrl-Up
 *	ESC O P		SS3: one byte				F1
 *	ESC [ < 0;3;7 M	mouse: button, column, row		press
 *	ESC x		Alt					Alt-x
 */
#include "tui/decode.h"

#include <glib.h>
#include <string.h>
#include <unistr.h>

#include "tui/key.h"
#include "tui/paste.h"
#include "tui/pointer.h"

#define ESC '\033'
#define SEQUENCE_BYTES 64 /* a longer one is none */
#define SEQUENCE_MS 250 /* for the rest of it, on a slow line */
#define PASTE_MS 2000 /* of silence: its end was lost */
#define PARAMS 3

enum step { STEP_EVENT, STEP_NOTHING, STEP_WAIT };

struct named_sequence {
	char *bytes;
	size_t len;
	uint32_t key;
};

struct decoder {
	GString *bytes;
	size_t at; /* how many of them are used */
	bool waiting; /* for more, after those looked at */
	bool expired;

	struct paste paste;
	bool pasting;

	GArray *names; /* struct named_sequence */
	int64_t now;
	struct pointer pointer;
};

/* The keys of CSI (capitals only) and SS3 by their final byte. */
static const uint32_t final_keys[128] = {
	['A'] = KEYCODE_UP,
	['B'] = KEYCODE_DOWN,
	['C'] = KEYCODE_RIGHT,
	['D'] = KEYCODE_LEFT,
	['F'] = KEYCODE_END,
	['H'] = KEYCODE_HOME,
	['M'] = KEYCODE_ENTER,
	['P'] = KEYCODE_F1,
	['Q'] = KEYCODE_F1 + 1,
	['R'] = KEYCODE_F1 + 2,
	['S'] = KEYCODE_F1 + 3,
	['Z'] = KEYCODE_TAB | MOD_SHIFT,
	/* a keypad, after SS3 */
	['X'] = '=',
	['j'] = '*',
	['k'] = '+',
	['l'] = ',',
	['m'] = '-',
	['n'] = '.',
	['o'] = '/',
	['p'] = '0',
	['q'] = '1',
	['r'] = '2',
	['s'] = '3',
	['t'] = '4',
	['u'] = '5',
	['v'] = '6',
	['w'] = '7',
	['x'] = '8',
	['y'] = '9',
};

/* The keys of CSI by the number before the final '~'. */
static const uint32_t tilde_keys[] = {
	[1] = KEYCODE_HOME,	[2] = KEYCODE_INSERT,  [3] = KEYCODE_DELETE,
	[4] = KEYCODE_END,	[5] = KEYCODE_PAGE_UP, [6] = KEYCODE_PAGE_DOWN,
	[7] = KEYCODE_HOME,	[8] = KEYCODE_END,     [11] = KEYCODE_F1,
	[12] = KEYCODE_F1 + 1,	[13] = KEYCODE_F1 + 2, [14] = KEYCODE_F1 + 3,
	[15] = KEYCODE_F1 + 4,	[17] = KEYCODE_F1 + 5, [18] = KEYCODE_F1 + 6,
	[19] = KEYCODE_F1 + 7,	[20] = KEYCODE_F1 + 8, [21] = KEYCODE_F1 + 9,
	[23] = KEYCODE_F1 + 10, [24] = KEYCODE_F12,
};

static void clear_name(void *name)
{
	g_free(((struct named_sequence *)name)->bytes);
}

struct decoder *decoder_new(void)
{
	struct decoder *d = g_new0(struct decoder, 1);

	d->bytes = g_string_new(NULL);
	paste_init(&d->paste);
	d->names = g_array_new(FALSE, FALSE, sizeof(struct named_sequence));
	g_array_set_clear_func(d->names, clear_name);
	return d;
}

void decoder_free(struct decoder *d)
{
	if (!d)
		return;
	g_string_free(d->bytes, TRUE);
	paste_release(&d->paste);
	g_array_unref(d->names);
	g_free(d);
}

void decoder_name(struct decoder *d, const char *sequence, uint32_t key)
{
	struct named_sequence name = {
		.bytes = g_strdup(sequence),
		.len = strlen(sequence),
		.key = key,
	};

	g_array_append_val(d->names, name);
}

void decoder_feed(struct decoder *d, const char *bytes, size_t len, int64_t now)
{
	g_string_erase(d->bytes, 0, (gssize)d->at);
	d->at = 0;
	g_string_append_len(d->bytes, bytes, (gssize)len);
	d->now = now;
	d->waiting = d->expired = false;
}

bool decoder_ready(const struct decoder *d)
{
	return d->at < d->bytes->len && !d->waiting;
}

int decoder_patience(const struct decoder *d, int esc_delay)
{
	if (d->pasting)
		return PASTE_MS;
	if (d->at == d->bytes->len)
		return -1;
	return d->bytes->len - d->at == 1 ? esc_delay : SEQUENCE_MS;
}

void decoder_expire(struct decoder *d)
{
	d->expired = true;
	d->waiting = false;
}

static enum step key_event(struct term_event *event, uint32_t key)
{
	if (!key)
		return STEP_NOTHING;
	event->kind = EVENT_KEY;
	event->key = key;
	return STEP_EVENT;
}

static enum step step_character(const char *s, size_t len, size_t *used,
				uint32_t modifiers, struct term_event *event)
{
	unsigned char byte = (unsigned char)s[0];
	ucs4_t ch;

	*used = 1;
	if (byte < 0x20 || byte == 0x7F)
		return key_event(event, modifiers | key_from_control(byte));
	int n = u8_mbtoucr(&ch, (const uint8_t *)s, len);
	if (n == -2)
		return STEP_WAIT;
	if (n < 0 || !key_character(ch))
		return STEP_NOTHING;
	*used = (size_t)n;
	return key_event(event, modifiers | ch);
}

static enum step mouse_report(struct decoder *d,
			      const struct pointer_report *report,
			      struct term_event *event)
{
	event->kind = EVENT_MOUSE;
	return pointer_read(&d->pointer, d->now, report, &event->mouse)
		       ? STEP_EVENT
		       : STEP_NOTHING;
}

/* Before SGR: three bytes, each 32 and what it says. */
static enum step old_report(struct decoder *d, const char *s,
			    struct term_event *event)
{
	const uint8_t *bytes = (const uint8_t *)s;
	struct pointer_report report = { .code = bytes[0] - 32,
					 .column = bytes[1] - 32,
					 .row = bytes[2] - 32,
					 .old = true };

	return mouse_report(d, &report, event);
}

/* The second parameter of a key: 1 and a sum of 1 Shift, 2 Alt, 4 Ctrl. */
static uint32_t parameter_modifiers(int parameter)
{
	unsigned bits = parameter > 1 ? (unsigned)parameter - 1 : 0;

	return (bits & 1 ? MOD_SHIFT : 0U) | (bits & 2 ? MOD_ALT : 0U) |
	       (bits & 4 ? MOD_CTRL : 0U);
}

static enum step final_key(char final, uint32_t modifiers,
			   struct term_event *event)
{
	uint32_t key = final_keys[(int) final];

	return key_event(event, key ? key | modifiers : 0);
}

static enum step tilde_key(struct decoder *d, const int *params,
			   struct term_event *event)
{
	uint32_t key = 0;

	if (params[0] == 200) {
		d->pasting = true;
		paste_begin(&d->paste);
		return STEP_NOTHING;
	}
	if (params[0] < (int)G_N_ELEMENTS(tilde_keys))
		key = tilde_keys[params[0]];
	if (key)
		key |= parameter_modifiers(params[1]);
	return key_event(event, key);
}

/* Numbers parted by ';' up to END; absent ones are 0, huge ones stop. */
static void read_params(const char *s, const char *end, int params[PARAMS])
{
	int i = 0;

	for (; s < end && i < PARAMS; s++) {
		if (*s == ';')
			i++;
		else if (g_ascii_isdigit(*s) && params[i] < 100000)
			params[i] = params[i] * 10 + (*s - '0');
	}
}

static enum step csi_final(struct decoder *d, const char *s, size_t end,
			   struct term_event *event)
{
	int params[PARAMS] = { 0 };
	char final = s[end];

	if (s[2] == '<') {
		if (final != 'M' && final != 'm')
			return STEP_NOTHING;
		read_params(s + 3, s + end, params);
		return mouse_report(d,
				    &(struct pointer_report){
					    .code = params[0],
					    .column = params[1],
					    .row = params[2],
					    .release = final == 'm' },
				    event);
	}
	if (end > 2 && (s[2] > ';' || s[end - 1] < '0'))
		return STEP_NOTHING; /* a reply, or nothing we know */
	read_params(s + 2, s + end, params);
	if (final == '~')
		return tilde_key(d, params, event);
	if (final == 'R' && params[0] > 1) { /* below the first row: no F3 */
		event->kind = EVENT_CURSOR;
		event->column = params[1];
		return STEP_EVENT;
	}
	if (final == 'I' && end == 2) {
		event->kind = EVENT_FOCUS;
		return STEP_EVENT;
	}
	if (final > 'Z' || final == 'X')
		return STEP_NOTHING;
	return final_key(final, parameter_modifiers(params[1]), event);
}

/* Linux' F1 to F5 (ESC [ [ A) and mouse reports of before SGR (ESC [ M and
 * three bytes) go on after what would be their end. */
static enum step csi_odd(struct decoder *d, const char *s, size_t len,
			 size_t *used, struct term_event *event)
{
	bool function_key = s[2] == '[';

	*used = function_key ? 4 : 6;
	if (len < *used)
		return STEP_WAIT;
	if (!function_key)
		return old_report(d, s + 3, event);
	if (s[3] < 'A' || s[3] > 'E')
		return STEP_NOTHING;
	return key_event(event, KEYCODE_F1 + (uint32_t)(s[3] - 'A'));
}

static enum step step_csi(struct decoder *d, const char *s, size_t len,
			  size_t *used, struct term_event *event)
{
	size_t end = 2;

	if (len > 2 && (s[2] == '[' || s[2] == 'M'))
		return csi_odd(d, s, len, used, event);
	while (end < len && s[end] >= 0x20 && s[end] < 0x40)
		end++;
	*used = end;
	if (end > SEQUENCE_BYTES)
		return STEP_NOTHING;
	if (end == len)
		return STEP_WAIT;
	if (s[end] < 0x40 || s[end] > 0x7E)
		return STEP_NOTHING; /* broken off by another */
	*used = end + 1;
	return csi_final(d, s, end, event);
}

static enum step step_ss3(const char *s, size_t len, size_t *used,
			  struct term_event *event)
{
	if (len < 3)
		return STEP_WAIT;
	*used = s[2] > ' ' ? 3 : 2;
	return s[2] > ' ' ? final_key(s[2], 0, event) : STEP_NOTHING;
}

static enum step step_escape(struct decoder *d, const char *s, size_t len,
			     size_t *used, struct term_event *event)
{
	if (len == 1)
		return STEP_WAIT;
	if (s[1] == '[')
		return step_csi(d, s, len, used, event);
	if (s[1] == 'O')
		return step_ss3(s, len, used, event);
	if (s[1] == ESC) {
		*used = 1;
		return key_event(event, KEYCODE_ESC);
	}
	enum step step = step_character(s + 1, len - 1, used, MOD_ALT, event);
	*used += 1;
	return step;
}

/* The longest name the bytes start with; STEP_WAIT if more bytes may make
 * one, STEP_NOTHING if none. */
static enum step step_named(const struct decoder *d, const char *s, size_t len,
			    size_t *used, struct term_event *event)
{
	const struct named_sequence *best = NULL;
	bool begun = false;

	for (guint i = 0; i < d->names->len; i++) {
		const struct named_sequence *name =
			&g_array_index(d->names, struct named_sequence, i);
		if (memcmp(s, name->bytes, MIN(len, name->len)) != 0)
			continue;
		if (name->len > len)
			begun = true;
		else if (!best || name->len > best->len)
			best = name;
	}
	if (!best)
		return begun ? STEP_WAIT : STEP_NOTHING;
	*used = best->len;
	return key_event(event, best->key);
}

static enum step step_any(struct decoder *d, const char *s, size_t len,
			  size_t *used, struct term_event *event)
{
	enum step named = step_named(d, s, len, used, event);

	if (named == STEP_EVENT || (named == STEP_WAIT && !d->expired))
		return named;
	if (s[0] == ESC)
		return step_escape(d, s, len, used, event);
	return step_character(s, len, used, 0, event);
}

/* Nothing more comes: what waits is the Esc key, or dropped. */
static enum step give_up(struct decoder *d, const char *s, size_t len,
			 size_t *used, struct term_event *event)
{
	d->expired = false;
	*used = len;
	return key_event(event, len == 1 && s[0] == ESC ? KEYCODE_ESC : 0);
}

static bool next_paste(struct decoder *d, struct term_event *event)
{
	bool ended;

	d->at += paste_take(&d->paste, d->bytes->str + d->at,
			    d->bytes->len - d->at, d->expired, &ended);
	if (!ended && !d->expired) {
		d->waiting = true;
		return false;
	}
	d->pasting = d->expired = false;
	event->kind = EVENT_PASTE;
	event->paste = paste_end(&d->paste);
	return true;
}

bool decoder_next(struct decoder *d, struct term_event *event)
{
	*event = (struct term_event){ 0 };
	while (d->pasting || d->at < d->bytes->len) {
		const char *s = d->bytes->str + d->at;
		size_t used = 0;
		enum step step;

		if (d->pasting)
			return next_paste(d, event);
		step = step_any(d, s, d->bytes->len - d->at, &used, event);
		if (step == STEP_WAIT && d->expired)
			step = give_up(d, s, d->bytes->len - d->at, &used,
				       event);
		if (step == STEP_WAIT) {
			d->waiting = true;
			return false;
		}
		d->at += used;
		if (step == STEP_EVENT)
			return true;
	}
	return false;
}
