#!/usr/bin/env python3
"""Joins the headers of foldwise into one header, for projects that want a single file.

    amalgamate.py [DOOR...] [-o FILE]    writes to FILE, or to the standard output

The header has what foldwise/foldwise.hpp includes, and the given doors besides, such as
mapped_file.hpp. Doors that touch the operating system or have large tables are left out unless they
are given. Each part keeps its include guard, so a program that also includes a header of the folder
include/foldwise of the same version gets it once.
"""

import argparse
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
OURS = re.compile(r"#include <(foldwise/[^>]*)>")
FOREIGN = re.compile(r"#include (<[^>]*>)")


def split(path):
    """A header as its includes of foldwise, its unconditional foreign includes, and other lines."""
    ours, foreign, rest = [], [], []
    depth = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#if"):
            depth += 1
        elif line.startswith("#endif"):
            depth -= 1
        if found := OURS.match(line):
            ours.append(found[1])
        elif depth == 1 and (found := FOREIGN.match(line)):  # only the include guard is around it
            foreign.append(found[1])
        elif line or (rest and rest[-1]):
            rest.append(line)
    return ours, foreign, rest


def joined(doors):
    """The text of the one header."""
    foreign, parts, seen = set(), [], set()

    def add(name):
        if name in seen:
            return
        seen.add(name)
        ours, its_foreign, rest = split(ROOT / "include" / name)
        foreign.update(its_foreign)
        for other in ours:
            add(other)
        parts.append([f"// ---- {name}", "", *rest, ""])

    for door in ["foldwise.hpp", *doors]:
        add("foldwise/" + door)
    config = (ROOT / "include/foldwise/config.hpp").read_text(encoding="utf-8")
    version = re.search(r'FOLDWISE_VERSION "(.*)"', config)[1]
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8").splitlines()
    lines = [f"// foldwise {version}: reads Internet mail. One header, made by tools/amalgamate.py.",
             "//", *(f"// {line}".rstrip() for line in licence), "",
             "#ifndef FOLDWISE_AMALGAMATION_HPP", "#define FOLDWISE_AMALGAMATION_HPP", "",
             *(f"#include {name}" for name in sorted(foreign)), "",
             *(line for part in parts for line in part), "#endif"]
    return "\n".join(lines) + "\n"


def main():
    arguments = argparse.ArgumentParser(description="Joins the headers of foldwise into one.")
    arguments.add_argument("doors", nargs="*", metavar="DOOR",
                           help="a header beside foldwise.hpp, such as mapped_file.hpp")
    arguments.add_argument("-o", dest="output", type=pathlib.Path, metavar="FILE")
    given = arguments.parse_args()
    text = joined(given.doors)
    if given.output:
        given.output.parent.mkdir(parents=True, exist_ok=True)
        given.output.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
