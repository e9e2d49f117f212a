# The servers that tests talk to. Sourced by scripts/test, whose `scratch` and `servers` it uses.
# shellcheck shell=bash
# shellcheck disable=SC2154  # scripts/test sets them

readonly llmock_version=0.2.2

# Starts the local model as a child and exports its address.
start_local_model() {
    "$here/local-model" --prepare-only ||
        fail "the local model could not be prepared. Without a network, leave its tests out with
PODIUM_SKIP_LOCAL_MODEL=1."
    # The system chooses the port, so no other program can take it in between.
    start_server "Local model" PODIUM_TEST_LOCAL_MODEL "$here/local-model" --port 0
}

# Starts a server that speaks as several vendors do and fails on request; see
# https://pypi.org/project/llmock/. It lives beside the local model, which must be installed.
start_llmock() {
    local directory environment
    directory="$(local_model_directory)"
    environment="$directory/venv"
    install_once "$directory" "$environment" llmock "$llmock_version" ||
        fail "pip could not install llmock; see above. Without a network, leave its tests
out with PODIUM_SKIP_LOCAL_MODEL=1."
    # -I: neither the current folder nor PYTHON… variables may change what is imported.
    start_server "llmock" PODIUM_TEST_LLMOCK "$environment/bin/python" -I "$here/lib/llmock_server.py"
}

# The vendors' own SDKs, with which the endpoint is asked; exports the Python that has them.
prepare_clients() {
    local directory environment
    directory="$(local_model_directory)"
    environment="$directory/venv"
    if ! install_once "$directory" "$environment" openai "$openai_version" ||
        ! install_once "$directory" "$environment" anthropic "$anthropic_version"; then
        fail "pip could not install the SDKs; see above. Without a network, leave their tests
out with PODIUM_SKIP_LOCAL_MODEL=1."
    fi
    export PODIUM_TEST_CLIENTS="$environment/bin/python"
}

# install_once DIRECTORY ENVIRONMENT NAME VERSION
install_once() {
    local directory="$1" environment="$2" name="$3" version="$4" lock
    exec {lock}>"$directory/lock"
    flock "$lock"
    # Asked of the environment itself: installing the local model anew makes a new one.
    if ! compgen -G "$environment/lib/python*/site-packages/$name-$version.dist-info" >/dev/null; then
        say "Installing $name $version into $directory (once)…"
        pip_install "$environment/bin/python" "$name==$version" || return 1
    fi
    exec {lock}>&-
}

# start_server NAME VARIABLE COMMAND…: runs a server until this script ends, and exports the address
# that it writes into the file it is given.
start_server() {
    local name="$1" variable="$2" waited=0
    local ready="$scratch/$variable.url" log="$scratch/$variable.log"
    shift 2
    "$@" --ready-file "$ready" --exit-with-parent </dev/null >"$log" 2>&1 &
    local process=$!
    servers+=("$process")
    until [[ -e "$ready" ]]; do
        if ! kill -0 "$process" 2>/dev/null || ((++waited > 1200)); then
            cat "$log" >&2
            fail "$name did not start; its output is above."
        fi
        sleep 0.1
    done
    export "$variable=$(<"$ready")"
    say "$name: ${!variable}"
}
