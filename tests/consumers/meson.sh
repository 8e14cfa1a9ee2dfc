# Builds and tests CONSUMER as a Meson project with SOURCE as its subproject.
# usage: meson.sh CONSUMER BUILD SOURCE (the compiler is $CXX)
set -eu
consumer=$1 build=$2 source=$3

rm -rf "$build"
mkdir -p "$build/subprojects"
cp "$consumer/main.cpp" "$consumer/meson.build" "$build"
ln -s "$source" "$build/subprojects/foldwise"
cd "$build"
meson setup build
meson compile -C build
meson test -C build --print-errorlogs

if [ -e build/subprojects/foldwise/foldwise ]; then
    echo "the subproject has built its tool"
    exit 1
fi
