/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a killed save has left goes, and nothing that only looks like it.
 */
#include "store/temporary.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "faults.h"
#include "folder.h"
#include "store/bytes.h"

#define NUMBER "0123456789abcdef"
#define LEFT ".senseboard-" NUMBER
#define OLD "journey: old\n"
#define NEW "journey: new\n"

TestSuite(temporary, .init = folder_enter, .fini = folder_leave, .timeout = 60);

static void sweep(void)
{
	temporary_sweep(AT_FDCWD, geteuid());
}

static bool is_there(const char *name)
{
	struct stat st;

	return !lstat(name, &st);
}

static uint64_t print_of(const char *text)
{
	return bytes_print(text, strlen(text));
}

/* The name of one that was to replace OLD by NEW. */
static char *offered(void)
{
	return g_strdup_printf(LEFT "-%016" PRIx64 "-%016" PRIx64,
			       print_of(OLD), print_of(NEW));
}

Test(temporary, goes_when_its_writer_has_died)
{
	put(LEFT, "half of a te");
	sweep();
	cr_assert_eq(count_names(), 0);
}

Test(temporary, goes_with_either_text_when_names_were_changed)
{
	g_autofree char *name = offered();

	put(name, OLD);
	sweep();
	cr_assert_not(is_there(name));
	put(name, NEW);
	sweep();
	cr_assert_not(is_there(name));
}

Test(temporary, stays_when_names_were_changed_and_others_wrote_it)
{
	g_autofree char *name = offered();

	put(name, "journey: what others wrote\n");
	sweep();
	expect(name, "journey: what others wrote\n");
}

/* Opens one in a process of its own, and says so. */
static pid_t begin_elsewhere(int *says)
{
	int ends[2];
	pid_t child;

	cr_assert(!pipe(ends));
	child = fork();
	cr_assert_geq(child, 0);
	if (child == 0) {
		struct temporary temp;

		_exit(temporary_open(&temp, AT_FDCWD, 0600) ||
		      temporary_close(&temp) || write(ends[1], ".", 1) != 1 ||
		      pause());
	}
	close(ends[1]);
	*says = ends[0];
	return child;
}

Test(temporary, stays_as_long_as_its_writer_lives)
{
	char byte;
	int says;
	pid_t child = begin_elsewhere(&says);

	cr_assert_eq(read(says, &byte, 1), 1);
	sweep();
	cr_assert_eq(count_names(), 1);
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	sweep();
	cr_assert_eq(count_names(), 0);
	close(says);
}

Test(temporary, stays_if_it_only_looks_like_one)
{
	static const char *const names[] = {
		".senseboard-",
		".senseboard-x.yaml",
		".senseboard-0123456789",
		".senseboard-0123456789ABCDEF",
		LEFT "0",
		LEFT "~",
		LEFT "-",
		LEFT "-" NUMBER,
		LEFT "-" NUMBER "-",
		LEFT "-" NUMBER "-" NUMBER "-",
		LEFT "-" NUMBER "-" NUMBER "-" NUMBER,
		"senseboard-" NUMBER,
		".senseboard_" NUMBER,
	};

	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		put(names[i], "");
	sweep();
	cr_assert_eq(count_names(), G_N_ELEMENTS(names));
}

Test(temporary, stays_if_it_is_no_file)
{
	put("precious.yaml", OLD);
	cr_assert(!symlink("precious.yaml", LEFT));
	cr_assert(!mkdir(".senseboard-0000000000000001", 0755));
	cr_assert(!mkfifo(".senseboard-0000000000000002", 0644));
	cr_assert(!symlink("/dev/zero", ".senseboard-0000000000000003"));
	sweep();
	cr_assert_eq(count_names(), 5);
	expect("precious.yaml", OLD);
}

Test(temporary, leaves_the_other_name_of_a_file)
{
	put("x.yaml", OLD);
	cr_assert(!link("x.yaml", LEFT));
	sweep();
	cr_assert_eq(count_names(), 1);
	expect("x.yaml", OLD);
}

Test(temporary, of_others_stays)
{
	if (geteuid())
		skip("only root can make a file of others");
	put(LEFT, "");
	cr_assert(!chown(LEFT, 1234, 1234));
	sweep();
	cr_assert(is_there(LEFT));
	temporary_sweep(AT_FDCWD, 1234);
	cr_assert_not(is_there(LEFT));
}

Test(temporary, stays_where_the_folder_cannot_be_read)
{
	put(LEFT, "");
	temporary_sweep(-1, geteuid());
	cr_assert(is_there(LEFT));
}

Test(temporary, stays_where_it_cannot_be_looked_at)
{
	struct fault fault = { .number = EIO };
	g_autofree char *name = offered();
	unsigned stayed = 0;

	do {
		fault.at++;
		put(name, OLD);
		faults_begin(fault);
		sweep();
		stayed += is_there(name);
	} while (faults_end() >= fault.at);
	cr_assert_gt(stayed, 4);
	cr_assert_not(is_there(name));
}

static bool swept;

/* As somebody would who found it before it was locked. */
static void sweep_once(void)
{
	if (swept || !count_names())
		return;
	sweep();
	swept = true;
}

static void begin_and_end(void)
{
	struct temporary temp;

	cr_assert_eq(temporary_open(&temp, AT_FDCWD, 0600), 0);
	cr_assert(is_there(temp.name));
	temporary_remove(&temp);
	temporary_close(&temp);
	temporary_end(&temp);
}

Test(temporary, is_made_again_if_it_was_swept_at_birth)
{
	faults_begin((struct fault){ .before = sweep_once });
	begin_and_end();
	faults_end();
	cr_assert(swept);
	cr_assert_eq(count_names(), 0);
}

Test(temporary, is_made_again_if_it_is_being_swept)
{
	faults_begin((struct fault){ .at = 3, .number = EWOULDBLOCK });
	begin_and_end();
	faults_end();
	cr_assert_str_eq(faults_where(), "flock");
	cr_assert_eq(count_names(), 1, "who sweeps takes it away");
}
