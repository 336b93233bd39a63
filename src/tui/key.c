/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keys and their names, both ways.
 *
 * One table of the keys that have a name of their own; everything else is a
 * character that is its own name.  A name is any of C- M- S-, then one of
 * the two.  What a terminal cannot tell apart has one name only: there is no
 * C-i beside Tab, no C-m beside Enter, no C-[ beside Esc.
 */
#include "tui/key.h"

#include <glib.h>
#include <string.h>

/* LABEL is for hint rows where the glyph level has the sign. */
struct named_key {
	const char *name;
	const char *label;
	uint32_t key;
};

static const struct named_key named_keys[] = {
	{ .name = "Space", .key = ' ' },
	{ .name = "Up", .label = "↑", .key = KEYCODE_UP },
	{ .name = "Down", .label = "↓", .key = KEYCODE_DOWN },
	{ .name = "Left", .label = "←", .key = KEYCODE_LEFT },
	{ .name = "Right", .label = "→", .key = KEYCODE_RIGHT },
	{ .name = "PgUp", .key = KEYCODE_PAGE_UP },
	{ .name = "PgDn", .key = KEYCODE_PAGE_DOWN },
	{ .name = "Home", .key = KEYCODE_HOME },
	{ .name = "End", .key = KEYCODE_END },
	{ .name = "Ins", .key = KEYCODE_INSERT },
	{ .name = "Del", .key = KEYCODE_DELETE },
	{ .name = "Backspace", .key = KEYCODE_BACKSPACE },
	{ .name = "Tab", .key = KEYCODE_TAB },
	{ .name = "Enter", .label = "↵", .key = KEYCODE_ENTER },
	{ .name = "Esc", .key = KEYCODE_ESC },
	{ .name = "F1", .key = KEYCODE_F1 },
	{ .name = "F2", .key = KEYCODE_F1 + 1 },
	{ .name = "F3", .key = KEYCODE_F1 + 2 },
	{ .name = "F4", .key = KEYCODE_F1 + 3 },
	{ .name = "F5", .key = KEYCODE_F1 + 4 },
	{ .name = "F6", .key = KEYCODE_F1 + 5 },
	{ .name = "F7", .key = KEYCODE_F1 + 6 },
	{ .name = "F8", .key = KEYCODE_F1 + 7 },
	{ .name = "F9", .key = KEYCODE_F1 + 8 },
	{ .name = "F10", .key = KEYCODE_F1 + 9 },
	{ .name = "F11", .key = KEYCODE_F1 + 10 },
	{ .name = "F12", .key = KEYCODE_F12 },
};

static const struct named_key *find_key(uint32_t key)
{
	for (size_t i = 0; i < G_N_ELEMENTS(named_keys); i++)
		if (named_keys[i].key == key)
			return &named_keys[i];
	return NULL;
}

static const struct named_key *find_name(const char *name)
{
	for (size_t i = 0; i < G_N_ELEMENTS(named_keys); i++)
		if (!strcmp(named_keys[i].name, name))
			return &named_keys[i];
	return NULL;
}

uint32_t key_from_control(unsigned char byte)
{
	switch (byte) {
	case 0x00:
		return MOD_CTRL | ' ';
	case 0x09:
		return KEYCODE_TAB;
	case 0x0d:
		return KEYCODE_ENTER;
	case 0x1b:
		return KEYCODE_ESC;
	case 0x7f:
		return KEYCODE_BACKSPACE;
	default:
		return MOD_CTRL | (uint32_t)g_ascii_tolower((char)(byte + '@'));
	}
}

uint32_t key_character(uint32_t key)
{
	if (!g_unichar_validate(key) || g_unichar_iscntrl(key))
		return 0;
	return key;
}

static bool is_letter(uint32_t key)
{
	return key < 0x80 && g_ascii_isalpha((char)key);
}

uint32_t key_pair(uint32_t first, uint32_t second)
{
	if (!is_letter(first) || !is_letter(second))
		return 0;
	return KEY_PAIR | first << 8 | second;
}

uint32_t key_first(uint32_t key)
{
	return key & KEY_PAIR ? key >> 8 & 0x7F : 0;
}

uint32_t key_second(uint32_t key)
{
	return key & KEY_PAIR ? key & 0x7F : 0;
}

/* The pair that NAME is, or 0: "up" is rather the Up key, misspelt. */
static uint32_t parse_pair(const char *name)
{
	if (strlen(name) != 2 || !g_ascii_strcasecmp(name, "Up"))
		return 0;
	return key_pair((unsigned char)name[0], (unsigned char)name[1]);
}

static uint32_t modifier(char letter)
{
	switch (letter) {
	case 'C':
		return MOD_CTRL;
	case 'M':
		return MOD_ALT;
	case 'S':
		return MOD_SHIFT;
	default:
		return 0;
	}
}

/* Take the modifiers off the front of *NAME; the same one twice stays. */
static uint32_t parse_modifiers(const char **name)
{
	uint32_t mods = 0;

	while ((*name)[0] && (*name)[1] == '-' && (*name)[2]) {
		uint32_t mod = modifier(**name);

		if (!mod || (mods & mod))
			break;
		mods |= mod;
		*name += 2;
	}
	return mods;
}

/* The one character NAME is, or 0. */
static uint32_t parse_character(const char *name)
{
	gunichar ch;

	if (!*name || !g_utf8_validate(name, -1, NULL) ||
	    *g_utf8_next_char(name))
		return 0;
	ch = g_utf8_get_char(name);
	return g_unichar_isspace(ch) ? 0 : key_character(ch);
}

/* Whether a terminal sends the character CH with MODS as a key of its own:
 * Ctrl has few, and Alt with [ or O begins the code of another key. */
static bool can_be_sent(uint32_t mods, uint32_t ch)
{
	if (mods & MOD_SHIFT)
		return false;
	if (mods == MOD_ALT)
		return ch != '[' && ch != 'O';
	if (mods & MOD_CTRL)
		return ch < 0x80 &&
		       strchr(" abcdefghjklnopqrstuvwxyz\\]^_", (int)ch);
	return true;
}

bool key_parse(const char *name, uint32_t *key)
{
	uint32_t mods = parse_modifiers(&name);
	const struct named_key *named = find_name(name);
	uint32_t base = named ? named->key : parse_character(name);

	if (!base && !mods)
		base = parse_pair(name);
	if (!base)
		return false;
	if (mods & MOD_CTRL && base < 0x80)
		base = (uint32_t)g_ascii_tolower((char)base);
	if (base < KEYCODE_FIRST && !can_be_sent(mods, base))
		return false;
	*key = mods | base;
	return true;
}

static void append_base(GString *out, uint32_t base)
{
	const struct named_key *named = find_key(base);

	if (named)
		g_string_append(out, named->name);
	else if (base & KEY_PAIR)
		g_string_append_printf(out, "%c%c", (char)key_first(base),
				       (char)key_second(base));
	else
		g_string_append_unichar(out, base);
}

char *key_to_name(uint32_t key)
{
	GString *out = g_string_new(NULL);

	if (key & MOD_CTRL)
		g_string_append(out, "C-");
	if (key & MOD_ALT)
		g_string_append(out, "M-");
	if (key & MOD_SHIFT)
		g_string_append(out, "S-");
	append_base(out, key & ~(uint32_t)MOD_ALL);
	return g_string_free(out, FALSE);
}

/* Ctrl as the caret people know, but spelled out before a word. */
static const char *control_label(uint32_t base)
{
	return find_key(base) ? "Ctrl-" : "^";
}

char *key_label(uint32_t key, enum glyphs glyphs)
{
	GString *out = g_string_new(NULL);
	uint32_t base = key & ~(uint32_t)MOD_ALL;
	const struct named_key *named = find_key(base);

	if (key & MOD_ALT)
		g_string_append(out, "Alt-");
	if (key & MOD_CTRL)
		g_string_append(out, control_label(base));
	if (key & MOD_SHIFT)
		g_string_append(out, "S-");
	if (named && named->label && glyphs != GLYPHS_ASCII)
		g_string_append(out, named->label);
	else if (key & MOD_CTRL && !named)
		g_string_append_c(out, g_ascii_toupper((char)base));
	else
		append_base(out, base);
	return g_string_free(out, FALSE);
}
