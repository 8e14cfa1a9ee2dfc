# Checks that many processes together give what one process gives, wherever the ranges end.
# usage: sh check.sh map|parallel TOOL
#        sh check.sh mpi TOOL PROGRAM
# Returns 77, which means that the test is skipped, if GNU parallel or mpirun is not installed.
set -eu
absolute() { echo "$(cd "$(dirname "$1")" && pwd)/$(basename "$1")"; }
kind=$1 tool=$(absolute "$2") program=$(absolute "${3-.}")
here=$(cd "$(dirname "$0")" && pwd)
data=$here/../../tests/data
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

need() {
    command -v "$1" >found && return
    echo "$1 is not installed"
    exit 77
}
same() {
    cmp "$1" "$2" || { echo "$3: not what one process gives"; exit 1; }
}
# JSON without the numbers of the messages: a process that starts inside the file does not know them.
unnumbered() { sed 's/"index":[0-9a-z]*,//'; }

# Each range boundary is in another place of a message. The second file has long and empty messages,
# and lines that are separators only after an empty line.
cat "$data/demo.mbox" "$data/mboxo.mbox" "$data/demo.mbox" >many.mbox
cat "$data/any-separator.mbox" "$data/bounces.mbox" "$data/crlf.mbox" >odd.mbox

case $kind in
map | parallel)
    [ "$kind" = map ] || need parallel
    for file in many.mbox odd.mbox; do
        "$tool" json "$file" | unnumbered >one
        [ -s one ]
        for shards in 1 2 7 20; do
            "$tool" split --shards "$shards" "$file" >ranges
            if [ "$kind" = parallel ]; then
                parallel --keep-order --pipe -N1 sh "$here/map.sh" "$tool" json <ranges
            else
                # As the engines do it: some processes, each with some of the lines.
                split -l 5 ranges part.
                for part in part.*; do sh "$here/map.sh" "$tool" json <"$part"; done
                rm part.*
            fi | unnumbered >many
            same one many "$file, $shards ranges"
        done
    done
    # An mbox in the format mboxcl can be read as mboxo, so that ranges need not go by its lengths.
    "$tool" json --format mboxcl "$data/mboxcl.mbox" | unnumbered >one
    "$tool" split --shards 5 "$data/mboxcl.mbox" >ranges
    sh "$here/map.sh" "$tool" json --format mboxo <ranges | unnumbered >many
    same one many "mboxcl as mboxo"
    ;;
mpi)
    need mpirun
    # As root, in containers, and with more processes than cores.
    export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
    for file in many.mbox odd.mbox; do
        "$program" "$file" >one
        messages=$(awk '{ sum += $1 } END { print sum }' one)
        [ "$("$tool" count "$file" | sed 's/.*\t//')" = "$messages" ]
        for ranks in 1 2 4; do
            mpirun --oversubscribe -n "$ranks" "$program" "$file" >many
            same one many "$file, $ranks ranks"
        done
    done
    ;;
*) exit 2 ;;
esac
