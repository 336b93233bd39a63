#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What is asked for in a wrong way, and how help is given.

. "${0%/*}/lib.sh"

version=$("$SENSEBOARD" --version)
hold '--version' [ "${version% *}" = senseboard ]
hold 'check --version' [ "$("$SENSEBOARD" check --version)" = "$version" ]

expect 2 --no-such <<'END'
! senseboard: cannot use option '--no-such'; see 'senseboard help edit'
END
expect 2 -x <<'END'
! senseboard: cannot use option '-x'; see 'senseboard help edit'
END
expect 2 check --no-such x <<'END'
! senseboard: cannot use option '--no-such'; see 'senseboard help check'
END
expect 2 check --strict=very x <<'END'
! senseboard: cannot use option '--strict=very'; see 'senseboard help check'
END
expect 2 show --width <<'END'
! senseboard: option '--width' needs a value; see 'senseboard help show'
END
expect 2 show --width 0 x <<'END'
! senseboard: cannot use width '0'; it is a number from 20 on
END
expect 2 check <<'END'
! senseboard: check which file? see 'senseboard help check'
END
expect 2 show <<'END'
! senseboard: show needs one file; see 'senseboard help show'
END
expect 2 show a b <<'END'
! senseboard: show needs one file; see 'senseboard help show'
END
expect 2 new <<'END'
! senseboard: new needs one file name; see 'senseboard help new'
END
expect 2 '' <<'END'
! senseboard: a file needs a name; see 'senseboard help edit'
END
expect 2 a.yaml '' <<'END'
! senseboard: a file needs a name; see 'senseboard help edit'
END
expect 2 --size 80 --dump-screen <<'END'
! senseboard: cannot use the value '80'; see 'senseboard help edit'
END
expect 2 --glyphs runes --dump-screen <<'END'
! senseboard: cannot use the value 'runes'; see 'senseboard help edit'
END
expect 2 help chekc <<'END'
! senseboard: there is no command 'chekc'; see 'senseboard help'
END
expect 2 help check show <<'END'
! senseboard: there is no command 'show'; see 'senseboard help'
END

"$SENSEBOARD" help >help
hold 'help is given' [ $? = 0 ]
hold '--help is help' [ "$("$SENSEBOARD" --help)" = "$(cat help)" ]
for command in edit check explain rules show new help; do
	hold "help names $command" grep -q "^  $command  *[A-Z].*\.$" help
	"$SENSEBOARD" help "$command" >one
	hold "help $command" grep -q "^usage: senseboard $command " one
	hold "$command --help" \
		[ "$("$SENSEBOARD" "$command" --help)" = "$(cat one)" ]
done

# without a terminal
expect 3 none/of/these.yaml <<'END'
! senseboard: standard input is no terminal; try: senseboard show FILE
END

end_of_tests
