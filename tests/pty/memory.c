/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Memory that is refused, once, at any request: while a storyboard is checked,
 * and while it is edited and saved.  The program goes on, or dies of it; the
 * file stays whole and the terminal clean.
 */
#include "config.h"

#include "screen.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../amount.h"
#include "../preload/memory.h"
#include "../store/folder.h"
#include "desk.h"
#include "press.h"

TestSuite(memory, .init = desk_enter, .fini = folder_leave);

/* Tried are the first request and every so many after it. */
#define STEP_CHECK amount("MEMORY_STEP", 13)
#define STEP_EDIT amount("MEMORY_STEP", 89)

struct scarcity {
	struct memory *memory;
	char *preload, *shared; /* for its environment */
	char *folder;
	unsigned deaths, runs;
};

static void open_scarcity(struct scarcity *s)
{
	g_autofree char *here = g_get_current_dir();
	int fd = open("memory", O_RDWR | O_CREAT | O_CLOEXEC, 0600);

#if defined(SANITIZED) || !defined(__GLIBC__)
	skip("memory cannot be refused here");
#endif
	cr_assert(fd >= 0 && !ftruncate(fd, sizeof(*s->memory)));
	s->memory = mmap(NULL, sizeof(*s->memory), PROT_READ | PROT_WRITE,
			 MAP_SHARED, fd, 0);
	cr_assert_neq(s->memory, MAP_FAILED);
	close(fd);
	s->preload = g_strdup_printf("LD_PRELOAD=%s/tests/preload/memory.so",
				     getenv("top_builddir"));
	s->folder = g_build_filename(here, "..", NULL);
	s->shared = g_strdup_printf("NO_MEMORY=%s/memory", here);
}

static void close_scarcity(struct scarcity *s, const char *what)
{
	cr_assert_gt(s->deaths, 0, "nobody noticed");
	printf("memory refused to %s: died %u times\n", what, s->deaths);
	munmap(s->memory, sizeof(*s->memory));
	g_free(s->preload);
	g_free(s->shared);
	g_free(s->folder);
}

static struct screen *start(struct scarcity *s, const char *const *args)
{
	/* what one run leaves is not to be recovered by the next */
	g_autofree char *state = g_strdup_printf("XDG_STATE_HOME=%s/state-%u",
						 s->folder, s->runs++);
	const char *env[] = { s->preload, s->shared, state, NULL };

	s->memory->asked = 0;
	/* ^S for who has died meanwhile would stop the terminal for ever */
	return screen_start(
		&(struct start){ .args = args, .env = env, .calm = true });
}

/* It may go on, or die of it: by the word of GLib or of another library, or,
 * within curses, which does not look, by the system's. */
static void expect_good_end(struct scarcity *sc, struct screen *s, unsigned n)
{
	int status = screen_wait(s), sig = WTERMSIG(status);

	cr_expect(WIFEXITED(status) || sig == SIGTRAP || sig == SIGABRT ||
			  sig == SIGSEGV,
		  "request %u: died of %s", n, strsignal(sig));
	screen_expect_given_back(s);
	sc->deaths += !WIFEXITED(status);
}

Test(memory, refused_to_a_check)
{
	static const char *const args[] = { "check", "day.yaml", NULL };
	struct scarcity sc = { 0 };
	bool reached = true;

	open_scarcity(&sc);
	for (unsigned n = 1; reached; n += STEP_CHECK) {
		struct screen *s;

		sc.memory->refused = n;
		s = start(&sc, args);
		reached = sc.memory->asked >= n;
		expect_good_end(&sc, s, n);
		expect("day.yaml", desk_storyboard);
		screen_free(s);
	}
	close_scarcity(&sc, "check");
}

static bool go_on(struct screen *s, const char *context, const char *action)
{
	press_last(s, context, action);
	return screen_settle_or_change(s);
}

static bool type_on(struct screen *s)
{
	screen_send(s, "Z", 1);
	return screen_settle_or_change(s);
}

/* Rename the first touchpoint and save; false if that was too much for it. */
static bool edit_and_save(struct screen *s)
{
	return go_on(s, "panes", "edit") && go_on(s, "field", "cut-to-begin") &&
	       type_on(s) && go_on(s, "field", "commit") &&
	       go_on(s, "everywhere", "save");
}

static void expect_old_or_new(const char *new)
{
	g_autofree char *found = NULL;

	cr_assert(g_file_get_contents("day.yaml", &found, NULL, NULL));
	cr_assert(!strcmp(found, desk_storyboard) || !strcmp(found, new), "%s",
		  found);
}

Test(memory, refused_to_an_edit_and_a_save)
{
	static const char *const args[] = { "day.yaml", NULL };
	g_autofree char *new =
		replaced(desk_storyboard, "name: First light\n", "name: Z\n");
	struct scarcity sc = { 0 };
	bool reached = true;

	open_scarcity(&sc);
	for (unsigned n = 1; reached; n += STEP_EDIT) {
		struct screen *s;

		put("day.yaml", desk_storyboard);
		sc.memory->refused = 0;
		s = start(&sc, args);
		sc.memory->refused = sc.memory->asked + n;
		if (!edit_and_save(s))
			expect_good_end(&sc, s, n);
		reached = sc.memory->asked >= sc.memory->refused;
		expect_old_or_new(new);
		screen_free(s);
	}
	expect("day.yaml", new);
	close_scarcity(&sc, "an edit and a save");
}
