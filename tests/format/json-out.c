/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/json-out.h"

#include <criterion/criterion.h>

static void expect(const char *text, const char *json)
{
	g_autoptr(GString) out = g_string_new(NULL);

	json_out(out, json_out_text(text));
	cr_expect_str_eq(out->str, json);
}

Test(json_out, is_printable_ascii)
{
	expect("a \"b\" \\c", "\"a \\\"b\\\" \\\\c\"");
	expect("\033]0;x\a\n\x7f", "\"\\u001B]0;x\\u0007\\n\\u007F\"");
	expect("\xc2\x9b\xe2\x80\xae", "\"\\u009B\\u202E\"");
	expect("😍", "\"\\uD83D\\uDE0D\"");
}

Test(json_out, replaces_what_is_not_utf8)
{
	expect("a\xff\xc0z", "\"a\\uFFFD\\uFFFDz\"");
}

Test(json_out, leaves_out_what_is_not_there)
{
	g_autoptr(GString) out = g_string_new(NULL);
	json_t *o = json_object();

	json_out_set(o, "a", NULL);
	json_out_set(o, "b", "");
	json_out(out, o);
	cr_expect_str_eq(out->str, "{\"b\": \"\"}");
}
