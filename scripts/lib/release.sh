# Release builds that cost nothing when nothing changed. Needs common.sh and setup.sh.
# shellcheck shell=bash disable=SC2154  # build_lock is set by hold_build_lock

# True when the product was built after every file it is made from. Directories count too: their
# time changes when a file in them is deleted or renamed.
is_fresh() {
    local product="$1" stamp="$BUILD_DIRECTORY/$1-release.stamp" path
    shift
    [[ -x "$BUILD_DIRECTORY/release/$product" && -e "$stamp" ]] || return 1
    local -a inputs=()
    for path in "$@"; do
        [[ -e "$ROOT/$path" ]] && inputs+=("$ROOT/$path")
    done
    [[ -z "$(find -L "${inputs[@]}" -newer "$stamp" -print -quit)" ]]
}

# build_release PRODUCT INPUT…: builds the product unless it is newer than the inputs (paths
# relative to the repository).
build_release() {
    local product="$1" stamp="$BUILD_DIRECTORY/$1-release.stamp"
    is_fresh "$@" && return 0
    require_build_packages
    require_swift
    hold_build_lock release
    if is_fresh "$@"; then # another start built it in the meantime
        exec {build_lock}>&-
        return 0
    fi
    [[ -e "$stamp" ]] ||
        say "Building $product (release). The first build takes a few minutes; later starts take none."
    # The stamp carries the time at which the build began, so that a file saved while it runs is
    # seen as newer by the next start.
    touch "$stamp.next"
    swift build --package-path "$ROOT" --scratch-path "$BUILD_DIRECTORY" \
        -c release --product "$product" </dev/null >&2 {build_lock}>&- || {
        rm -f "$stamp.next"
        fail "the build of $product failed; its errors are above."
    }
    mv -f "$stamp.next" "$stamp"
    exec {build_lock}>&-
}
