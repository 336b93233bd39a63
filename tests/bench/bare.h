/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the bare programs share: they stand for the least that a program can
 * do on the same libraries, and have nothing of senseboard in them.
 */
#ifndef SENSEBOARD_BENCH_BARE_H
#define SENSEBOARD_BENCH_BARE_H

#include <stdbool.h>

/* Read a file whole and walk over libyaml's events. False if that fails. */
bool bare_events(const char *path);

#endif
