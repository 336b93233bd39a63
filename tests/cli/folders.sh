#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# senseboard check FOLDER: which files are found, in which order, and what is
# said of the rest.

. "${0%/*}/lib.sh"

holds='1 of 1 touchpoints: What + Who = How holds; 1 of 5 senses'
two='2 storyboards: 2 of 2 touchpoints: What + Who = How holds'

mkdir -p house/b house/a.d house/.git
good house/b/z.yaml
good house/B.yaml
good house/a.d/x.yaml
good house/a.yaml
good house/.git/hidden.yaml
good house/.hidden.yaml
good house/other.yml
good house/notes.txt
echo 'kind: Deployment' >house/deploy.yaml
printf '{{ template }}: [\n' >house/b/helm.yaml
: >house/empty.yaml

# the order of the bytes, whatever the locale; depth first
expect 0 check house <<END
house/B.yaml: $holds
house/a.d/x.yaml: $holds
house/a.yaml: $holds
house/b/z.yaml: $holds
4 storyboards: 4 of 4 touchpoints: What + Who = How holds
3 other YAML files skipped
END

# as short as can be
cd house || exit 99
expect 0 check . <<END
B.yaml: $holds
a.d/x.yaml: $holds
a.yaml: $holds
b/z.yaml: $holds
4 storyboards: 4 of 4 touchpoints: What + Who = How holds
3 other YAML files skipped
END
cd ..
expect 0 check house/b/ <<END
house/b/z.yaml: $holds
1 other YAML file skipped
END

# files and folders in the order in which they are given, each once
expect 0 check house/b house/a.yaml house/b/z.yaml house/b ./house/a.yaml <<END
house/b/z.yaml: $holds
house/a.yaml: $holds
$two
1 other YAML file skipped
END
expect 0 check house/b/z.yaml house/b <<END
house/b/z.yaml: $holds
1 other YAML file skipped
END

# a file that is named is a storyboard, or else that is wrong
expect 3 check house/deploy.yaml <<'END'
house/deploy.yaml:1:1: error: not a storyboard: its first line is not 'senseboard: 1' [format]
END

# what begins as a storyboard is one, whatever comes before or after
mkdir begin
{
	printf '\357\273\277# a comment\n\n%%YAML 1.1\n--- # here\n'
	cat house/a.yaml
} >begin/long.yaml
printf '{"senseboard": 1, "title": "T"}\n' >begin/json.yaml
printf 'senseboard: 1\ntitle: [\n' >begin/broken.yaml
printf 'senseboard: 2\ntitle: T\n' >begin/next.yaml
printf 'senseboards: 1\ntitle: T\n' >begin/other.yaml
"$SENSEBOARD" check begin >out
hold 'a broken storyboard is a failure' [ $? = 3 ]
hold 'a broken storyboard is told' grep -q \
	'^begin/broken.yaml:[0-9]*:[0-9]*: error: .* \[yaml\]$' out
hold 'one of another version is told' grep -q \
	'^begin/next.yaml:1:1: error: .* \[format\]$' out
hold 'a mark, comments and directives come before' \
	grep -qx "begin/long.yaml: $holds" out
hold 'JSON is YAML' grep -q '^begin/json.yaml: 0 of 0' out
hold 'a name is a whole word' grep -qx '1 other YAML file skipped' out

# nothing there
mkdir -p nothing/here
expect 3 check nothing <<'END'
! senseboard: there is no storyboard in 'nothing'
END
echo a: b >nothing/here/x.yaml
expect 3 check nothing house/b <<END
house/b/z.yaml: $holds
2 other YAML files skipped
! senseboard: there is no storyboard in 'nothing'
END

# links: followed, and never round in circles
mkdir links
good links/a.yaml
ln -s . links/here
ln -s ../house/b links/away
ln -s a.yaml links/same.yaml
expect 0 check links <<END
links/a.yaml: $holds
links/away/z.yaml: $holds
$two
1 other YAML file skipped
! senseboard: 'links/here' leads back to a folder it is in
END
rm links/away
ln -s self links/self
ln -s nowhere links/dangling.yaml
expect 3 check links <<END
links/a.yaml: $holds
! senseboard: 'links/here' leads back to a folder it is in
! senseboard: cannot read 'links/dangling.yaml': No such file or directory
! senseboard: cannot read 'links/self': Too many levels of symbolic links
END

# one bad among good ones; what is no file is left alone
mkdir mixed
good mixed/a.yaml
good mixed/c.yaml
sed '/what:/d' mixed/a.yaml >mixed/b.yaml
mkfifo mixed/fifo.yaml
mkdir mixed/folder.yaml
expect 1 check mixed <<END
mixed/a.yaml: $holds
mixed/b.yaml:11:7: error: “The door” says how, but promises nothing; write as 'what' one sentence the customer could hold you to [no-what, groundless-how]
mixed/b.yaml: 0 of 1 touchpoints: What + Who = How holds, 1 error; 1 of 5 senses
mixed/c.yaml: $holds
3 storyboards: 2 of 3 touchpoints: What + Who = How holds, 1 error
END

# names that nobody should have given
name=$(printf 'x\n\033]0;y\a "\047<&')
mkdir "$name"
good "$name/$name.yaml"
sed '/what:/d' "$name/$name.yaml" >"$name/$(printf '\377').yaml"
for format in text json sarif junit; do
	"$SENSEBOARD" check --format "$format" "$name" >out 2>&1
	hold "$format: hostile names are checked" [ $? = 1 ]
	hold "$format: hostile names steer nothing" \
		[ "$(tr -d '\012\040-\176\200-\377' <out | wc -c)" = 0 ]
done

# what may not be read, which stops nobody
if [ "$(id -u)" != 0 ]; then
	mkdir -p shut/closed shut/open
	good shut/open/a.yaml
	good shut/locked.yaml
	chmod 0 shut/closed shut/locked.yaml
	expect 3 check shut <<END
shut/open/a.yaml: $holds
! senseboard: cannot read 'shut/closed': Permission denied
! senseboard: cannot read 'shut/locked.yaml': Permission denied
END
	chmod 700 shut/closed
fi

# many at a time say the same as one after the other
mkdir many
i=0
while [ "$i" -lt 250 ]; do
	d=many/$((i % 7))
	mkdir -p "$d"
	cp mixed/a.yaml "$d/$i-a.yaml"
	cp mixed/b.yaml "$d/$i-b.yaml"
	cp begin/broken.yaml "$d/$i-c.yaml"
	cp house/deploy.yaml "$d/$i-d.yaml"
	i=$((i + 1))
done
"$SENSEBOARD" check -j 1 many none.yaml >one 2>one-err
hold '1,000 files: status' [ $? = 3 ]
hold '1,000 files: all are looked at' grep -qx \
	'500 storyboards: 250 of 500 touchpoints: What + Who = How holds, 250 errors' \
	one
hold '1,000 files: others are skipped' \
	grep -qx '250 other YAML files skipped' one
for jobs in 2 16 1000; do
	"$SENSEBOARD" check --jobs "$jobs" many none.yaml >all 2>all-err
	hold "1,000 files, $jobs at a time: status" [ $? = 3 ]
	hold "1,000 files, $jobs at a time: the same" cmp -s one all
	hold "1,000 files, $jobs at a time: the same complaints" \
		cmp -s one-err all-err
done

end_of_tests
