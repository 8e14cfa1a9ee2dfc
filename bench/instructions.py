#!/usr/bin/env python3
"""Counts the instructions per octet that each task takes, with callgrind.

    bench/instructions.py [--program PATH] [--reader NAME]... [--task NAME]... [--kind NAME]...
                          [--ending lf|crlf]... [--check] [--json FILE]

Each task is run once, and then twice, under `valgrind --tool=callgrind`; the difference is one run
without the making of its input. These numbers do not depend on how busy the machine is. They
depend a little on its C library (memchr and similar functions) and on the instruction sets of its
processor.

Some tasks have a ceiling, see CEILINGS. With --check, the exit status is 1 if one is exceeded.
"""

import argparse
import json
import re
import subprocess
import sys
from pathlib import Path

# The most instructions per octet, for either line ending.
CEILINGS = {
    ("split", "list"): 0.9,
    ("split", "attach"): 0.6,
    ("split", "headers"): 0.9,
    ("fields", "list"): 1.2,
    ("fields", "headers"): 1.7,
    ("typical", "list"): 1.3,
    ("typical", "headers"): 2.2,
    ("look_ups", "list"): 1.4,
    ("look_ups", "headers"): 3.1,
    ("full", "list"): 1.2,
    ("full", "attach"): 2.2,
    ("full", "headers"): 2.0,
    ("base64", "lines_of_76"): 1.6,
    ("base64_scalar", "lines_of_76"): 4.5,
    ("base64_octets", "lines_of_76"): 12.0,
    ("text_octets", "text"): 9.0,
    ("quoted_octets", "plain"): 17.5,
    ("quoted_printable", "plain"): 2.0,
    ("quoted_printable", "escapes"): 9.0,
    ("addresses", "lists"): 18.0,
    ("dates", "values"): 15.0,
    ("received", "values"): 67.0,
    ("authentication_results", "values"): 31.0,
    ("encoded_words", "subjects"): 21.0,
    ("subjects", "values"): 7.2,
    ("content_types", "values"): 107.0,
    ("end_of_data", "mail_data"): 0.6,
    ("unstuff", "mail_data"): 1.2,
}

# Sizes with enough messages for an average; the cost per octet does not depend on the size.
KIB = {"attach": 8192, "600_octets": 128, "2_kib": 128, "lists": 512, "values": 512,
       "subjects": 512}
KIB_OTHERWISE = 2048


def collected(command):
    """The number of instructions that a command takes, and the numbers that it prints."""
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
        capture_output=True, text=True)
    count = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode != 0 or count is None:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
    return int(count[1]), [int(word) for word in done.stdout.split()]


def measure(program, reader, task, kind, ending):
    """Instructions per octet, and per message or value."""
    size = str(KIB.get(kind, KIB_OTHERWISE))
    once, twice = (collected([program, "run", reader, task, kind, ending, size, str(times)])
                   for times in (1, 2))
    octets, _, pieces, found = twice[1]
    spent = twice[0] - once[0]
    items = pieces if pieces > 1 else found
    return {"reader": reader, "task": task, "kind": kind, "ending": ending,
            "per_octet": spent / octets, "per_item": spent / items,
            "ceiling": CEILINGS.get((task, kind)) if reader == "foldwise" else None}


def main():
    here = Path(__file__).resolve().parent
    options = argparse.ArgumentParser(description=__doc__,
                                      formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--program", default=here.parent / "build/release/bin/foldwise_tasks",
                         metavar="PATH", help="default: %(default)s")
    for name in ("reader", "task", "kind", "ending"):
        options.add_argument(f"--{name}", action="append", metavar="NAME",
                             help=f"count only this {name}; may be repeated")
    options.add_argument("--check", action="store_true", help="fail if a ceiling is exceeded")
    options.add_argument("--json", type=Path, metavar="FILE", help="also write the numbers to FILE")
    options = options.parse_args()
    program = str(options.program)

    listed = subprocess.run([program, "list"], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in listed.splitlines()]
    rows += [["lines", *row[1:]] for row in rows if row[0] == "foldwise"]
    wanted = (options.reader or ["foldwise"], options.task, options.kind, options.ending)
    rows = [row for row in rows
            if all(w is None or word in w for word, w in zip(row, wanted, strict=True))]

    results = []
    print(f"{'reader':<10}{'task':<24}{'kind':<13}{'ending':<8}{'per octet':>10}"
          f"{'ceiling':>9}{'per item':>11}")
    for row in rows:
        found = measure(program, *row)
        results.append(found)
        ceiling = found["ceiling"]
        over = ceiling is not None and found["per_octet"] > ceiling
        print(f"{row[0]:<10}{row[1]:<24}{row[2]:<13}{row[3]:<8}{found['per_octet']:>10.3f}"
              f"{'' if ceiling is None else ceiling:>9}{found['per_item']:>11.1f}"
              f"{'  exceeded' if over else ''}", flush=True)
        found["is_above"] = over
        if options.json:
            options.json.write_text(json.dumps(results, indent=1) + "\n")
    if options.check and any(found["is_above"] for found in results):
        sys.exit(1)


if __name__ == "__main__":
    main()
