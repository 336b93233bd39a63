/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A tmpfs in a mount namespace of the test's own, which only root can make:
 * others cannot in a process that has threads, as Criterion's do.
 */
#include "small-disk.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>
#ifdef __linux__
#include <sched.h>
#include <sys/mount.h>
#endif

#include "folder.h"

#ifdef __linux__

void small_disk_mount(const char *folder, const char *options)
{
	g_autofree char *all = g_strconcat("mode=755,", options, NULL);

	cr_assert(!mkdir(folder, 0755));
	if (unshare(CLONE_NEWNS) ||
	    mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) ||
	    mount("none", folder, "tmpfs", 0, all))
		skip("the system lets us mount nothing here");
}

void small_disk_unmount(const char *folder)
{
	cr_assert(!umount(folder));
}

#else

void small_disk_mount(const char *folder G_GNUC_UNUSED,
		      const char *options G_GNUC_UNUSED)
{
	skip("nobody knows how to mount a small disk here");
}

void small_disk_unmount(const char *folder G_GNUC_UNUSED)
{
}

#endif

void small_disk_fill(const char *folder, unsigned spare)
{
	g_autofree char *filler = g_build_filename(folder, "filler", NULL);
	char page[4096] = "";
	int fd = open(filler, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
	off_t len = 0;
	ssize_t put;

	cr_assert(fd >= 0);
	while ((put = write(fd, page, sizeof(page))) > 0)
		len += put;
	len -= (off_t)(spare * sizeof(page));
	cr_assert(len > 0 && !ftruncate(fd, len));
	close(fd);
}

void small_disk_clear(const char *folder)
{
	g_autofree char *filler = g_build_filename(folder, "filler", NULL);

	cr_assert(!unlink(filler));
}
