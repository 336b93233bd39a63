/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Saving by rename: the file is the old one or the new one at any moment.
 */
#ifndef SENSEBOARD_STORE_REPLACE_H
#define SENSEBOARD_STORE_REPLACE_H

#include "store/bytes.h"
#include "store/read.h"
#include "store/target.h"

/*
 * Gives the name of TARGET to a new file with TEXT, on the disk, and with
 * all that the old file had besides its text; ID becomes its identity.  The
 * folder is not synced yet.  Returns 0, an errno value, or STORE_DIFFERS when
 * what had the name was not KNOWN (NULL: anything may go); except for 0 there
 * is nothing new and the old file is as it was.
 */
int replace_file(const struct target *target, const struct text *text,
		 const struct store_identity *known, struct store_identity *id);

#endif
