#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Random edits of every example, template and awkward file, with the limits
# as they are and shrunken.  Adds up both runs.

cd "${top_srcdir:-.}" || exit 99
property=${top_builddir:-.}/tests/yaml/property

# try OPTION...: one run over all of them.
try() {
	"$property" "$@" data/examples/*.yaml data/templates/*.yaml \
		tests/yaml/corpus/*
}

{
	try --edits 20000 "$@"
	try --edits 20000 --shrunken "$@"
} | awk '
/^[0-9]+ passed, [0-9]+ failed$/ { runs++; passed += $1; failed += $3; next }
{ print }
END {
	failed += 2 - runs
	printf "%d passed, %d failed\n", passed, failed
	exit failed > 0
}'
