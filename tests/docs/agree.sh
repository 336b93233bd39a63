#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the program says of its commands, options, variables and statuses, what
# the source has, and what the manual tells are the same.

cd "${top_srcdir:-.}" || exit 99
manual=man/senseboard.1
house=$(mktemp -d) || exit 99
trap 'rm -rf "$house"' EXIT

# same WHAT: does $house/one hold what $house/two holds?
same() {
	if [ -s "$house/one" ] && diff "$house/one" "$house/two"; then
		echo "$1 passed"
	else
		echo "$1 failed"
	fi
}

# told SECTION: its lines in the source of the manual.
told() {
	awk -v section=".Sh $1" '
	/^\.Sh / { inside = $0 == section }
	inside' "$manual"
}

commands() {
	"$SENSEBOARD" help | sed -n 's/^  \([a-z]\{1,\}\)  *[A-Z].*\./\1/p'
}

told_commands() {
	told COMMANDS | sed -n 's/^\.It Cm \([a-z]*\).*/\1/p'
}

# options_in_source COMMAND: the rows of its table for getopt_long().
options_in_source() {
	awk '
	/struct option options\[\] = \{/ { inside = 1 }
	/};/ { inside = 0 }
	inside && /\.name = "/ {
		sub(/.*\.name = "/, "")
		sub(/".*/, "")
		print
	}' "src/cli/cmd-$1.c" | sort
}

options_in_help() {
	"$SENSEBOARD" help "$1" | sed -n 's/^  --\([a-z-]*\) .*/\1/p' | sort
}

options_told() {
	told COMMANDS | awk -v name="$1" '
	/^\.It Cm / { inside = $3 == name }
	inside && /^\.It Fl -/ { print substr($3, 2) }' | sort
}

usage() {
	"$SENSEBOARD" help "$1" | head -n 1
}

commands >"$house/one"
told_commands >"$house/two"
{
	same 'the manual and the help have the same commands'

	for command in $(commands); do
		grep -q "^\.Nm .*Cm $command" "$manual" &&
			echo "$command in the synopsis passed" ||
			echo "$command in the synopsis failed"

		"$SENSEBOARD" help "$command" >"$house/one"
		"$SENSEBOARD" "$command" --help >"$house/two"
		same "help $command and $command --help"

		# a command without options is equal in having none
		{ options_in_source "$command"; echo; } >"$house/one"
		{ options_in_help "$command"; echo; } >"$house/two"
		same "options of $command: source and help"
		{ options_told "$command"; echo; } >"$house/two"
		same "options of $command: source and manual"
	done

	"$SENSEBOARD" help >"$house/one"
	"$SENSEBOARD" --help >"$house/two"
	same 'help and --help'

	find src -name '*.c' -exec grep -ho 'getenv("[A-Z_]*")' {} + |
		sed 's/.*"\(.*\)".*/\1/' | sort -u >"$house/one"
	told ENVIRONMENT | sed -n 's/^\.It Ev //p' | sort |
		grep -Fx -f "$house/one" >"$house/two"
	same 'variables: source and manual'

	ls data/templates | sed 's/\.yaml$//' >"$house/one"
	"$SENSEBOARD" help new | sed -n 's/^ *--template NAME *//p' |
		tr -s ', ' '\n' >"$house/two"
	same 'templates: data and help'
	told COMMANDS | grep '^\.Cm ' | tr -s ' ' '\n' |
		grep -Fx -f "$house/one" >"$house/two"
	same 'templates: data and manual'

	ls data/examples data/templates | sed -n 's/\.yaml$//p' | sort \
		>"$house/one"
	sed -n 's/^  \([a-z-]*\)   *[a-z].*/\1/p' README | sort |
		grep -Fx -f "$house/one" >"$house/two"
	same 'examples and templates: data and README'
	sed -n 's/^\.It Pa \([a-z-]*\)$/\1/p' man/senseboard.5 | sort \
		>"$house/two"
	same 'examples and templates: data and manual'

	sed -n 's/^\t\.name = "\(.*\)",/\1/p' src/cli/check-text.c \
		src/format/report-*.c | sort -u >"$house/one"
	told COMMANDS | sed -n 's/^\.It Li //p' | sort >"$house/two"
	same 'formats: source and manual'
	"$SENSEBOARD" check --format none x 2>&1 | sed 's/.*choose: //' |
		tr -s ', ' '\n' | sort >"$house/two"
	same 'formats: source and what there is to choose'

	sed -n 's/^\tSTATUS_[A-Z]* = \([0-9]\).*/\1/p' src/cli/command.h \
		>"$house/one"
	told 'EXIT STATUS' | sed -n 's/^\.It //p' >"$house/two"
	same 'exit statuses: source and manual'
} >"$house/verdicts"

grep -v ' passed$' "$house/verdicts"
awk '
/ passed$/ { passed++ }
/ failed$/ { failed++ }
END {
	printf "%d passed, %d failed\n", passed, failed
	exit failed > 0
}' "$house/verdicts"
