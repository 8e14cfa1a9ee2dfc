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

# Complete, and nothing besides: the tool is preprocessed, which finds each file.
tar xzf "$archive"
unpacked=$build/$(basename "$archive" .tar.gz)
test -e "$unpacked/LICENSE"
test ! -e "$unpacked/.ci"
$CXX -std=c++20 -I "$unpacked/include" -E "$unpacked/tools/foldwise.cpp" -o tool.ii
cmake -S "$unpacked" -B built -D CMAKE_CXX_COMPILER="$CXX" -D FOLDWISE_TOOL=OFF
cmake --install built --prefix prefix
sh "$unpacked/tests/consumers/pkg_config.sh" "$unpacked/tests/consumers" "$build/pkg_config" \
    "$build/prefix"

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
