/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes typed into the interface, on a storyboard, in a folder of its
 * own.  Between the parts of an input the screen changes its size.  Whatever
 * was drawn is drawable; whatever was edited is a storyboard, and undone
 * gives the bytes that were opened.
 *
 * No slash is typed into a field: a file's name must not lead out of here.
 */
#include "fuzz.h"

#include <ftw.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../tui/drawable.h"
#include "board/board.h"
#include "tui/app.h"
#include "tui/decode.h"
#include "tui/key.h"

#define MOST_BYTES 200

static const char story[] = "# A day.\n"
			    "senseboard: 1\n"
			    "title: A day\n"
			    "owners:\n"
			    "  - id: ada\n"
			    "    name: Ada   # early\n"
			    "stages:\n"
			    "  - name: Morning\n"
			    "    touchpoints:\n"
			    "      - id: light\n"
			    "        name: First light\n"
			    "        what: You wake up slowly\n"
			    "        who: ada\n"
			    "        scene: |\n"
			    "          A room.\n"
			    "          A window.\n"
			    "      - name: Cup\n"
			    "        links: [{label: a, url: b}]\n"
			    "        channel: [shop, phone]\n"
			    "  - name: Evening\n";

static char *home; /* the folder; the fuzzer's only file system */

int LLVMFuzzerInitialize(int *argc G_GNUC_UNUSED, char ***argv G_GNUC_UNUSED)
{
	home = g_dir_make_tmp("senseboard-XXXXXX", NULL);
	fuzz_must(home != NULL, "there is a folder for it");
	fuzz_must(setlocale(LC_ALL, "C.UTF-8"), "there is a UTF-8 locale");
	setenv("HOME", home, 1);
	setenv("XDG_STATE_HOME", home, 1);
	setenv("XDG_RUNTIME_DIR", home, 1);
	setenv("SENSEBOARD_DATA", home, 1);
	return 0;
}

static int remove_one(const char *name, const struct stat *st G_GNUC_UNUSED,
		      int kind G_GNUC_UNUSED, struct FTW *where)
{
	return where->level ? remove(name) : 0;
}

/* What the last one saved is not there for the next one. */
static void enter_empty_home(void)
{
	nftw(home, remove_one, 8, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
	fuzz_must(chdir(home) == 0, "the folder can be entered");
}

static bool leads_out(const struct app *app, const struct term_event *event)
{
	if (event->kind == EVENT_PASTE)
		return strchr(event->paste, '/');
	return event->kind == EVENT_KEY && !app_top(app)->kind->whole &&
	       (event->key & ~(uint32_t)MOD_ALL) == '/';
}

static void answer(struct app *app, const struct term_event *event)
{
	if (app->quit || leads_out(app, event))
		return;
	app_event(app, event);
	app_draw(app);
	fuzz_must(drawable_canvas(app->canvas), "a screen is drawable");
}

static void type(struct app *app, struct decoder *d, const uint8_t *bytes,
		 size_t len)
{
	struct term_event event;

	decoder_feed(d, (const char *)bytes, len, 0);
	while (decoder_next(d, &event))
		answer(app, &event);
	decoder_expire(d);
	while (decoder_next(d, &event))
		answer(app, &event);
}

/* The first two bytes of a part are the size from there on. */
static void resize(struct app *app, const uint8_t *size)
{
	canvas_resize(app->canvas, size[0] % 50, size[1] % 140);
	app_draw(app);
}

static void type_all(struct app *app, const uint8_t *bytes, size_t len)
{
	struct decoder *d = decoder_new();
	const uint8_t *part;
	size_t size = fuzz_part(&bytes, &len, &part);

	type(app, d, part, size);
	while (len && !app->quit) {
		size = fuzz_part(&bytes, &len, &part);
		if (size < 2)
			continue;
		resize(app, part);
		type(app, d, part + 2, size - 2);
	}
	decoder_free(d);
}

static void must_be_good(const struct board *b)
{
	size_t len;
	char *text = tree_emit(b->tree, &len);
	struct board *again = board_from_bytes(text, len, "again", NULL);

	fuzz_must(again && again->journey, "what was edited is a storyboard");
	board_free(again);
}

static void must_undo(struct board *b)
{
	size_t len;
	g_autofree char *text = NULL;

	while (board_undo(b))
		continue;
	text = tree_emit(b->tree, &len);
	fuzz_must(len == strlen(story) && !memcmp(text, story, len),
		  "undoing all gives what was opened");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	const struct app_options options = { .glyphs = GLYPHS_EMOJI,
					     .data = "/nowhere" };
	struct app *app;

	if (len > MOST_BYTES)
		return 0;
	enter_empty_home();
	app = app_new(board_from_bytes(g_strdup(story), strlen(story), "day",
				       NULL),
		      &options, NULL);
	app_draw(app);
	type_all(app, bytes, len);
	must_be_good(app->desk->board);
	must_undo(app->desk->board);
	app_free(app);
	return 0;
}
