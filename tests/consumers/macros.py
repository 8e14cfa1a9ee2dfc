#!/usr/bin/env python3
"""Checks which macros a program gets from foldwise: the include guards, and those that config.hpp
defines. All headers are included, and the compiler says in which file each macro was defined.

Also checks that all headers compile after other libraries' macros with common names.

    macros.py INCLUDE    (the compiler is $CXX)
"""

import os
import pathlib
import re
import subprocess
import sys


# Of Qt, of Windows, of X11, and of C libraries.
FOREIGN = """
slots= signals=public emit= foreach=for forever=for(;;)
min(a,b)=((a)<(b)?(a):(b)) max(a,b)=((a)>(b)?(a):(b)) near= far= small=char interface=struct IN= OUT=
OPTIONAL= ERROR=0 NO_ERROR=0 DELETE=1 CONST=const VOID=void TRUE=1 FALSE=0 DOMAIN=1 OVERFLOW=3 IGNORE=0
STRICT=1
None=0L Bool=int Status=int Success=0 Always=2 Complex=0 True=1 False=0
major(d)=0 minor(d)=0 makedev(a,b)=0 unix=1 linux=1 I=1 B0=0 _B=1 _C=2 _L=3 _N=4 _U=5 _X=6
"""


def compiles_after_foreign_macros(include, headers):
    """Standard headers come first: they need not work with such macros."""
    text = "".join(pathlib.Path(include, header).read_text() for header in headers)
    standard = sorted(set(re.findall(r"^#include (<[\w/.]+>)", text, re.MULTILINE))
                      - {f"<{header}>" for header in headers} - {"<arm_neon.h>"})
    text = "".join(f"#if __has_include({name})\n#include {name}\n#endif\n" for name in standard)
    for macro in FOREIGN.split():
        name, _, meaning = macro.partition("=")
        text += f"#undef {name.partition('(')[0]}\n#define {name} {meaning}\n"
    text += "".join(f"#include <{header}>\n" for header in headers)
    command = [os.environ.get("CXX", "c++"), "-std=c++20", "-I", include, "-fsyntax-only", "-x", "c++",
               "-"]
    return subprocess.run(command, input=text, text=True, check=False).returncode == 0


def macros_of(include, text):
    """The names that are defined at the end, each with the header of foldwise that defined it."""
    command = [os.environ.get("CXX", "c++"), "-std=c++20", "-I", include, "-E", "-dD", "-x", "c++", "-"]
    output = subprocess.run(command, input=text, stdout=subprocess.PIPE, text=True, check=True).stdout
    found = {}
    header = None
    for line in output.splitlines():
        if place := re.match(r'# \d+ "(.*?)"', line):
            _, ours, below = place[1].partition(include + "/foldwise/")
            header = below if ours else None
        elif defined := re.match(r"#define (\w+)", line):
            found[defined[1]] = header
        elif undefined := re.match(r"#undef (\w+)", line):
            found.pop(undefined[1], None)
    return {name: header for name, header in found.items() if header}


def guard_of(header):
    return "FOLDWISE_" + re.sub(r"\W", "_", header).upper()


def leaks(found):
    return sorted(f"{header} defines {name}" for name, header in found.items()
                  if name != guard_of(header)
                  and not (header == "config.hpp" and name.startswith("FOLDWISE_")))


def main():
    include = sys.argv[1].rstrip("/")
    headers = sorted(str(path.relative_to(include))
                     for path in pathlib.Path(include, "foldwise").rglob("*.hpp"))
    text = "".join(f"#include <{header}>\n" for header in headers)
    found = macros_of(include, text)
    missing = [header for header in headers if guard_of(header.removeprefix("foldwise/")) not in found]
    problems = leaks(found) + [f"{header} was not read" for header in missing]
    # That a leak is found: the same, with a macro that a header of foldwise might define.
    example = {**found, "LEAK": "base/line.hpp", "FOLDWISE_LEAK": "base/line.hpp"}
    if len(leaks(example)) != len(leaks(found)) + 2:
        problems.append("a leak would not be found")
    if not compiles_after_foreign_macros(include, headers):
        problems.append("a name in these headers is a macro of another library")
    print("\n".join(problems) or f"{len(found)} macros, {len(headers)} of them include guards")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
