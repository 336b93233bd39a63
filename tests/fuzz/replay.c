/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * FUZZER FILE...: shows a fuzzer these files, one after the other, where there
 * is no libFuzzer.  Whatever dies of one, its name is the last that was said.
 */
#include "fuzz.h"

#include <stdio.h>

static void show(const char *file)
{
	g_autofree char *bytes = NULL;
	g_autofree uint8_t *exact = NULL;
	gsize len;

	printf("%s\n", file);
	fflush(stdout);
	if (!g_file_get_contents(file, &bytes, &len, NULL))
		g_error("cannot read '%s'", file);
	/* not a byte more than there is, for who looks at bounds */
	exact = g_memdup2(bytes, len);
	LLVMFuzzerTestOneInput(exact, len);
}

int main(int argc, char **argv)
{
	LLVMFuzzerInitialize(&argc, &argv);
	for (int i = 1; i < argc; i++)
		show(argv[i]);
	return 0;
}
