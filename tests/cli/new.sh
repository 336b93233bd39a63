#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# senseboard new: makes a file, and never another one's.

. "${0%/*}/lib.sh"

expect 0 new my-first_trip.yaml <<'END'
made 'my-first_trip.yaml', a sketch; next: senseboard my-first_trip.yaml
END
cat >expected.yaml <<'END'
senseboard: 1
title: My first trip
status: sketch
END
hold 'the title is made from the name' cmp -s expected.yaml my-first_trip.yaml

expect 3 new my-first_trip.yaml <<'END'
! senseboard: 'my-first_trip.yaml' already exists
END
hold 'nothing is written over' cmp -s expected.yaml my-first_trip.yaml
ln -s nowhere.yaml link.yaml
expect 0 new link.yaml <<'END'
made 'link.yaml', a sketch; next: senseboard link.yaml
END
hold 'a link that leads nowhere is followed' [ -f nowhere.yaml ]

expect 0 new --template visit --title 'Tea: at "5" # o’clock' tea.yaml <<'END'
made 'tea.yaml', a sketch; next: senseboard tea.yaml
END
diff "$SENSEBOARD_DATA/templates/visit.yaml" tea.yaml >changed
hold 'one line of the template changes' [ "$(grep -c '^[<>]' changed)" = 2 ]
hold 'the title is as given' \
	[ "$("$SENSEBOARD" show tea.yaml | sed q)" = 'Tea: at "5" # o’clock' ]

for name in blank onboarding service-recovery visit web-contact; do
	"$SENSEBOARD" new --template $name "$name.yaml" >out
	hold "template $name" [ $? = 0 ]
	"$SENSEBOARD" check --strict "$name.yaml" >out
	hold "template $name has nothing to complain about" [ $? = 0 ]
	hold "template $name is a sketch" grep -q '^status: sketch' \
		"$name.yaml"
done

# no template, and none that is not in its folder
for name in none ../templates/visit /etc/passwd visit.yaml '' .; do
	expect 2 new --template "$name" x.yaml <<END
! senseboard: there is no template '$name'; there are: blank, onboarding, service-recovery, visit, web-contact
END
done
hold 'no template, no file' [ ! -e x.yaml ]

expect 3 new none/x.yaml <<'END'
! senseboard: cannot create 'none/x.yaml': No such file or directory
END
mkdir folder
expect 3 new folder <<'END'
! senseboard: cannot create 'folder': is a directory
END

end_of_tests
