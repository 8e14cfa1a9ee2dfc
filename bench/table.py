#!/usr/bin/env python3
"""Measures each task with foldwise and its peers, and prints the results as tables.

    bench/table.py [--build DIR] [--instructions FILE]... [--readers NAME,NAME...] [--write]

The large table has, for each task, the instructions per byte, counted by callgrind, and the ratio
of the task's speed to the speed of a walk over the lines of the same bytes with memchr, measured in
the same run (medians of at least nine rounds). With --write it goes into docs/performance.md, and
is drawn. The small table has the speed in GB/s and as a multiple of GMime's; with --write it goes
into README.md.

FILE is the output of instructions.py --json. Tasks that are in none of these files are counted now,
which takes some minutes. All mail here has LF line endings; instructions.py measures CRLF, too.
"""

import argparse
import datetime
import json
import platform
import re
import subprocess
import tempfile
from pathlib import Path

import drawing
import instructions
import readme

HERE = Path(__file__).resolve().parent
PEERS = {"gmime": ("GMime", "gmime-3.0"), "libetpan": ("libetpan", "libetpan"),
         "vmime": ("VMime", "vmime"), "mimetic": ("mimetic", None),
         "kmime": ("KMime", None), "mailutils": ("Mailutils", None)}
PYTHON_KIB = 4096

# The rows of the small table.
HIGHLIGHTS = {
    ("split", "list"): "split an mbox into messages",
    ("fields", "list"): "every field, unfolded",
    ("typical", "list"): "senders, subject, date, Message-ID, Received",
    ("full", "attach"): "every part, decoded",
    ("base64", "lines_of_76"): "decode base64",
    ("addresses", "lists"): "read address lists",
    ("dates", "values"): "read dates",
    ("encoded_words", "subjects"): "decode encoded-words",
}


def output(*command, **more):
    return subprocess.run(command, capture_output=True, text=True, check=True, **more).stdout


def counted(program, files, readers):
    """Instructions per byte by (reader, task, kind)."""
    known = {(row["reader"], row["task"], row["kind"]): row["per_octet"]
             for file in files for row in json.loads(file.read_text()) if row["ending"] == "lf"}
    for line in output(program, "list").splitlines():
        reader, task, kind, ending = line.split()
        if ending == "lf" and reader in readers and (reader, task, kind) not in known:
            row = instructions.measure(program, reader, task, kind, ending)
            known[reader, task, kind] = row["per_octet"]
    return known


def timed(program, readers):
    """The counters that Google Benchmark reports, by (reader, task, kind)."""
    found = {}
    names = f"^[a-z0-9_]+/[a-z0-9_]+_lf/({'|'.join(readers)})/"
    report = json.loads(output(program, "--benchmark_format=json", f"--benchmark_filter={names}",
                               "--benchmark_min_time=0.2"))
    for row in report["benchmarks"]:
        if row.get("error_occurred"):
            raise SystemExit(f"{row['name']}: {row['error_message']}")
        task, kind, reader, *_ = row["name"].split("/")
        found[reader, task, kind.removesuffix("_lf")] = row
    return found


def python_ratios(program, kind):
    """The speed of Python's mailbox and email, relative to the walk over lines, by task."""
    ratios = {}
    with tempfile.NamedTemporaryFile() as file:
        subprocess.run([program, "make", kind, "lf", str(PYTHON_KIB)], stdout=file, check=True)
        for task in ("split", "fields", "typical", "full"):
            expected = output(program, "expected", task, kind, "lf", str(PYTHON_KIB)).split()
            *found, ratio = output(HERE / "readers/python_email.py", task, file.name, "9").split()
            if found != expected:
                raise SystemExit(f"Python, {task} {kind}: found {found}, expected {expected}")
            ratios["python", task, kind] = float(ratio)
    return ratios


def significant(value):
    if value is None:
        return ""
    return f"{value:.0f}" if value >= 100 else f"{value:.2g}"


def cell(key, spent, times):
    ratio = times[key]["to_lines"] if key in times else None
    parts = [significant(spent.get(key)), significant(ratio)]
    return "; ".join(part for part in parts if part)


def machine(build):
    processor = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    cache = (build / "CMakeCache.txt").read_text()
    compiler = re.search(r"CMAKE_CXX_COMPILER:\w+=(.*)", cache)[1]
    version = output(compiler, "--version").splitlines()[0]
    model = re.search(r"^model\s*: (\d+)", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    name = processor[1] if processor else platform.machine()
    return f"{name}{f' (model {model[1]})' if model else ''}, {version}, -O2"


def versions(readers):
    named = []
    for reader in readers:
        name, package = PEERS[reader]
        named.append(f"{name} {output('pkg-config', '--modversion', package).strip()}"
                     if package else name)
    return named


def rounded(value):
    """Two significant digits, without an exponent."""
    text = f"{value:.2g}"
    return text if "e" not in text else f"{float(text):.0f}"


def small_table(times, made_by):
    """Speed in GB/s, and as a multiple of GMime's."""
    lines = ["| task | foldwise | GMime | foldwise / GMime |", "| --- | ---: | ---: | ---: |"]
    for (task, kind), text in HIGHLIGHTS.items():
        ours, theirs = (times.get((reader, task, kind)) for reader in ("foldwise", "gmime"))
        if ours is None or theirs is None:
            continue
        speeds = [1 / row["ns_per_byte"] for row in (ours, theirs)]
        lines.append(f"| {text} | {rounded(speeds[0])} GB/s | {rounded(speeds[1])} GB/s | "
                     f"{rounded(speeds[0] / speeds[1])} |")
    return "\n".join([*lines, "", made_by]) + "\n"


def main():
    options = argparse.ArgumentParser(description=__doc__,
                                      formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--build", type=Path, default=HERE.parent / "build/release",
                         help="the build directory (default: %(default)s)")
    options.add_argument("--instructions", type=Path, action="append", default=[], metavar="FILE",
                         help="output of instructions.py --json; may be repeated")
    options.add_argument("--readers", metavar="NAME,NAME...",
                         help="measure only these: foldwise and its peers (default: all)")
    options.add_argument("--write", action="store_true",
                         help="write the tables into docs/performance.md and README.md")
    options = options.parse_args()
    program = str(options.build / "bin/foldwise_tasks")

    rows = [line.split() for line in output(program, "list").splitlines()]
    there = list(dict.fromkeys(row[0] for row in rows))
    readers = [reader for reader in there
               if options.readers is None or reader in options.readers.split(",")]
    peers = [reader for reader in PEERS if reader in readers]
    with_python = options.readers is None or "python" in options.readers

    times = timed(str(options.build / "bin/foldwise_bench"), readers)
    spent = counted(program, options.instructions, readers)
    if with_python:
        for kind in ("list", "attach", "headers"):
            times |= {key: {"to_lines": ratio}
                      for key, ratio in python_ratios(program, kind).items()}

    columns = ["foldwise", *peers, *(["python"] if with_python else [])]
    titles = ["foldwise", *(PEERS[peer][0] for peer in peers), *(["Python"] if with_python else [])]
    lines = [f"| task | of | {' | '.join(titles)} |", "| --- " * (len(titles) + 2) + "|"]
    small = []
    for reader, task, kind, ending in rows:
        if reader != "foldwise" or ending != "lf":
            continue
        key = (reader, task, kind)
        if "ns_per_piece" in times[key]:
            small.append(f"{task} {kind}: {times[key]['ns_per_piece']:.0f} ns (memchr over the "
                         f"header section: {times[key]['lines_ns_per_piece']:.0f} ns)")
            continue
        cells = [cell((column, task, kind), spent, times) for column in columns]
        lines.append(f"| {task} | {kind} | {' | '.join(cells)} |")
    least = int(min(row.get("rounds", 9) for row in times.values()))
    made_on = f"{machine(options.build)}; {datetime.date.today().isoformat()}"
    made_by = f"{made_on}; {', '.join(versions(peers))}." if peers else f"{made_on}."
    lines += ["",
              "Instructions per byte (callgrind); speed relative to a walk over the same lines "
              f"with memchr, medians of at least {least} rounds.",
              *(["Python: the relative speed only."] if with_python else []),
              made_by, "",
              "Small messages, in the cache: " + "; ".join(small) + "." if small else ""]
    made = "\n".join(lines).rstrip() + "\n"
    print(made)
    small_made = (small_table(times, f"{made_on}; {versions(['gmime'])[0]}.")
                  if "gmime" in readers else "")
    print(small_made)
    if options.write:
        readme.write("bench/table.py", made)
        drawing.write()
        if small_made:
            readme.write("bench/table.py", small_made, readme.README)


if __name__ == "__main__":
    main()
