#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# senseboard check --format, and which findings are told: --strict, --quiet,
# --rule.

. "${0%/*}/lib.sh"

good good.yaml
sed '/how:/d' good.yaml >warn.yaml
sed '/what:/d' good.yaml >error.yaml
sed 's/neighbour/&\n    need: bread/' good.yaml >hint.yaml
cat >hostile.yaml <<'END'
senseboard: 1
title: "]]></testsuites> \" ' & \e]0;x\a \u009b31m \u202e \uffff"
stages: [{name: "<\e[2J>"}, touchpoints: [{what: "\x7f\x01"}]]
END
printf 'a: [\n' >broken.yaml

# quietly: what fails, and nothing else
expect 1 check --quiet good.yaml warn.yaml error.yaml hint.yaml <<'END'
error.yaml:11:7: error: “The door” says how, but promises nothing; write as 'what' one sentence the customer could hold you to [no-what, groundless-how]
END
expect 1 check -q --strict good.yaml warn.yaml <<'END'
warn.yaml:11:7: warning: “The baker” promises “It opens before you push”, but nothing says how; write as 'how' what the owner does to keep that promise [no-how]
END
expect 0 check -q good.yaml hint.yaml </dev/null

# only these rules
expect 0 check --rule no-who error.yaml <<'END'
error.yaml: 0 of 1 touchpoints: What + Who = How holds; 1 of 5 senses
END
expect 0 check --rule no-who --rule unknown-key hint.yaml <<'END'
hint.yaml:5:5: hint: “need” is no key of this customer; did you mean 'needs'? [unknown-key]
hint.yaml: 1 of 1 touchpoints: What + Who = How holds, 1 hint; 1 of 5 senses
END
expect 2 check --rule no-whu good.yaml <<'END'
! senseboard: there is no rule 'no-whu'; did you mean 'no-who'?
END
expect 2 check --rule '' good.yaml <<'END'
! senseboard: there is no rule ''; see 'senseboard rules'
END
expect 2 check --format html good.yaml <<'END'
! senseboard: there is no format 'html'; choose: text, json, sarif, junit
END
for jobs in 0 -1 many 1x ''; do
	"$SENSEBOARD" check --jobs "$jobs" good.yaml >out 2>&1
	hold "--jobs '$jobs' is refused" [ $? = 2 ]
done

# one line a file
"$SENSEBOARD" check --format json good.yaml error.yaml >out
hold 'json: status' [ $? = 1 ]
hold 'json: begins' grep -q '^{"senseboard": "[0-9.]*", "files": \[$' out
hold 'json: a line a file' [ "$(grep -c '^{"file": ' out)" = 2 ]
hold 'json: ends' grep -q '^\], "sum": {"files": 2, ' out

# statuses and complaints are those of text; the output is whole all the same
for format in json sarif junit; do
	"$SENSEBOARD" check --format "$format" good.yaml >out 2>err
	hold "$format: good" [ $? = 0 ]
	"$SENSEBOARD" check --format "$format" warn.yaml >out 2>err
	hold "$format: a warning" [ $? = 0 ]
	"$SENSEBOARD" check --strict --format "$format" warn.yaml >out 2>err
	hold "$format: a warning, strictly" [ $? = 1 ]
	"$SENSEBOARD" check --format "$format" none.yaml broken.yaml - \
		</dev/null >out 2>err
	hold "$format: none of them a storyboard" [ $? = 3 ]
	hold "$format: the one that is not there is complained of" \
		[ "$(cat err)" = "senseboard: cannot read 'none.yaml': No such file or directory" ]
	hold "$format: it is in the output too" grep -q 'none\.yaml' out
done

# where it ran is where paths begin
mkdir -p here/sub
sed '/what:/d' good.yaml >here/sub/a.yaml
cd here || exit 99
for path in sub/a.yaml ./sub/../sub/a.yaml "$folder/here/sub/a.yaml" .; do
	"$SENSEBOARD" check --format sarif "$path" >out
	hold "sarif: $path is relative" grep -q '{"uri": "sub/a.yaml"}' out
done
"$SENSEBOARD" check --format sarif ../error.yaml >out
hold 'sarif: what is elsewhere is absolute' \
	grep -q '{"uri": "file:///.*/error.yaml"}' out
cd ..

# XML of the shape that CI servers read
if command -v xmllint >/dev/null; then
	for option in --strict --quiet --pedantic; do
		"$SENSEBOARD" check "$option" --format junit good.yaml \
			warn.yaml error.yaml hint.yaml hostile.yaml \
			broken.yaml none.yaml >out 2>err
		hold "junit $option: as in junit.rng" xmllint --noout \
			--relaxng "$top_srcdir/tests/format/junit.rng" out \
			2>err
		hold "junit $option: a suite a file" \
			[ "$(grep -c '^<testsuite ' out)" = 7 ]
	done
else
	echo 'xmllint is missing: JUnit has not been validated'
fi

end_of_tests
