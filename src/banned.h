/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Functions nobody here calls, included before every source file by the
 * build.  They write past a buffer, leave one without its end, or keep
 * hidden state; GString, g_strdup_printf and g_strsplit do the same work
 * without.  The system's own headers are read first, because they may
 * mention these names; config.h before them, because it says which of the
 * system's extensions they declare.
 */
#ifndef SENSEBOARD_BANNED_H
#define SENSEBOARD_BANNED_H

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

/* some systems have these as macros too */
#undef sprintf
#undef vsprintf
#undef strcpy
#undef strcat
#undef strncpy

#pragma GCC poison strcpy strcat sprintf vsprintf gets strtok strncpy

#endif
