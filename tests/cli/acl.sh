#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# An access control list is kept over a save, as setfacl and getfacl see it:
# by a rename and in place, whatever the folder gives to new files.

. "${0%/*}/lib.sh"

command -v setfacl getfacl >/dev/null || { echo 'no setfacl here'; exit 77; }
good x.yaml
setfacl -m u:1234:rw x.yaml 2>/dev/null ||
	{ echo 'this file system has no access control lists'; exit 77; }
printf '%s\n' Enter C-u 'text:The doorbell' Enter do:save >keys

# saved WHAT: and the list is what it was.
saved() {
	good new
	cat new >x.yaml
	getfacl -n x.yaml >before
	"$SENSEBOARD" edit --keys keys --size 120x40 --dump-screen x.yaml \
		>screen 2>&1
	getfacl -n x.yaml >after
	hold "$1: saved" grep -q 'The doorbell' x.yaml
	hold "$1: the list stays" diff before after
}

saved 'a user more'
setfacl -m g:2345:r,m::r x.yaml
saved 'a mask'
setfacl -d -m u:4321:rwx .
saved 'a list from the folder'
setfacl -b x.yaml
saved 'a list from the folder alone'
setfacl -m u:1234:rw x.yaml
ln x.yaml y.yaml
saved 'in place'

end_of_tests
