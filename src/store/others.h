/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Other editors that have a file open, by the marks they leave beside it.
 */
#ifndef SENSEBOARD_STORE_OTHERS_H
#define SENSEBOARD_STORE_OTHERS_H

/* One line that says which editor has the file PATH open, whose it is and
 * where it runs; NULL when none has, as far as can be seen.  For g_free. */
char *others_tell(const char *path);

#endif
