#!/usr/bin/env python3
"""Which lines of include/ the unit tests and the seeds of the fuzz targets run.

    tests/coverage.py                 builds the preset `coverage`, runs the tests, prints a table
    tests/coverage.py --lines         also lists the lines that are not run
    tests/coverage.py --check 98      fails if less than 98 % of the lines are run
    tests/coverage.py --seeds         only the seeds, which takes much less time to build

Lines are those of clang's source-based coverage: lines with code that is compiled for run time. A
template that nothing uses has none. Cases of the unit tests that are only evaluated at compile time
do not count.
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


def ranges_of(numbers):
    """[3, 4, 5, 9] as "3-5, 9"."""
    found = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in found)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", action="store_true", help="without the unit tests")
    parser.add_argument("--lines", action="store_true", help="list the lines that are not run")
    parser.add_argument("--check", type=float, metavar="PERCENT", help="fail below")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    arguments = parser.parse_args()
    build(arguments.seeds, arguments.jobs)
    run(arguments.seeds, arguments.jobs)
    programs = [file for file in (BUILD / "bin").iterdir()
                if os.access(file, os.X_OK) and re.match("foldwise|fuzz_", file.name)]
    lines = lines_run(programs)
    all_lines = all_run = 0
    for path, counts in sorted(lines.items()):
        missed = sorted(number for number, was_run in counts.items() if not was_run)
        all_lines += len(counts)
        all_run += len(counts) - len(missed)
        if missed:
            print(f"{path}: {len(missed)} of {len(counts)} lines are not run")
            if arguments.lines:
                print(f"    {ranges_of(missed)}")
    percent = 100 * all_run / max(all_lines, 1)
    print(f"{percent:.2f} % of {all_lines} lines are run")
    sys.exit(1 if arguments.check is not None and percent < arguments.check else 0)


if __name__ == "__main__":
    main()
