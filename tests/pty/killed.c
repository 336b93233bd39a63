/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Killed at a random moment while it is edited: every change that was on the
 * screen comes back, to the byte.
 */
#include "screen.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "../amount.h"
#include "../store/folder.h"
#include "../store/small-disk.h"
#include "desk.h"
#include "press.h"
#include "store/recovery.h"

#define EDITS 50
#define KILLS amount("KILLS", 20)

TestSuite(killed, .init = desk_enter, .fini = folder_leave);

/* --- random moments ------------------------------------------------------ */

struct life {
	struct screen *screen;
	char *state; /* "XDG_STATE_HOME=...": nothing is left from before */
	unsigned committed, shown; /* the last change of each kind */
};

static void begin(struct life *l, unsigned n)
{
	static const char *const args[] = { "day.yaml", NULL };
	g_autofree char *name = g_strdup_printf("state-%u", n);
	g_autofree char *folder = folder_beside(name);

	*l = (struct life){ .state = g_strconcat("XDG_STATE_HOME=", folder,
						 NULL) };
	l->screen = screen_start(&(struct start){
		.args = args, .env = (const char *const[]){ l->state, NULL } });
}

static void end(struct life *l)
{
	screen_free(l->screen);
	g_free(l->state);
}

static bool go_on(struct life *l, const char *context, const char *action)
{
	press_last(l->screen, context, action);
	return screen_settle_or_change(l->screen);
}

static bool type_name(struct life *l, unsigned n)
{
	g_autofree char *name = g_strdup_printf("E%03u", n);

	screen_send(l->screen, name, strlen(name));
	return screen_settle_or_change(l->screen);
}

/* Give the first touchpoint one name after another; false if it was killed
 * meanwhile. */
static bool edit(struct life *l)
{
	while (l->committed < EDITS) {
		unsigned next = l->committed + 1;

		if (!go_on(l, "panes", "edit") ||
		    !go_on(l, "field", "cut-to-begin") || !type_name(l, next))
			return false;
		l->committed = next;
		if (!go_on(l, "field", "commit"))
			return false;
	}
	return true;
}

/* The last change that can be seen in its place in the list. */
static void look(struct life *l)
{
	for (unsigned n = l->committed; n && !l->shown; n--) {
		g_autofree char *row = g_strdup_printf("1 E%03u ", n);
		int y, x;

		if (screen_find(l->screen, row, &y, &x))
			l->shown = n;
	}
}

/* A process that kills the program so many microseconds from now. */
static pid_t send_killer(const struct life *l, int64_t after)
{
	struct timespec time = { after / G_USEC_PER_SEC,
				 after % G_USEC_PER_SEC * 1000 };
	pid_t child = fork();

	cr_assert(child >= 0);
	if (child == 0) {
		nanosleep(&time, NULL);
		kill(screen_pid(l->screen), SIGKILL);
		_exit(0);
	}
	return child;
}

/* How long it takes to make all changes when nobody kills it. */
static int64_t measure(void)
{
	int64_t start = g_get_monotonic_time();
	struct life l;

	begin(&l, 0);
	cr_assert(edit(&l));
	end(&l);
	return g_get_monotonic_time() - start;
}

/* --- and what comes back ------------------------------------------------- */

static char *recovered(const struct life *l)
{
	const char *const argv[] = { getenv("SENSEBOARD"), "recover", "--print",
				     "day.yaml", NULL };
	const char *state = strchr(l->state, '=') + 1;
	g_auto(GStrv) env = g_environ_setenv(g_get_environ(), "XDG_STATE_HOME",
					     state, TRUE);
	char *out = NULL;
	int status;

	cr_assert(g_spawn_sync(NULL, (char **)argv, env,
			       G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out,
			       NULL, &status, NULL));
	if (!WIFEXITED(status) || WEXITSTATUS(status))
		g_clear_pointer(&out, g_free);
	return out;
}

/* Which change the recovered text has; the test fails if it is not whole. */
static unsigned last_recovered(const struct life *l)
{
	g_autofree char *text = recovered(l);

	for (unsigned n = text ? l->committed : 0; n; n--) {
		g_autofree char *name = g_strdup_printf("name: E%03u\n", n);
		g_autofree char *want =
			replaced(desk_storyboard, "name: First light\n", name);

		if (!strcmp(text, want))
			return n;
	}
	cr_assert(!text || !strcmp(text, desk_storyboard),
		  "that was never seen:\n%s", text);
	return 0;
}

Test(killed, no_change_that_was_seen_is_lost)
{
	GRand *rand = g_rand_new_with_seed(amount_seed());
	int64_t whole = measure();
	unsigned seen = 0, lost = 0;

	for (unsigned i = 1; i <= KILLS; i++) {
		struct life l;
		pid_t killer;
		unsigned got;

		begin(&l, i);
		killer = send_killer(&l, (int64_t)g_rand_double_range(
						 rand, 0, (double)whole));
		if (edit(&l))
			screen_wait(l.screen);
		waitpid(killer, NULL, 0);
		look(&l);
		got = last_recovered(&l);
		seen += l.shown;
		lost += l.shown > got ? l.shown - got : 0;
		cr_expect_leq(l.shown, got);
		expect("day.yaml", desk_storyboard);
		end(&l);
	}
	printf("killed: %u times, %u changes seen, %u lost\n", KILLS, seen,
	       lost);
	cr_expect_gt(seen, 0);
	g_rand_free(rand);
}

/* --- the question, and its answers --------------------------------------- */

/* Rename the first touchpoint, and be killed while the promise is typed. */
static void rename_and_die(const char *name)
{
	struct screen *s = desk_open();

	desk_rename(s, name);
	kill(screen_pid(s), SIGKILL);
	screen_wait(s);
	screen_free(s);
}

static struct screen *open_again(void)
{
	struct screen *s = screen_open("day.yaml");

	screen_expect(s, "Not saved when senseboard ended");
	screen_expect(s, "rename First light");
	return s;
}

static char *renamed(const char *name)
{
	g_autofree char *line = g_strdup_printf("name: %s\n", name);

	return replaced(desk_storyboard, "name: First light\n", line);
}

Test(killed, enter_brings_it_back_and_it_can_be_saved)
{
	g_autofree char *want = renamed("Dawn");

	rename_and_die("Dawn");
	struct screen *s = open_again();
	press(s, "recovery", "recover");
	screen_expect(s, "recovered; not saved yet");
	screen_expect(s, "1 Dawn");
	expect("day.yaml", desk_storyboard);
	desk_save(s);
	expect("day.yaml", want);
	press(s, "everywhere", "undo");
	screen_expect(s, "undid: rename First light");
	desk_save(s);
	expect("day.yaml", desk_storyboard);
	desk_quit(s);
	desk_quit(desk_open());
}

Test(killed, it_is_asked_about_until_it_is_answered)
{
	rename_and_die("Dawn");
	struct screen *s = open_again();
	press(s, "recovery", "open-without");
	screen_expect_not(s, "Not saved");
	desk_rename(s, "Dusk");
	desk_save(s);
	desk_quit(s);
	s = screen_open("day.yaml");
	screen_expect(s, "Not saved when senseboard ended");
	press(s, "recovery", "discard");
	screen_expect(s, "discarded; it is kept for 30 days");
	desk_quit(s);
	s = screen_open("day.yaml");
	screen_expect_not(s, "Not saved");
	desk_quit(s);
}

Test(killed, it_can_be_compared_first)
{
	rename_and_die("Dawn");
	struct screen *s = open_again();
	press(s, "recovery", "compare");
	screen_expect(s, "-        name: First light");
	screen_expect(s, "+        name: Dawn");
	press(s, "compare", "leave");
	screen_expect(s, "Not saved when senseboard ended");
	press(s, "recovery", "recover");
	press(s, "everywhere", "quit");
	press_last(s, "quit", "discard");
	screen_expect_exit(s, 0);
	screen_free(s);
	desk_quit(desk_open());
}

Test(killed, what_others_did_meanwhile_is_merged)
{
	g_autofree char *theirs =
		replaced(desk_storyboard, "Last call", "Lost call");
	g_autofree char *both =
		replaced(theirs, "name: First light\n", "name: Dawn\n");

	rename_and_die("Dawn");
	put("day.yaml", theirs);
	struct screen *s = open_again();
	screen_expect(s, "changed by others");
	press(s, "recovery", "recover");
	desk_save(s);
	expect("day.yaml", both);
	desk_quit(s);
}

Test(killed, the_same_line_by_others_is_asked_about)
{
	g_autofree char *theirs = renamed("Sunrise");
	g_autofree char *ours = renamed("Dawn");

	rename_and_die("Dawn");
	put("day.yaml", theirs);
	struct screen *s = open_again();
	press(s, "recovery", "recover");
	screen_expect(s, "both have changed the same lines");
	screen_expect(s, "only one can stay");
	expect("day.yaml", theirs);
	press(s, "recovery", "recover-mine");
	screen_expect(s, "1 Dawn");
	desk_save(s);
	expect("day.yaml", ours);
	desk_quit(s);
}

/* --- the open field ------------------------------------------------------ */

Test(killed, a_text_being_typed_outlives_a_signal)
{
	struct screen *s = desk_open();

	press(s, "panes", "edit");
	press_text(s, " and more");
	kill(screen_pid(s), SIGTERM);
	cr_expect_eq(WTERMSIG(screen_wait(s)), SIGTERM);
	screen_expect(s, "senseboard: what was not saved is in '");
	screen_free(s);
	s = screen_open("day.yaml");
	screen_expect(s, "Being typed");
	screen_expect(s, "First light and more");
	press(s, "recovery", "recover");
	press(s, "panes", "edit");
	press(s, "field", "cut-to-begin");
	press(s, "field", "give-up");
	desk_quit(s);
}

Test(killed, of_what_was_saved_only_the_open_field_is_asked_about)
{
	struct screen *s = desk_open();

	desk_rename(s, "Dawn");
	desk_save(s);
	press(s, "panes", "edit");
	press_text(s, " and more");
	kill(screen_pid(s), SIGTERM);
	screen_wait(s);
	screen_free(s);
	s = screen_open("day.yaml");
	screen_expect(s, "Nothing but a text that was being typed");
	screen_expect(s, "Dawn and more");
	press(s, "recovery", "recover");
	desk_quit(s);
}

Test(killed, what_is_saved_is_not_said_to_be_lost)
{
	static const int signals[] = { SIGTERM, SIGSEGV };

	for (size_t i = 0; i < G_N_ELEMENTS(signals); i++) {
		struct screen *s = desk_open();

		desk_rename(s, "Dawn");
		desk_save(s);
		press(s, "everywhere", "undo");
		desk_save(s);
		kill(screen_pid(s), signals[i]);
		cr_expect_eq(WTERMSIG(screen_wait(s)), signals[i]);
		screen_expect_not(s, "not saved");
		screen_free(s);
	}
}

/* What the one journal there is has of a field that is open. */
static char *draft(void)
{
	g_autofree char *home = folder_beside("home");
	g_autofree char *folder =
		g_build_filename(home, "senseboard", "journal", NULL);
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	const char *name;

	while (dir && (name = g_dir_read_name(dir))) {
		g_autofree char *path = g_build_filename(folder, name, NULL);
		g_autoptr(Recovery) r = recovery_read(path, NULL);

		if (r)
			return g_strdup(r->draft);
	}
	return NULL;
}

Test(killed, a_text_being_typed_is_written_down_without_a_key)
{
	struct screen *s = desk_open();
	char *typed = NULL;

	press(s, "panes", "edit");
	press_text(s, " and more");
	while (!(typed = draft()))
		sched_yield();
	cr_expect_str_eq(typed, "First light and more");
	g_free(typed);
	press(s, "field", "give-up");
	cr_expect_null(draft());
	desk_quit(s);
}

Test(killed, what_was_being_typed_can_be_put_back)
{
	struct screen *s = desk_open();

	press(s, "panes", "edit");
	press_text(s, " and more");
	kill(screen_pid(s), SIGHUP);
	screen_wait(s);
	screen_free(s);
	s = screen_open("day.yaml");
	press(s, "recovery", "recover");
	press(s, "panes", "down");
	press(s, "panes", "edit");
	press(s, "field", "put-back");
	screen_expect(s, "Second cupFirst light and more");
	press(s, "field", "give-up");
	desk_quit(s);
}

/* --- a disk that does not answer ------------------------------------------ */

/* A program with sanitizers takes no other library before its own. */
Test(killed, no_key_waits_for_the_disk)
{
#ifdef SANITIZED
	cr_skip_test("the disk cannot be slowed down here");
#endif
	static const char *const args[] = { "day.yaml", NULL };
	g_autofree char *told = folder_beside("told");
	g_autofree char *fifo = g_strconcat("DISK_TOLD=", told, NULL);
	g_autofree char *preload =
		g_strdup_printf("LD_PRELOAD=%s/tests/preload/disk.so",
				getenv("top_builddir"));
	const char *const env[] = { fifo, preload, "DISK_MS=1000000000", NULL };
	char byte;
	int fd;

	cr_assert(!mkfifo(told, 0600));
	struct screen *s =
		screen_start(&(struct start){ .args = args, .env = env });
	desk_rename(s, "Dawn");
	fd = open(told, O_RDONLY | O_CLOEXEC);
	cr_assert_eq(read(fd, &byte, 1), 1);
	close(fd);
	desk_rename(s, "Dusk");
	press(s, "everywhere", "undo");
	screen_expect(s, "undid: rename Dawn");
	press(s, "everywhere", "quit");
	press_last(s, "quit", "discard");
	screen_expect_exit(s, 0);
	screen_free(s);
}

/* --- no place for a journal ---------------------------------------------- */

Test(killed, it_says_so_where_nothing_is_protected)
{
	static const char *const args[] = { "day.yaml", NULL };
	static const char *const env[] = { "XDG_STATE_HOME=/dev/null",
					   "XDG_RUNTIME_DIR=/dev/null", NULL };
	struct screen *s;

	cr_assert(!chmod(".", 0755));
	s = screen_start(&(struct start){ .args = args, .env = env });
	screen_expect_not(s, "UNPROTECTED");
	desk_rename(s, "Dawn");
	screen_expect(s, "UNPROTECTED");
	screen_expect(s, "a crash would lose what is not saved");
	screen_resize(s, 12, 40);
	screen_expect(s, "UNPROTECTED");
	screen_resize(s, 24, 80);
	cr_assert(!chmod(".", 0700));
	desk_rename(s, "Dusk");
	screen_expect_not(s, "UNPROTECTED");
	desk_save(s);
	desk_quit(s);
	cr_expect_eq(count_names(), 1, "only the storyboard stays");
}

/* --- the disk of the journal is full --------------------------------------- */

/* Starts where side files go to a full disk, and then to ELSE. */
static struct screen *open_on_full_disk(const char *otherwise)
{
	static const char *const args[] = { "day.yaml", NULL };
	g_autofree char *here = g_get_current_dir();
	g_autofree char *state =
		g_strdup_printf("XDG_STATE_HOME=%s/disk", here);
	g_autofree char *runtime =
		g_strdup_printf("XDG_RUNTIME_DIR=%s", otherwise);

	cr_assert(!chmod(".", 0755)); /* no place for side files */
	return screen_start(&(struct start){
		.args = args,
		.env = (const char *const[]){ state, runtime, NULL } });
}

static void die(struct screen *s)
{
	kill(screen_pid(s), SIGKILL);
	screen_wait(s);
	screen_free(s);
}

Test(killed, with_its_disk_full_it_is_kept_in_the_next_place)
{
	g_autofree char *home = folder_beside("home");
	g_autofree char *want = renamed("Dusk");
	struct screen *s;

	small_disk_mount("disk", "size=256k");
	small_disk_fill("disk", 0);
	s = open_on_full_disk(home);
	desk_rename(s, "Dawn");
	desk_rename(s, "Dusk");
	screen_expect_not(s, "UNPROTECTED");
	die(s);
	s = open_on_full_disk(home);
	screen_expect(s, "2 changes");
	press(s, "recovery", "recover");
	desk_save(s);
	expect("day.yaml", want);
	desk_quit(s);
	small_disk_unmount("disk");
}

Test(killed, with_all_disks_full_it_says_so_and_later_has_all)
{
	g_autofree char *want = renamed("Noon");
	struct screen *s;

	small_disk_mount("disk", "size=256k");
	small_disk_fill("disk", 0);
	s = open_on_full_disk("/dev/null");
	desk_rename(s, "Dawn");
	screen_expect(s, "UNPROTECTED");
	screen_expect(s, "No space left on device");
	desk_rename(s, "Dusk");
	screen_expect(s, "UNPROTECTED");
	small_disk_clear("disk");
	desk_rename(s, "Noon");
	screen_expect_not(s, "UNPROTECTED");
	die(s);
	s = open_on_full_disk("/dev/null");
	screen_expect(s, "3 changes");
	press(s, "recovery", "recover");
	desk_save(s);
	expect("day.yaml", want);
	desk_quit(s);
	small_disk_unmount("disk");
}

/* --- without a file ------------------------------------------------------ */

/* The first page: all that can be chosen there is under a list. */
Test(killed, what_has_no_name_is_offered_on_the_first_page)
{
	struct screen *s = screen_open(NULL);

	press(s, "welcome", "choose");
	press_text(s, "Coffee");
	press(s, "field", "commit");
	desk_rename(s, "Tea");
	kill(screen_pid(s), SIGKILL);
	screen_wait(s);
	screen_free(s);
	s = screen_open(NULL);
	screen_expect(s, "Not saved when senseboard ended");
	press(s, "recovery", "recover");
	screen_expect(s, "Tea");
	press(s, "everywhere", "quit");
	press_last(s, "quit", "discard");
	screen_expect_exit(s, 0);
	screen_free(s);
}

Test(killed, a_file_that_was_never_saved_comes_back)
{
	struct screen *s = screen_open("card.yaml");

	desk_rename(s, "Tea");
	kill(screen_pid(s), SIGKILL);
	screen_wait(s);
	screen_free(s);
	s = screen_open("card.yaml");
	screen_expect(s, "Not saved when senseboard ended");
	press(s, "recovery", "recover");
	desk_save(s);
	desk_quit(s);
	expect("card.yaml", "senseboard: 1\ntitle: Tea\nstatus: sketch\n");
}

/* --- private ------------------------------------------------------------- */

static void expect_private(const char *folder)
{
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	const char *name;

	cr_assert(dir, "%s", folder);
	cr_expect_eq(look_at(folder).st_mode & 0077, 0, "%s", folder);
	while ((name = g_dir_read_name(dir))) {
		g_autofree char *path = g_build_filename(folder, name, NULL);

		cr_expect_eq(look_at(path).st_mode & 0077, 0, "%s", path);
	}
}

Test(killed, side_files_are_private_whatever_the_umask)
{
	g_autofree char *home = folder_beside("home");
	g_autofree char *folder =
		g_build_filename(home, "senseboard", "journal", NULL);

	umask(0);
	rename_and_die("Dawn");
	expect_private(folder);
	struct screen *s = open_again();
	press(s, "recovery", "recover");
	expect_private(folder);
	desk_save(s);
	desk_quit(s);
}
