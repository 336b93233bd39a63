#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# senseboard doctor, in a pipe: what is well, and what is not.

. "${0%/*}/lib.sh"

XDG_CONFIG_HOME=$folder/config
XDG_STATE_HOME=$folder/state
HOME=$folder
EDITOR='sh -c :'
export XDG_CONFIG_HOME XDG_STATE_HOME HOME EDITOR
unset TMUX STY SSH_CONNECTION NO_COLOR COLORTERM VISUAL
TERM=xterm-256color
COLUMNS=400
export TERM COLUMNS

# found NAME: what doctor says of it, and whether it is well.
found() {
	"$SENSEBOARD" doctor >out 2>err
	sed -n "s/^\([ !] $1\)  */\1 /p" out
}

says() {
	what=$(found "$1")
	hold "$1: $what; should be: $2" [ "$what" = "$2" ]
}

"$SENSEBOARD" doctor >out 2>err
hold 'all is well' [ $? = 0 ]
hold 'and that is said' [ "$(tail -n 1 out)" = 'all is well' ]
hold 'nothing is complained of' [ ! -s err ]

says terminal '  terminal xterm-256color; not asked, because input or output is none'
says inside '  inside neither tmux nor screen'
says colours '  colours 256: terminfo says so'
says glyphs '  glyphs emoji: the locale is UTF-8'
says theme '  theme default'
says state "  state $folder/state/senseboard/journal"
says data "  data $SENSEBOARD_DATA"
hold 'a folder for side files was made' [ -d state/senseboard/journal ]

TMUX=x says inside '  inside tmux'
STY=x SSH_CONNECTION=x says inside '  inside GNU screen, over ssh'
NO_COLOR=1 says colours '  colours none: NO_COLOR is set'
COLORTERM=truecolor says colours '  colours any: COLORTERM says so'
LC_ALL=C says glyphs '  glyphs ascii: the locale is not UTF-8'
TERM=linux says clipboard '  clipboard a terminal of this kind has none'
TERM=nonesuch says terminal '  terminal nonesuch; not asked, because input or output is none; it is unknown, or cannot move its cursor'

# what is not well
EDITOR=/no/such/editor says editor "! editor '/no/such/editor' is not found"
SENSEBOARD_DATA=$folder says data "! data $folder: no examples are there"
XDG_STATE_HOME=/dev/null/no "$SENSEBOARD" doctor >out 2>err
hold 'no folder for side files: a failure' [ $? = 1 ]
hold 'no folder for side files: said' grep -q '^! state ' out

mkdir -p config/senseboard/themes
cat >config/senseboard/config.yaml <<'END'
theme: mine
glyphs: all
keys: {profile: vim, bindings: {panes: {F12: fly, C-g: undo}}}
lanes: [smel]
END
echo 'title nothing' >config/senseboard/themes/mine
"$SENSEBOARD" doctor >out 2>err
hold 'mistakes: a failure' [ $? = 1 ]
hold 'mistakes: one thing' [ "$(tail -n 1 out)" = \
	'1 thing is not as it should be' ]
says keys '  keys vim, and 2 of your own'
says theme '  theme mine'
for mistake in 'config.yaml:2:9: ' "config.yaml:3:46: there is no command 'fly'" \
	"config.yaml:4:9: there is no lane 'smel'; did you mean 'smell'?" \
	"themes/mine:1:7: 'nothing' is no look"; do
	hold "told: $mistake" grep -q "^ .*$mistake" out
done

"$SENSEBOARD" doctor --json >out
hold 'JSON: a failure all the same' [ $? = 1 ]
hold 'JSON: what is well' grep -q '{"name": "diff", "well": true, ' out
hold 'JSON: what is not' grep -q '{"name": "configuration", "well": false, ' out

expect 2 doctor x <<'END'
! senseboard: doctor takes no file; see 'senseboard help doctor'
END

end_of_tests
