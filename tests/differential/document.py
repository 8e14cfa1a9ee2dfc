#!/usr/bin/env python3
"""Writes docs/differences.md from classes.py and results.tsv.

    document.py                              writes the page
    document.py --check                      exit status 1 if the page is not up to date
    document.py --record corpus REPORT...    notes the counts in the output of compare.py
    document.py --record facts REPORT...     those of what was compared, for made messages
    document.py --record classes REPORT...   those of the classes, for made messages
"""
import collections
import os
import re
import sys
import textwrap

from classes import CLASSES

HERE = os.path.dirname(os.path.abspath(__file__))
RESULTS = os.path.join(HERE, "results.tsv")
PAGE = os.path.join(HERE, "../../docs/differences.md")
NAMES = {"python": "Python", "gmime": "GMime"}

HEAD = """\
# Differences from other readers

`tests/differential` compares how foldwise, Python's email package and GMime read the same messages:
the fields of the header section and their unfolded values, addresses, dates, subjects, the tree of
parts, charsets, file names, and the octets of decoded bodies. Each value is compared by itself: the
other readers get the octets of the same field. The messages are real mail and made ones.
`tests/differential/generate.py` makes any number of messages as mixed as real mail is, and puts
faults into most of them, such as a bare CR, a missing colon or delimiter, or damaged base64.
Message K of a seed is always the same.

Every difference belongs to a class below. A rule in `tests/differential/rules.py` says which one.
It looks at the octets: it knows the grammar of the RFC, but not what any reader makes of them. A
difference without a class fails the test. So where the octets follow the RFC, all three read the
same, except in the classes whose input is valid.

Not counted as differences: the amount of white space in text for people, the case of domains,
quotes in a local part, A-labels that GMime decodes (`xn--`), and the groups of a
message/delivery-status, which Python takes for parts.

```sh
cmake --build --preset dev --target foldwise_facts
tests/differential/compare.py build/dev/bin/foldwise_facts --count 100000
tests/differential/compare.py build/dev/bin/foldwise_facts some/folder/*.eml some.mbox
tests/differential/compare.py build/dev/bin/foldwise_facts --only bare_cr --show 20
```

The test suite compares 400 made messages, and a corpus if there is one in the folder beside the
repository. The tests for GMime (Debian: `libgmime-3.0-0`) are skipped where it is missing.

"""


def record(what, reports):
    """Notes what reports of compare.py counted, summed up."""
    rows = read_results()
    column = "corpus" if what == "corpus" else "generated"

    def is_wanted(name):
        is_class = not name.startswith(("compared ", "different ", "messages"))
        return what == "corpus" or is_class == (what == "classes")

    for key in list(rows):
        if is_wanted(key[0]):
            rows[key].pop(column, None)
    counts = collections.defaultdict(dict)
    for path in reports:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                of_class = re.fullmatch(r"(\w+) +((?:(?:python|gmime) \d+(?:, )?)+)\n", line)
                of_fact = re.fullmatch(r"([a-z ]+?) +(python|gmime) +(\d+) compared, +(\d+) .*\n",
                                       line)
                of_all = re.fullmatch(r"(\d+) messages; .*\n", line)
                if of_all:
                    add(counts, ("messages", ""), column, int(of_all[1]))
                elif of_fact:
                    add(counts, ("compared " + of_fact[1], of_fact[2]), column, int(of_fact[3]))
                    add(counts, ("different " + of_fact[1], of_fact[2]), column, int(of_fact[4]))
                elif of_class:
                    for each in of_class[2].split(", "):
                        reader, count = each.split()
                        add(counts, (of_class[1], reader), column, int(count))
    for key, found in counts.items():
        if is_wanted(key[0]):
            rows[key].update(found)
    with open(RESULTS, "w", encoding="utf-8") as file:
        file.write("# what, reader, count in made messages, count in the corpus\n")
        for (what, reader), counts in sorted(rows.items()):
            file.write("%s\t%s\t%d\t%d\n" % (what, reader, counts.get("generated", 0),
                                             counts.get("corpus", 0)))


def add(rows, key, column, count):
    rows[key][column] = rows[key].get(column, 0) + count


def read_results():
    rows = collections.defaultdict(dict)
    if os.path.exists(RESULTS):
        with open(RESULTS, encoding="utf-8") as lines:
            for line in lines:
                if not line.startswith("#"):
                    what, reader, generated, corpus = line.rstrip("\n").split("\t")
                    rows[what, reader] = {"generated": int(generated), "corpus": int(corpus)}
    return rows


def wrapped(text, indent=""):
    return textwrap.fill(text, 98, subsequent_indent=indent, break_long_words=False,
                         break_on_hyphens=False) + "\n"


def facts_table(rows):
    facts = sorted({what[len("compared "):] for what, _ in rows if what.startswith("compared ")})
    out = "| what | Python: compared | different | GMime: compared | different |\n"
    out += "| --- | ---: | ---: | ---: | ---: |\n"
    for fact in facts:
        cells = []
        for reader in NAMES:
            for what in ("compared ", "different "):
                cells.append("{:,}".format(rows[what + fact, reader].get("generated", 0)))
        out += "| %s | %s |\n" % (fact, " | ".join(cells))
    return out


def counts_of(each, rows):
    """How often the class occurred."""
    parts = []
    for reader in each.readers:
        counts = rows.get((each.name, reader), {})
        parts.append("%s {:,} and {:,}".format(counts.get("generated", 0), counts.get("corpus", 0))
                     % NAMES[reader])
    return "; ".join(parts) + " (%s)" % ", ".join(each.facts)


def sections_of(each):
    """The sections of the RFCs, in words."""
    words = []
    for section in each.rfc.split(", "):
        rfc, _, number = section.partition(" ")
        kind = "appendix" if number[:1].isalpha() else "section"
        words.append("RFC %s %s %s" % (rfc, kind, number) if number else "RFC " + rfc)
    return ", ".join(words)


def page():
    rows = read_results()
    with open(os.path.join(HERE, "last_run.txt"), encoding="utf-8") as file:
        run = file.read()
    out = HEAD + "## What ran\n\n" + run + "\n" + facts_table(rows) + "\n## Classes\n\n"
    out += wrapped("\"Seen\" is the number of differences in the made messages, and that in the "
                   "real ones. Classes with 0 and 0 occurred only in messages of other seeds.")
    for each in CLASSES:
        out += "\n### %s\n\n" % each.name
        out += wrapped("%s %s." % (each.what, sections_of(each)))
        out += "\n" + wrapped("- other readers: " + each.others, "  ")
        out += wrapped("- foldwise: " + each.ours, "  ")
        out += wrapped("- seen: " + counts_of(each, rows), "  ")
    return out


def main():
    if "--record" in sys.argv:
        record(sys.argv[2], sys.argv[3:])
        return 0
    text = page()
    if "--check" in sys.argv:
        with open(PAGE, encoding="utf-8") as file:
            if file.read() == text:
                return 0
        print("docs/differences.md is not what document.py writes: run it")
        return 1
    with open(PAGE, "w", encoding="utf-8") as file:
        file.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
