# Distribution packages that JitterScope needs, and their installation. Sourced by app/run, tests/run and .ci/run.
# A word like a|b means: a, or b where the distribution has no a.
# shellcheck shell=bash disable=SC2034

build_packages=(
    g++ cmake ninja-build ccache mold pkg-config
    qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n "libqt6svg6-dev|qt6-svg-dev"
    libqcustomplot-dev libopus-dev libogg-dev libkissfft-dev portaudio19-dev libexpected-dev libboost-dev libxcb1-dev
)
test_packages=(
    "${build_packages[@]}"
    xvfb xauth openbox pulseaudio pulseaudio-utils libasound2-plugins opus-tools procps
    fonts-dejavu-core fonts-inter desktop-file-utils appstream
)
check_packages=(clang-format clang-tidy)

# Those of NAME…, in which | divides alternatives, that are installed, one a line. One query for all, because every start
# waits for it.
installed_packages() {
    # shellcheck disable=SC2016,SC2048,SC2086
    dpkg-query -W -f '${db:Status-Status} ${Package}\n' ${*//|/ } 2>/dev/null | sed -n 's/^installed //p'
}

# install_packages NAME…: installs those that are missing; asks nothing as root or when sudo needs no password.
install_packages() {
    local missing=() installed name alternative found
    command -v dpkg-query >/dev/null || return 0 # not Debian: CMake tells what is missing
    installed=$'\n'$(installed_packages "$@" || true)$'\n'
    for name in "$@"; do
        found=
        for alternative in ${name//|/ }; do
            if [[ $installed == *$'\n'$alternative$'\n'* ]]; then found=1; fi
        done
        [ -n "$found" ] || missing+=("$name")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    echo "Installing distribution packages: ${missing[*]}" >&2

    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        as_root=(sudo)
        if ! command -v sudo >/dev/null; then
            echo "Neither root nor sudo here. As root: apt-get install ${missing[*]//|*/}" >&2
            return 1
        fi
    fi
    local log
    log=$(mktemp)
    if ! "${as_root[@]}" apt-get update -qq >"$log" 2>&1; then
        echo "apt-get update failed; trying with the package lists that are here" >&2
    fi
    local names=()
    for name in "${missing[@]}"; do
        for alternative in ${name//|/ }; do
            if apt-cache show "$alternative" >/dev/null 2>&1; then
                names+=("$alternative")
                break
            fi
        done
    done
    if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        "${names[@]}" >"$log" 2>&1 </dev/null; then
        tail -n 20 "$log" >&2
        echo "Installing the packages failed: ${names[*]}" >&2
        return 1
    fi
    rm -f "$log"
}
