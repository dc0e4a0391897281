# Run by rpm when the package is gone: Tauri's rpm owns its files but not their folders, and would leave these behind.
# $1 is how many versions are installed now; with an update it is one.
if [ "$1" -eq 0 ]; then
  for folder in /usr/share/doc/kindly /usr/share/licenses/kindly; do
    [ ! -d "$folder" ] || rmdir --ignore-fail-on-non-empty "$folder"
  done
fi
