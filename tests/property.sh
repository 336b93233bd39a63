#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Random edits on every example and on the corpus of awkward files.

exec "$top_builddir/tests/yaml/property" \
	"$top_srcdir"/data/examples/*.yaml "$top_srcdir"/tests/yaml/corpus/*.yaml
