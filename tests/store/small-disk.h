/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A disk that is soon full, there for the test and the programs it starts
 * alone.  Where the system lets nobody mount one, the test is skipped.
 */
#ifndef SENSEBOARD_TESTS_STORE_SMALL_DISK_H
#define SENSEBOARD_TESTS_STORE_SMALL_DISK_H

/* Makes FOLDER and mounts one there; OPTIONS are those of tmpfs: "size=64k".
 * Others may look into it. */
void small_disk_mount(const char *folder, const char *options);
void small_disk_unmount(const char *folder);

/* Takes all that is left of it for a file 'filler', but for SPARE pages;
 * gives it back. */
void small_disk_fill(const char *folder, unsigned spare);
void small_disk_clear(const char *folder);

#endif
