/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Starting senseboard ($SENSEBOARD) on a terminal.
 */
#ifndef SENSEBOARD_TESTS_PTY_PROGRAM_H
#define SENSEBOARD_TESTS_PTY_PROGRAM_H

#include "screen.h"

/* Start it in the foreground of TERMINAL, which is the caller's controlling
 * terminal; *REPORTS is where it says that it waits, closed by the caller. */
pid_t program_start(const struct start *how, int terminal, int *reports);

#endif
