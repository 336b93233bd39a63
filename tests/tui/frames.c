/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Golden frames: see the header.
 */
#include "frames.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <string.h>

#include "board/board.h"

static char *source(const char *path)
{
	const char *top = g_getenv("top_srcdir");

	return g_build_filename(top ? top : ".", "tests/tui", path, NULL);
}

void frames_utf8(void)
{
	setlocale(LC_ALL, "C.UTF-8");
}

struct board *frames_open(const char *file)
{
	g_autofree char *path = source(file);
	g_autoptr(GError) error = NULL;
	struct board *b;

	cr_assert(g_file_test(path, G_FILE_TEST_EXISTS), "no %s", path);
	b = board_open(path, &error);
	cr_assert(b, "%s", error ? error->message : "");
	return b;
}

struct board *frames_harbour(void)
{
	return frames_open("harbour-house.yaml");
}

char *frames_screen(struct board *take_board, int cols, int rows,
		    enum glyphs glyphs, const char *keys)
{
	struct app_options options = {
		.glyphs = glyphs,
		.colors = 0,
		.rows = rows,
		.cols = cols,
		.today = "2026-11-22",
	};
	g_autoptr(GError) error = NULL;
	char *screen = app_replay(take_board, keys, &options, &error);

	cr_assert(screen, "%s", error ? error->message : "");
	return screen;
}

void frames_expect(const char *file, const char *keys, const char *want)
{
	g_autofree char *screen =
		frames_screen(frames_open(file), 80, 24, GLYPHS_EMOJI, keys);

	cr_assert(strstr(screen, want), "'%s' is not there:\n%s", want, screen);
}

void frames_expect_not(const char *file, const char *keys, const char *unwanted)
{
	g_autofree char *screen =
		frames_screen(frames_open(file), 80, 24, GLYPHS_EMOJI, keys);

	cr_assert_not(strstr(screen, unwanted), "'%s' is there:\n%s", unwanted,
		      screen);
}

/* The first frame of SCREENS that WANT does not begin with at the same place;
 * the caller frees. */
static char *first_difference(const char *screens, const char *want)
{
	size_t at = 0, frame = 0;

	for (; screens[at] && screens[at] == want[at]; at++)
		if (g_str_has_prefix(screens + at, "\n==="))
			frame = at + 1;
	want = strstr(screens + frame + 1, "\n===");
	return want ? g_strndup(screens + frame,
				(size_t)(want - screens) - frame)
		    : g_strdup(screens + frame);
}

static void compare(const char *name, const char *screens)
{
	g_autofree char *path = source(name), *want = NULL, *frame = NULL;

	if (g_getenv("ACCEPT")) {
		cr_assert(g_file_set_contents(path, screens, -1, NULL));
		return;
	}
	cr_assert(g_file_get_contents(path, &want, NULL, NULL), "no %s", path);
	frame = first_difference(screens, want);
	cr_expect(!strcmp(screens, want),
		  "%s differs; this is drawn now:\n%s\n"
		  "to accept it: ACCEPT=1 tests/test-tui --filter "
		  "'*/frames*'\n",
		  name, frame);
}

static void put_frame(GString *out, const char *file, const char *keys,
		      int cols, int rows, enum glyphs level)
{
	static const char *const levels[] = { "ascii", "unicode", "emoji" };
	g_autofree char *screen =
		frames_screen(frames_open(file), cols, rows, level, keys);

	g_string_append_printf(out, "=== %dx%d %s\n%s", cols, rows,
			       levels[level], screen);
}

static void compare_all(const char *name, const char *file, const char *keys)
{
	static const struct {
		int cols, rows;
	} sizes[] = {
		{ 40, 12 }, { 80, 24 }, { 100, 30 }, { 120, 40 }, { 200, 60 }
	};
	g_autofree char *path = g_strdup_printf("golden/%s.txt", name);
	g_autoptr(GString) out = g_string_new(NULL);

	for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++)
		for (int level = 0; level <= GLYPHS_EMOJI; level++)
			put_frame(out, file, keys, sizes[i].cols, sizes[i].rows,
				  (enum glyphs)level);
	compare(path, out->str);
}

void frames_compare(const char *view, const char *keys)
{
	compare_all(view, "harbour-house.yaml", keys);
}

void frames_compare_of(const char *view, const char *file, const char *keys)
{
	g_autofree char *base = g_strdup(file);
	g_autofree char *name = NULL;

	*strrchr(base, '.') = '\0';
	name = g_strdup_printf("%s-%s", view, base);
	compare_all(name, file, keys);
}
