# Shared helpers of the scripts in this folder. Sourced, never run.
# shellcheck shell=bash
#
# Everything here talks on standard error: standard output belongs to the program that a script
# starts (`podium … --json` is read by other programs).

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)"
# shellcheck disable=SC2034  # read by those who source this
BUILD_DIRECTORY="$ROOT/.build"

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "error: $*"
    exit 1
}

# Prints the comment block at the top of a script, which is its help text.
print_help() {
    awk 'NR == 1 { next } !/^#/ { exit } { sub(/^# ?/, ""); print }' "$1"
}

# hold_build_lock NAME: one build of a kind at a time, until this process closes $build_lock or ends.
# SwiftPM's own lock does not suffice: it lives in TMPDIR, which differs between the scripts.
hold_build_lock() {
    mkdir -p "$BUILD_DIRECTORY"
    exec {build_lock}>"$BUILD_DIRECTORY/$1.lock"
    flock --nonblock "$build_lock" && return 0
    say "Waiting for another build in $BUILD_DIRECTORY…"
    flock "$build_lock"
}
