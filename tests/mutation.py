#!/usr/bin/env python3
"""Breaks the library in one place at a time, and checks that the unit tests notice.

    tests/mutation.py                     the rooms message, address, mime, auth, dkim and dmarc
    tests/mutation.py address dmarc       these rooms
    tests/mutation.py mime/body_text.hpp  one header, with the tests of its room
    tests/mutation.py --again             only the mutants that survived the last run
    tests/mutation.py --list              prints the mutants, and runs nothing
    tests/mutation.py --self-test         checks the script, and that the list of survivors fits

Each condition is negated, each boundary of a comparison is moved by one, and each constant is
changed. With --forced, each condition is forced to be true and to be false instead of negated,
which finds conditions of which the tests see one side only, and many that only save work.

To compile thousands of mutants one by one would take days. So this compiles a copy of the headers
in which each such place has a switch (tests/mutation/switch.hpp), together with the unit tests of
the room, and runs the one program once for each mutant: the tests that mirror the header first,
then the others of the room that reach the place.

A mutant that no test notices has survived. tests/mutation/survivors.tsv says of each survivor why
it makes no difference, or that a test is missing. The script fails if another one survives, and if
a mutant of the list does not survive. See docs/mutation.md.
"""

import argparse
import concurrent.futures
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import time

TESTS = pathlib.Path(__file__).resolve().parent
ROOT = TESTS.parent
sys.path.insert(0, str(TESTS / "mutation"))
sys.dont_write_bytecode = True  # no folder __pycache__ beside the sources
import points  # noqa: E402
import self_test  # noqa: E402

ROOMS = ["message", "address", "mime", "auth", "dkim", "dmarc"]
LIST = TESTS / "mutation" / "survivors.tsv"
SECONDS = 2     # of processor time that a mutant may take more than three times the usual time
STEPS = 50_000  # switches that a mutant may pass more than three times the usual number
MEMORY = 4 << 30
GAP = "not tested yet"  # a reason that starts with this admits that a test is missing
SLOW = 0.1      # seconds from which a test case runs only if the others do not notice a mutant


def write(file, text):
    """Writes a file, unless it has this text: what depends on it need not be built again."""
    if not file.exists() or file.read_text() != text:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


class Room:
    def __init__(self, name, forced, build, compiler, jobs):
        self.name, self.compiler, self.jobs = name, compiler, jobs
        self.build = build / (name + "-forced" if forced else name)
        self.headers, self.mutants = {}, []
        for file in sorted((ROOT / "include" / "foldwise" / name).rglob("*.hpp")):
            path = file.relative_to(ROOT / "include" / "foldwise").as_posix()
            self.headers[path] = points.Header(file.read_text(), forced)
            self.mutants += self.headers[path].mutants(path, len(self.mutants) + 1)
        self.dropped = set()  # numbers of points that do not compile
        # The tests of this room that need no files from outside of the project.
        self.tests = [file for file in sorted((TESTS / name).rglob("*.cpp"))
                      if not file.name.endswith("_corpus.cpp")]

    # ---- Building

    def write_headers(self):
        include = self.build / "include"
        for file in (ROOT / "include").rglob("*.hpp"):
            path = file.relative_to(ROOT / "include" / "foldwise").as_posix()
            header = self.headers.get(path)
            write(include / "foldwise" / path,
                  header.switched(self.dropped) if header else file.read_text())

    def command(self, source):
        clang = "clang" in self.compiler
        return [*self.compiler.split(), "-std=c++20", "-O1", "-w",
                "-ferror-limit=0" if clang else "-fmax-errors=0",
                "-Wno-c++11-narrowing" if clang else "-Wno-narrowing",
                "-DFOLDWISE_RUN_TIME_CASES", "-D_GLIBCXX_ASSERTIONS",
                f"-DFOLDWISE_MUTANTS={len(self.mutants)}", f'-DFOLDWISE_SOURCE_DIR="{ROOT}"',
                '-DFOLDWISE_TOOL_PATH="foldwise"', "-include", str(TESTS / "mutation/switch.hpp"),
                f"-I{self.build}/include", "-c", str(source)]

    def object(self, source):
        return self.build / f"{source.stem}.o"

    def compile(self, source):
        """Compiles a test unless it has been. Returns the lines of headers that have errors."""
        target = self.object(source)
        needed = target.with_suffix(".d")
        if target.exists() and needed.exists():
            files = needed.read_text().replace("\\\n", " ").split()[1:]
            if all(os.path.exists(file) and os.path.getmtime(file) < os.path.getmtime(target)
                   for file in files):
                return set()
        found = subprocess.run([*self.command(source), "-MMD", "-MF", needed, "-o", target],
                               stderr=subprocess.PIPE, text=True, check=False,
                               env=os.environ | {"LC_ALL": "C"})
        if found.returncode == 0:
            return set()
        target.unlink(missing_ok=True)
        places = set()
        include = f"{self.build}/include/foldwise/"
        for line in found.stderr.splitlines():
            for part in line.replace("In file included from", "").split():
                if part.startswith(include):
                    path, number = (part.removeprefix(include).split(":") + ["", ""])[:2]
                    if path in self.headers and number.rstrip(",").isdigit():
                        places.add((path, int(number.rstrip(","))))
        if not places:
            sys.exit(f"{source} does not compile:\n{found.stderr}")
        return places

    def drop(self, places):
        """Drops the points on these lines: their switches do not compile."""
        count = len(self.dropped)
        for path, header in self.headers.items():
            lines = {line for file, line in places if file == path}
            for point in header.points.values():
                if lines & set(point.lines):
                    self.dropped.add(point.number)
        if len(self.dropped) == count:
            sys.exit(f"{self.name}: errors on lines without switches: {sorted(places)}")

    def build_program(self):
        kept = self.build / "dropped.txt"
        self.program = self.build / "tests"
        shape = f"{[mutant.key for mutant in self.mutants]}"
        if kept.exists() and kept.read_text().split("\n")[0] == shape:
            self.dropped = {int(number) for number in kept.read_text().split("\n")[1].split()}
        batches = subprocess.run([sys.executable, TESTS / "batches.py", self.build / "batches",
                                  *self.tests], check=True, stdout=subprocess.PIPE, text=True)
        sources = [TESTS / "main.cpp", *map(pathlib.Path, filter(None, batches.stdout.split("\n")))]
        while True:
            self.write_headers()
            with concurrent.futures.ThreadPoolExecutor(self.jobs) as pool:
                places = set().union(*pool.map(self.compile, sources))
            if not places:
                break
            self.drop(places)
        write(kept, shape + "\n" + " ".join(map(str, sorted(self.dropped))))
        subprocess.run([*self.compiler.split(), *map(self.object, sources), "-o", self.program],
                       check=True)
        dropped = {number for header in self.headers.values() for point in header.points.values()
                   if point.number in self.dropped
                   for number in range(point.number, point.number + len(header.changes(point)))}
        self.mutants = [mutant for mutant in self.mutants if mutant.number not in dropped]

    # ---- Running

    def run(self, tests, which, mutant=0, seconds=600, steps=1 << 62, reached=None):
        """Whether the test cases in these files pass, without or with the slow ones."""
        def limit():
            resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 2))
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        environment = os.environ | {"FOLDWISE_MUTANT": str(mutant),
                                    "FOLDWISE_MUTANT_STEPS": str(steps)}
        if reached:
            environment["FOLDWISE_MUTANTS_REACHED"] = str(reached)
        files = ",".join(f"*{test.relative_to(ROOT)}" for test in tests)
        done = subprocess.run([self.program, f"--source-file={files}", *which, "--abort-after=1"],
                              env=environment, preexec_fn=limit, check=False, cwd=self.build,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return done.returncode == 0

    def find_slow_cases(self):
        timed = subprocess.run([self.program, "--duration=true"], check=False, cwd=self.build,
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        slow = [line.split(" s: ", 1)[1].replace(",", "?") for line in timed.stdout.splitlines()
                if re.match(r"[0-9.]+ s: ", line) and float(line.split()[0]) > SLOW]
        names = ",".join(slow or ["(none)"])
        self.quick, self.slow = [f"--test-case-exclude={names}"], [f"--test-case={names}"]

    def measure(self):
        """For each file of tests, the time and steps that it takes, and what it reaches."""
        self.find_slow_cases()
        self.costs, self.reached = {}, {}
        for test in self.tests:
            for which in self.quick, self.slow:
                file = self.build / "reached"
                before = resource.getrusage(resource.RUSAGE_CHILDREN)
                if not self.run([test], which, reached=file):
                    sys.exit(f"{test} fails without a mutant")
                after = resource.getrusage(resource.RUSAGE_CHILDREN)
                octets = file.read_bytes()
                seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
                self.costs[test, which[0]] = seconds, int(octets[:20])
                self.reached[test, which[0]] = octets[20:]

    def survives(self, mutant):
        """None if a test notices the mutant; "survived", or "not reached"."""
        mirror = TESTS / mutant.file.replace(".hpp", ".cpp")
        fate = "not reached"
        for which in self.quick, self.slow:
            reaching = [test for test in self.tests if self.reached[test, which[0]][mutant.number]]
            for group in [mirror], [test for test in reaching if test != mirror]:
                if not group or group == [mirror] and mirror not in reaching:
                    continue
                costs = [self.costs[test, which[0]] for test in group]
                seconds, steps = (sum(each) for each in zip(*costs))
                fate = "survived"
                if not self.run(group, which, mutant.number, SECONDS + 3 * seconds,
                                STEPS + 3 * steps):
                    return None
        return fate


def explanations():
    """The mutants that are known to survive, and why."""
    found = {}
    for line in LIST.read_text().splitlines():
        if line and not line.startswith("#"):
            *key, why = line.split("\t")
            if len(key) != 3 or not why.strip() or tuple(key) in found:
                sys.exit(f"{LIST}: this line is not one of file, line, mutation and reason, "
                         f"or it is there twice:\n{line}")
            found[tuple(key)] = why
    return found


def examine(room, wanted, listed):
    """Runs the mutants of a room. Returns the figures, and the faults."""
    started = time.time()
    room.build_program()
    room.measure()
    mutants = [mutant for mutant in room.mutants if wanted(mutant)]
    with concurrent.futures.ThreadPoolExecutor(room.jobs) as pool:
        fates = []
        for fate in pool.map(room.survives, mutants):
            fates.append(fate)
            if fate:
                mutant = mutants[len(fates) - 1]
                print(f"{mutant.file}:{mutant.line}: {mutant.key[2]}  ({fate})", file=sys.stderr,
                      flush=True)
            if len(fates) % 100 == 0:
                print(f"{room.name}: {len(fates)} of {len(mutants)}", file=sys.stderr, flush=True)
    survivors = [(mutant, fate) for mutant, fate in zip(mutants, fates) if fate]
    write(room.build / "survivors.tsv", "".join("\t".join(mutant.key) + "\n"
                                                for mutant, _ in survivors))
    faults = [f"foldwise/{mutant.file}:{mutant.line}: {mutant.key[2]}  ({fate})\n"
              f"    {mutant.key[1]}"
              for mutant, fate in survivors if mutant.key not in listed]
    survived = {mutant.key for mutant, _ in survivors}
    for mutant in mutants:
        if mutant.key in listed and mutant.key not in survived:
            faults.append(f"explained in {LIST.name}, but a test notices it: " +
                          "  ".join(mutant.key))
    gaps = sum(listed.get(key, "").startswith(GAP) for key in survived)
    unexplained = len(survived - listed.keys())
    print(f"{room.name}: {len(mutants)} mutants, {len(mutants) - len(survivors)} noticed, "
          f"{len(survivors) - gaps - unexplained} without effect, {gaps} not tested yet, "
          f"{unexplained} unexplained ({time.time() - started:.0f} s)", flush=True)
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="*", default=ROOMS, metavar="ROOM|HEADER")
    parser.add_argument("--again", action="store_true", help="only what survived the last run")
    parser.add_argument("--forced", action="store_true", help="conditions always true or false")
    parser.add_argument("--list", action="store_true", help="print the mutants, and run nothing")
    parser.add_argument("--self-test", action="store_true", help="check the script")
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build" / "mutation")
    parser.add_argument("--compiler", default=os.environ.get("CXX") or
                        shutil.which("clang++-19") or "c++")
    parser.add_argument("--jobs", type=int, default=1)
    arguments = parser.parse_args()
    listed = explanations()
    names = list(dict.fromkeys(what.split("/")[0] for what in arguments.what))
    rooms = [Room(name, arguments.forced, arguments.build.resolve(), arguments.compiler,
                  arguments.jobs) for name in names]
    if arguments.self_test:
        faults = list(self_test.faults(rooms, listed))
        print(*faults or ["no fault"], sep="\n")
        return 1 if faults else 0
    if arguments.list:
        for mutant in (mutant for room in rooms for mutant in room.mutants):
            print(f"foldwise/{mutant.file}:{mutant.line}: {mutant.key[2]}")
        return 0
    faults = []
    for room in rooms:
        wanted = arguments.what
        if arguments.again:
            lines = (room.build / "survivors.tsv").read_text().splitlines()
            last = {tuple(line.split("\t")) for line in lines}
        faults += examine(room, lambda mutant: (
            (mutant.file in wanted or room.name in wanted) and
            (not arguments.again or mutant.key in last)), listed)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
