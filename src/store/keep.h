/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What belongs to a file besides its bytes, carried over to the file that
 * takes its name.  Each returns 0 or an errno value; EPERM when it cannot be
 * carried over.
 */
#ifndef SENSEBOARD_STORE_KEEP_H
#define SENSEBOARD_STORE_KEEP_H

#include <sys/stat.h>

/* Gives the file FD the owner and the group of OLD. */
int keep_owner(int fd, const struct stat *old);

/* Gives TO the extended attributes of FROM, access control list included. */
int keep_attributes(int from, int to);

/* Gives FD the mode of OLD; last, for each of the others may change it. */
int keep_mode(int fd, const struct stat *old);

#endif
