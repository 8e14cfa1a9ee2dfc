#!/bin/bash -eu
# Builds the fuzz targets as OSS-Fuzz runs them: in its base-builder image, with the compiler in
# $CXX, flags in $CXXFLAGS, the fuzzing engine in $LIB_FUZZING_ENGINE, and the results in $OUT. With
# arguments, only these targets.

fuzz=$(cd "$(dirname "$0")/.." && pwd)
cd "$fuzz"

if (($# == 0)); then
    for source in *.cpp; do
        [ "$source" = replay.cpp ] || set -- "$@" "${source%.cpp}"
    done
fi

for target in "$@"; do
    # CXXFLAGS and LIB_FUZZING_ENGINE are lists of words.
    # shellcheck disable=SC2086
    $CXX $CXXFLAGS -std=c++20 -I../include -I. -c "$target.cpp" -o "$WORK/$target.o"
    # shellcheck disable=SC2086
    $CXX $CXXFLAGS "$WORK/$target.o" $LIB_FUZZING_ENGINE -o "$OUT/$target"
    cp "options/$target.options" "$OUT/"
    (cd "corpus/$target" && zip -q -r - .) >"$OUT/${target}_seed_corpus.zip"
done
cp dictionaries/*.dict "$OUT/"
