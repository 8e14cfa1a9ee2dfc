# Uses the module with CMake: the lines of docs/adoption.md, in a project of its own.
# usage: cmake_module.sh CONSUMER BUILD SOURCE
# The status is 77 where CMake 3.28, Ninja or clang 19 is missing.
set -eu
consumer=$1 build=$2 source=$3

for program in cmake ninja clang++-19 clang-scan-deps-19; do
    command -v $program >/dev/null || exit 77
done
has=$(cmake --version | sed -n 's/^cmake version //p')
[ "$(printf '%s\n' 3.28 "$has" | sort -V | head -n 1)" = 3.28 ] || exit 77

rm -rf "$build"
mkdir -p "$build"
cp "$consumer/module/main.cpp" "$consumer/module/other.cpp" "$build"
ln -s "$source" "$build/foldwise"
cd "$build"
{
    printf '%s\n' 'cmake_minimum_required(VERSION 3.28)' 'project(app CXX)' \
        'add_subdirectory(foldwise)'
    sed -n '/^add_library(foldwise_module)/,/^```/{/^```/!p}' "$source/docs/adoption.md"
    printf '%s\n' 'add_executable(app main.cpp other.cpp)' \
        'target_link_libraries(app PRIVATE foldwise_module)'
} > CMakeLists.txt
grep -q CXX_MODULES CMakeLists.txt
cmake -G Ninja -B build -D CMAKE_CXX_COMPILER=clang++-19
cmake --build build
build/app
