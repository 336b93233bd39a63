/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keys and names: there and back again, one name a key, and nothing a
 * terminal cannot send.
 */
#include "tui/key.h"

#include <criterion/criterion.h>
#include <glib.h>

static uint32_t parsed(const char *name)
{
	uint32_t key = 0;

	cr_assert(key_parse(name, &key), "no key is called '%s'", name);
	return key;
}

static void expect_label(uint32_t key, enum glyphs glyphs, const char *want)
{
	g_autofree char *label = key_label(key, glyphs);

	cr_expect_str_eq(label, want);
}

Test(key, names_read_back_as_they_are_written)
{
	g_auto(GStrv) names = g_strsplit(
		"a A ? # - ą é Space Enter Tab S-Tab Esc Up Down Left Right "
		"PgUp PgDn Home End Del Ins Backspace F1 F12 C-s C-Space "
		"C-\\ C-_ M-Up M-Enter M-b M-B M-- C-Left C-M-S-Right "
		"M-Backspace C-M-a",
		" ", -1);

	for (char **name = names; *name; name++) {
		g_autofree char *again = key_to_name(parsed(*name));

		cr_expect_str_eq(again, *name);
	}
}

Test(key, every_key_without_a_character_has_a_name)
{
	for (uint32_t key = KEYCODE_FIRST; key < KEYCODE_END_OF_CODES; key++) {
		g_autofree char *name = key_to_name(key);

		cr_expect_eq(parsed(name), key, "%s", name);
	}
}

Test(key, every_control_byte_has_a_name_of_its_own)
{
	for (int byte = 0; byte < 0x20; byte++) {
		uint32_t key = key_from_control((unsigned char)byte);
		g_autofree char *name = key_to_name(key);

		cr_expect_eq(parsed(name), key, "%02x is %s", byte, name);
		for (int other = 0; other < byte; other++)
			cr_expect_neq(key_from_control((unsigned char)other),
				      key);
	}
	cr_expect_eq(key_from_control(0x7f), parsed("Backspace"));
	cr_expect_eq(key_from_control(0x13), parsed("C-s"));
	cr_expect_eq(key_from_control(0x0d), parsed("Enter"));
}

Test(key, ctrl_goes_with_the_lower_case_letter)
{
	cr_expect_eq(parsed("C-S"), parsed("C-s"));
	cr_expect_neq(parsed("M-S"), parsed("M-s"));
}

Test(key, two_letters_make_a_pair)
{
	uint32_t key = 0;
	g_autofree char *name = NULL, *label = NULL;

	cr_assert(key_parse("dZ", &key));
	cr_expect_eq(key, key_pair('d', 'Z'));
	cr_expect_eq(key_first(key), 'd');
	cr_expect_eq(key_second(key), 'Z');
	cr_expect_eq(key_character(key), 0u);
	name = key_to_name(key);
	label = key_label(key, GLYPHS_EMOJI);
	cr_expect_str_eq(name, "dZ");
	cr_expect_str_eq(label, "dZ");
	cr_expect_eq(key_pair('d', KEYCODE_UP), 0u);
	cr_expect_eq(key_pair(0xE9, 'd'), 0u);
	cr_expect_eq(key_first('d'), 0u);
	cr_expect_eq(key_second('d'), 0u);
}

Test(key, names_no_terminal_can_send_are_refused)
{
	g_auto(GStrv) names = g_strsplit(
		" a\xc3\xa9 a1 F13 F0 up C- C-i C-m C-[ C-1 C-ą C-C-a S-a S-Space M-[ "
		"X-a \t \n \033 \x7f \xc3 \xff \xe2\x80\xa8",
		" ", -1);

	for (char **name = names; *name; name++) {
		uint32_t key = 42;

		cr_expect_not(key_parse(*name, &key), "'%s'", *name);
		cr_expect_eq(key, 42u);
	}
}

Test(key, only_characters_are_typed)
{
	cr_expect_eq(key_character('a'), (uint32_t)'a');
	cr_expect_eq(key_character(0x105), 0x105u);
	cr_expect_eq(key_character(0x1f60a), 0x1f60au);
	cr_expect_eq(key_character(parsed("C-a")), 0u);
	cr_expect_eq(key_character(parsed("M-a")), 0u);
	cr_expect_eq(key_character(parsed("Up")), 0u);
	cr_expect_eq(key_character('\t'), 0u);
	cr_expect_eq(key_character(0x7f), 0u);
	cr_expect_eq(key_character(0x9b), 0u);
	cr_expect_eq(key_character(0xd800), 0u);
}

Test(key, hints_speak_the_glyph_level)
{
	expect_label(parsed("Enter"), GLYPHS_UNICODE, "↵");
	expect_label(parsed("Enter"), GLYPHS_ASCII, "Enter");
	expect_label(parsed("C-s"), GLYPHS_EMOJI, "^S");
	expect_label(parsed("F1"), GLYPHS_EMOJI, "F1");
	expect_label(parsed("?"), GLYPHS_ASCII, "?");
	expect_label(parsed("M-Up"), GLYPHS_UNICODE, "Alt-↑");
	expect_label(parsed("M-Up"), GLYPHS_ASCII, "Alt-Up");
	expect_label(parsed("C-Left"), GLYPHS_UNICODE, "Ctrl-←");
	expect_label(parsed("C-Space"), GLYPHS_UNICODE, "Ctrl-Space");
	expect_label(parsed("S-Tab"), GLYPHS_UNICODE, "S-Tab");
}
