#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What README and the manual show is true.
#
# An indented line that begins with "$ " is a command.  It is run, after those
# before it and in the same folder; the lines below it, down to an empty one,
# are its output, of which a last line "..." leaves out the rest.  Each YAML
# text that begins with "senseboard: 1" is a storyboard without an error.

cd "${top_srcdir:-.}" || exit 99
top=$PWD
house=$(mktemp -d) || exit 99
trap 'rm -rf "$house"' EXIT
unset COLUMNS
SENSEBOARD_DATA=$top/data
QUIT=$house/quit
export SENSEBOARD SENSEBOARD_DATA QUIT top

# What would need a terminal is opened and quit at once; of bootstrap.sh it is
# only asked whether it knows the word.
mkdir "$house/bin" || exit 99
echo q >"$QUIT"
cat >"$house/bin/senseboard" <<'END'
#!/bin/sh
case $1 in
check | explain | rules | show | new | help | --help | --version)
	exec "$SENSEBOARD" "$@" ;;
*)
	exec "$SENSEBOARD" --keys "$QUIT" "$@" ;;
esac
END
cat >"$house/bin/man" <<'END'
#!/bin/sh
exec mandoc -T lint -W error "$@"
END
cat >"$house/bin/bootstrap.sh" <<'END'
#!/bin/sh
"$top/bootstrap.sh" | grep -q "bootstrap.sh $1"
END
chmod +x "$house/bin"/*
PATH=$house/bin:$PATH

# text FILE: as people read it.
text() {
	case $1 in
	*.[1-9]) mandoc -T utf8 "$1" | sed 's/.'"$(printf '\b')"'//g' ;;
	*) cat "$1" ;;
	esac
}

# scratch NAME: an empty folder but for what a fresh checkout has, too.
scratch() {
	mkdir -p "$house/$1/files" && cd "$house/$1/files" || exit 99
	ln -s "$top/data" "$top/man" "$house/bin/bootstrap.sh" .
}

# commands: from standard input into N.command and N.output, beside files/.
commands() {
	awk '
	function indent(line) {
		match(line, /^[ \t]*/)
		return RLENGTH
	}
	/^[ \t]+\$ / {
		depth = indent($0)
		file = sprintf("../%03d.", ++n)
		print substr($0, depth + 3) >(file "command")
		printf "" >(file "output")
		next
	}
	depth && (/^[ \t]*$/ || indent($0) < depth) { depth = 0 }
	depth { print substr($0, depth + 1) >(file "output") }'
}

# expect FILE: is standard input that, down to its "..."?
expect() {
	lines=$(($(wc -l <"$1")))
	[ "$lines" = 0 ] && return
	if [ "$(tail -n 1 "$1")" = ... ]; then
		lines=$((lines - 1))
		head -n "$lines" >../got
	else
		cat >../got
	fi
	head -n "$lines" "$1" | diff - ../got
}

# try PAGE: every command in it.
try() {
	scratch "$(basename "$1")"
	text "$top/$1" | commands
	for command in ../*.command; do
		sh "$command" >../all 2>&1
		status=$?
		if [ "$status" -lt 2 ] && expect "${command%command}output" \
			<../all; then
			echo "$1 passed"
		else
			echo "$1: status $status: $(cat "$command")"
			cat ../all
			echo "$1 failed"
		fi
	done
}

# storyboards PAGE: every whole one in it, into N.yaml.
storyboards() {
	scratch "$(basename "$1").yaml"
	text "$top/$1" | awk '
	/^ +senseboard: 1$/ {
		match($0, /^ */)
		depth = RLENGTH
		file = sprintf("%03d.yaml", ++n)
	}
	depth && /[^ ]/ && substr($0, 1, depth) ~ /[^ ]/ { depth = 0 }
	depth { print substr($0, depth + 1) >file }'
	for file in *.yaml; do
		if senseboard check "$file"; then
			echo "$1 passed"
		else
			echo "$1 failed"
		fi
	done
}

{
	(try README)
	(try man/senseboard.1)
	(storyboards man/senseboard.5)
} >"$house/verdicts" 2>&1

grep -v ' passed$' "$house/verdicts"
awk '
/ passed$/ { passed++ }
/ failed$/ { failed++ }
END {
	printf "%d passed, %d failed\n", passed, failed
	exit failed > 0 || !passed
}' "$house/verdicts"
