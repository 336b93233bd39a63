/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Knows which contexts of keys.conf are asked together, and which bytes a
 * key is: the opposite of what the program knows, written down again so that
 * one can be wrong without the other.
 */
#include "press.h"

#include <criterion/criterion.h>
#include <string.h>

#include "tui/key.h"
#include "tui/keys.h"
#include "tui/words.h"

/* Which context is asked after which. */
static const struct {
	const char *inner, *outer;
} orders[] = {
	{ .inner = "inspector", .outer = "panes" },
	{ .inner = "panes", .outer = "everywhere" },
	{ .inner = "faces", .outer = "list" },
	{ .inner = "list", .outer = "field" },
	{ .inner = "search", .outer = "field" },
};

static const char *outer_of(const char *context)
{
	for (size_t i = 0; context && i < G_N_ELEMENTS(orders); i++)
		if (!strcmp(orders[i].inner, context))
			return orders[i].outer;
	return NULL;
}

static uint32_t key_of(const char *context, const char *action)
{
	const char *contexts[] = { context, outer_of(context), NULL, NULL };
	g_autoptr(GError) error = NULL;
	struct keymap *keys = keymap_new(data_keys_conf, &words_known, &error);
	uint32_t key;

	cr_assert(keys, "%s", error ? error->message : "");
	contexts[2] = outer_of(contexts[1]);
	key = keymap_key(keys, contexts, action);
	cr_assert(key, "no key means %s in %s", action, context);
	keymap_free(keys);
	return key;
}

/* --- bytes --------------------------------------------------------------- */

static const struct {
	uint32_t key;
	const char *bytes;
} plain_keys[] = {
	{ .key = KEYCODE_BACKSPACE, .bytes = "\177" },
	{ .key = KEYCODE_TAB, .bytes = "\t" },
	{ .key = KEYCODE_TAB | MOD_SHIFT, .bytes = "\033[Z" },
	{ .key = KEYCODE_ENTER, .bytes = "\r" },
	{ .key = KEYCODE_ESC, .bytes = "\033" },
	{ .key = KEYCODE_F1, .bytes = "\033OP" },
	{ .key = KEYCODE_F1 + 1, .bytes = "\033OQ" },
	{ .key = KEYCODE_F1 + 2, .bytes = "\033OR" },
	{ .key = KEYCODE_F1 + 3, .bytes = "\033OS" },
	{ .key = MOD_CTRL | ' ', .bytes = "" },
};

/* CSI NUMBER ; MODIFIERS FINAL. */
static const struct {
	uint32_t key;
	int number;
	char final;
} csi_keys[] = {
	{ .key = KEYCODE_UP, .number = 1, .final = 'A' },
	{ .key = KEYCODE_DOWN, .number = 1, .final = 'B' },
	{ .key = KEYCODE_RIGHT, .number = 1, .final = 'C' },
	{ .key = KEYCODE_LEFT, .number = 1, .final = 'D' },
	{ .key = KEYCODE_END, .number = 1, .final = 'F' },
	{ .key = KEYCODE_HOME, .number = 1, .final = 'H' },
	{ .key = KEYCODE_INSERT, .number = 2, .final = '~' },
	{ .key = KEYCODE_DELETE, .number = 3, .final = '~' },
	{ .key = KEYCODE_PAGE_UP, .number = 5, .final = '~' },
	{ .key = KEYCODE_PAGE_DOWN, .number = 6, .final = '~' },
	{ .key = KEYCODE_F1 + 4, .number = 15, .final = '~' },
	{ .key = KEYCODE_F1 + 5, .number = 17, .final = '~' },
	{ .key = KEYCODE_F1 + 6, .number = 18, .final = '~' },
	{ .key = KEYCODE_F1 + 7, .number = 19, .final = '~' },
	{ .key = KEYCODE_F1 + 8, .number = 20, .final = '~' },
	{ .key = KEYCODE_F1 + 9, .number = 21, .final = '~' },
	{ .key = KEYCODE_F1 + 10, .number = 23, .final = '~' },
	{ .key = KEYCODE_F12, .number = 24, .final = '~' },
};

static int modifier_number(uint32_t key)
{
	return 1 + (key & MOD_SHIFT ? 1 : 0) + (key & MOD_ALT ? 2 : 0) +
	       (key & MOD_CTRL ? 4 : 0);
}

static bool append_csi(GString *out, uint32_t key)
{
	int modifiers = modifier_number(key);

	for (size_t i = 0; i < G_N_ELEMENTS(csi_keys); i++) {
		if (csi_keys[i].key != (key & ~(uint32_t)MOD_ALL))
			continue;
		if (modifiers > 1)
			g_string_append_printf(out, "\033[%d;%d%c",
					       csi_keys[i].number, modifiers,
					       csi_keys[i].final);
		else if (csi_keys[i].final == '~')
			g_string_append_printf(out, "\033[%d~",
					       csi_keys[i].number);
		else /* after smkx */
			g_string_append_printf(out, "\033O%c",
					       csi_keys[i].final);
		return true;
	}
	return false;
}

static bool append_plain(GString *out, uint32_t key)
{
	for (size_t i = 0; i < G_N_ELEMENTS(plain_keys); i++)
		if (plain_keys[i].key == key) {
			size_t len = strlen(plain_keys[i].bytes);

			/* Ctrl-Space is the byte 0 */
			g_string_append_len(out, plain_keys[i].bytes,
					    (gssize)MAX(len, 1));
			return true;
		}
	return false;
}

static void append_key(GString *out, uint32_t key)
{
	if (append_csi(out, key))
		return;
	if (key & MOD_ALT) {
		g_string_append_c(out, '\033');
		key &= ~(uint32_t)MOD_ALT;
	}
	if (append_plain(out, key))
		return;
	if (key & MOD_CTRL)
		g_string_append_c(out, (char)(key & 0x1f));
	else
		g_string_append_unichar(out, key);
}

/* --- hands --------------------------------------------------------------- */

static void press_code(struct screen *s, uint32_t key)
{
	g_autoptr(GString) bytes = g_string_new(NULL);

	append_key(bytes, key);
	screen_input(s, bytes->str, bytes->len);
}

void press(struct screen *s, const char *context, const char *action)
{
	press_code(s, key_of(context, action));
}

void press_last(struct screen *s, const char *context, const char *action)
{
	g_autoptr(GString) bytes = g_string_new(NULL);

	append_key(bytes, key_of(context, action));
	screen_send(s, bytes->str, bytes->len);
}

void press_key(struct screen *s, const char *name)
{
	uint32_t key = 0;

	cr_assert(key_parse(name, &key), "'%s' is no key", name);
	press_code(s, key);
}

void press_text(struct screen *s, const char *text)
{
	for (const char *p = text; *p; p = g_utf8_next_char(p))
		screen_input(s, p, (size_t)(g_utf8_next_char(p) - p));
}

void press_paste(struct screen *s, const char *text)
{
	g_autofree char *bytes =
		g_strconcat("\033[200~", text, "\033[201~", NULL);

	screen_input(s, bytes, strlen(bytes));
}

/* What the mouse says of BUTTON in a cell; the caller frees. */
static char *report(int button, int y, int x, char final)
{
	return g_strdup_printf("\033[<%d;%d;%d%c", button, x + 1, y + 1, final);
}

void press_report(struct screen *s, int button, int y, int x, char final)
{
	g_autofree char *bytes = report(button, y, x, final);

	screen_input(s, bytes, strlen(bytes));
}

void press_cell(struct screen *s, int y, int x)
{
	press_report(s, 0, y, x, 'M');
	press_report(s, 0, y, x, 'm');
}

static void find(struct screen *s, const char *text, int *y, int *x)
{
	if (!screen_find(s, text, y, x))
		screen_fail(s, "'%s' is not seen", text);
}

void press_seen(struct screen *s, const char *text)
{
	int y, x;

	find(s, text, &y, &x);
	press_cell(s, y, x);
}

void press_seen_last(struct screen *s, const char *text)
{
	g_autofree char *bytes = NULL;
	int y, x;

	find(s, text, &y, &x);
	bytes = report(0, y, x, 'M');
	screen_send(s, bytes, strlen(bytes));
}

void press_wheel(struct screen *s, int y, int x, bool down)
{
	press_report(s, down ? 65 : 64, y, x, 'M');
}
