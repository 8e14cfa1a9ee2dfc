#!/usr/bin/env python3
"""Measures whether the cost per octet grows with the size of a mailbox.

    bench/growth.py [--build DIR] [--small KIB] [--large KIB] [--kind NAME]...

For each task that reads mailboxes, prints the time per octet in the large mailbox divided by the
time per octet in the small one, the same for the walk over the lines, and the quotient of both
ratios. The quotient matters if only the small mailbox fits into a cache, since both ratios grow
then. Needs three times as much memory as the large mailbox has.
"""

import argparse
import json
import os
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent


def costs(program, kib, kinds):
    """Nanoseconds per octet of the task and of the walk over the lines, by (task, kind)."""
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
    options = argparse.ArgumentParser(description=__doc__,
                                      formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--build", type=Path, default=HERE.parent / "build/release", metavar="DIR",
                         help="the build directory (default: %(default)s)")
    options.add_argument("--small", type=int, default=16 << 10, metavar="KIB",
                         help="size of the small mailbox (default: %(default)s)")
    options.add_argument("--large", type=int, default=1 << 20, metavar="KIB",
                         help="size of the large mailbox (default: %(default)s)")
    options.add_argument("--kind", action="append", metavar="NAME",
                         help="list, attach or headers; may be repeated (default: all)")
    options = options.parse_args()
    program = str(options.build / "bin/foldwise_bench")
    kinds = options.kind or ["list", "attach", "headers"]
    small, large = (costs(program, kib, kinds) for kib in (options.small, options.large))
    print(f"cost per octet at {options.large} KiB, divided by the cost at {options.small} KiB")
    for key, (task, lines) in small.items():
        grows, walk_grows = large[key][0] / task, large[key][1] / lines
        print(f"{key[0]:<9}{key[1]:<12}{grows:6.2f}   lines {walk_grows:6.2f}   "
              f"quotient {grows / walk_grows:6.2f}", flush=True)


if __name__ == "__main__":
    main()
