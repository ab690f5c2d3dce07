# Sourced by the scripts here: the repository's root as working folder, and a few words to speak with.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export PATH="$PWD/node_modules/.bin:$PATH"

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

# stale OUTPUT INPUT...: true when OUTPUT is missing or older than a file in the INPUTs.
stale() {
  local output=$1; shift
  [ -e "$output" ] || return 0
  [ -n "$(find "$@" -newer "$output" -type f -print -quit 2>/dev/null)" ]
}

# configure PRESET: cmake, where the presets have changed since; ninja runs it again for any other reason.
configure() {
  [ "build/$1/configured" -nt CMakePresets.json ] || { cmake --preset "$1" >/dev/null && touch "build/$1/configured"; }
}
