# Runs an example and compares what it prints with examples/expected/EXPECTED.txt. With
# FOLDWISE_WRITE_PAGE=1, writes this file.
# usage: sh examples/check.sh PROGRAM NAME                        the commands in NAME.cpp
#        sh examples/check.sh PROGRAM NAME EXPECTED FILE...       the program with each FILE
#
# OUT in a command is a new folder; its files are listed after what the program prints, with the
# checksums of POSIX's cksum. A status other than 0 is printed, too.
set -eu
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
name=$2 expected=examples/expected/${3-$2}.txt
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$(dirname "$0")/.."
if [ $# -gt 2 ]; then
    shift 3
    printf '%s\n' "$@" >"$work/commands"
else
    sed -n "s|^//     build/bin/examples_$name *||p" "examples/$name.cpp" >"$work/commands"
fi
if [ ! -s "$work/commands" ]; then
    echo "$name.cpp does not say how to run it"
    exit 1
fi

while read -r arguments; do
    echo "\$ $name${arguments:+ ${arguments##*/shared/}}"
    status=0
    # Not quoted: the arguments are words without blanks.
    "$program" $(echo "$arguments" | sed "s|OUT|$work/out|") </dev/null 2>&1 || status=$?
    [ "$status" = 0 ] || echo "status $status"
    if [ -d "$work/out" ]; then
        (cd "$work/out" && find . -type f | LC_ALL=C sort | xargs cksum)
    fi
done <"$work/commands" >"$work/got"

[ -z "${FOLDWISE_WRITE_PAGE-}" ] || cp "$work/got" "$expected"
diff "$expected" "$work/got"
