# Makes the one header, also with doors that it leaves out by default, and uses it as other projects
# do: alone, without a warning; in the program of this folder; and in the first program of the README,
# which must print the same as with the folder of headers.
# usage: amalgamation.sh CONSUMER BUILD SOURCE (the compiler is $CXX)
set -eu
consumer=$1 build=$2 source=$3

rm -rf "$build"
mkdir -p "$build/one/foldwise"
cd "$build"
"$source/tools/amalgamate.py" -o one/foldwise/foldwise.hpp
"$source/tools/amalgamate.py" mapped_file.hpp -o foldwise.hpp
"$source/tools/amalgamate.py" mapped_file.hpp maildir.hpp charset_cjk.hpp charset_iconv.hpp \
    ostream.hpp format.hpp -o all/foldwise.hpp

# As a source file, because compilers do not warn about what they find in a system header.
echo '#include "all/foldwise.hpp"' > alone.cpp
$CXX -std=c++20 -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Werror \
    -fno-exceptions -fno-rtti -fsyntax-only alone.cpp

version=$(sed -n 's/^#define FOLDWISE_VERSION "\(.*\)"$/\1/p' foldwise.hpp)
$CXX -std=c++20 -Ione -DPACKAGE_VERSION="\"$version\"" "$consumer/main.cpp" -o consumer
./consumer

# The header of a folder may follow: what it shares with the one header is not defined twice.
sed -e '/include <foldwise\/mapped_file/d' -e 's/<foldwise\/foldwise.hpp>/"foldwise.hpp"/' \
    "$source/examples/subjects.cpp" > subjects.cpp
if grep '<foldwise/' subjects.cpp; then exit 1; fi
$CXX -std=c++20 -I . subjects.cpp -o subjects
$CXX -std=c++20 -Ione -idirafter "$source/include" "$source/examples/subjects.cpp" -o mixed
$CXX -std=c++20 -I "$source/include" "$source/examples/subjects.cpp" -o subjects_of_folder
./subjects "$source/tests/data/demo.mbox" > one.txt
./mixed "$source/tests/data/demo.mbox" > mixed.txt
./subjects_of_folder "$source/tests/data/demo.mbox" > folder.txt
test -s folder.txt
cmp one.txt folder.txt
cmp mixed.txt folder.txt
