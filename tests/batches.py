#!/usr/bin/env python3
"""Joins tests into batches, which compile in half the time: each header is read once a batch.

    tests/batches.py FOLDER TEST.cpp...

Writes the batches of each folder of tests to FOLDER, and prints their paths, one a line. A batch
includes all headers that its tests include, and then each test in a namespace of its own, since
tests use the same names. What must be outside of it is compiled alone: the files directly in tests/,
and a test that specializes a template of the library. A batch whose text stays the same is not
written again.
"""

import os
import re
import sys
from itertools import groupby
from pathlib import Path

SIZE = 50_000  # octets of tests in a batch: enough batches for a few cores, each under 1 GB to build


TESTS = Path(__file__).resolve().parent


def has_to_be_alone(test):
    return test.parent == TESTS or re.search(r"^template <>\n?.* foldwise::", test.read_text(), re.MULTILINE)


def headers(test):
    """The headers that a test includes, as they can be included from anywhere."""
    for header in re.findall(r'^#include ([<"].+[>"])', test.read_text(), re.MULTILINE):
        if header.startswith('"'):
            header = f'"{os.path.normpath(test.parent / header[1:-1])}"'
        yield header


def batches(tests):
    """The tests of a folder, in lists of about SIZE octets."""
    batch, size = [], 0
    for test in tests:
        if batch and size + test.stat().st_size > SIZE:
            yield batch
            batch, size = [], 0
        batch.append(test)
        size += test.stat().st_size
    yield batch


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    tests = sorted((Path(test).resolve() for test in sys.argv[2:]),
                   key=lambda test: (test.parent, test.name))
    alone = [test for test in tests if has_to_be_alone(test)]
    print(*alone, sep="\n")
    tests = [test for test in tests if test not in alone]
    for place, of_folder in groupby(tests, key=lambda test: test.parent):
        for number, batch in enumerate(batches(of_folder), 1):
            lines = [f"#include {header}" for header in
                     dict.fromkeys(header for test in batch for header in headers(test))]
            for test in batch:
                lines.append(f'namespace {test.stem}_test {{\n#include "{test}"\n}}')
            text = "\n".join(lines) + "\n"
            name = place.relative_to(TESTS)
            file = folder / f"{'-'.join(name.parts)}-{number}.cpp"
            if not file.exists() or file.read_text() != text:
                file.write_text(text)
            print(file)


if __name__ == "__main__":
    main()
