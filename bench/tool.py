#!/usr/bin/env python3
"""Compares commands of the tool with the programs that people would use instead.

    bench/tool.py [--build DIR] [--mib N] [--rounds N] [--memory MIB]

    foldwise count   with   grep -c '^From '
    foldwise ls      with   wc -l
    foldwise json    with   Python's mailbox and email, printing the same facts (tool_json.py)

Both programs run in turn; the result is the median of the rounds. The mailbox is in the page cache.
Output goes to a file, because grep stops at the first match if its output is /dev/null. The number
of messages that `count` and `json` find is checked. With --memory, each streaming command reads a
mailbox of that size once as a file and once through a pipe, and the script prints the command's
peak memory without the pages of the file.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
STREAMING = (["count"], ["ls"], ["json"], ["headers"], ["show"], ["tree"], ["trace"],
             ["split", "--shards", "4"])


def seconds(command, environment=None):
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        done = subprocess.run(command, stdout=output, env=environment)
        took = time.perf_counter() - start
    if done.returncode != 0:
        raise SystemExit(f"{command} failed")
    return took


def compare(what, ours, theirs, rounds):
    """Prints the time of our command, relative to the time of theirs."""
    environment = {**os.environ, "LC_ALL": "C"}  # in which grep is fastest
    ratios = [seconds(ours) / seconds(theirs, environment) for _ in range(rounds)]
    ratio = statistics.median(ratios)
    print(f"{what}: takes {ratio:.3g} times as long, which is {1 / ratio:.3g} times as fast "
          f"({min(ratios):.3g} to {max(ratios):.3g} in {rounds} rounds)", flush=True)


def own_memory(pid):
    """Memory of a running process in KiB, without pages of files; None if it has ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return None
    sizes = dict(line.split(":", 1) for line in lines)
    return int(sizes["RssAnon"].split()[0]) if "RssAnon" in sizes else None


def peak_memory(command, source=None):
    """Peak memory of a command, sampled every few milliseconds."""
    feeder = None
    if source is not None:
        feeder = subprocess.Popen(["cat", source], stdout=subprocess.PIPE)
    process = subprocess.Popen(command, stdin=feeder.stdout if feeder else None,
                               stdout=subprocess.DEVNULL)
    if feeder:
        feeder.stdout.close()
    peak = 0
    waiter = threading.Thread(target=process.wait)
    waiter.start()
    while waiter.is_alive():
        peak = max(peak, own_memory(process.pid) or 0)
        waiter.join(0.002)
    if feeder:
        feeder.wait()
    if process.returncode != 0:
        raise SystemExit(f"{command} failed")
    return peak


def make(program, kind, mib, folder):
    file = folder / f"{kind}.mbox"
    with file.open("wb") as to:
        subprocess.run([program, "make", kind, "lf", str(mib << 10)], stdout=to, check=True)
    return str(file)


def lines_of(*command):
    return subprocess.run(command, capture_output=True, check=True).stdout.splitlines()


def main():
    options = argparse.ArgumentParser(description=__doc__,
                                      formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--build", type=Path, default=HERE.parent / "build/release", metavar="DIR",
                         help="the build directory (default: %(default)s)")
    options.add_argument("--mib", type=int, default=256, metavar="N",
                         help="size of the mailbox (default: %(default)s)")
    options.add_argument("--rounds", type=int, default=9, metavar="N",
                         help="number of rounds (default: %(default)s)")
    options.add_argument("--memory", type=int, metavar="MIB",
                         help="also measure memory, with a mailbox of this size")
    options = options.parse_args()
    tool, tasks = (str(options.build / "bin" / name) for name in ("foldwise", "foldwise_tasks"))

    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        for kind in ("list", "headers"):
            file = make(tasks, kind, options.mib, folder)
            if lines_of(tool, "count", file) != lines_of("grep", "-c", "^From ", file):
                raise SystemExit(f"count and grep differ on {kind}")
            compare(f"count and grep, {kind}", [tool, "count", file],
                    ["grep", "-c", "^From ", file], options.rounds)
            compare(f"ls and wc, {kind}", [tool, "ls", file], ["wc", "-l", file], options.rounds)
        for kind in ("list", "attach", "headers"):
            file = make(tasks, kind, 4, folder)  # Python needs seconds for it
            python = [sys.executable, str(HERE / "tool_json.py"), file]
            if len(lines_of(tool, "json", file)) != len(lines_of(*python)):
                raise SystemExit(f"json and Python differ on {kind}")
            compare(f"json and Python, {kind}", [tool, "json", file], python, options.rounds)
        if options.memory:
            file = make(tasks, "list", options.memory, folder)
            for command in STREAMING:
                mapped = peak_memory([tool, *command, file])
                piped = peak_memory([tool, *command, "-"], file) if command[0] != "split" else None
                print(f"{command[0]}, {options.memory} MiB: {mapped} KiB of memory"
                      + ("" if piped is None else f", {piped} KiB through a pipe"), flush=True)


if __name__ == "__main__":
    main()
