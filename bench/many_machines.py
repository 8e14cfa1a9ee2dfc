#!/usr/bin/env python3
"""Simulates 64 workers that read an mbox of 1 TB by byte ranges, and prints two tables.

    bench/many_machines.py [--write | --check]

The tables are part of docs/many_machines.md: --write puts them there, --check fails if the page has
others. The random numbers are the same in each run.

Nothing of the mailbox exists. Where a range ends, only the entry at this place matters: the larger
an entry, the more likely a range ends in it, and each place in it is as likely. So entries are
drawn with a probability in proportion to their size. tests/store/mbox_splitter.cpp checks that the
library reads what this script counts, apart from the few lines after an entry that decide where it
ends.
"""

import argparse
import bisect
import heapq
import itertools
import math
import pathlib
import random
import re
import statistics

PAGE = pathlib.Path(__file__).resolve().parent.parent / "docs" / "many_machines.md"
SIZE = 10**12
WORKERS = 64
MAILBOXES = 100  # of each kind
DRAWS = 50_000  # sizes that stand for a kind of message
LOOKBEHIND = 3  # mbox_splitter::lookbehind
KERNEL_PAGE = 4096
HEADER = 4100  # octets of a header section in list mail


class Messages:
    """Messages whose sizes are lognormal, up to a limit; `share` is their share by number."""

    def __init__(self, share, median, sigma=0.0, limit=math.inf):
        rng = random.Random(median)
        self.sizes = [int(min(limit, rng.lognormvariate(math.log(median), sigma)))
                      for _ in range(DRAWS)]
        self.octets = share * statistics.fmean(self.sizes)
        self.share = share
        self.sums = list(itertools.accumulate(self.sizes))

    def size_at_an_octet(self, rng):
        return self.sizes[bisect.bisect_right(self.sums, rng.random() * self.sums[-1])]


LIST_MAIL = Messages(1, 6_900, 0.5)
ATTACHMENTS = [Messages(0.8, 6_900, 0.5), Messages(0.2, 100_000, 1.8, 35_000_000)]
KINDS = {  # messages, and the size of one message that is in the mailbox besides
    "list mail": ([LIST_MAIL], 0),
    "with attachments": (ATTACHMENTS, 0),
    "and one in 100,000 of 1 GB": (ATTACHMENTS + [Messages(0.00001, 10**9)], 0),
    "list mail, one of 100 GB": ([LIST_MAIL], 100 * 10**9),
}


def mean_size(messages):
    return sum(m.octets for m in messages) / sum(m.share for m in messages)


def first_entries(rng, messages, huge, ranges):
    """Where the first entry of each range starts: at or after the start of the range."""
    huge_start = rng.randrange(SIZE - huge) if huge else SIZE
    starts = [0]
    for k in range(1, ranges):
        edge = SIZE * k // ranges
        if starts[-1] >= edge:  # an entry that is longer than a range
            starts.append(starts[-1])
            continue
        if huge_start < edge < huge_start + huge:
            starts.append(huge_start + huge)
            continue
        while True:
            kind = rng.choices(messages, [m.octets for m in messages])[0]
            size = kind.size_at_an_octet(rng)
            before = rng.randrange(size)
            if before < edge - starts[-1]:
                break
        starts.append(edge + size - before if before else edge)
    return starts + [SIZE]


def busiest(loads):
    """How much the busiest of the workers reads if each takes the next range when it is free."""
    workers = [0] * WORKERS
    for load in loads:
        heapq.heappush(workers, heapq.heappop(workers) + load)
    return max(workers)


def simulate(messages, huge, ranges):
    """Medians and maxima: octets read twice, and what the busiest worker reads, by the mean."""
    rng = random.Random(ranges)
    twice, most = [], []
    for _ in range(MAILBOXES):
        starts = first_entries(rng, messages, huge, ranges)
        edges = [SIZE * k // ranges for k in range(ranges + 1)]
        # A worker reads from the start of its range to the first entry after its end, or to its end
        # if no entry starts in it. What is before its first entry, its neighbour reads, too.
        twice.append(sum(min(starts[k], edges[k + 1]) - edges[k] + LOOKBEHIND
                         for k in range(1, ranges)))
        ends = [starts[k + 1] if starts[k] < edges[k + 1] else edges[k + 1] for k in range(ranges)]
        most.append(busiest([end - edge for end, edge in zip(ends, edges)]) / (SIZE / WORKERS))
    return statistics.median(twice), max(twice), statistics.median(most), max(most)


def pages_for_headers(messages):
    """The share of the pages that have a part of a header section or of a `From ` line."""
    rng = random.Random(1)
    position = pages = 0
    last = -1
    for _ in range(DRAWS):
        kind = rng.choices(messages, [m.share for m in messages])[0]
        size = rng.choice(kind.sizes)
        first = max(position // KERNEL_PAGE, last + 1)
        last = max(last, (position + min(size, HEADER) - 1) // KERNEL_PAGE)
        pages += last + 1 - first
        position += size
    return pages / math.ceil(position / KERNEL_PAGE)


def octets(number):
    for limit, unit in ((10**12, "TB"), (10**9, "GB"), (10**6, "MB"), (10**3, "KB")):
        if number >= limit:
            return f"{number / limit:.3g} {unit}"
    return f"{number:.3g} octets"


def edge_table():
    lines = ["| mailbox | mean message | ranges | read twice: median, most | "
             "busiest worker / mean: median, most |", "| --- | ---: | ---: | ---: | ---: |"]
    for name, (messages, huge) in KINDS.items():
        for ranges in (WORKERS, 16 * WORKERS):
            twice, most_twice, busy, busiest_of_all = simulate(messages, huge, ranges)
            lines.append(f"| {name} | {octets(mean_size(messages))} | {ranges:,} | "
                         f"{octets(twice)}, {octets(most_twice)} | "
                         f"{busy:.3f}, {busiest_of_all:.3f} |")
    return lines


def length_table():
    lines = ["| mailbox | pages with headers | 64 workers read | the last one reads | "
             "speed-up |", "| --- | ---: | ---: | ---: | ---: |"]
    own = SIZE / WORKERS
    for name, (messages, huge) in KINDS.items():
        if huge:
            continue
        share = pages_for_headers(messages)
        last = own + share * (SIZE - own)
        total = sum(own + share * own * k for k in range(WORKERS))
        lines.append(f"| {name} | {100 * share:.2g} % | {octets(total)} | {octets(last)} | "
                     f"{SIZE / last:.2g} |")
    return lines


def tables():
    return {"edges": "\n".join(edge_table()), "lengths": "\n".join(length_table())}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    made = tables()
    if not options.write and not options.check:
        print("\n\n".join(made.values()))
        return
    old = new = PAGE.read_text(encoding="utf-8")
    for name, table in made.items():
        start, end = f"<!-- {name}, made by bench/many_machines.py -->", f"<!-- end of {name} -->"
        new, count = re.subn(f"{start}\n.*?{end}", f"{start}\n{table}\n{end}", new, flags=re.DOTALL)
        if count != 1:
            raise SystemExit(f"{PAGE.name}: no place for {name}")
    if options.write:
        PAGE.write_text(new, encoding="utf-8")
    elif new != old:
        raise SystemExit(f"{PAGE.name} has other figures; run bench/many_machines.py --write")


main()
