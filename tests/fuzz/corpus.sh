#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Each fuzzer is shown the corpus it has, and whatever once made it fail.  A
# file that is in one is one test.

cd "${top_srcdir:-.}" || exit 99
fuzzers=${top_builddir:-.}/tests/fuzz
passed=0
failed=0

# show FUZZER FILE...: all at once; one by one when that fails.
show() {
	fuzzer=$1
	shift
	if "$fuzzers/$fuzzer" "$@" >"$log" 2>&1; then
		passed=$((passed + $#))
		return
	fi
	for file; do
		if "$fuzzers/$fuzzer" "$file" >"$log" 2>&1; then
			passed=$((passed + 1))
		else
			failed=$((failed + 1))
			echo "$fuzzer $file"
			tail -n 40 "$log"
		fi
	done
}

folder=$(mktemp -d) || exit 99
trap 'rm -rf "$folder"' EXIT
TMPDIR=$folder
export TMPDIR
log=$folder/log

show edit tests/fuzz/corpus/edit/*
show gate tests/fuzz/corpus/gate/*
show journal tests/fuzz/corpus/journal/*
show keys tests/fuzz/corpus/keys/*
show tree tests/fuzz/corpus/tree/* tests/yaml/corpus/*

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
