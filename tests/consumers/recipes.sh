# Runs the port for vcpkg and the recipe for Conan with stand-ins for their functions, and uses the
# packages that they make. Status 77 where Python is missing.
# usage: recipes.sh CONSUMER BUILD SOURCE (the compiler is $CXX)
set -eu
consumer=$1 build=$2 source=$3

command -v python3 > /dev/null || exit 77
rm -rf "$build"
mkdir -p "$build"
cd "$build"
export CMAKE_GENERATOR=Ninja

cmake -D PORT="$source/tools/packaging/vcpkg/foldwise/portfile.cmake" -D BUILD="$build/vcpkg" \
    -D PACKAGE="$build/package" -P "$consumer/recipes/vcpkg.cmake"
test -e package/share/foldwise/copyright
cmake -S "$consumer" -B consumer -D CMAKE_CXX_COMPILER="$CXX" -D foldwise_ROOT="$build/package"
cmake --build consumer
consumer/consumer

version=$(python3 "$consumer/recipes/conan.py" "$source/tools/packaging/conan/conanfile.py" conan)
$CXX -std=c++20 -I conan/package/include -DPACKAGE_VERSION="\"$version\"" "$consumer/main.cpp" \
    -o program
./program
