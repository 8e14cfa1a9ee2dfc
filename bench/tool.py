#!/usr/bin/env python3
"""Compares whole processes: the tool, and what people would use instead.

    bench/tool.py [--build DIR] [--mib N] [--rounds N] [--memory MIB]

    count   beside   grep -c '^From '                       lists and headers
    json    beside   Python's mailbox and email, the same facts (tool_json.py)
    ls      beside   wc -l

Both run in turn, medians of the rounds; the mailbox lies in the page cache. Output goes to a file:
grep stops at the first match where it sees that nobody looks. The number of messages that `count`
and `json` find is checked. Where --memory is given, each streaming command reads a mailbox of that
size once, mapped and through a pipe, and its own memory is told: the most that it had, without the
pages of the file.
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
    """Prints how many times as long as theirs ours takes."""
    environment = {**os.environ, "LC_ALL": "C"}  # grep is fastest so
    ratios = [seconds(ours) / seconds(theirs, environment) for _ in range(rounds)]
    ratio = statistics.median(ratios)
    print(f"{what}: takes {ratio:.3g} times as long, which is {1 / ratio:.3g} times as fast "
          f"({min(ratios):.3g} to {max(ratios):.3g} in {rounds} rounds)", flush=True)


def own_memory(pid):
    """Of a running process, in KiB, without pages of files; nothing when it has ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return None
    sizes = dict(line.split(":", 1) for line in lines)
    return int(sizes["RssAnon"].split()[0]) if "RssAnon" in sizes else None


def peak_memory(command, source=None):
    """The most own memory that a command had, looked at every few milliseconds."""
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
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--build", type=Path, default=HERE.parent / "build/release")
    options.add_argument("--mib", type=int, default=256)
    options.add_argument("--rounds", type=int, default=9)
    options.add_argument("--memory", type=int, metavar="MIB")
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
            file = make(tasks, kind, 4, folder)  # takes Python seconds
            python = [sys.executable, str(HERE / "tool_json.py"), file]
            if len(lines_of(tool, "json", file)) != len(lines_of(*python)):
                raise SystemExit(f"json and Python differ on {kind}")
            compare(f"json and Python, {kind}", [tool, "json", file], python, options.rounds)
        if options.memory:
            file = make(tasks, "list", options.memory, folder)
            for command in STREAMING:
                mapped = peak_memory([tool, *command, file])
                piped = peak_memory([tool, *command, "-"], file) if command[0] != "split" else None
                print(f"{command[0]}, {options.memory} MiB: {mapped} KiB of its own"
                      + ("" if piped is None else f", {piped} KiB through a pipe"), flush=True)


if __name__ == "__main__":
    main()
