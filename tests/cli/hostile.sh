#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# No byte of a file, of its name, or of an argument reaches the terminal raw,
# in any command, in a pipe as on a terminal.

. "${0%/*}/lib.sh"

# Payloads: the window's title, the clipboard, a colour, a device string, C1
# by itself, bell, backspaces, carriage return, right-to-left, isolates,
# tags, a zero-width joiner, and a line end that makes a second line.
payloads='\e]0;pwned\a \e]52;c;cHduZWQ=\a \e[31mred \ePq\e\\ \x9b31m \u009d0;x
	\a \b\b\b \r \u202e \u2066x\u2069 \U000E0041 \u200d \x7f a\nb \0x \t'

# clean FILE: nothing but text and line ends.
clean() {
	[ "$(LC_ALL=C tr -d '\n -~\200-\377' <"$1" | wc -c)" = 0 ] || return
	iconv -f UTF-8 -t UTF-8 "$1" >converted 2>&1 || return
	for bytes in '\302[\200-\237]' '\342\200[\213-\217\250-\256]' \
		'\342\201[\240-\257]' '\330\234' '\363\240' '\357\273\277'; do
		! LC_ALL=C grep -q -a -e "$(printf "$bytes")" "$1" || return
	done
}

# try WHAT ARGUMENT...: whatever is said of it is clean, and something is.
try() {
	what=$1
	shift
	"$SENSEBOARD" "$@" </dev/null >out 2>&1
	hold "$what is clean" clean out
	hold "$what says something" [ -s out ]
}

printf 'a\033[31m\n' >dirty
hold 'what is not clean is seen' eval '! clean dirty'
printf 'a\302\233\n' >dirty
hold 'C1 is seen' eval '! clean dirty'
printf 'a\342\200\256\n' >dirty
hold 'right-to-left is seen' eval '! clean dirty'

set -f
for p in $payloads; do
	cat >a.yaml <<END
senseboard: 1
title: "t$p"
promise: "$p"
status: "$p"
sponsor: "$p"
"x$p": "$p"
"titl$p": y
customers:
  - {id: "$p", name: "c$p", needs: ["$p"], owner: "$p"}
owners:
  - {id: "o$p", name: "n$p", kind: "$p"}
stages:
  - name: "s$p"
    when: "$p"
    touchpoints:
      - {name: "n$p", what: "w$p", who: "o$p"}
      - {name: "n$p", who: ["a$p", "b$p"], with: ["$p"], how: "$p"}
      - {name: "n$p", what: "$p", who: "z$p", impression: "$p",
         answers: "$p", serves: "$p", within: "$p", measures: [{"$p": "$p"}]}
      - {name: "n$p", what: "$p", who: "o$p", "$p": "$p", "$p": "$p"}
  - name: "$p"
END
	try "check with $p" check a.yaml
	hold "a storyboard with $p" grep -q 'How holds' out
	try "show with $p" show a.yaml
	try "the screen with $p" --dump-screen --size 120x40 a.yaml
done

# raw in the file, its name, and arguments
esc=$(printf '\033]0;pwned\007\302\233\342\200\256\b')
printf 'senseboard: 1\ntitle: %s\n' "$esc" >raw.yaml
try 'a raw file' check raw.yaml
printf 'senseboard: 1\n%s: x\ntitle: [\n' "$esc" >raw.yaml
try 'a raw key' check raw.yaml
printf '%s' "$esc" >raw.yaml
try 'a raw text' show raw.yaml
good "a$esc.yaml"
try 'a raw name' check "a$esc.yaml"
try 'a raw name of nothing' check "none$esc.yaml"
try 'a raw name of nothing to show' show "none$esc.yaml"
try 'a raw name to make' new "new$esc.yaml"
try 'a raw name that is there' new "new$esc.yaml"
try 'a raw title' new --title "t$esc" title.yaml
try 'what became of it' show title.yaml
try 'a raw template' new --template "$esc" x.yaml
try 'a raw option' "--$esc"
try 'a raw command' help "$esc"
try 'a raw width' show --width "$esc" a.yaml
try 'a raw size' --size "$esc" a.yaml
try 'raw keys' --keys "none$esc" a.yaml
printf '%s\n' "$esc" >keys
try 'raw keys in a file' --keys keys --dump-screen a.yaml
bad=$(printf 'bad\377\376')
try 'a name that is no UTF-8' check "$bad"

end_of_tests
