# Stops a program in gdb, and compares how gdb shows its variables. Checks the names in the natvis
# file, too. Status 77 where gdb is missing or
# must not trace programs.
# usage: debugger.sh CONSUMER BUILD SOURCE (the compiler is $CXX)
set -eu
consumer=$1/debugger build=$2 source=$3

command -v gdb > /dev/null || exit 77
rm -rf "$build"
mkdir -p "$build"
cd "$build"
$CXX -std=c++20 -g -O0 -I "$source/include" "$consumer/main.cpp" -o program

sed -n 's/^\([a-z]*\) = .*/printf "\1 = "\noutput \1\nprintf "\\n"/p' "$consumer/expected.txt" > show
gdb -nx -batch -ex "source $source/tools/debuggers/gdb.py" -ex "set debuginfod enabled off" \
    -ex "break stop" -ex run -ex up -ex "source show" \
    -ex "source $consumer/natvis.py" ./program > all.txt 2> errors.txt ||
    { cat all.txt errors.txt; exit 1; }
if grep -qi 'ptrace: Operation not permitted' all.txt errors.txt; then exit 77; fi
grep -E '^[a-z]+ = ' all.txt > shown.txt || { cat all.txt errors.txt; exit 1; }
diff "$consumer/expected.txt" shown.txt
grep -qx "natvis: True" all.txt || { cat errors.txt; exit 1; }
