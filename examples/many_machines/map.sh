# Reads the messages of byte ranges: one step of GNU parallel, Hadoop streaming or Spark's pipe.
# usage: foldwise split --shards 64 in.mbox | sh map.sh ./foldwise json
#
# Standard input has a line FILE<TAB>FIRST<TAB>LAST for each range.
set -eu
tab=$(printf '\t')
while IFS=$tab read -r file first last; do
    status=0
    "$@" --range "$first" "$last" "$file" </dev/null || status=$?
    [ "$status" -le 1 ] || exit "$status" # 1: nothing found
done
