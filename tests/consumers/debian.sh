# Builds the Debian packages from the release archive, checks them with lintian, and uses what they
# contain. Takes some minutes, so it is run by hand:
#     CXX=c++ sh tests/consumers/debian.sh tests/consumers build/debian .
# It needs the packages dpkg-dev, debhelper, lintian, cmake and pkg-config.
# usage: debian.sh CONSUMER BUILD SOURCE (the compiler is $CXX)
set -eu
consumer=$(realpath "$1") build=$(realpath -m "$2") source=$(realpath "$3")

rm -rf "$build"
mkdir -p "$build"
name=$("$source/tools/packaging/archive.sh" "$build")
cd "$build"
folder=$(basename "$name" .tar.gz)
version=${folder#foldwise-}
mv "$name" "foldwise_$version.orig.tar.gz"
tar xzf "foldwise_$version.orig.tar.gz"
cp -R "$folder/tools/packaging/debian" "$folder/debian"
(cd "$folder" && dpkg-buildpackage --no-sign)
# The packages are not for an upload to Debian, which these two tags are about.
lintian --fail-on error,warning,info \
    --suppress-tags initial-upload-closes-no-bugs,bad-distribution-in-changes-file ./*.changes

for package in ./*.deb; do dpkg-deb --extract "$package" root; done
root/usr/bin/foldwise count "$source/tests/data/demo.mbox"
test -e root/usr/share/man/man1/foldwise.1.gz
sh "$consumer/pkg_config.sh" "$consumer" "$build/pkg_config" "$build/root/usr"
cmake -S "$consumer" -B find_package -D CMAKE_CXX_COMPILER="$CXX" -D foldwise_ROOT="$build/root/usr"
cmake --build find_package
find_package/consumer
