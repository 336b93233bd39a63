/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A key as one number, and its name.
 *
 * A character is its Unicode code point; a key without a character has a
 * number above all code points; Ctrl, Alt and Shift are bits above both.
 * Each key has exactly one number: Ctrl goes with the lower case letter,
 * Shift only with keys that have no character.  Who reads the terminal makes
 * these numbers, who binds keys names them; neither knows the other.
 */
#ifndef SENSEBOARD_TUI_KEY_H
#define SENSEBOARD_TUI_KEY_H

#include <stdbool.h>
#include <stdint.h>

#include "tui/canvas.h"

/* The keys without a character; 0 is no key. */
enum keycode {
	KEYCODE_FIRST = 0x110000,
	KEYCODE_UP = KEYCODE_FIRST,
	KEYCODE_DOWN,
	KEYCODE_LEFT,
	KEYCODE_RIGHT,
	KEYCODE_PAGE_UP,
	KEYCODE_PAGE_DOWN,
	KEYCODE_HOME,
	KEYCODE_END,
	KEYCODE_INSERT,
	KEYCODE_DELETE,
	KEYCODE_BACKSPACE,
	KEYCODE_TAB,
	KEYCODE_ENTER,
	KEYCODE_ESC,
	KEYCODE_F1,
	KEYCODE_F12 = KEYCODE_F1 + 11,
	KEYCODE_END_OF_CODES
};

enum key_modifier {
	MOD_SHIFT = 0x01000000,
	MOD_ALT = 0x02000000,
	MOD_CTRL = 0x04000000,
	MOD_ALL = MOD_SHIFT | MOD_ALT | MOD_CTRL
};

/* Two letters pressed one after the other are a key too, as "dd" is: its
 * number has this bit, and the letters. Nobody sends it in one. */
#define KEY_PAIR 0x08000000

/* The pair of two keys, 0 if these make none; and the first of a pair, or the
 * second, 0 of what is none. */
uint32_t key_pair(uint32_t first, uint32_t second);
uint32_t key_first(uint32_t key);
uint32_t key_second(uint32_t key);

/* The key a control byte (below 0x20, or 0x7f) is on a terminal: 0x0d is
 * Enter, 0x09 Tab, 0x1b Esc, 0x7f Backspace, 0x13 Ctrl-s, 0 Ctrl-Space. */
uint32_t key_from_control(unsigned char byte);

/* KEY without modifiers if it is a character one can type, else 0: what a
 * text field inserts. */
uint32_t key_character(uint32_t key);

/* The key called NAME: "a", "?", "Space", "Enter", "S-Tab", "C-s", "M-Up",
 * "F1", or a pair: "dd". False, and *KEY untouched, for a name no terminal can send. */
bool key_parse(const char *name, uint32_t *key);

/* The one name of KEY, which key_parse() reads back; the caller frees. */
char *key_to_name(uint32_t key);

/* KEY as a hint shows it ("↵", "^S", "Alt-↑", "F1"), in characters of the
 * glyph level; the caller frees. */
char *key_label(uint32_t key, enum glyphs glyphs);

#endif
