#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The user's config.yaml: levels of rules, and what is wrong with it.

. "${0%/*}/lib.sh"

XDG_CONFIG_HOME=$folder/config
export XDG_CONFIG_HOME
mkdir -p config/senseboard
config=config/senseboard/config.yaml
place=$folder/$config

good good.yaml
sed '/how:/d' good.yaml >warn.yaml
last='0 of 1 touchpoints: What + Who = How holds'
senses='; 1 of 5 senses'

echo 'rules: {no-how: error}' >$config
expect 1 check -q warn.yaml <<'END'
warn.yaml:11:7: error: “The baker” promises “It opens before you push”, but nothing says how; write as 'how' what the owner does to keep that promise [no-how]
END
expect 0 check -q --no-config warn.yaml </dev/null

# the storyboard goes before the house
sed '2a\
rules: {no-how: hint}' warn.yaml >own.yaml
expect 0 check -q own.yaml </dev/null

echo 'rules: {no-how: none}' >$config
expect 0 check --strict warn.yaml <<END
warn.yaml: $last$senses
END

# but what is asked for by name is judged all the same
expect 0 check --rule no-how -q warn.yaml </dev/null
expect 1 check --rule no-how -q --strict warn.yaml <<'END'
warn.yaml:11:7: warning: “The baker” promises “It opens before you push”, but nothing says how; write as 'how' what the owner does to keep that promise [no-how]
END

# the screen is judged by it too
"$SENSEBOARD" --dump-screen warn.yaml >out
hold 'the screen says nothing of a rule that is off' [ "$(
	grep -c 'nothing says how' out)" = 0 ]
echo 'name: Kim' >$config
"$SENSEBOARD" --dump-screen warn.yaml >out
hold 'but of one that is on' grep -q '▲' out

# what is wrong is told, and is in nobody's way
cat >$config <<'END'
nmae: Kim
rules:
  no-hwo: none
  no-how: loud
  no-what: [a]
  no-how: error
rules: {no-how: none}
colour: [green]
? [a]
: b
END
expect 1 check -q warn.yaml <<END
warn.yaml:11:7: error: “The baker” promises “It opens before you push”, but nothing says how; write as 'how' what the owner does to keep that promise [no-how]
! senseboard: $place:1:1: there is no setting 'nmae'; did you mean 'name'?
! senseboard: $place:3:3: there is no rule 'no-hwo'; did you mean 'no-who'?
! senseboard: $place:4:11: the level of a rule is none, hint, warning or error
! senseboard: $place:5:12: the level of a rule is none, hint, warning or error
! senseboard: $place:7:1: this setting stands here twice; the first holds
! senseboard: $place:8:1: there is no setting 'colour'
! senseboard: $place:9:1: there is no setting '?'
END
expect 0 check -q --no-config warn.yaml </dev/null
"$SENSEBOARD" --dump-screen good.yaml >out 2>err
hold 'a screen opens all the same' grep -q 'The door' out
hold 'and says what is wrong' grep -q 'config.yaml:1:1' out

# mistakes in what only the screen knows
cat >$config <<'END'
theme: nonesuch
glyphs: [a]
mouse: maybe
lanes: [name, names]
END
"$SENSEBOARD" --dump-screen good.yaml >out 2>err
hold 'a screen opens all the same' grep -q 'The door' out
hold 'and says how much is wrong' grep -q 'one of 4' out
sed "s|^senseboard: $place:||" err | sort >found
cat >expected <<'END'
1:8: there is no theme 'nonesuch'
2:9: 'glyphs' is one word
3:8: 'mouse' is yes or no
4:15: there is no lane 'names'; did you mean 'name'?
END
hold 'each is told with its line' cmp expected found

for text in 'rules: hint' 'name: [a, b]' 'name: {a: b}' 'just words' '- a' \
	'theme: [a]' 'lanes: name' 'lanes: [[a]]' 'keys: vim' \
	'keys: {bindings: x}' 'keys: {bindings: {panes: x}}' \
	'keys: {profil: vim}' 'keys: {bindings: {panes: {x: [a]}}}'; do
	echo "$text" >$config
	"$SENSEBOARD" check good.yaml >out 2>err
	hold "$text: no obstacle" [ $? = 0 ]
	hold "$text: one complaint" [ "$(wc -l <err)" = 1 ]
	hold "$text: the line is named" \
		grep -q "^senseboard: $place:1:[0-9]*: " err
done
for text in '' '# nothing yet' 'name:' 'rules:' 'lanes: []' 'keys:' \
	'theme:' 'keys: {bindings: {panes: }}' '---'; do
	echo "$text" >$config
	expect 0 check -q good.yaml </dev/null
done
printf 'rules: [\n' >$config
"$SENSEBOARD" check good.yaml >out 2>err
hold 'no YAML: no obstacle' [ $? = 0 ]
hold 'no YAML: the line is named' grep -q "^senseboard: $place:2:1: " err
rm $config
mkdir $config
expect 0 check -q good.yaml <<END
! senseboard: cannot read '$place': is a directory
END

end_of_tests
