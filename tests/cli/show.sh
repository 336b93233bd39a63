#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# senseboard show: a journey as text.

. "${0%/*}/lib.sh"

cat >a.yaml <<'END'
senseboard: 1
title: I buy a loaf of bread
promise: I smell it before I see it
customers:
  - id: anna
    name: Anna
    needs: [bread, a kind word]
owners:
  - {id: baker, name: The baker}
stages:
  - name: The shop
    when: during
    touchpoints:
      - id: door
        name: The door
        who: baker
        with: [anna, somebody]
        says: |
          Good morning!

          What may it be?
        measures: [{metric: crumbs, unit: g, better: lower, target: 5}]
        shelf: 3
      - id: counter
        answers: door
        measures: [crumbs]
        list: [a, b]
  -
END

expect 0 show a.yaml <<'END'
I buy a loaf of bread
  promise: I smell it before I see it

Customers
  Anna
    needs: bread, a kind word

Owners
  The baker

1 The shop
  when: during

  1.1 The door
    owner: The baker
    says: Good morning!

      What may it be?
    with: Anna, somebody
    measure: crumbs: target 5 g
    shelf: 3

  1.2 counter
    answers: The door
    measures: crumbs
    list: a, b

2 stage 2
END

input=a.yaml
"$SENSEBOARD" show a.yaml >of-file
"$SENSEBOARD" show - <a.yaml >of-input
hold 'standard input is a file like others' cmp -s of-file of-input
unset input

cat >b.yaml <<'END'
senseboard: 1
title: A title that is far too long for so few columns
notes: 日本語の文章は空白なしでも折り返される
END
expect 0 show --width 24 b.yaml <<'END'
A title that is far
  too long for so few
  columns
  notes: 日本語の文章
    は空白なしでも折り返
    される
END
hold 'COLUMNS is the width' \
	[ "$(COLUMNS=24 "$SENSEBOARD" show b.yaml | wc -l)" = 6 ]
hold 'else 80 columns are' [ "$("$SENSEBOARD" show b.yaml | wc -l)" = 2 ]

expect 3 show none.yaml <<'END'
! senseboard: cannot read 'none.yaml': No such file or directory
END
echo '- a' >list.yaml
expect 3 show list.yaml <<'END'
! senseboard: cannot read 'list.yaml', line 1, column 1: not a storyboard: its first line is not 'senseboard: 1'
END

end_of_tests
