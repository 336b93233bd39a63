#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Reads the #includes of src/ and complains about an arrow that points up, one
# that points sideways into another room, and curses outside tui/term.c.
# Each source file is one test.

# judge FOLDER: a line `FILE passed` or `FILE failed` for each file under it,
# complaints before it.
judge() {
	(cd "$1" && find . -name '*.[ch]' | sort | xargs awk '
	BEGIN {
		floor["yaml"] = 0
		floor["journey"] = 1
		floor["rules"] = floor["store"] = 2
		floor["board"] = 3
		floor["format"] = 4
		floor["cli"] = floor["tui"] = 5
		split("config.h i18n.h banned.h", names, " ")
		for (i in names) anywhere[names[i]] = 1
	}
	function complain(text) {
		print FILENAME ":" FNR ": " text
		bad[FILENAME] = 1
	}
	function may(from, to) {
		if (from == to) return 1
		if (from == "cli" && to == "tui") return 1
		if (from == "store" && to != "store") return 0
		return floor[to] < floor[from]
	}
	FNR == 1 {
		files[++n] = FILENAME
		split(FILENAME, part, "/")
		room = part[2]
		if (room in anywhere) room = ""
		else if (!(room in floor)) complain("no such room: " room)
	}
	/^[ \t]*#[ \t]*include/ {
		name = $0
		sub(/^[^<"]*[<"]/, "", name)
		sub(/[>"].*/, "", name)
	}
	/^[ \t]*#[ \t]*include[ \t]*"/ && !(name in anywhere) {
		split(name, part, "/")
		if (!(part[1] in floor))
			complain("no such room: " name)
		else if (room in floor && !may(room, part[1]))
			complain(room " must not know " name)
	}
	/^[ \t]*#[ \t]*include[ \t]*</ &&
	name ~ /^(ncursesw?\/)?(n?curses|term|termcap|panel|menu|form)\.h$/ &&
	FILENAME != "./tui/term.c" {
		complain("only tui/term.c knows <" name ">")
	}
	END {
		for (i = 1; i <= n; i++)
			print files[i], files[i] in bad ? "failed" : "passed"
	}')
}

# The judge itself: sees what is wrong, lets pass what is right.
try() {
	mkdir -p "$house/$1" && echo "#include $3" >"$house/$1/x.c"
	verdict=$(judge "$house" | grep "x.c [pf]a")
	rm -r "${house:?}/$1"
	if [ "$verdict" = "./$1/x.c $2" ]; then
		echo "$1 -> $3 passed"
	else
		echo "$1 -> $3: should have $2"
		echo "$1 -> $3 failed"
	fi
}

house=$(mktemp -d) || exit 99
trap 'rm -rf "$house"' EXIT
{
	try yaml failed '"journey/journey.h"'
	try store failed '"yaml/tree.h"'
	try rules failed '"store/file.h"'
	try tui failed '"cli/cmd.h"'
	try tui failed '<curses.h>'
	try board failed '"tree.h"'
	try board failed '"format/report.h"'
	try format failed '"tui/glyph.h"'
	try attic failed '"i18n.h"'
	try journey passed '"yaml/tree.h"'
	try board passed '"store/file.h"'
	try format passed '"board/board.h"'
	try cli passed '"tui/app.h"'
	judge "${top_srcdir:-.}/src"
} >"$house/verdicts"

grep -v ' passed$' "$house/verdicts"
awk '
/ passed$/ { passed++ }
/ failed$/ { failed++ }
END {
	printf "%d passed, %d failed\n", passed, failed
	exit failed > 0
}' "$house/verdicts"
