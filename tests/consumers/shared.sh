# Builds two shared libraries with different versions of foldwise, and a program that uses both: with
# the usual visibility, where the libraries must not share any function of foldwise, and with
# -fvisibility=hidden, where no function of foldwise may be visible at all.
# usage: shared.sh CONSUMER BUILD SOURCE (the compiler is $CXX)
set -eu
consumer=$1/shared build=$2 source=$3

rm -rf "$build"
mkdir -p "$build/other"
cd "$build"
cp -R "$source/include/foldwise" other/foldwise
sed -i 's/^#define FOLDWISE_ABI .*/#define FOLDWISE_ABI v987_6_5/' other/foldwise/config.hpp

# The names of foldwise in the table of a shared library, one a line.
names() { nm -D --defined-only "$1" | sed -n 's/.* //; /8foldwise/p' | sort; }

for visibility in default hidden; do
    mkdir $visibility
    for version in one other; do
        include=$source/include
        if [ $version = other ]; then include=other; fi
        $CXX -std=c++20 -fPIC -shared -fvisibility=$visibility \
            -DFUNCTION=read_with_$version -I $include \
            "$consumer/library.cpp" -o $visibility/lib$version.so
        names $visibility/lib$version.so > $visibility/$version.names
    done
    $CXX -std=c++20 -fvisibility=$visibility -I "$source/include" "$consumer/main.cpp" \
        -L $visibility -Wl,-rpath,"$build/$visibility" -lone -lother -o $visibility/program
    $visibility/program
done
test -s default/one.names
test -s default/other.names
if [ -n "$(comm -12 default/one.names default/other.names)" ]; then
    echo "both libraries have the functions:"
    comm -12 default/one.names default/other.names
    exit 1
fi
# The standard library makes its own templates visible, also those for the types of foldwise.
if grep '^_Z[^S]*8foldwise' hidden/one.names hidden/other.names; then
    echo "these functions are visible"
    exit 1
fi
