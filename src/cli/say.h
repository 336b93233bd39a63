/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The one way out: whatever the command line prints of a file, its name or an
 * error goes through the gate of tui/glyph.h, on a terminal and in a pipe.
 */
#ifndef SENSEBOARD_CLI_SAY_H
#define SENSEBOARD_CLI_SAY_H

#include <glib.h>
#include <stdio.h>

#include "cli/command.h"
#include "tui/glyph.h"

/* What the locale can show: never emoji turned into something else. */
enum glyphs say_level(void);

/* Append LEN bytes of TEXT, made safe. */
void say_append(GString *to, const char *text, size_t len);

/* Print one line, made safe. */
void say(FILE *to, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Print LEN bytes of TEXT, made safe, and no line end. */
void say_text(FILE *to, const char *text, size_t len);

/* Say what went wrong, "senseboard: ...", on standard error; returns
 * STATUS. */
int complain(enum status status, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* There is no rule called NAME; maybe another was meant: STATUS_USAGE. */
int complain_rule(const char *name);

/* What went wrong, an error, which is freed: STATUS_FILE. */
int complain_error(GError *take_error);

#endif
