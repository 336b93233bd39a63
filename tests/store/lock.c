/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One holder at a time, who is named, and whose death frees the lock.
 */
#include "store/lock.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "folder.h"
#include "store/error.h"
#include "store/state.h"

static void enter(void)
{
	g_autofree char *here = NULL;

	folder_enter();
	here = g_get_current_dir();
	g_setenv("XDG_STATE_HOME", here, TRUE);
	g_unsetenv("XDG_RUNTIME_DIR");
}

TestSuite(lock, .init = enter, .fini = folder_leave, .timeout = 60);

static void is_locked(const char *document)
{
	g_autoptr(GError) error = NULL;

	cr_assert_null(lock_take(document, &error));
	cr_assert(g_error_matches(error, STORE_ERROR, (int)STORE_ERROR_LOCKED));
	cr_assert(g_str_has_prefix(error->message,
				   "'x.yaml' is open elsewhere since 20"),
		  "%s", error->message);
}

Test(lock, has_one_holder)
{
	struct lock *lock = lock_take("x.yaml", NULL);

	cr_assert(lock);
	is_locked("x.yaml");
	lock_release(lock);
	lock = lock_take("x.yaml", NULL);
	cr_assert(lock);
	lock_release(lock);
}

Test(lock, says_who_holds_it)
{
	struct lock_holder holder;
	g_autoptr(Lock) lock = NULL;

	cr_assert_not(lock_ask("x.yaml", &holder));
	lock = lock_take("x.yaml", NULL);
	cr_assert(lock_ask("./x.yaml", &holder));
	cr_assert_str_eq(holder.user, g_get_user_name());
	cr_assert_str_eq(holder.host, g_get_host_name());
	cr_assert_eq(holder.process, getpid());
	lock_holder_clear(&holder);
}

Test(lock, lets_others_in_beside_it)
{
	g_autoptr(Lock) first = lock_take("x.yaml", NULL);
	g_autoptr(Lock) second = lock_take_beside("x.yaml", NULL);
	g_autoptr(Lock) third = lock_take_beside("x.yaml", NULL);

	cr_assert(first && second && third);
	cr_assert(g_str_has_suffix(lock_stem(second), "-2"));
	cr_assert(g_str_has_suffix(lock_stem(third), "-3"));
	cr_assert(lock_lives(lock_stem(second), "x.yaml"));
}

Test(lock, leaves_nothing_behind)
{
	g_autofree char *here = g_get_current_dir();

	lock_release(lock_take("x.yaml", NULL));
	lock_release(lock_take(NULL, NULL));
	cr_assert(!chdir("senseboard/journal"));
	cr_assert_eq(count_names(), 0);
	cr_assert(!chdir(here));
}

static pid_t holder_child(void)
{
	int ends[2];
	char told;
	pid_t child;

	cr_assert(!pipe(ends));
	child = fork();
	cr_assert(child >= 0);
	if (child == 0) {
		if (!lock_take("x.yaml", NULL) || write(ends[1], "x", 1) != 1)
			_exit(1);
		for (;;)
			pause();
	}
	cr_assert_eq(read(ends[0], &told, 1), 1);
	close(ends[0]);
	close(ends[1]);
	return child;
}

Test(lock, goes_with_its_holder)
{
	g_autofree char *stem = state_stem("x.yaml");
	pid_t child = holder_child();

	is_locked("x.yaml");
	cr_assert(lock_lives(stem, "x.yaml"));
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	cr_assert_not(lock_lives(stem, "x.yaml"));
	lock_release(lock_take("x.yaml", NULL));
}

Test(lock, is_private_whatever_the_umask)
{
	g_autoptr(Lock) lock = NULL;
	g_autofree char *name = NULL;

	umask(0);
	lock = lock_take("x.yaml", NULL);
	name = g_strconcat("senseboard/journal/", lock_stem(lock), ".lock",
			   NULL);
	cr_assert_eq(look_at(name).st_mode, (mode_t)(S_IFREG | 0600));
}

Test(lock, takes_the_next_place)
{
	g_autofree char *here = g_get_current_dir();
	g_autoptr(Lock) lock = NULL;

	g_setenv("XDG_STATE_HOME", "/dev/null", TRUE);
	g_setenv("XDG_RUNTIME_DIR", here, TRUE);
	lock = lock_take("x.yaml", NULL);
	cr_assert(lock);
	is_locked("x.yaml");
}

Test(lock, says_when_there_is_no_place)
{
	g_autoptr(GError) error = NULL;

	g_setenv("XDG_STATE_HOME", "/dev/null", TRUE);
	cr_assert(!mkdir("open", 0755));
	cr_assert_null(lock_take("open/x.yaml", &error));
	cr_assert(g_error_matches(error, STORE_ERROR, (int)STORE_ERROR_SYSTEM));
}
