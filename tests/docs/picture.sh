#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The picture in README is what the program shows.  One that has changed on
# purpose is accepted with
#
#	ACCEPT=1 SENSEBOARD=build/senseboard tests/docs/picture.sh

cd "${top_srcdir:-.}" || exit 99
house=$(mktemp -d) || exit 99
trap 'rm -rf "$house"' EXIT

# To the minute that is the heart of that journey.
echo Left Down Right Down Down Down >"$house/keys"
"${SENSEBOARD:-build/senseboard}" --keys "$house/keys" --size 80x24 \
	--glyphs unicode --dump-screen \
	data/examples/capital-one-debit-card.yaml >"$house/frame" || exit 1

# The frame's first line has [1 Map], its last in quit.
awk -v frame="$house/frame" '
/\[1 Map\]/ {
	while ((getline line < frame) > 0) print line
	inside = 1
}
!inside
/q quit$/ { inside = 0 }' README >"$house/README"

[ -z "${ACCEPT-}" ] || cat "$house/README" >README
if diff README "$house/README"; then
	echo '1 passed, 0 failed'
else
	echo 'to accept it: ACCEPT=1 SENSEBOARD=... tests/docs/picture.sh'
	echo '0 passed, 1 failed'
	exit 1
fi
