# Sourced by the scripts here: the repository's root as working folder, and a few words to speak with.
set -euo pipefail
cd -P "$(dirname "${BASH_SOURCE[0]}")/.."
export PATH="$PWD/node_modules/.bin:$PATH"

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

# stale OUTPUT INPUT...: true when OUTPUT is missing or older than a file in the INPUTs.
stale() {
  local output=$1; shift
  [ -e "$output" ] || return 0
  [ -n "$(find "$@" -newer "$output" -type f -print -quit 2>/dev/null)" ]
}

# configure PRESET [FOLDER [ARGUMENT...]]: cmake, where the presets have changed since; ninja runs it again for any other
# reason. A build folder that was moved or copied holds addresses of its old place: it goes, and is built from nothing.
configure() {
  local preset=$1 folder=${2:-build/$1}
  shift; shift || true
  if [ -f "$folder/CMakeCache.txt" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$(pwd -P)" "$folder/CMakeCache.txt"; then
    say "$folder was made for another folder; building it from nothing"
    rm -rf "$folder"
  fi
  if ! [ "$folder/configured" -nt CMakePresets.json ]; then
    cmake --preset "$preset" -B "$folder" "$@" >/dev/null || fail "cmake could not configure $folder"
    touch "$folder/configured"
  fi
}
