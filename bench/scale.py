#!/usr/bin/env python3
"""Measures the tool on a large mailbox, with one job and with two, beside a plain copy.

    bench/scale.py [--build DIR] [--mib N] [--rounds N] [--write]

The mailbox is read from the page cache, and from the disk (its pages are dropped before each run).
The plain copy is dd with blocks of 1 MiB, by one process or by two that share the file: nothing
that reads the file can be faster than the disk or, from the page cache, much faster than the
memory. Output of the commands goes to /dev/null. All are run in turn; the best speed of the rounds
counts. "Processors" is processor time divided by elapsed time: less than the number of jobs where
they wait. With --write the table goes into docs/performance.md.
"""

import argparse
import datetime
import os
import resource
import subprocess
import tempfile
import time
from pathlib import Path

import readme
import table

HERE = Path(__file__).resolve().parent
COMMANDS = [("count", 1), ("ls", 1), ("ls", 2), ("json", 1), ("json", 2)]


def drop_pages(name):
    with open(name, "rb") as file:
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def measured(commands):
    """Elapsed seconds until all commands have ended, and their processor time."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    running = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for command in commands]
    if any([process.wait() for process in running]):
        raise SystemExit(f"{commands} failed")
    took = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def copies(name, size, jobs):
    ends = [size * k // jobs for k in range(jobs + 1)]
    return [["dd", f"if={name}", "of=/dev/null", "bs=1M", "iflag=skip_bytes,count_bytes",
             f"skip={first}", f"count={last - first}", "status=none"]
            for first, last in zip(ends, ends[1:])]


def runs(tool, name, size):
    """Each row of the table: what it is called, with how many jobs, and its commands."""
    yield from (("plain copy", jobs, copies(name, size, jobs)) for jobs in (1, 2))
    for command, jobs in COMMANDS:
        more = ["--jobs", str(jobs)] if jobs > 1 else []
        yield f"`{command}`", jobs, [[tool, command, *more, name]]


def rows_of(tool, name, kind, rounds):
    size = os.path.getsize(name)
    best = {}
    for _ in range(rounds):
        for source in ("page cache", "disk"):
            for what, jobs, commands in runs(tool, name, size):
                if source == "disk":
                    drop_pages(name)
                took = measured(commands)
                key = (what, jobs, source)
                best[key] = min(best.get(key, took), took)
    for what, jobs, _ in runs(tool, name, size):
        cells = []
        for source in ("page cache", "disk"):
            took, used = best[what, jobs, source]
            copied, _ = best["plain copy", jobs, source]
            cells += [f"{size / took / 1e9:.2g} GB/s", f"{copied / took:.2g}", f"{used / took:.2g}"]
        yield f"| {what} | {kind} | {jobs} | {' | '.join(cells)} |"


def main():
    options = argparse.ArgumentParser(description=__doc__,
                                      formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--build", type=Path, default=HERE.parent / "build/release", metavar="DIR",
                         help="the build directory (default: %(default)s)")
    options.add_argument("--mib", type=int, default=1024, metavar="N",
                         help="size of the mailbox (default: %(default)s)")
    options.add_argument("--rounds", type=int, default=5, metavar="N",
                         help="number of rounds (default: %(default)s)")
    options.add_argument("--write", action="store_true",
                         help="write the table into docs/performance.md")
    options = options.parse_args()
    tool, tasks = (str(options.build / "bin" / name) for name in ("foldwise", "foldwise_tasks"))
    lines = ["| what | of | jobs | page cache | of the copy | processors | disk | of the copy "
             "| processors |", "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"]
    with tempfile.TemporaryDirectory(dir=options.build) as folder:
        for kind in ("list", "attach"):
            name = os.path.join(folder, f"{kind}.mbox")
            with open(name, "wb") as to:
                subprocess.run([tasks, "make", kind, "lf", str(options.mib << 10)], stdout=to,
                               check=True)
                os.fsync(to.fileno())
            lines += rows_of(tool, name, kind, options.rounds)
            os.remove(name)
    lines += ["", f"Mailboxes of {options.mib} MiB, the best of {options.rounds} rounds. "
              "\"Of the copy\": relative to the plain copy with as many jobs from the same place.",
              f"{table.machine(options.build).removesuffix(', -O2')}, built with the preset release; "
              f"{datetime.date.today().isoformat()}."]
    made = "\n".join(lines) + "\n"
    print(made)
    if options.write:
        readme.write("bench/scale.py", made)


if __name__ == "__main__":
    main()
