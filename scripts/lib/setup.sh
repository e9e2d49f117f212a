# What a machine needs before Podium can be built or tested, and how to get it there.
# shellcheck shell=bash
#
# A need is recognised by what the build really uses (a header, a library, a command), not by a
# package's name, so that other distributions and hand-made installations pass as well. Only the
# remedy is Debian's.

MINIMUM_SWIFT="6.2"

has_header() {
    local directory
    for directory in /usr/include /usr/include/*-linux-* /usr/local/include; do
        [[ -e "$directory/$1" ]] && return 0
    done
    return 1
}

has_library() {
    compgen -G "/usr/lib/lib$1.so" >/dev/null || compgen -G "/usr/lib/*-linux-*/lib$1.so" >/dev/null ||
        compgen -G "/usr/lib64/lib$1.so" >/dev/null || compgen -G "/usr/local/lib/lib$1.so" >/dev/null
}

has_command() { command -v "$1" >/dev/null 2>&1; }

# A Python that can make virtual environments: Debian keeps `ensurepip` in python3-venv. The one on
# PATH is preferred; the system's is what apt can repair.
find_python() {
    local candidate
    for candidate in python3 /usr/bin/python3; do
        if has_command "$candidate" && "$candidate" -c 'import ensurepip, venv' 2>/dev/null; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

# Where scripts/local-model installs, unless it is told otherwise; fails where no home is known.
local_model_directory() {
    local cache="${XDG_CACHE_HOME:-${HOME:+$HOME/.cache}}"
    [[ -n "$cache" ]] && printf '%s\n' "$cache/podium/local-model"
}

# The vendors' SDKs with which the endpoint is tried.
# shellcheck disable=SC2034  # read by those who source this
readonly openai_version=3.57.0 anthropic_version=2.14.0

# pip_install PYTHON PACKAGE…: into that Python's environment, from wheels only.
pip_install() {
    local python="$1"
    shift
    "$python" -m pip install --disable-pip-version-check --no-input --only-binary :all: \
        "$@" </dev/null >&2
}

is_present() {
    case "$1" in
        # Not for its compiler: Swift links against the C++ library and C headers it brings.
        g++) has_header stdio.h && compgen -G '/usr/lib/gcc/*/*/libstdc++.so' >/dev/null ;;
        libncurses-dev) has_header ncurses.h && has_library ncursesw ;;
        libxml2) # SwiftPM itself loads it.
            compgen -G '/usr/lib/*-linux-*/libxml2.so*' >/dev/null ||
                compgen -G '/usr/lib*/libxml2.so*' >/dev/null
            ;;
        libcurl4-openssl-dev) has_header curl/curl.h && has_library curl ;;
        libcrypt-dev) has_header crypt.h && has_library crypt ;;
        libsqlite3-dev) has_header sqlite3.h && has_library sqlite3 ;;
        libcmark-gfm-dev) has_header cmark-gfm.h && has_library cmark-gfm ;;
        libcmark-gfm-extensions-dev)
            has_header cmark-gfm-core-extensions.h && has_library cmark-gfm-extensions
            ;;
        bubblewrap) has_command bwrap ;;
        ncurses-term) infocmp xterm-direct >/dev/null 2>&1 ;;
        python3-venv) find_python >/dev/null ;;
        ca-certificates) [[ -e /etc/ssl/certs/ca-certificates.crt || -e /etc/pki/tls/cert.pem || -e /etc/ssl/cert.pem ]] ;;
        *) has_command "$1" ;; # Packages named after their command: git, tmux.
    esac
}

missing_packages() {
    local package
    for package in "$@"; do
        is_present "$package" || printf '%s\n' "$package"
    done
}

# Installs with apt. The package lists are refreshed only when the first try fails: on a fresh
# machine they are empty, elsewhere refreshing them costs seconds.
apt_install() {
    local -a apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=120)
    ((EUID == 0)) || apt=(sudo -n "${apt[@]}")
    "${apt[@]}" install --no-install-recommends "$@" </dev/null >&2 2>/dev/null && return 0
    "${apt[@]}" update </dev/null >&2 &&
        "${apt[@]}" install --no-install-recommends "$@" </dev/null >&2
}

# Makes sure that the given Debian packages (or their equivalents) are there.
require_packages() {
    local -a missing
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]})) || return 0
    local packages="${missing[*]}"

    if ! has_command apt-get; then
        fail "missing on this system, by their Debian names: $packages
Install your distribution's equivalents, then run this again."
    fi
    local command="apt-get update && apt-get install -y $packages"
    if ((EUID != 0)); then
        command="sudo apt-get update && sudo apt-get install -y $packages"
        if ! { has_command sudo && sudo -n true 2>/dev/null; }; then
            fail "system packages are missing: $packages
Run this, then try again:
    $command"
        fi
    fi
    say "Installing system packages: $packages"
    apt_install "${missing[@]}" || fail "apt could not install: $packages
Run this to see why:
    $command"
    hash -r
    mapfile -t missing < <(missing_packages "${missing[@]}")
    ((${#missing[@]} == 0)) || fail "installed, but still not usable: ${missing[*]}"
}

require_build_packages() {
    require_packages g++ git ca-certificates libxml2 \
        libncurses-dev libcurl4-openssl-dev libcrypt-dev libsqlite3-dev \
        libcmark-gfm-dev libcmark-gfm-extensions-dev
    wish_packages ncurses-term
}

# Packages without which there is less: without ncurses-term no 24-bit colours, without bubblewrap no
# programs are tested. They are installed where nobody has to be asked for it, and nothing fails
# without them.
wish_packages() {
    local -a missing
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]})) || return 0
    has_command apt-get || return 0
    ((EUID == 0)) || { has_command sudo && sudo -n true 2>/dev/null; } || return 0
    say "Installing system packages: ${missing[*]}"
    apt_install "${missing[@]}" || say "They could not be installed; podium doctor tells what is missing."
}

# Puts a Swift toolchain on PATH (looking where installers put one) and checks its version.
require_swift() {
    local directory version complaint
    if ! has_command swift; then
        for directory in "${SWIFTLY_BIN_DIR:-${HOME:-/root}/.local/share/swiftly/bin}" \
            /usr/local/swift/usr/bin /opt/swift/usr/bin; do
            if [[ -x "$directory/swift" ]]; then
                PATH="$directory:$PATH"
                break
            fi
        done
    fi
    local where="Get one from https://www.swift.org/install/linux/ and put its usr/bin on PATH."
    has_command swift || fail "no Swift toolchain found; Podium needs Swift $MINIMUM_SWIFT or newer.
$where"
    version="$(swift --version 2>/dev/null </dev/null | sed -nE 's/.*Swift version ([0-9]+(\.[0-9]+)*).*/\1/p' | head -n 1)"
    if ! complaint="$(swift build --version 2>&1 </dev/null)" || [[ -z "$version" ]]; then
        fail "the Swift toolchain at $(command -v swift) does not run:
$complaint
The install page lists the system packages it needs: https://www.swift.org/install/linux/"
    fi
    if [[ "$(printf '%s\n' "$MINIMUM_SWIFT" "$version" | sort -V | head -n 1)" != "$MINIMUM_SWIFT" ]]; then
        fail "Swift $version is too old ($(command -v swift)); Podium needs Swift $MINIMUM_SWIFT or newer.
$where"
    fi
    # shellcheck disable=SC2034  # read by scripts/bench
    SWIFT_VERSION="$version"
}
