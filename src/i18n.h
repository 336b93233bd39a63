/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text that people read goes through _() where it is used, or is marked
 * with N_() in a table and translated where the table is read.
 */
#ifndef SENSEBOARD_I18N_H
#define SENSEBOARD_I18N_H

#include <libintl.h>

#define _(text) gettext(text)
#define N_(text) text

#endif
