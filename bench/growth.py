#!/usr/bin/env python3
"""Whether the cost of an octet grows with the size of the mailbox.

    bench/growth.py [--build DIR] [--small KIB] [--large KIB] [--kind NAME]...

For each task over mailboxes: the time an octet takes in the large one, divided by that in the small
one, and the same for the walk over the lines. Where the small one fits into a cache and the large
one does not, both grow: the third number is their quotient. Needs three times the memory of the
large one.
"""

import argparse
import json
import os
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent


def costs(program, kib, kinds):
    """Of an octet, in ns, by benchmark: the task's and the walk's."""
    report = subprocess.run(
        [program, "--benchmark_format=json", "--benchmark_min_time=0.2",
         f"--benchmark_filter=^(split|fields|typical|full)/({'|'.join(kinds)})_lf/foldwise/"],
        capture_output=True, text=True, check=True,
        env={**os.environ, "FOLDWISE_BENCH_KIB": str(kib)})
    found = {}
    for row in json.loads(report.stdout)["benchmarks"]:
        if row.get("error_occurred"):
            raise SystemExit(f"{row['name']}: {row['error_message']}")
        task, kind, *_ = row["name"].split("/")
        found[task, kind] = (row["ns_per_byte"], row["ns_per_byte"] * row["to_lines"])
    return found


def main():
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--build", type=Path, default=HERE.parent / "build/release")
    options.add_argument("--small", type=int, default=16 << 10)
    options.add_argument("--large", type=int, default=1 << 20)
    options.add_argument("--kind", action="append")
    options = options.parse_args()
    program = str(options.build / "bin/foldwise_bench")
    kinds = options.kind or ["list", "attach", "headers"]
    small, large = (costs(program, kib, kinds) for kib in (options.small, options.large))
    print(f"cost of an octet at {options.large} KiB by that at {options.small} KiB")
    for key, (task, lines) in small.items():
        grows, walk_grows = large[key][0] / task, large[key][1] / lines
        print(f"{key[0]:<9}{key[1]:<12}{grows:6.2f}   lines {walk_grows:6.2f}   "
              f"quotient {grows / walk_grows:6.2f}", flush=True)


if __name__ == "__main__":
    main()
