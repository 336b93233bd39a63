/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Files that want to talk to the terminal.  Every field, a file's name and
 * what is said about it are full of sequences; the terminal must get none of
 * them, whatever is looked at, and only what this program itself says.
 */
#include "screen.h"

#include <criterion/criterion.h>
#include <string.h>
#include <sys/stat.h>

#include "../store/folder.h"
#include "desk.h"
#include "journey/schema.h"
#include "press.h"
#include "tui/probe.h"

TestSuite(hostile, .init = desk_enter, .fini = folder_leave);

/* As YAML writes them; OWNED is what a terminal that obeys would show. */
static const char *const payloads[] = {
	"\\e]0;OWNED\\a", /* OSC: the title */
	"\\e]52;c;T1dORUQ=\\e\\\\", /* the clipboard */
	"\\e[31mOWNED", /* CSI: colour */
	"\\e[6n", /* an answer wanted */
	"\\e[2J\\e[HOWNED",
	"\\ePq#0OWNED\\e\\\\", /* DCS */
	"\\u009b31mOWNED", /* C1 */
	"\\u009d0;OWNED\\u009c",
	"\\a\\a\\a", /* BEL */
	"not\\b\\b\\bOWNED", /* BS */
	"\\u202eDENWO\\u2066", /* bidi */
	"a\\U000e0041\\U000e007fb\\u200b\\ufeff", /* tags, zero width */
	"\\r\\nOWNED\\x7f\\0\\v\\f", /* other controls */
};

/* --- what a terminal may get --------------------------------------------- */

static bool is_hidden(gunichar ch)
{
	return (ch >= 0x80 && ch < 0xa0) || ch == 0xad || ch == 0x61c ||
	       (ch >= 0x200b && ch <= 0x200f) ||
	       (ch >= 0x2028 && ch <= 0x202e) ||
	       (ch >= 0x2060 && ch <= 0x2069) || ch == 0xfe0f || ch == 0xfeff ||
	       ch >= 0xe0000;
}

/* Past the sequence at P if it moves, erases, draws or sets modes, which is
 * all we say; else NULL. */
static const char *past_sequence(const char *p)
{
	static const char finals[] = "ABCDGHJKLMPSTXbdghlmr@";
	static const char keep_title[] = "\033[22;0;0t";
	static const char old_title[] = "\033[23;0;0t";

	if (g_str_has_prefix(p, keep_title) || g_str_has_prefix(p, old_title))
		return p + strlen(keep_title);
	if (p[1] == '(' || p[1] == ')')
		return p + 3;
	if (p[1] && strchr("=>78M", p[1]))
		return p + 2;
	if (p[1] != '[')
		return NULL;
	for (p += 2; *p >= 0x20 && *p < 0x40; p++)
		continue;
	return *p && strchr(finals, *p) ? p + 1 : NULL;
}

/* The first byte no terminal should get, or NULL. */
static const char *first_wild(const GString *bytes)
{
	const char *p = bytes->str, *end, *next;

	if (!g_utf8_validate(p, (gssize)bytes->len, &end))
		return end;
	while (*p) {
		next = *p == '\033' ? past_sequence(p) : g_utf8_next_char(p);
		if (!next || is_hidden(g_utf8_get_char(p)))
			return p;
		if (*p != '\033' && (unsigned char)*p < 0x20 &&
		    !strchr("\r\n\b\017", *p))
			return p;
		if (*p == 0x7f)
			return p;
		p = next;
	}
	return p == bytes->str + bytes->len ? NULL : p;
}

/* All the terminal got, but what our own program asks it once in the
 * beginning. */
static GString *without_question(const GString *bytes)
{
	GString *left = g_string_new_len(bytes->str, (gssize)bytes->len);
	g_autoptr(GString) question = g_string_new(NULL);
	struct probe probe;
	const char *at;

	probe_ask(&probe, question, PROBE_ON_SCREEN);
	at = strstr(left->str, question->str);
	if (at)
		g_string_erase(left, at - left->str, (gssize)question->len);
	return left;
}

static void expect_tame(struct screen *s)
{
	g_autoptr(GString) bytes = without_question(screen_bytes(s));
	const char *wild = first_wild(bytes);

	if (wild) {
		g_autofree char *part = g_strndup(wild, 20);
		g_autofree char *shown = g_strescape(part, NULL);

		screen_fail(s, "the terminal got '%s'", shown);
	}
	/* allowed by themselves, but not these */
	cr_expect_not(strstr(bytes->str, "\033[31mOWNED"));
	cr_expect_not(strstr(bytes->str, "\033[HOWNED"));
	cr_expect_not(strstr(bytes->str, "\bOWNED"));
	cr_expect_not(strstr(bytes->str, "\nOWNED"));
}

/* --- a storyboard of nothing else ---------------------------------------- */

struct story {
	GString *text;
	unsigned turn; /* which payload is next */
};

static const char *next_payload(struct story *story)
{
	return payloads[story->turn++ % G_N_ELEMENTS(payloads)];
}

static void add_places(struct story *story, enum place_kind kind, int depth,
		       unsigned count);

static void add_field(struct story *story, const struct field *field, int depth)
{
	const char *payload = next_payload(story);

	g_string_append_printf(story->text, "%*s%s: ", depth, "", field->name);
	switch (field->kind) {
	case FIELD_TEXTS:
	case FIELD_CHOICES:
	case FIELD_PEOPLE:
	case FIELD_TOUCHPOINTS:
	case FIELD_NEEDS:
		g_string_append_printf(story->text, "[\"%s\", \"%s\"]\n",
				       payload, next_payload(story));
		break;
	case FIELD_OTHER:
		g_string_append_printf(story->text, "{\"%s\": \"%s\"}\n",
				       payload, payload);
		break;
	default:
		g_string_append_printf(story->text, "\"%s\"\n", payload);
	}
}

static void add_children(struct story *story, const struct field *field,
			 int depth)
{
	static const struct {
		const char *name;
		enum place_kind kind;
		unsigned count;
	} children[] = {
		{ .name = "customers", .kind = PLACE_CUSTOMER, .count = 3 },
		{ .name = "owners", .kind = PLACE_OWNER, .count = 13 },
		{ .name = "stages", .kind = PLACE_STAGE, .count = 3 },
		{ .name = "touchpoints",
		  .kind = PLACE_TOUCHPOINT,
		  .count = 13 },
	};

	g_string_append_printf(story->text, "%*s%s:\n", depth, "", field->name);
	for (size_t i = 0; i < G_N_ELEMENTS(children); i++)
		if (!strcmp(children[i].name, field->name))
			add_places(story, children[i].kind, depth + 2,
				   children[i].count);
}

static void add_fields(struct story *story, enum place_kind kind, int depth)
{
	size_t count;
	const struct field *fields = schema_fields(kind, &count);

	for (size_t i = 0; i < count; i++)
		if (!strcmp(fields[i].name, "senseboard"))
			g_string_append(story->text, "senseboard: 1\n");
		else if (fields[i].kind == FIELD_CHILDREN)
			add_children(story, &fields[i], depth);
		else
			add_field(story, &fields[i], depth);
	g_string_append_printf(story->text, "%*s\"%s\": 1\n", depth, "",
			       next_payload(story));
}

static void add_places(struct story *story, enum place_kind kind, int depth,
		       unsigned count)
{
	for (unsigned i = 0; i < count; i++) {
		g_string_append_printf(story->text, "%*s-\n", depth, "");
		story->turn = i;
		add_fields(story, kind, depth + 2);
	}
}

/* --- looking at everything ----------------------------------------------- */

static void repeat(struct screen *s, const char *context, const char *action,
		   int times)
{
	for (int i = 0; i < times; i++)
		press(s, context, action);
}

static void look_at_fields(struct screen *s)
{
	press(s, "panes", "next-pane");
	repeat(s, "inspector", "page-down", 8);
	press(s, "inspector", "first");
	repeat(s, "inspector", "down", 45);
	press(s, "inspector", "previous-pane");
}

static void look_at_prompts(struct screen *s)
{
	press(s, "panes", "edit");
	press(s, "field", "give-up");
	press(s, "panes", "choose-owner");
	repeat(s, "list", "down", 14);
	press(s, "list", "give-up");
	press(s, "everywhere", "help");
	press(s, "help", "give-up");
	press(s, "everywhere", "search");
	press_text(s, "OWN");
	repeat(s, "search", "next-match", 20);
	press(s, "field", "give-up");
	repeat(s, "everywhere", "next-finding", 30);
	press_last(s, "everywhere", "quit");
}

static void look_at_everything(int rows, int cols)
{
	static const char *const args[] = { "wild.yaml", NULL };
	struct screen *s = screen_start(
		&(struct start){ .args = args, .rows = rows, .cols = cols });

	look_at_fields(s);
	for (int i = 0; i < 12; i++) {
		press(s, "panes", "down");
		press(s, "inspector", "page-down");
	}
	press(s, "panes", "right");
	repeat(s, "panes", "down", 16);
	press(s, "panes", "left");
	press(s, "panes", "left");
	press(s, "panes", "first");
	look_at_fields(s);
	screen_expect(s, "OWNED");
	expect_tame(s);
	screen_free(s);
}

static void put_wild(void)
{
	struct story story = { .text = g_string_new(NULL) };

	add_fields(&story, PLACE_JOURNEY, 0);
	put("wild.yaml", story.text->str);
	g_string_free(story.text, TRUE);
}

Test(hostile, no_field_reaches_the_terminal)
{
	put_wild();
	look_at_everything(24, 80);
	look_at_everything(50, 160);
}

Test(hostile, no_field_reaches_the_terminal_where_it_is_narrow)
{
	put_wild();
	struct screen *s = screen_start(&(struct start){
		.args = (const char *const[]){ "wild.yaml", NULL },
		.rows = 12,
		.cols = 40,
	});

	repeat(s, "panes", "edit", 2);
	repeat(s, "inspector", "down", 60);
	expect_tame(s);
	screen_free(s);
}

Test(hostile, no_question_brings_it_to_the_terminal)
{
	put_wild();
	struct screen *s = screen_open("wild.yaml");

	look_at_prompts(s);
	screen_expect_exit(s, 0);
	expect_tame(s);
	screen_free(s);
}

Test(hostile, no_command_brings_it_to_the_terminal)
{
	static const char *const check[] = { "check", "wild.yaml", NULL };
	static const char *const show[] = { "show", "wild.yaml", NULL };

	put_wild();
	struct screen *s = screen_start(&(struct start){ .args = check });
	screen_expect_exit(s, 1);
	screen_expect(s, "OWNED");
	expect_tame(s);
	screen_free(s);
	s = screen_start(&(struct start){ .args = show });
	screen_wait(s);
	screen_expect(s, "OWNED");
	expect_tame(s);
	screen_free(s);
}

/* --- the file itself ----------------------------------------------------- */

#define WILD_NAME "\033]0;OWNED\a\302\233\b\b\bOWNED\342\200\256\377.yaml"

Test(hostile, no_file_name_reaches_the_terminal)
{
	put(WILD_NAME, desk_storyboard);
	struct screen *s = screen_open(WILD_NAME);

	desk_rename(s, "Dawn");
	desk_save(s);
	desk_rename(s, "Dusk");
	put(WILD_NAME, "# changed\n");
	screen_settle_at(s, "was changed");
	press(s, "everywhere", "save");
	screen_expect(s, "changed");
	screen_expect(s, "OWNED");
	press(s, "changed", "save-elsewhere");
	press_text(s, "x");
	press(s, "field", "give-up");
	expect_tame(s);
	screen_free(s);
}

Test(hostile, no_refusal_says_it_to_the_terminal)
{
	cr_assert_eq(mkdir(WILD_NAME, 0755), 0);
	struct screen *s = screen_open(WILD_NAME);

	screen_expect_exit(s, 3);
	screen_expect(s, "OWNED");
	expect_tame(s);
	screen_free(s);
}

static void expect_tame_text(const char *text)
{
	put("day.yaml", text);
	struct screen *s = screen_open("day.yaml");

	repeat(s, "panes", "down", 3);
	repeat(s, "panes", "page-down", 3);
	expect_tame(s);
	screen_free(s);
}

Test(hostile, no_broken_text_reaches_the_terminal)
{
	expect_tame_text("title: [\n\033]0;OWNED\a\033[31mOWNED\n}\n");
	expect_tame_text("title: \"\302\233\302\235\"\n\b\b\bOWNED: {\n");
	expect_tame_text("title: \377\376\200\n\233\235\220\n");
	expect_tame_text("\033P\033\\: {\177\n\342\200\256\n");
}

/* --- what was asked not to be there -------------------------------------- */

static const char *const example[] = { "day.yaml", NULL };

static void put_example(void)
{
	g_autofree char *path =
		g_build_filename(g_getenv("top_srcdir"), "data", "examples",
				 "capital-one-debit-card.yaml", NULL);
	g_autofree char *text = NULL;

	cr_assert(g_file_get_contents(path, &text, NULL, NULL), "%s", path);
	put("day.yaml", text);
}

/* Edit, err, look about: all roles of colour come up. */
static struct screen *look_about(const char *const *env)
{
	struct screen *s =
		screen_start(&(struct start){ .args = example, .env = env });

	press(s, "panes", "add-after");
	press_text(s, "New");
	press(s, "field", "commit");
	press(s, "field", "give-up");
	press(s, "everywhere", "next-finding");
	press(s, "panes", "choose-face");
	press(s, "list", "give-up");
	look_at_fields(s);
	press(s, "everywhere", "help");
	press(s, "help", "give-up");
	press(s, "everywhere", "quit");
	return s;
}

/* How many of the numbers of SGR sequences mean a colour. */
static unsigned count_colours(const char *bytes)
{
	unsigned count = 0;

	while ((bytes = strstr(bytes, "\033["))) {
		unsigned numbers[32] = { 0 }, n = 0;

		for (bytes += 2; *bytes >= '0' && *bytes <= ';'; bytes++)
			if (*bytes == ';')
				n = MIN(n + 1, 31);
			else
				numbers[n] = numbers[n] * 10 +
					     (unsigned)(*bytes - '0');
		for (unsigned i = 0; *bytes == 'm' && i <= n; i++)
			count += (numbers[i] >= 30 && numbers[i] <= 48 &&
				  numbers[i] != 39) ||
				 numbers[i] >= 90;
	}
	return count;
}

Test(hostile, no_color_is_obeyed)
{
	static const char *const off[] = { "NO_COLOR=1", NULL };

	put_example();
	struct screen *coloured = look_about(NULL);
	cr_expect_gt(count_colours(screen_bytes(coloured)->str), 0);
	screen_free(coloured);
	struct screen *plain = look_about(off);
	cr_expect_eq(count_colours(screen_bytes(plain)->str), 0);
	screen_free(plain);
}

Test(hostile, where_there_is_only_ascii_only_that_is_said)
{
	static const char *const ascii[] = { "LC_ALL=C", NULL };

	put_example();
	struct screen *s = look_about(ascii);
	screen_expect(s, "> 2 New");
	screen_expect(s, "+ Stages ---");
	for (const char *p = screen_bytes(s)->str; *p; p++)
		if ((unsigned char)*p >= 0x80)
			screen_fail(s, "byte %#x", (unsigned char)*p);
	screen_free(s);
}
