#!/usr/bin/env python3
"""Makes the table of the README's section on speed, and writes it there with --write.

    bench/table.py [--build DIR] [--instructions FILE]... [--readers NAME,NAME...] [--write]

What is in it: for each task, instructions an octet by callgrind, and the ratio of its speed to that
of a walk over the lines of the same octets with memchr in the same run (medians of nine rounds at
least). FILE is what instructions.py wrote with --json: what is in none of them is counted now,
which takes some minutes. Only LF is in the table; what CRLF costs is told by instructions.py.
"""

import argparse
import datetime
import json
import platform
import re
import subprocess
import tempfile
from pathlib import Path

import instructions
import readme

HERE = Path(__file__).resolve().parent
PEERS = {"gmime": ("GMime", "gmime-3.0"), "libetpan": ("libetpan", "libetpan"),
         "vmime": ("VMime", "vmime"), "mimetic": ("mimetic", None)}
PYTHON_KIB = 4096


def output(*command, **more):
    return subprocess.run(command, capture_output=True, text=True, check=True, **more).stdout


def counted(program, files, readers):
    """Instructions an octet by (reader, task, kind)."""
    known = {(row["reader"], row["task"], row["kind"]): row["per_octet"]
             for file in files for row in json.loads(file.read_text()) if row["ending"] == "lf"}
    for line in output(program, "list").splitlines():
        reader, task, kind, ending = line.split()
        if ending == "lf" and reader in readers and (reader, task, kind) not in known:
            row = instructions.measure(program, reader, task, kind, ending)
            known[reader, task, kind] = row["per_octet"]
    return known


def timed(program, readers):
    """The counters of Google Benchmark by (reader, task, kind)."""
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
    """Of Python's mailbox and email: the ratio to lines of each task that it does."""
    ratios = {}
    with tempfile.NamedTemporaryFile() as file:
        subprocess.run([program, "make", kind, "lf", str(PYTHON_KIB)], stdout=file, check=True)
        for task in ("split", "fields", "typical", "full"):
            must = output(program, "expected", task, kind, "lf", str(PYTHON_KIB)).split()
            *found, ratio = output(HERE / "readers/python_email.py", task, file.name, "9").split()
            if found != must:
                raise SystemExit(f"Python, {task} {kind}: found {found}, not {must}")
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


def main():
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--build", type=Path, default=HERE.parent / "build/release")
    options.add_argument("--instructions", type=Path, action="append", default=[])
    options.add_argument("--readers", help="foldwise and its peers, with commas; all of them")
    options.add_argument("--write", action="store_true", help="write it into the README")
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
            small.append(f"{task} {kind}: {times[key]['ns_per_piece']:.0f} ns, memchr over its "
                         f"header {times[key]['lines_ns_per_piece']:.0f} ns")
            continue
        cells = [cell((column, task, kind), spent, times) for column in columns]
        lines.append(f"| {task} | {kind} | {' | '.join(cells)} |")
    least = int(min(row.get("rounds", 9) for row in times.values()))
    lines += ["",
              "Instructions an octet (callgrind); ratio to a walk over the same lines with memchr, "
              f"medians of at least {least} rounds.",
              *(["Python: the ratio only."] if with_python else []),
              f"{machine(options.build)}; {datetime.date.today().isoformat()}"
              + "".join(f"; {text}" for text in versions(peers)) + ".",
              "", "Small messages, in the cache: " + "; ".join(small) + "." if small else ""]
    made = "\n".join(lines).rstrip() + "\n"
    print(made)
    if options.write:
        readme.write("bench/table.py", made)


if __name__ == "__main__":
    main()
