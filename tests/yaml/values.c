/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The values: each one has broken some YAML tool.
 */
#include "values.h"

#include <string.h>

static const char *const hostile[] = {
	": ",
	":",
	"a: b",
	"a:b",
	"key:",
	" : ",
	":a",
	"::",
	"#",
	" #",
	"# a",
	"a # b",
	"a #",
	"a#b",
	"\"",
	"'",
	"''",
	"\"\"",
	"it's",
	"say \"hi\"",
	"'a' \"b\"",
	"\"a",
	"'a",
	"a\"",
	"a'",
	"\n",
	"\n\n",
	"a\n",
	"a\n\n",
	"\na",
	"\n\na",
	"a\nb",
	"a\n\nb",
	"a\nb\n",
	"a\n b",
	" a\nb",
	"a\n  b\n c",
	"a \nb",
	"a\nb ",
	"a\n#b",
	"# a\n# b",
	"a\n# b\n",
	"a\n\n\n# b",
	"- a\n- b",
	"a: 1\nb: 2",
	"a\n---\nb",
	"a\n...\nb",
	"---\na",
	"a\n\tb",
	"\ta\nb",
	"a\n ",
	"a\n \n",
	"a\n   \nb",
	"\n a\nb",
	" \na",
	"\t\na",
	"\xf0\x9f\x98\x8d",
	"\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9",
	"\xe2\x98\xba\xef\xb8\x8f a",
	"e\xcc\x81",
	"\xcc\x81",
	"\xc3\xa9t\xc3\xa9",
	"\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d",
	"\xe2\x80\xae"
	"abc",
	"\t",
	"a\tb",
	"\ta",
	"a\t",
	"a:\tb",
	"a\t#b",
	"- ",
	"-",
	"- a",
	"-a",
	"--",
	"? ",
	"?",
	"? a",
	"?a",
	"",
	"---",
	"...",
	"--- a",
	"... a",
	"---a",
	"----",
	"%x",
	"%YAML 1.2",
	"%",
	"@",
	"@a",
	"`",
	"`a`",
	"|",
	"|-",
	"| a",
	">",
	">-",
	"> a",
	"&a",
	"&",
	"& a",
	"*a",
	"*",
	"* a",
	"!t",
	"!",
	"!!str a",
	"! a",
	"{",
	"{a",
	"{a}",
	"{}",
	"}",
	"[",
	"[a",
	"[a]",
	"[]",
	"]",
	",",
	"a, b",
	"a,b",
	",a",
	"a]",
	"a}",
	"a[b]",
	"a{b}",
	"~",
	"null",
	"Null",
	"NULL",
	"yes",
	"no",
	"Yes",
	"on",
	"off",
	"OFF",
	"y",
	"n",
	"Y",
	"true",
	"False",
	"1",
	"0",
	"-1",
	"+1",
	"1.0",
	"1.",
	".5",
	"1e3",
	"1e+3",
	"1.5e-3",
	"0x1F",
	"0o17",
	"017",
	"0b11",
	"1_000",
	"1:30",
	"1:30:00",
	"190:20:30.15",
	"2001-01-01",
	"2001-1-1 1:1:1",
	"2001-12-14T21:59:43.10-05:00",
	"<<",
	"=",
	".inf",
	"-.INF",
	"+.inf",
	".nan",
	".NaN",
	"a ",
	"a  ",
	" a",
	"  a",
	" ",
	"   ",
	" \t ",
	"a\xc2\xa0",
	"\xc2\xa0",
	"\xc2\xa0"
	"a",
	"\xe3\x80\x80",
	"\x7f",
	"a\x7f"
	"b",
	"\x01",
	"a\x1b[31mb",
	"\x07",
	"a\x08"
	"b",
	"\x1f",
	"\xc2\x80",
	"\xc2\x9b"
	"31m",
	"\xc2\x85",
	"a\xc2\x85"
	"b",
	"a\xc2\x85",
	"\xe2\x80\xa8",
	"a\xe2\x80\xa8"
	"b",
	"a\nb\xe2\x80\xa8"
	"c",
	"\xe2\x80\xa9",
	"a\xe2\x80\xa9",
	"\xef\xbb\xbf",
	"\xef\xbb\xbf"
	"a",
	"a\xef\xbb\xbf"
	"b",
	"a\n\xef\xbb\xbf"
	"b",
	"\xef\xbf\xbd",
	"\xef\xbf\xbe",
	"\xef\xbf\xbf",
	"\xee\x80\x80",
	"\xf4\x8f\xbf\xbf",
	"\\",
	"\\n",
	"a\\",
	"\\\"",
	"\\u0041",
	"C:\\temp\\new",
	"a\\\nb",
	"\r",
	"a\rb",
	"a\r",
	"\r\n",
	"a\r\nb",
	"a\r\n",
	"a\r\nb\r\n",
	"a\n\rb",
	"http://example.org/?a=b&c=d#e",
	"a -- b",
	"(a)",
	"$x",
	"^",
	"a;b",
	"100 %",
	"1,000",
	"1 000",
	"12:00 - 13:00",
	"#hash",
	"@home",
	"5 > 3",
	"\xff",
	"a\xc3",
	"\xed\xa0\x80",
	"\xc0\x80",
	"\xf4\x90\x80\x80",
};

static const char *const words[] = {
	"warm",	       "towel",		"Jocelyn", "a bracelet", "the card",
	"at the door", "in good hands", "slowly",  "twice",	 "caf\xc3\xa9",
};

/* splitmix64 */
static uint64_t dice_next(struct dice *d)
{
	uint64_t z = d->state += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

unsigned dice_roll(struct dice *d, unsigned n)
{
	return (unsigned)(dice_next(d) % n);
}

static const char *word(struct dice *d)
{
	return words[dice_roll(d, G_N_ELEMENTS(words))];
}

char *value_simple(struct dice *d)
{
	return g_strdup_printf("%s %s %u", word(d), word(d),
			       dice_roll(d, 1000));
}

static void add_piece(GString *to, struct dice *d)
{
	if (dice_roll(d, 3))
		g_string_append(to,
				hostile[dice_roll(d, G_N_ELEMENTS(hostile))]);
	else
		g_string_append(to, word(d));
}

static char *value_long(struct dice *d)
{
	GString *s = g_string_new(NULL);
	unsigned breaks = dice_roll(d, 3);

	while (s->len < 10240) {
		g_string_append(s, word(d));
		g_string_append_c(s, breaks && !dice_roll(d, 8) ? '\n' : ' ');
	}
	return g_string_free(s, FALSE);
}

char *value_hostile(struct dice *d)
{
	unsigned kind = dice_roll(d, 200);
	GString *s;

	if (kind == 0)
		return value_long(d);
	if (kind < 120)
		return g_strdup(hostile[dice_roll(d, G_N_ELEMENTS(hostile))]);
	s = g_string_new(NULL);
	for (unsigned n = 2 + dice_roll(d, 3); n; n--)
		add_piece(s, d);
	return g_string_free(s, FALSE);
}

bool value_is_typed(const char *text)
{
	return g_regex_match_simple(
		"\\A(?:~|null|Null|NULL|"
		"y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|"
		"FALSE|on|On|ON|off|Off|OFF|"
		"[-+]?0b[01_]+|[-+]?[0-9][0-9_]*|0o[0-7]+|"
		"[-+]?0x[0-9a-fA-F_]+|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+"
		"(?:\\.[0-9_]*)?|"
		"[-+]?(?:[0-9][0-9_]*(?:\\.[0-9_]*)?|\\.[0-9][0-9_]*)"
		"(?:[eE][-+]?[0-9]+)?|"
		"[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)|"
		"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]|[ \\t]+)"
		"[0-9]{1,2}:[0-9]{2}:[0-9]{2}.*)?|<<|=)?\\z",
		text, G_REGEX_RAW, 0);
}
