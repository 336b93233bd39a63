#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# From a fresh checkout to a running program, or to its tests.  Installs what
# is missing where that is ours to do (Debian and its children, as root or
# with sudo); elsewhere it says what to install.  Builds in build/, which it
# keeps: the second time is quick.

set -eu

packages='autoconf automake gcc gettext libc6-dev libglib2.0-dev
	libjansson-dev libncurses-dev libunistring-dev libyaml-dev make
	pkg-config'
test_packages='libcriterion-dev libvterm-dev libxml2-utils mandoc tmux'
modules='glib-2.0 jansson ncursesw yaml-0.1'
test_modules='criterion vterm'

usage() {
	cat <<'END'
usage: ./bootstrap.sh run [FILE]   build senseboard, open FILE or an example
       ./bootstrap.sh check        build it and run its tests
END
}

name_packages() {
	cat <<'END'
Something is missing. Install these packages, then run this again:
  Debian    autoconf automake gcc gettext libc6-dev libglib2.0-dev
            libjansson-dev libncurses-dev libunistring-dev libyaml-dev
            make pkg-config
            and for check: libcriterion-dev libvterm-dev libxml2-utils
            mandoc tmux
  Fedora    autoconf automake gcc gettext-devel glib2-devel jansson-devel
            ncurses-devel libunistring-devel libyaml-devel make
            pkgconf-pkg-config
            and for check: criterion-devel libvterm-devel libxml2 mandoc tmux
  Arch      autoconf automake gcc gettext glib2-devel jansson ncurses
            libunistring libyaml make pkgconf
            and for check: criterion libvterm libxml2 mandoc tmux
  Homebrew  autoconf automake gettext glib jansson ncurses
            libunistring libyaml make pkgconf
            and for check: coreutils criterion libvterm libxml2 mandoc tmux
END
}

# not_installed PACKAGE...
not_installed() {
	for package; do
		dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>&1 |
			grep -q '^.i' || printf ' %s' "$package"
	done
}

apt() {
	if [ "$(id -u)" = 0 ]; then
		DEBIAN_FRONTEND=noninteractive apt-get -q -y "$@"
	elif command -v sudo >/dev/null; then
		sudo DEBIAN_FRONTEND=noninteractive apt-get -q -y "$@"
	else
		echo "this needs root or sudo: apt-get install$missing" >&2
		return 1
	fi
}

# has MODULE...
has() {
	command -v autoreconf >/dev/null && command -v make >/dev/null &&
		command -v pkg-config >/dev/null && pkg-config --exists "$@"
}

# need "PACKAGES" "MODULES": both name the same things.
need() {
	if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null
	then
		missing=$(not_installed $1)
		[ -n "$missing" ] || return 0
		echo "installing$missing"
		apt update
		apt install --no-install-recommends $missing
	elif ! has $2; then
		name_packages >&2
		return 1
	fi
}

# configured WITH: has build/ been configured, and with that switch?
configured() {
	[ -f build/Makefile ] &&
		build/config.status --config | grep -q -e "$1"
}

# build [SWITCH]: another switch means all is compiled again.
build() {
	[ -x configure ] || autoreconf -i
	if ! configured "${1-}"; then
		rm -rf build
		mkdir build
		(cd build && ../configure "$@")
	fi
	in_build all
}

in_build() {
	make --no-print-directory -C build -j "$(getconf _NPROCESSORS_ONLN)" \
		"$@"
}

run() {
	need "$packages" "$modules"
	build
	# examples and templates of this tree open as untitled copies
	SENSEBOARD_DATA=$here/data
	export SENSEBOARD_DATA
	cd "$from"
	exec "$here/build/senseboard" \
		"${1-$here/data/examples/capital-one-debit-card.yaml}"
}

check() {
	need "$packages $test_packages" "$modules $test_modules"
	build --enable-werror
	find build -name '*.trs' -delete
	if ! in_build VERBOSE=1 check; then
		in_build -s tally 2>/dev/null || :
		exit 1
	fi
}

from=$PWD
cd "$(dirname "$0")"
here=$PWD
case $#:${1-} in
1:run | 2:run | 1:check)
	"$@"
	;;
0:)
	usage
	;;
*)
	usage >&2
	exit 2
	;;
esac
