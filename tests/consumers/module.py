#!/usr/bin/env python3
"""Builds the module foldwise with clang 19 and uses it in a program. Checks that importing it takes
less time than including <string>.

    module.py CONSUMER BUILD SOURCE

The status is 77 where clang 19 is missing.
"""

import pathlib
import re
import resource
import shutil
import subprocess
import sys

COMPILER = "clang++-19"
FLAGS = ["-std=c++20", "-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wsign-conversion",
         "-Wshadow", "-Werror"]


def compile_with(*arguments):
    """Runs the compiler, and returns the processor time that it took."""
    def spent():
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime
    before = spent()
    subprocess.run([COMPILER, *FLAGS, *arguments], check=True)
    return spent() - before


def standard_headers(text):
    return set(re.findall(r"^#include (<\w+>)", text, re.MULTILINE))


def check_headers(source, module):
    """The module includes what the headers include, before its first declaration."""
    one = subprocess.run([source / "tools/amalgamate.py"], stdout=subprocess.PIPE, text=True,
                         check=True).stdout
    wanted = standard_headers(one.partition("// ---- foldwise/")[0])
    listed = standard_headers(module.read_text(encoding="utf-8"))
    if wanted != listed:
        sys.exit(f"{module}: should include {wanted - listed}, and not {listed - wanted}")


def main():
    consumer, build, source = (pathlib.Path(argument) for argument in sys.argv[1:])
    if not shutil.which(COMPILER):
        return 77
    module = source / "include/foldwise/foldwise.cppm"
    check_headers(source, module)

    shutil.rmtree(build, ignore_errors=True)
    build.mkdir(parents=True)
    include = f"-I{source / 'include'}"
    interface = build / "foldwise.pcm"
    use = f"-fmodule-file=foldwise={interface}"
    compile_with(include, "--precompile", module, "-o", interface)
    compile_with("-c", interface, "-o", build / "foldwise.o")
    compile_with(use, "-c", consumer / "module/main.cpp", "-o", build / "main.o")
    compile_with(include, build / "main.o", build / "foldwise.o", consumer / "module/other.cpp",
                 "-o", build / "program")
    subprocess.run([build / "program"], check=True)

    def least_time(name, text, *arguments):
        path = build / name
        path.write_text(text, encoding="utf-8")
        return min(compile_with("-fsyntax-only", *arguments, path) for _ in range(5))
    imported = least_time("import.cpp", "import foldwise;\n"
                          "foldwise::message const* m;\n", use)
    included = least_time("string.cpp", "#include <string>\n")
    print(f"importing foldwise takes {imported:.3f} s, including <string> {included:.3f} s")
    return 0 if imported < included else 1


if __name__ == "__main__":
    sys.exit(main())
