#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# senseboard recover: lists what crashes have left, prints it to the byte, and
# discards it.

. "${0%/*}/lib.sh"

XDG_STATE_HOME=$folder/state
export XDG_STATE_HOME
unset XDG_RUNTIME_DIR
journals=$XDG_STATE_HOME/senseboard/journal

# crash FILE TITLE
crash() {
	("$top_builddir/tests/cli/crash" "$@"; exit $?) 2>/dev/null
	hold "crash $1" [ $? -gt 128 ]
}

# told ARGUMENT...: what it prints, without times and the names of journals
told() {
	"$SENSEBOARD" recover "$@" | sed "s,$folder/,,g
		s/until .*/until then/
		s/\"until\": \"[^\"]*\"/\"until\": \"then\"/
		s/-[0-9a-f]\{16\}/-HASH/"
}

# tells ARGUMENT...: that is standard input
tells() {
	cat >expected
	told "$@" >found
	hold "recover $* tells it" diff expected found
}

expect 0 recover <<'END'
there is nothing to recover
END
expect 0 recover --list --json <<'END'
[]
END

good a.yaml
sed 's/^title: .*/title: "A loaf: of bread"/' a.yaml >wanted.yaml
crash a.yaml 'A loaf: of bread'
tells --list <<'END'
a.yaml
  1 change, until then
  the last: set title of the journey
  being typed: Promise of The door
  state/senseboard/journal/a.yaml-HASH.journal
END
tells --json <<'END'
[{"file": "a.yaml", "journal": "state/senseboard/journal/a.yaml-HASH.journal", "changes": 1, "last_change": "set title of the journey", "until": "then", "typing_in": "Promise of The door", "typed": "It op"}]
END

"$SENSEBOARD" recover --print a.yaml >found
hold 'what is printed is the text, to the byte' cmp -s wanted.yaml found
"$SENSEBOARD" recover --print "$journals"/a.yaml-*.journal >found
hold 'a journal is named by itself' cmp -s wanted.yaml found
hold 'the storyboard is as it was' grep -q '^title: I buy' a.yaml

crash - 'Without a name'
hold 'an untitled one is listed' sh -c \
	"'$SENSEBOARD' recover | grep -qx '(untitled)'"

expect 0 recover --discard a.yaml <<END
discarded what was left of '$folder/a.yaml', to be kept 30 days
END
expect 3 recover --print a.yaml <<'END'
! senseboard: there is nothing to recover of 'a.yaml'
END
expect 3 recover --discard a.yaml <<'END'
! senseboard: there is nothing to recover of 'a.yaml'
END
"$SENSEBOARD" recover --print "$journals"/a.yaml-*.discarded >found
hold 'what was discarded can still be printed' cmp -s wanted.yaml found

# what the file has is nothing to recover
good b.yaml
crash b.yaml 'Bread'
"$SENSEBOARD" recover --print b.yaml >found
hold 'there is something' [ -s found ]
printf 'rubbish' >>"$(echo "$journals"/b.yaml-*.journal)"
"$SENSEBOARD" recover --print b.yaml >again
hold 'rubbish at its end spoils nothing' cmp -s found again

# names are as hostile as texts
good "$(printf 'x\033]0;y\a.yaml')"
crash "$(printf 'x\033]0;y\a.yaml')" 'Bread'
hold 'no escape sequence gets out' sh -c \
	"! '$SENSEBOARD' recover | grep -q '$(printf '\033')'"

expect 2 recover --print a --discard b <<'END'
! senseboard: recover lists, prints or discards; see 'senseboard help recover'
END
expect 2 recover a.yaml <<'END'
! senseboard: recover lists, prints or discards; see 'senseboard help recover'
END
hold 'side files are private' [ -z "$(find "$XDG_STATE_HOME" -perm /077)" ]
end_of_tests
