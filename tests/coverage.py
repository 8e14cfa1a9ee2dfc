#!/usr/bin/env python3
"""Which lines of include/ the unit tests and the seeds of the fuzz targets run.

    tests/coverage.py                 builds the preset `coverage`, runs the tests, prints a table
    tests/coverage.py --lines         also prints the lines that are not run
    tests/coverage.py --check 98      fails if less than 98 % of the lines are run, or if a line is
                                      neither run nor explained
    tests/coverage.py --seeds         only the seeds, which takes much less time to build
    tests/coverage.py --no-build      with the programs of the last time

Lines are those of clang's source-based coverage: lines with code that is compiled for run time. A
template that nothing uses has none. Cases of the unit tests that are only evaluated at compile time
do not count, nor do lines without code: comments, directives, `else`, closing braces, and conditions
that the compiler decides.

tests/coverage_explained.tsv says why lines are not run. Each line there has four columns, separated
by tabs: a header, the number of adjacent lines that are not run, the text of the first of them, and
the reason.
"""

import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "coverage"
PROFILES = BUILD / "profiles"
EXPLAINED = ROOT / "tests" / "coverage_explained.tsv"


def build(only_seeds, jobs):
    subprocess.run(["cmake", "--preset", "coverage"], cwd=ROOT, check=True)
    targets = ["fuzz/all"] if only_seeds else ["foldwise_tests", "fuzz/all"]
    subprocess.run(["cmake", "--build", BUILD, "-j", str(jobs), "--target", *targets], check=True)


def run(only_seeds, jobs):
    """Runs the tests; each program adds its counts to one file."""
    shutil.rmtree(PROFILES, ignore_errors=True)
    PROFILES.mkdir(parents=True)
    pattern = "^fuzz_" if only_seeds else "^(fuzz_|foldwise_tests)"
    subprocess.run(["ctest", "--test-dir", BUILD, "-R", pattern, "-j", str(jobs)], check=False,
                   env=os.environ | {"LLVM_PROFILE_FILE": f"{PROFILES}/%m.profraw"})


def lines_run(programs):
    """By file and line, whether the line was run."""
    merged = BUILD / "merged.profdata"
    subprocess.run(["llvm-profdata-19", "merge", "--failure-mode=all", "-o", merged,
                    *PROFILES.glob("*.profraw")], check=True)
    lines = {}
    for program in programs:  # one at a time, since all together need much memory
        text = subprocess.run(["llvm-cov-19", "export", "--format=lcov", "--skip-functions",
                               f"--instr-profile={merged}", program], check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
        counts = None
        for line in text.splitlines():
            if line.startswith("SF:"):
                path = pathlib.Path(line[3:])
                within = path.is_relative_to(ROOT / "include")
                counts = lines.setdefault(path.relative_to(ROOT / "include"), {}) if within else None
            elif counts is not None and line.startswith("DA:"):
                number, count = line[3:].split(",")[:2]
                counts[int(number)] = counts.get(int(number), False) or int(count) > 0
    return lines


NO_CODE = re.compile(r"\s*(//.*|#.*|[})\];]*|(} )?else( {)?|(} else )?if constexpr .*)?")


def with_code(lines):
    """The same without lines that have no code."""
    for path, counts in lines.items():
        text = (ROOT / "include" / path).read_text().splitlines()
        lines[path] = {number: was_run for number, was_run in counts.items()
                       if not NO_CODE.fullmatch(text[number - 1])}
    return lines


def runs_of(numbers):
    """[3, 4, 5, 9] as [[3, 4, 5], [9]]."""
    runs = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def explained():
    """The rows of the file of explanations: (header, number of lines, text of the first one)."""
    rows = set()
    for line in EXPLAINED.read_text().splitlines():
        if line and not line.startswith("#"):
            header, count, text, _reason = line.split("\t")
            rows.add((header, int(count), text))
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", action="store_true", help="without the unit tests")
    parser.add_argument("--lines", action="store_true", help="print the lines that are not run")
    parser.add_argument("--check", type=float, metavar="PERCENT", help="fail below")
    parser.add_argument("--no-build", action="store_true", help="with the programs of the last time")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    arguments = parser.parse_args()
    if not arguments.no_build:
        build(arguments.seeds, arguments.jobs)
    run(arguments.seeds, arguments.jobs)
    programs = [file for file in (BUILD / "bin").iterdir()
                if os.access(file, os.X_OK) and re.match("foldwise|fuzz_", file.name)]
    lines = with_code(lines_run(programs))
    unexplained, unused = [], explained()
    all_lines = all_run = 0
    for path, counts in sorted(lines.items()):
        missed = sorted(number for number, was_run in counts.items() if not was_run)
        all_lines += len(counts)
        all_run += len(counts) - len(missed)
        if not missed:
            continue
        print(f"{path}: {len(missed)} of {len(counts)} lines are not run")
        text = (ROOT / "include" / path).read_text().splitlines()
        for numbers in runs_of(missed):
            first = text[numbers[0] - 1].strip()
            row = (str(path), len(numbers), first)
            if row in explained():
                unused.discard(row)
            else:
                unexplained.append(row)
            if arguments.lines:
                mark = " " if row in explained() else "?"
                for number in numbers:
                    print(f"  {mark} {number:4}  {text[number - 1]}")
    percent = 100 * all_run / max(all_lines, 1)
    print(f"{percent:.2f} % of {all_lines} lines are run")
    if not arguments.seeds:
        for what, rows in (("not explained", unexplained), ("not found", sorted(unused))):
            for header, count, text in rows:
                print(f"{what}: {header}\t{count}\t{text}")
    if arguments.check is not None:
        complete = arguments.seeds or not unexplained and not unused
        sys.exit(0 if complete and percent >= arguments.check else 1)


if __name__ == "__main__":
    main()
