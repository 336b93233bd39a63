#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# senseboard check: lines, last lines, exit statuses; every kind of bad input.

. "${0%/*}/lib.sh"

good good.yaml
sed '/how:/d' good.yaml >warn.yaml
sed '/what:/d' good.yaml >error.yaml
sed 's/^customers:/status: sketch/; /neighbour/d; /what:/d' good.yaml \
	>sketch.yaml
sed 's/neighbour/&\n    need: bread/' good.yaml >hint.yaml

expect 0 check good.yaml <<'END'
good.yaml: 1 of 1 touchpoints: What + Who = How holds; 1 of 5 senses
END
expect 0 check --strict good.yaml <<'END'
good.yaml: 1 of 1 touchpoints: What + Who = How holds; 1 of 5 senses
END
expect 0 check warn.yaml <<'END'
warn.yaml:11:7: warning: “The baker” promises “It opens before you push”, but nothing says how; write as 'how' what the owner does to keep that promise [no-how]
warn.yaml: 0 of 1 touchpoints: What + Who = How holds, 1 warning; 1 of 5 senses
END
expect 1 check warn.yaml --strict <<'END'
warn.yaml:11:7: warning: “The baker” promises “It opens before you push”, but nothing says how; write as 'how' what the owner does to keep that promise [no-how]
warn.yaml: 0 of 1 touchpoints: What + Who = How holds, 1 warning; 1 of 5 senses
END
expect 1 check error.yaml <<'END'
error.yaml:11:7: error: “The door” says how, but promises nothing; write as 'what' one sentence the customer could hold you to [no-what, groundless-how]
error.yaml: 0 of 1 touchpoints: What + Who = How holds, 1 error; 1 of 5 senses
END
expect 0 check --strict hint.yaml <<'END'
hint.yaml:5:5: hint: “need” is no key of this customer; did you mean 'needs'? [unknown-key]
hint.yaml: 1 of 1 touchpoints: What + Who = How holds, 1 hint; 1 of 5 senses
END
expect 0 check sketch.yaml <<'END'
sketch.yaml: 0 of 1 touchpoints: What + Who = How holds, 1 thing to decide; 1 of 5 senses
END

# with several files the highest status; all are looked at
expect 3 check warn.yaml none.yaml good.yaml <<'END'
warn.yaml:11:7: warning: “The baker” promises “It opens before you push”, but nothing says how; write as 'how' what the owner does to keep that promise [no-how]
warn.yaml: 0 of 1 touchpoints: What + Who = How holds, 1 warning; 1 of 5 senses
good.yaml: 1 of 1 touchpoints: What + Who = How holds; 1 of 5 senses
2 storyboards: 1 of 2 touchpoints: What + Who = How holds, 1 warning
! senseboard: cannot read 'none.yaml': No such file or directory
END

# standard input
input=error.yaml
expect 1 check - <<'END'
(stdin):11:7: error: “The door” says how, but promises nothing; write as 'what' one sentence the customer could hold you to [no-what, groundless-how]
(stdin): 0 of 1 touchpoints: What + Who = How holds, 1 error; 1 of 5 senses
END
unset input
expect 3 check - <<'END'
(stdin):1:1: error: not a storyboard: its first line is not 'senseboard: 1' [format]
END

# where nothing but ASCII can be shown
LC_ALL=C
expect 0 check warn.yaml <<'END'
warn.yaml:11:7: warning: "The baker" promises "It opens before you push", but nothing says how; write as 'how' what the owner does to keep that promise [no-how]
warn.yaml: 0 of 1 touchpoints: What + Who = How holds, 1 warning; 1 of 5 senses
END
LC_ALL=C.UTF-8

# what is no storyboard, no YAML, no file
: >empty.yaml
expect 3 check empty.yaml <<'END'
empty.yaml:1:1: error: not a storyboard: its first line is not 'senseboard: 1' [format]
END
echo 'a recipe' >recipe.yaml
expect 3 check recipe.yaml <<'END'
recipe.yaml:1:1: error: not a storyboard: its first line is not 'senseboard: 1' [format]
END
printf 'senseboard: 1\n' >untitled.yaml
expect 3 check untitled.yaml <<'END'
untitled.yaml:1:1: error: this storyboard has no title [format]
END
mkdir folder
expect 3 check folder <<'END'
! senseboard: there is no storyboard in 'folder'
END
mkfifo fifo
expect 3 check fifo <<'END'
! senseboard: cannot read 'fifo': is a FIFO
END
expect 3 check /dev/null <<'END'
! senseboard: cannot read '/dev/null': is a device
END
if [ "$(id -u)" != 0 ]; then
	good locked.yaml
	chmod 0 locked.yaml
	expect 3 check locked.yaml <<'END'
! senseboard: cannot read 'locked.yaml': Permission denied
END
fi

# one line says it, and the place is in it
# one_line STATUS PATTERN FILE
one_line() {
	"$SENSEBOARD" check "$3" >out 2>&1
	hold "check $3: status $1" [ $? = "$1" ]
	hold "check $3: $2" grep -q -e "$2" out
	hold "check $3: one line" [ "$(wc -l <out)" = 1 ]
}
printf 'senseboard: 1\ntitle: T\nstages: [\n  {a: b\n' >syntax.yaml
one_line 3 '^syntax.yaml:[45]:[0-9]*: error: .* \[yaml\]$' syntax.yaml
printf 'senseboard: 1\ntitle: \351t\351\n' >latin1.yaml
one_line 3 '^latin1.yaml:2:[0-9]*: error: .* \[yaml\]$' latin1.yaml
printf '\377\376s\000' >utf16.yaml
one_line 3 'UTF-16' utf16.yaml
printf 'senseboard: 1\ntitle: T\nx: %065d\n' 0 | tr 0 '[' >deep.yaml
one_line 3 "'deep.yaml', line 3, column " deep.yaml
yes '[' | sed 204800q | tr -d '\n' >brackets.yaml
one_line 3 "'brackets.yaml', line 1, column 65" brackets.yaml
{
	printf 'senseboard: 1\ntitle: T\na0: &a0 [x, x, x, x, x, x, x, x]\n'
	for i in $(seq 40); do
		b="*a$((i - 1))"
		echo "a$i: &a$i [$b, $b, $b, $b, $b, $b, $b, $b]"
	done
} >bomb.yaml
one_line 0 '^bomb.yaml: 0 of 0' bomb.yaml

# nobody reads any more: no complaint; nothing can be written: one
printf 'senseboard: 1\ntitle: T\nstages:\n- touchpoints:\n' >long.yaml
yes '  - name: n' | sed 3000q >>long.yaml
{ "$SENSEBOARD" check long.yaml 2>err; echo $? >status; } | sed q >out
hold 'a closed pipe is no failure' [ "$(cat status)" = 1 ]
hold 'a closed pipe is met in silence' [ ! -s err ]
if [ -c /dev/full ]; then
	"$SENSEBOARD" check long.yaml >/dev/full 2>err
	hold 'a full disk is a failure' [ $? = 3 ]
	hold 'a full disk is named' grep -q \
		'^senseboard: cannot write standard output: No space' err
fi

end_of_tests
