/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * crash FILE TITLE: what a crash leaves.  Opens the storyboard FILE (-: a new
 * one without a file), gives it that title, types in a field, and is killed.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "board/board.h"

int main(int argc, char **argv)
{
	struct board *b = NULL;

	if (argc == 3)
		b = strcmp(argv[1], "-") ? board_open(argv[1], NULL)
					 : board_new(NULL, "New", NULL);
	if (!b || !board_protect(b, NULL) ||
	    !board_take(b, journey_set(b->journey, b->journey->root, J_TITLE,
				       argv[2], NULL))) {
		fprintf(stderr, "usage: crash FILE TITLE\n");
		return EXIT_FAILURE;
	}
	board_draft(b, "Promise of The door", "It op");
	raise(SIGKILL);
	return EXIT_FAILURE;
}
