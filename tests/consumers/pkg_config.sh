# Compiles main.cpp with the flags that pkg-config prints for the foldwise in PREFIX, and runs it.
# usage: pkg_config.sh CONSUMER BUILD PREFIX (the compiler is $CXX)
set -eu
consumer=$1 build=$2 prefix=$3

rm -rf "$build"
mkdir "$build"
export PKG_CONFIG_LIBDIR="$prefix/share/pkgconfig"
flags=$(pkg-config --cflags foldwise)
version=$(pkg-config --modversion foldwise)
"$CXX" -std=c++20 -DPACKAGE_VERSION="\"$version\"" $flags "$consumer/main.cpp" -o "$build/consumer"
"$build/consumer"
