#!/usr/bin/env python3
"""Checks that a page shows what a program prints: its ```text blocks, joined, are the output.

    tests/page_output.py PAGE PROGRAM [ARGUMENT]...
"""

import difflib
import pathlib
import re
import subprocess
import sys


def shown_in(page):
    return "".join(re.findall(r"^```text\n(.*?)^```$", page, re.DOTALL | re.MULTILINE))


def main():
    name, *command = sys.argv[1:]
    shown = shown_in(pathlib.Path(name).read_text(encoding="utf-8"))
    got = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    if not shown:
        sys.exit(f"{name}: no block of text")
    lines = list(difflib.unified_diff(shown.splitlines(), got.splitlines(), name, command[0],
                                      lineterm=""))
    print("\n".join(lines))
    sys.exit(1 if lines else 0)


main()
