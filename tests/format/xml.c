/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/xml.h"

#include <criterion/criterion.h>

static void expect(const char *text, const char *escaped)
{
	g_autoptr(GString) out = g_string_new(NULL);

	xml_append(out, text);
	cr_expect_str_eq(out->str, escaped);
}

Test(xml, escapes_what_has_a_meaning)
{
	expect("a < b && \"c\" > 'd'",
	       "a &#60; b &#38;&#38; &#34;c&#34; &#62; 'd'");
	expect("]]>", "]]&#62;");
}

Test(xml, keeps_what_people_write)
{
	expect("", "");
	expect("Straße, 日本語, 😍", "Straße, 日本語, 😍");
}

Test(xml, names_line_ends_so_that_attributes_keep_them)
{
	expect("a\tb\r\nc", "a&#9;b&#13;&#10;c");
}

Test(xml, replaces_what_it_cannot_hold)
{
	expect("\033[2J\001\b", "�[2J��");
	expect("\xef\xbf\xbe\xef\xbf\xbf", "��");
	expect("\xff\xc0\xaf", "���");
}

Test(xml, steers_no_terminal)
{
	/* CSI, right-to-left override, a joiner, a tag */
	expect("\xc2\x9b\xe2\x80\xae\xe2\x80\x8d\xf3\xa0\x81\x81",
	       "&#155;&#8238;&#8205;&#917569;");
	expect("\xe2\x80\xa8", "&#8232;");
}

Test(xml, writes_attributes)
{
	g_autoptr(GString) out = g_string_new("<a");

	xml_attribute(out, "b", "\"/>");
	cr_expect_str_eq(out->str, "<a b=\"&#34;/&#62;\"");
}
