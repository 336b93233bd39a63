/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The floor under reading: libyaml's events, made and thrown away.
 *
 * Whoever reads a storyboard with libyaml pays at least this.  It prints
 * nothing; its processor time and memory are what is compared.
 */
#include "bare.h"

#include <stdlib.h>

int main(int argc, char **argv)
{
	return argc == 2 && bare_events(argv[1]) ? EXIT_SUCCESS : EXIT_FAILURE;
}
