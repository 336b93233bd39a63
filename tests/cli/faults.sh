#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every system call of a save, by the program as it is: killed there, and
# refused with each error of a disk.  The file is the old one or the new one;
# where the program says it has saved, the new one; and a second save works.
# In full with FAULTS=all; else about half of the calls fail with some error.

. "${0%/*}/lib.sh"

strace -qq -o /dev/null -e trace=none -e inject=fsync:error=EIO true 2>&1 ||
	{ echo 'strace does not run here'; exit 77; }

ASAN_OPTIONS=detect_leaks=0:$ASAN_OPTIONS
export ASAN_OPTIONS
errors='EIO ENOSPC EDQUOT EMFILE EACCES EXDEV'

good old.yaml
sed 's/name: The door/name: The doorbell/' old.yaml >new.yaml
printf '%s\n' Enter C-u 'text:The doorbell' Enter do:save >keys

# save [COMMAND]...: opens x.yaml, edits it and saves, run by COMMAND.
save() {
	"$@" "$SENSEBOARD" edit --keys keys --size 120x40 --dump-screen \
		x.yaml >screen 2>&1
}

# calls: of the save, a line each: the name, and which of that name it is.
# Before it, the last thing asked is whether the file may be written.
calls() {
	awk -F '(' '{
		count[$1]++
		if (begun && $1 !~ /exit|^-|^\+|mmap|munmap|brk/)
			print $1, count[$1]
		begun = begun || /"x\.yaml", W_OK/
	}' log
}

killed=0 refused=0 kept=0

# judge WHAT: x.yaml after that.
judge() {
	if cmp -s x.yaml old.yaml; then
		kept=$((kept + 1))
		hold "$1: not said to be saved" \
			sh -c '! grep -q "saved" screen'
	else
		hold "$1: the new file" cmp x.yaml new.yaml
	fi
}

# save_again WHAT: works, and sweeps up what was left.
save_again() {
	cp old.yaml x.yaml
	save env
	hold "$1: saved the second time" cmp x.yaml new.yaml
	hold "$1: nothing is left" [ "$(echo .s*)" = '.s*' ]
}

kill_at() {
	cp old.yaml x.yaml
	save strace -qq -o log -e trace="$1" -e inject="$1:signal=KILL:when=$2"
	killed=$((killed + 1))
	: >screen
	judge "killed at $1 $2"
	save_again "killed at $1 $2"
}

refuse_at() {
	cp old.yaml x.yaml
	save strace -qq -o log -e trace="$1" -e inject="$1:error=$3:when=$2"
	refused=$((refused + 1))
	judge "$1 $2 fails with $3"
	save_again "$1 $2 fails with $3"
}

cp old.yaml x.yaml
save strace -qq -o log
hold 'it saves' cmp x.yaml new.yaml
calls >all
hold 'a save has many calls' [ "$(wc -l <all)" -gt 20 ]

turn=0
while read -r call number; do
	kill_at "$call" "$number"
	for error in $errors; do
		turn=$(((turn + 1) % 13))
		if [ "$FAULTS" = all ] || [ $turn = 0 ]; then
			refuse_at "$call" "$number" "$error"
		fi
	done
done <all

echo "a save: $(wc -l <all) calls, killed at $killed and refused $refused" \
	"times; the old file $kept times, else the new one"
end_of_tests
