#!/usr/bin/env bash
# Installs each package of a folder into a root of its own, looks at all that it brings, removes it, and looks that
# nothing is left. What is installed on this computer stays as it is.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

FILES=(
  usr/bin/kindly usr/bin/kindly-cli
  usr/share/applications/Kindly.desktop usr/share/metainfo/org.kindly.Kindly.metainfo.xml
  usr/share/icons/hicolor/{32x32,128x128,512x512}/apps/kindly.png usr/share/icons/hicolor/scalable/apps/kindly.svg
  usr/share/man/man1/kindly-cli.1.gz usr/share/man/man1/kindly-cli-needs.1.gz
  usr/share/bash-completion/completions/kindly-cli usr/share/fish/vendor_completions.d/kindly-cli.fish
  usr/share/doc/kindly/NEWS.gz
)
DEB_FILES=(usr/share/zsh/vendor-completions/_kindly-cli usr/share/doc/kindly/{copyright,changelog.gz})
RPM_FILES=(usr/share/zsh/site-functions/_kindly-cli usr/share/licenses/kindly/LICENSE)

main() {
  # Packages give their files to root: who is not root is it in a namespace of their own.
  if [ "$(id -u)" -ne 0 ]; then exec unshare --map-root-user "$0" "$@"; fi
  [ $# -eq 1 ] || fail "Say the folder with the packages."
  room=$(mktemp -d)
  trap 'rm -rf "$room"' EXIT
  version=$(sed -n '/^\[workspace.package\]/,/^$/ s/^version = "\(.*\)"$/\1/p' Cargo.toml)
  try deb "$1"
  try rpm "$1"
}

# A package that cannot be tried is told, and one that is missing fails.
try() {
  local kind=$1 package tool=dpkg
  package=$(find "$2" -name "*.$kind")
  [ "$(wc -w <<<"$package")" -eq 1 ] || fail "There should be one .$kind in $2: ${package:-there is none}"
  [ "$kind" = deb ] || tool=rpm
  if ! command -v "$tool" >/dev/null; then
    echo "$(basename "$package") was NOT tried: $tool is missing here."
    return
  fi
  "try_$kind" "$package"
  echo "$(basename "$package"): installs, works, and leaves nothing. $(du -h "$package" | cut -f1) packed, $installed installed."
}

try_deb() {
  local package=$1 root=$room/deb
  mkdir -p "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/updates"
  # What is installed here counts as installed there, so that the libraries it asks for, and files that others have
  # already, are really looked for. The triggers of the others stay here.
  dpkg-query --show --showformat '${db:Status-Status} ${binary:Package}\n' >"$room/installed"
  cp /var/lib/dpkg/status "$root/var/lib/dpkg/status"
  cp /var/lib/dpkg/info/*.list "$root/var/lib/dpkg/info/"
  dpkg_there() {
    dpkg --root="$root" --log="$room/dpkg.log" --path-include='/*' "$@" >"$room/said" 2>&1 || fail "$(cat "$room/said")"
  }
  listed "$root" >"$room/before"

  # An older one first: an update takes away what it had.
  dpkg-deb --raw-extract "$package" "$room/older"
  sed -i 's/^Version: .*/Version: 0.0.0/' "$room/older/DEBIAN/control"
  echo old >"$room/older/usr/share/doc/kindly/old"
  dpkg-deb --build -Znone "$room/older" "$room/older.deb" >/dev/null
  dpkg_there --install "$room/older.deb"
  [ -e "$root/usr/share/doc/kindly/old" ] || fail "The older package was not installed."
  dpkg_there --install "$package"
  [ ! -e "$root/usr/share/doc/kindly/old" ] || fail "A file of the older package stayed."
  [ "$(dpkg-deb --field "$package" Version)" = "$version" ] || fail "The package is not of version $version."

  look "$root" "${FILES[@]}" "${DEB_FILES[@]}"
  (cd "$root" && md5sum --quiet --check "var/lib/dpkg/info/kindly.md5sums") || fail "Files differ from their sums."
  dpkg_there --purge kindly
  nothing_left "$root"
}

try_rpm() {
  local package=$1 root=$room/rpm folder
  # The folders that every system has, and the shell that its script is run by.
  for folder in bin share/{applications,metainfo,man/man1,doc,licenses,bash-completion/completions} \
    share/zsh/site-functions share/fish/vendor_completions.d share/icons/hicolor/{32x32,128x128,256x256@2,512x512,scalable}/apps; do
    mkdir -p "$root/usr/$folder"
  done
  mkdir -p "$root/var/tmp"
  bring "$root" /bin/sh /bin/rmdir
  # Nothing is known as installed there: what it asks for is looked at below, library by library.
  rpm_there() { rpm --root "$root" --dbpath /var/lib/rpm "$@" >"$room/said" 2>&1 || fail "$(cat "$room/said")"; }
  rpm_there --initdb
  listed "$root" >"$room/before"
  rpm_there --install --nodeps --nosignature "$package"
  [ "$(rpm --query --package --queryformat '%{VERSION}' "$package")" = "$version" ] || fail "It is not of version $version."
  local library
  while read -r library; do
    rpm --query --package --requires "$package" | grep -qF "$library(" || fail "The rpm does not ask for $library."
  done < <(objdump -p "$root"/usr/bin/kindly* | awk '$1 == "NEEDED" { print $2 }' | sort -u)
  look "$root" "${FILES[@]}" "${RPM_FILES[@]}"
  rpm_there --verify --nodeps kindly
  rpm_there --erase kindly
  nothing_left "$root"
}

# Brings programs into a root, with their libraries.
bring() {
  local root=$1 program
  shift
  for program in "$@"; do
    cp --parents --dereference "$program" $(ldd "$program" | grep -o '/[^ ]*') "$root"
  done
}

# Everything that is there, but the books of dpkg and rpm.
listed() { (cd "$1" && find . -path ./var/lib -prune -o -print | sort); }

nothing_left() {
  listed "$1" >"$room/after"
  diff "$room/before" "$room/after" || fail "This was left behind, or taken along."
}

# Looks at all that was installed.
look() {
  local root=$1 file
  shift
  for file in "$@"; do [ -s "$root/$file" ] || fail "$file is missing or empty."; done
  installed=$(du -sh "$root/usr" | cut -f1)
  look_at_programs "$root"
  look_at_papers "$root/usr/share"
}

look_at_programs() {
  local root=$1 program
  for program in kindly kindly-cli; do
    if ldd "$root/usr/bin/$program" | grep 'not found'; then fail "$program lacks a library."; fi
  done
  [ "$("$root/usr/bin/kindly-cli" --version)" = "kindly-cli $version" ] || fail "kindly-cli is not of version $version."
  rm -rf "$room/work" && mkdir "$room/work"
  cli() {
    "$root/usr/bin/kindly-cli" --ledger "$room/work/practice.kindly" --as-of 2026-11-22 "$@" >"$room/said" 2>&1 || fail "$(cat "$room/said")"
  }
  cli sample
  cli letter --client "Halden & Co" --kind renewal_refusal --out "$room/work/letter.pdf"
  look_at_window "$root"
}

# The window opens, and makes its ledger.
look_at_window() {
  if ! command -v xvfb-run dbus-run-session >/dev/null; then
    echo "The window was NOT opened: xvfb-run or dbus-run-session is missing here."
    return
  fi
  local data=$room/data
  rm -rf "$data" && mkdir -p "$data"
  env -u WAYLAND_DISPLAY GDK_BACKEND=x11 HOME="$data" KINDLY_DATA_DIR="$data" \
    timeout 120 dbus-run-session -- xvfb-run --auto-servernum bash -c '
      "$1" & window=$!
      until [ -s "$2/practice.kindly" ]; do kill -0 $window || exit 1; sleep 0.2; done
      kill $window; wait $window || true' window "$1/usr/bin/kindly" "$data" >"$room/said" 2>&1 ||
    fail "The window does not open: $(cat "$room/said")"
}

look_at_papers() {
  local share=$1 entry=$1/applications/Kindly.desktop page said
  grep -qx 'Exec=kindly' "$entry" && grep -qx 'Icon=kindly' "$entry" || fail "The entry starts something else: $(cat "$entry")"
  if_there desktop-file-validate "$entry"
  if_there appstreamcli validate --no-net --pedantic "$share/metainfo/org.kindly.Kindly.metainfo.xml"
  for page in "$share"/man/man1/*; do
    said=$(MANWIDTH=80 man --warnings --local-file "$page" 2>&1 >/dev/null) || fail "$page cannot be read: $said"
    [ -z "$said" ] || fail "$page: $said"
  done
  bash -c 'source "$1" && complete -p kindly-cli >/dev/null' bash "$share/bash-completion/completions/kindly-cli" ||
    fail "bash does not take its completions."
  if_there zsh -n "$share"/zsh/*/_kindly-cli
  if_there fish --no-execute "$share/fish/vendor_completions.d/kindly-cli.fish"
}

if_there() {
  if command -v "$1" >/dev/null; then
    "$@" >"$room/said" 2>&1 || fail "$(cat "$room/said")"
  else
    echo "$1 is missing here: what it looks at was NOT looked at."
  fi
}

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

main "$@"
