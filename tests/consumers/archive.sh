# Makes the release archive, unpacks it, and uses it as other projects do: installed with CMake, with
# FetchContent, and as a Meson wrap. Status 77 where the sources are in no git repository.
# usage: archive.sh CONSUMER BUILD SOURCE (the compiler is $CXX)
set -eu
consumer=$1 build=$2 source=$3

rm -rf "$build"
mkdir -p "$build/wrap/subprojects/packagecache"
cd "$build"
export CMAKE_GENERATOR=Ninja
status=0
"$source/tools/packaging/archive.sh" "$build" > name || status=$?
if [ $status = 77 ]; then
    echo "no git repository"
    exit 77
fi
archive=$build/$(cat name)
hash=$(sha256sum "$archive" | cut -d ' ' -f 1)

# Complete: the tool is preprocessed, which finds each file.
tar xzf "$archive"
unpacked=$build/$(basename "$archive" .tar.gz)
test -e "$unpacked/LICENSE"
$CXX -std=c++20 -I "$unpacked/include" -E "$unpacked/tools/foldwise.cpp" -o tool.ii

# Installed, as another version. The consumer compares the versions of the package and the headers.
cp -R "$unpacked" next
next/tools/packaging/set_version.sh 98.7.65
for file in include/foldwise/config.hpp tools/packaging/vcpkg/foldwise/vcpkg.json \
    tools/debuggers/foldwise.natvis tools/packaging/debian/changelog; do
    if cmp "next/$file" "$unpacked/$file"; then exit 1; fi
done
grep -qx '#define FOLDWISE_ABI v98_7_65' next/include/foldwise/config.hpp
cmake -S next -B built -D CMAKE_CXX_COMPILER="$CXX" -D FOLDWISE_TOOL=OFF
cmake --install built --prefix prefix
sh "$consumer/pkg_config.sh" "$consumer" "$build/pkg_config" "$build/prefix"
grep -q 'Version: 98.7.65' prefix/share/pkgconfig/foldwise.pc

# FetchContent
cmake -S "$consumer" -B fetch_content -D CMAKE_CXX_COMPILER="$CXX" -D ARCHIVE="$archive" \
    -D ARCHIVE_SHA256="$hash"
cmake --build fetch_content
fetch_content/consumer

# A wrap. Meson takes the archive from packagecache instead of the network.
cp "$consumer/main.cpp" "$consumer/meson.build" wrap
cp "$archive" wrap/subprojects/packagecache
sed -e "s/HASH/$hash/" -e "s/VERSION/$(basename "$unpacked" | cut -d - -f 2)/" \
    "$source/tools/packaging/foldwise.wrap" > wrap/subprojects/foldwise.wrap
meson setup wrap/build wrap
meson test -C wrap/build --print-errorlogs
