#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# mandoc has nothing to say about any page of the manual.

cd "${top_srcdir:-.}" || exit 99
passed=0
failed=0
for page in man/*.[1-9]; do
	if mandoc -T lint -W warning "$page"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
	fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
