/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Being told when a file may have changed, without asking again and again.
 */
#ifndef SENSEBOARD_STORE_WATCH_H
#define SENSEBOARD_STORE_WATCH_H

#include <stdbool.h>

struct watch;

/* Watches PATH, which need not be there, and what it leads to. */
struct watch *watch_new(const char *path);
void watch_free(struct watch *watch);

/* Can be read when there is something to hear; -1 where the system tells
 * nothing, as of a file on another machine: then one has to look. */
int watch_fd(const struct watch *watch);

/* Hears all that was told until now, without waiting.  Whether the file may
 * have changed; what has become of it is store_changed()'s to say. */
bool watch_hear(struct watch *watch);

#endif
