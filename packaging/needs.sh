#!/usr/bin/env bash
# Says as settings for `tauri bundle` which libraries some programs need, in the versions that they were built against.
#
# Asked of the programs themselves: a list that is kept by hand goes stale, and one without versions installs on a system
# where nothing starts. Where the tools for it are missing, the packages name what Tauri knows of alone.
set -euo pipefail

main() {
  printf '{"bundle":{"linux":{"deb":{"depends":[%s]},"rpm":{"depends":[%s]}}}}\n' \
    "$(of_debian "$@" | listed)" "$(of_fedora "$@" | listed)"
}

# Debian's own tool, which wants to stand in a source package.
of_debian() {
  command -v dpkg-shlibdeps >/dev/null || return 0
  local folder program programs=()
  folder=$(mktemp -d)
  mkdir "$folder/debian"
  printf 'Source: kindly\n\nPackage: kindly\nArchitecture: any\n' >"$folder/debian/control"
  for program in "$@"; do programs+=("-e$(realpath "$program")"); done
  # It remarks that the programs do not lie in a package yet.
  (cd "$folder" && dpkg-shlibdeps -O "${programs[@]}" 2>/dev/null) | sed 's/^shlibs:Depends=//; s/, /\n/g'
  rm -r "$folder"
}

# Fedora and its kin need libraries by their own names, which are the same everywhere.
of_fedora() {
  local dependencies=/usr/lib/rpm/elfdeps
  [ -x "$dependencies" ] || return 0
  # `rtld(…)` is provided by some of them alone, and by all that matter anyway.
  printf '%s\n' "$@" | "$dependencies" --requires | grep -v '^rtld(' | sort -u
}

listed() { sed 's/.*/"&"/' | paste -sd,; }

main "$@"
