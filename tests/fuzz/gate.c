/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as text that is drawn: on a canvas, broken into lines, and on the
 * command line.  The first two bytes of an input say how: glyph level and
 * width.  Nothing comes out that a terminal might obey, and no row is wider
 * than it was said to be.
 */
#include "fuzz.h"

#include <locale.h>
#include <string.h>

#include "../tui/drawable.h"
#include "cli/say.h"
#include "store/error.h"
#include "tui/sheet.h"
#include "tui/wrap.h"

#define ROWS 3
#define COLS 60

int LLVMFuzzerInitialize(int *argc G_GNUC_UNUSED, char ***argv G_GNUC_UNUSED)
{
	fuzz_must(setlocale(LC_ALL, "C.UTF-8"), "there is a UTF-8 locale");
	return 0;
}

/* Whether nothing is seen in the middle row from X on. */
static bool is_blank(const struct canvas *c, int x)
{
	for (; x < c->cols; x++)
		if (canvas_cell(c, 1, x).ch[0] != ' ')
			return false;
	return true;
}

static void try_canvas(enum glyphs level, int width, const char *text)
{
	struct canvas *c = canvas_new(ROWS, COLS, level);
	int x = width % 7, room = MIN(width, COLS - x), used;

	used = canvas_text(c, 1, x, width, ROLE_CONTENT, text);
	fuzz_must(used >= 0 && used <= room, "a text keeps within its width");
	fuzz_must(is_blank(c, x + used), "it takes the columns it says");
	fuzz_must(canvas_width(c, text) > room || canvas_width(c, text) == used,
		  "what fits is not cut");
	fuzz_must(drawable_canvas(c), "a text is drawable");
	canvas_free(c);
}

static void try_lines(enum glyphs level, int width, const char *text)
{
	struct canvas *c = canvas_new(ROWS, width + 1, level);
	g_autofree char *valid = g_utf8_make_valid(text, -1);
	size_t len = strlen(valid), at = 0;
	g_autoptr(GArray) lines = text_wrap(valid, len, width + 1, level);

	for (guint i = 0; i < lines->len; i++) {
		const struct wrap_line *line =
			&g_array_index(lines, struct wrap_line, i);

		fuzz_must(line->offset >= at && line->len <= len &&
				  line->offset <= len - line->len,
			  "lines come one after the other");
		at = line->offset + line->len;
	}
	sheet_text(c, (struct rect){ .rows = ROWS, .cols = width + 1 },
		   ROLE_CONTENT, text);
	fuzz_must(drawable_canvas(c), "lines of text are drawable");
	canvas_free(c);
}

static void try_say(const uint8_t *bytes, size_t len)
{
	g_autofree char *said = NULL;
	size_t size;
	FILE *to = open_memstream(&said, &size);

	say_text(to, (const char *)bytes, len);
	fclose(to);
	fuzz_must(g_utf8_validate(said, (gssize)size, NULL),
		  "what is said is UTF-8");
	for (const char *p = said; p < said + size; p = g_utf8_next_char(p))
		fuzz_must(!drawable_forbids(g_utf8_get_char(p)),
			  "what is said is harmless");
}

static void try_name(const char *text)
{
	g_autofree char *name = store_display_name(text);

	fuzz_must(g_utf8_validate(name, -1, NULL), "a shown name is UTF-8");
	for (const char *p = name; *p; p = g_utf8_next_char(p))
		fuzz_must(!g_unichar_iscntrl(g_utf8_get_char(p)),
			  "a shown name is one line");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	g_autofree char *text = NULL;

	if (len < 2)
		return 0;
	text = g_strndup((const char *)bytes + 2, len - 2);
	try_canvas(bytes[0] % 3, bytes[1] % (COLS + 20), text);
	try_lines(bytes[0] % 3, bytes[1] % COLS, text);
	try_say(bytes + 2, len - 2);
	try_name(text);
	return 0;
}
