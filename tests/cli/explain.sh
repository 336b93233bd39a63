#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# senseboard explain and senseboard rules.

. "${0%/*}/lib.sh"

# all there is to say of a rule, as wide as asked for
COLUMNS=60
export COLUMNS
expect 0 explain no-how <<'END'
no-how: warning (error at status ready and live)
  There is a promise and an owner, but no delivery.

Why
  A promise and an owner are an intention. Only when it is
  written how it is kept can it be practised, paid for and
  checked.

What to do
  Write as 'how' what the owner does to keep the promise.

It finds something in this, for example
  owners:
    - id: baker
  stages:
    - name: The shop
      touchpoints:
        - name: The door
          what: It opens before you push
          who: baker

To accept it, with a reason, in a journey, a stage or a
touchpoint
  waive:
    - rule: no-how
      because: ...

To give it another level, in the storyboard or in your
config.yaml
  rules: {no-how: none}

Source: “Service versus experience”
END

# and of what is no rule, but stands in brackets all the same
for trouble in yaml format file; do
	"$SENSEBOARD" explain "$trouble" >out 2>err
	hold "$trouble is explained" [ $? = 0 ]
	hold "$trouble has a remedy" grep -qx 'What to do' out
	hold "$trouble cannot be waived" [ "$(grep -c waive out)" = 0 ]
done

# every rule is listed, explained, and true of its example
COLUMNS=200
"$SENSEBOARD" rules --json >rules.json
hold 'rules --json is an array' [ "$(head -n 1 rules.json)" = '[' ]
"$SENSEBOARD" rules | sed '/^$/d; /^ /d; /^Only with/d; /^.senseboard/d' \
	>rules.txt
hold 'rules and rules --json have the same rules' [ "$(
	awk '{ print $1 }' rules.txt)" = "$(
	sed -n 's/^{"rule": "\([a-z-]*\)".*/\1/p' rules.json)" ]
hold 'there are rules' [ "$(wc -l <rules.txt)" -gt 10 ]
while read -r rule level rest; do
	"$SENSEBOARD" explain "$rule" >out 2>err
	hold "$rule is explained" [ $? = 0 ]
	hold "$rule: its level" grep -q "^$rule: $level" out
	hold "$rule: what it finds" grep -qxF "  $rest" out
done <rules.txt

# one that has to be asked for
"$SENSEBOARD" explain no-peak >out
hold 'pedantic: said so' grep -q 'Judged only with --pedantic' out
hold 'pedantic: how to ask' grep -qx '  rules: {no-peak: hint}' out
hold 'pedantic: apart in the list' [ "$(
	"$SENSEBOARD" rules | sed -n '/^Only with --pedantic/,/^no-peak/p' |
		grep -c '^[a-z-]*  *[a-z]')" -gt 5 ]

# narrow, wide, several, none
COLUMNS=24
"$SENSEBOARD" rules >out
hold 'rules: narrow' [ "$(awk 'length > 24' out | grep -c ' ')" = 0 ]
COLUMNS=80
"$SENSEBOARD" explain no-what no-who >out
hold 'explain: two rules' [ "$(grep -c '^Why$' out)" = 2 ]
"$SENSEBOARD" explain >out
hold 'explain: where to begin' [ $? = 0 ]
for word in 'What + Who = How' 'senseboard check' 'senseboard explain no-what' \
	'senseboard rules' 'senseboard-rules'; do
	hold "explain: leads to $word" grep -qF "$word" out
done

# what there is not; the others are explained all the same
expect 2 explain no-hwo <<'END'
! senseboard: there is no rule 'no-hwo'; did you mean 'no-who'?
END
expect 2 explain "$(printf '\033[2J')" <<'END'
! senseboard: there is no rule '␛[2J'; see 'senseboard rules'
END
"$SENSEBOARD" explain yaml no-hwo format >out 2>err
hold 'explain: one of three' [ $? = 2 ]
hold 'explain: the other two' [ "$(grep -c '^Why$' out)" = 2 ]
expect 2 rules x.yaml <<'END'
! senseboard: rules takes no file; try: senseboard explain x.yaml
END

end_of_tests
