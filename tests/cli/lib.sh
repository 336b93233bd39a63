# SPDX-License-Identifier: GPL-3.0-or-later
#
# For the tests of the command line: a folder to work in, and `expect`.
# Every expectation is one test; end_of_tests prints the sum.

passed=0
failed=0
folder=$(mktemp -d) || exit 99
trap 'chmod -R u+rwx "$folder"; rm -rf "$folder"' EXIT
cd "$folder" || exit 99

SENSEBOARD_DATA=$top_srcdir/data
export SENSEBOARD_DATA
unset COLUMNS

# expect STATUS ARGUMENT...: runs senseboard; standard input here is what it
# must print, lines of standard error after the others and with "! " before
# them.  $input, a file, is its own standard input.
expect() {
	cat >expected
	wanted=$1
	shift
	"$SENSEBOARD" "$@" <"${input-/dev/null}" >out 2>err
	status=$?
	{ cat out; sed 's/^/! /' err; } >found
	if [ "$status" = "$wanted" ] && cmp -s expected found; then
		passed=$((passed + 1))
		return
	fi
	failed=$((failed + 1))
	echo "senseboard $*: status $status, should be $wanted"
	diff expected found
}

# hold WHAT COMMAND...: the command must succeed.
hold() {
	what=$1
	shift
	if "$@"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "not so: $what"
	fi
}

# good FILE: makes a small storyboard with nothing to say about.
good() {
	cat >"$1" <<'END'
senseboard: 1
title: I buy a loaf of bread
customers:
  - name: The neighbour
owners:
  - id: baker
    name: The baker
stages:
  - name: The shop
    touchpoints:
      - name: The door
        what: It opens before you push
        who: baker
        how: Looks up
        feel: welcome
END
}

end_of_tests() {
	echo "$passed passed, $failed failed"
	[ "$failed" = 0 ]
	exit
}
