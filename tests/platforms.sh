#!/usr/bin/env bash
# Builds the unit tests for other platforms, and runs them.
#
#     tests/platforms.sh [NAME...]          # without names: all platforms
#
# A line for each says whether the tests passed, how many cases there were, and how long it took.
# docs/platforms.md says what each platform is for. Objects and logs go to build/platforms.
#
#     JOBS      how many compilers run at once; as many as there are cores
#     FLAGS     more flags for the compiler, such as -O0, which compiles twice as fast
#     TESTS     only the tests whose names match this extended regular expression, such as
#               '^tests/(base|date)/'
#
# The tests are compiled in batches (tests/batches.py). The cases run only at run time: the compiler
# would evaluate them the same way on all platforms.
set -uo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
build=$root/build/platforms
jobs=${JOBS:-$(nproc)}
all=(i386 arm64 s390x libcxx hardened locales valgrind old_x86_64 mingw)

passed=0 failed=0 skipped=0

# ---- What the platforms have in common

# need COMMAND PACKAGE: whether the command is there. Otherwise says which package has it.
need() {
    command -v "$1" >/dev/null && return
    echo "$name: skipped: $1 is missing; install Debian's package $2"
    return 1
}

# compiles PACKAGE: whether the compiler can compile a test at all.
compiles() {
    echo '#include <string>' | "$compiler" $flags -x c++ -fsyntax-only - 2>"$out/compiles.log" &&
        return
    echo "$name: skipped: $compiler $flags does not work (see $out/compiles.log);" \
        "install Debian's package $1"
    return 1
}

# The unit tests, but for those that match the extended regular expression $without.
test_files() {
    (cd "$root" && find tests -name '*.cpp' |
        grep -vE '^tests/((consumers|data|fail_compile|link|moving|steps)/|main\.cpp|allocation_counter)' |
        grep -vE "${without:-^$}" | grep -E "${TESTS:-}" | LC_ALL=C sort)
}

# compile SOURCE: makes the object beside it, or in $out.
compile() {
    local object
    object=$out/$(basename "${1%.cpp}").o
    $cache "$compiler" -std=c++20 -O1 -g0 -w $flags ${FLAGS:-} -DFOLDWISE_RUN_TIME_CASES \
        -DFOLDWISE_SOURCE_DIR="\"$root\"" -DFOLDWISE_TOOL_PATH="\"$out/foldwise\"" \
        -I"$root/include" -isystem "$build/include" -c "$1" -o "$object" || {
        rm -f "$object"
        return 255
    }
}
export -f compile

# Builds $out/tests$exe, and $out/foldwise, which runs the tool.
build_tests() {
    cache=$(command -v ccache)
    export cache compiler flags out root build
    mkdir -p "$build/include"
    ln -sfn /usr/include/doctest "$build/include/doctest"
    test_files | grep -q '^tests/tools/' || with_tool=0
    local units
    units=$(python3 "$root/tests/batches.py" "$out/batches" $(test_files | sed "s|^|$root/|"))
    local support="$root/tests/main.cpp $root/tests/allocation_counter.cpp $extra"
    {
        printf '%s\n' $units $support
        if ((with_tool)); then echo "$root/tools/foldwise.cpp"; fi
    } | xargs -P "$jobs" -I{} bash -c 'compile {}' || return 1
    local objects=() unit
    for unit in $units $support; do
        objects+=("$out/$(basename "${unit%.cpp}").o")
    done
    "$compiler" $flags "${objects[@]}" $libraries -o "$out/tests$exe" || return 1
    ((with_tool)) || return 0
    local more=()
    for unit in $extra; do more+=("$out/$(basename "${unit%.cpp}").o"); done
    "$compiler" $flags "$out/foldwise.o" "${more[@]}" $libraries -o "$out/tool$exe" || return 1
    printf '#!/bin/sh\nexec %s "%s" "$@"\n' "$runner" "$out/tool$exe" >"$out/foldwise"
    chmod +x "$out/foldwise"
}

# run_tests WHAT LOG [OPTION...]: runs the program, and prints the result.
run_tests() {
    local what=$1 log=$2 start=$SECONDS ok=1
    shift 2
    (cd "$out" && $runner "./tests$exe" "$@") >"$log" 2>&1 || ok=0
    local cases
    cases=$(sed -n 's/.*test cases: *\([0-9]*\).*/\1/p' "$log" | tail -1)
    if ((ok)) && [[ -n $cases && $cases != 0 ]]; then
        echo "$what: passed, $cases cases in $((SECONDS - start)) s"
        passed=$((passed + 1))
    else
        echo "$what: failed: see $log"
        failed=$((failed + 1))
    fi
}

build_and_run() {
    local start=$SECONDS
    if ! build_tests >"$out/build.log" 2>&1; then
        echo "$name: failed: not built, see $out/build.log"
        failed=$((failed + 1))
        return 1
    fi
    echo "$name: built in $((SECONDS - start)) s"
    [[ ${1:-} == build-only ]] || run_tests "$name" "$out/run.log" "$@"
}

# ---- The platforms

# Tests that need converters of iconv(), which the C library for cross compilers does not have.
without_iconv='^tests/charset/(charset_iconv|detail/single_byte_tables)'

# 32 bits: std::size_t is smaller than the offsets of files. Some kernels run no programs of 32 bits.
i386() {
    compiler=g++ flags="-m32"
    compiles g++-multilib || return
    echo 'int main() {}' | "$compiler" $flags -x c++ - -o "$out/runs" && "$out/runs" 2>/dev/null ||
        { runner=qemu-i386 && need qemu-i386 qemu-user; } || return
    build_and_run
}

# Compiled with clang, since Debian's packages of GCC for other processors conflict with
# g++-multilib.
cross() { # PROCESSOR ARCHITECTURE
    compiler=clang++-19 flags="--target=$1-linux-gnu" runner="qemu-$1 -L /usr/$1-linux-gnu"
    without=$without_iconv
    need $compiler clang-19 && need "$1-linux-gnu-ld" "binutils-$1-linux-gnu" &&
        compiles "libstdc++-12-dev-$2-cross" && need "qemu-$1" qemu-user && build_and_run
}

# 64 bits, ARM: the vector code for NEON, and char is unsigned.
arm64() { cross aarch64 arm64; }

# 64 bits, the octet of a number that counts most comes first; scalar code, and char is unsigned.
s390x() { cross s390x s390x; }

# Another standard library.
libcxx() {
    compiler=clang++-19 flags="-stdlib=libc++"
    need $compiler clang-19 && compiles "libc++-19-dev and libc++abi-19-dev" && build_and_run
}

# Builds the program for `locales` and `valgrind`, in a folder of both. It sets the locale that LC_ALL
# names, if any, before main() does anything.
build_for_any_locale() {
    compiler=g++ out=$build/any_locale extra=$build/any_locale/set_locale.cpp
    need $compiler g++ || return
    mkdir -p "$out"
    cat >"$extra.new" <<'END'
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <locale>
namespace {
[[maybe_unused]] bool const is_set = [] {
    char const* const wanted = std::getenv("LC_ALL");
    if (wanted == nullptr) return false;
    char const* const got = std::setlocale(LC_ALL, "");
    if (got == nullptr || std::strcmp(wanted, got) != 0) {
        std::fputs("the locale is not there\n", stderr);
        std::_Exit(3);
    }
    std::locale::global(std::locale{wanted});
    return true;
}();
} // namespace
END
    mv "$extra.new" "$extra"
    build_and_run build-only
}

# The functions of the C and C++ libraries that depend on the locale, in three locales. In Turkish,
# i and I are not the same letter.
locales() {
    need localedef libc-bin || return
    if [[ ! -e /usr/share/i18n/locales/tr_TR ]]; then
        echo "$name: skipped: the locale tr_TR is missing; install Debian's package locales"
        return 1
    fi
    build_for_any_locale || return
    local charset locale
    for charset in UTF-8 ISO-8859-9; do
        localedef -i tr_TR -f $charset "$out/tr_TR.$charset" 2>/dev/null
    done
    for locale in C tr_TR.UTF-8 tr_TR.ISO-8859-9; do
        LOCPATH=$out LC_ALL=$locale run_tests "$name $locale" "$out/run-$locale.log"
    done
}

# What distributions and hardened builds use, and the checks of the standard library: iterators,
# bounds, preconditions.
hardened() {
    compiler=g++
    flags="-D_FORTIFY_SOURCE=3 -D_GLIBCXX_ASSERTIONS -D_GLIBCXX_DEBUG -fstack-protector-strong"
    flags+=" -fstack-clash-protection -fcf-protection -ftrivial-auto-var-init=pattern -fPIE -pie"
    flags+=" -Wl,-z,relro,-z,now"
    need $compiler g++ && build_and_run
}

# A processor without AVX2: the vector code for SSE2. It runs the program of `locales`.
old_x86_64() {
    need qemu-x86_64 qemu-user && build_for_any_locale || return
    runner="qemu-x86_64 -cpu core2duo"
    LC_ALL=C run_tests "$name" "$out/old_x86_64.log" '--source-file-exclude=*/tests/tools/*'
}

# Windows. Without the parts for POSIX, and without the tests that start programs.
mingw() {
    compiler=x86_64-w64-mingw32-g++-posix runner="env WINEDEBUG=-all wine" exe=.exe with_tool=0
    flags="-static -Wa,-mbig-obj"
    without='^tests/(tools/|store/(maildir|mapped_file)|charset/charset_iconv|dkim/.*openssl)'
    need $compiler g++-mingw-w64-x86-64-posix && need wine wine || return
    export WINEPREFIX=$out/wine
    build_and_run
}

# Reads and writes outside of objects, and values that were never set. Without the tests that start
# the tool, which valgrind would not watch.
valgrind() {
    command -v /usr/bin/valgrind >/dev/null ||
        { echo "$name: skipped: valgrind is missing; install Debian's package valgrind"; return 1; }
    build_for_any_locale || return
    runner="command valgrind --quiet --error-exitcode=9 --exit-on-first-error=no"
    LC_ALL=C run_tests "$name" "$out/valgrind.log" '--source-file-exclude=*/tests/tools/*'
}

# ---- Runs them

for name in "${@:-${all[@]}}"; do
    if [[ " ${all[*]} " != *" $name "* ]]; then
        echo "usage: $0 [NAME...], where NAME is one of: ${all[*]}" >&2
        exit 2
    fi
done
[[ $# != 0 ]] || set -- "${all[@]}"
for name; do
    out=$build/$name flags='' runner='' exe='' extra='' libraries='' without='' with_tool=1
    mkdir -p "$out"
    results=$((passed + failed))
    "$name"
    ((passed + failed != results)) || skipped=$((skipped + 1))
done
echo "$passed passed, $failed failed, $skipped skipped"
((failed + skipped == 0))
