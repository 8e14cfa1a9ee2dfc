#!/usr/bin/env python3
"""Compares how foldwise, Python and GMime read messages; every difference must be explained.

    compare.py [--reader python|gmime] [--seed N] [--first K] [--count N] FACTS [FILE...]

FACTS is the program of facts.cpp. Without files, messages that generate.py makes are compared;
FILE is a message, an mbox, or a folder with an index.tsv that lists such files. Each difference
belongs to the first class of classes.py whose rule fits the octets. One without a class is printed,
and the exit status is 1. It is 77 if no reader is there, or if there are differences without a
class, but all of them with a version that the classes have not been tried with.
"""
import argparse
import collections
import gc
import json
import os
import re
import subprocess
import sys
import warnings

import generate
import gmime_reader
import python_reader
from classes import CLASSES

ADDRESSES = (b"from", b"to", b"cc", b"bcc", b"reply-to", b"sender")
DATES = (b"date", b"resent-date")
BATCH = 1000


class Difference:
    """A difference between foldwise and another reader.

    fact     what differs: fields, value, addresses, names, groups, date, text, tree, octets,
             charset, file name
    reader   "python" or "gmime"
    octets   what was read: the field, the header section, the part or the message
    message  the whole message
    sections the header section of the message and that of each part
    """

    def __init__(self, fact, reader, octets, comparison, ours, theirs):
        self.fact, self.reader = fact, reader
        self.octets, self.message = octets, comparison.octets
        self.sections = [self.message[part[1]:part[2]] for part in comparison.ours["parts"]]
        self.ours, self.theirs = ours, theirs
        self.has_delimiter_in_header = any(
            part[1] < part[2] and self.message[part[2]:part[2] + 2] == b"--" and
            not re.search(rb"(?:\A|\n)\r?\n\Z", self.message[part[1]:part[2]])
            for part in comparison.ours["parts"])


def latin(text):
    return None if text is None else text.encode("latin-1")


def for_people(octets):
    """A text without what never counts: kind and amount of white space."""
    return b" ".join((octets or b"").split())


def unfolded(raw):
    return re.sub(rb"\r?\n(?=[ \t])", b"", raw).strip(b" \t\r\n")


def same_address(address):
    """An address in a form for comparison: local part without quotes, domain in lower case."""
    local, at, domain = (address or b"").rpartition(b"@")
    if local != b'""':
        local = re.sub(rb'"((?:[^"\\]|\\.)*)"', lambda m: re.sub(rb"\\(.)", rb"\1", m[1]), local)
    return local + at + domain.lower()


def without_status_parts(parts):
    """The parts of Python without those that it makes of the groups of a message/delivery-status:
    they are groups of fields (RFC 3464 section 2.1), not parts."""
    status = None
    for part in parts:
        if status is None or part[0] <= status:
            status = part[0] if part[1] == b"message/delivery-status" else None
            yield part


class Comparison:
    """The differences of one message."""

    def __init__(self, octets, ours, kind, reader):
        self.octets, self.ours, self.kind, self.reader = octets, ours, kind, reader
        self.found = []
        self.facts = collections.Counter()

    def compare(self, fact, ours, theirs, octets):
        self.facts[fact] += 1
        if ours != theirs:
            self.found.append(Difference(fact, self.kind, octets, self, ours, theirs))

    def ask(self, question, *arguments):
        """An answer of the reader, or the name of its error."""
        try:
            return getattr(self.reader, question)(*arguments)
        except Exception as error:  # pylint: disable=broad-except
            return "error: " + type(error).__name__

    def fields(self, theirs):
        named = [(latin(name), latin(value), offset, size)
                 for offset, size, name, value, _ in self.ours["header"] if name]
        if self.kind == "gmime":  # which keeps the fields of MIME apart
            named.sort(key=lambda field: field[0].lower().startswith(b"content-"))
        end = sum(self.ours["header"][-1][:2]) if self.ours["header"] else 0
        names = [name.lower() for name, *_ in named]
        self.compare("fields", names, [name.lower() for name, _ in theirs], self.octets[:end])
        if names == [name.lower() for name, _ in theirs]:
            for (_, value, offset, size), (_, raw) in zip(named, theirs):
                self.compare("value", value, unfolded(raw), self.octets[offset:offset + size])

    def values(self):
        for offset, size, name, value, read in self.ours["header"]:
            name = latin(name).lower()
            raw = self.octets[offset:offset + size]
            value = re.sub(rb"\r?\n\Z", b"", raw[raw.find(b":") + 1:])
            if name in ADDRESSES:
                self.addresses(read, value, raw)
            elif name in DATES:
                theirs = self.ask("date", value)
                if isinstance(theirs, str):
                    theirs = None  # Python reports a bad date by an error
                ours = read and (read[0], read[1] or 0)
                self.compare("date", ours, theirs and (theirs[0], theirs[1] or 0), raw)
            elif name == b"subject":
                theirs = self.ask("text", value)
                theirs = theirs if isinstance(theirs, str) else for_people(theirs)
                self.compare("text", for_people(latin(read)), theirs, raw)

    def addresses(self, read, value, raw):
        ours = [tuple(map(latin, each)) for each in read if each[1] is not None]
        theirs = self.ask("addresses", value)
        if isinstance(theirs, str):
            self.compare("addresses", [same_address(each[1]) for each in ours], theirs, raw)
            return
        theirs = [each for each in theirs if b"@" in each[1]]
        ours_only = [same_address(each[1]) for each in ours]
        theirs_only = [same_address(each[1]) for each in theirs]
        self.compare("addresses", ours_only, theirs_only, raw)
        if ours_only == theirs_only:
            self.compare("groups", [for_people(each[2]) for each in ours],
                         [for_people(each[2]) for each in theirs], raw)
            self.compare("names", [for_people(each[0]) for each in ours],
                         [for_people(each[0]) for each in theirs], raw)

    def parts(self, theirs):
        theirs = list(without_status_parts(theirs)) if self.kind == "python" else theirs
        ours = self.ours["parts"]
        kinds = [(part[0], latin(part[4])) for part in ours]
        self.compare("tree", kinds, [tuple(part[:2]) for part in theirs], self.octets)
        if kinds != [tuple(part[:2]) for part in theirs]:
            return
        for (_, header, body, end, _, charset, name, *content), part in zip(ours, theirs):
            section = self.octets[header:body]
            self.compare("charset", (latin(charset) or b"").lower(), (part[2] or b"").lower(),
                         section)
            if content and part[4] is not None:
                self.compare("file name", latin(name), part[3], section)
                self.compare("octets", tuple(content), part[4], self.octets[header:end])

    def run(self):
        theirs = self.ask("message", self.octets)
        if isinstance(theirs, str) or theirs is None:
            self.compare("tree", "parts", theirs or "no message", self.octets)
        else:
            self.fields(theirs[0])
            self.parts(theirs[1])
        self.values()
        return self


def class_of(difference):
    for each in CLASSES:
        if difference.fact in each.facts and difference.reader in each.readers:
            if each.rule(difference):
                return each
    return None


def read_facts(program, messages):
    given = b"".join(b"%d\n" % len(octets) + octets for _, octets in messages)
    done = subprocess.run([program], input=given, stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def readers(wanted=None):
    """The readers that are there: all, or only the one that is wanted."""
    found = {}
    if wanted != "gmime":
        found["python"] = python_reader.Reader()
    if wanted != "python":
        try:
            found["gmime"] = gmime_reader.Reader()
        except ImportError as error:
            print("GMime is left out: %s is missing (Debian: libgmime-3.0-0)" % error)
    return found


def entries(octets, any_line):
    """The messages of an mbox."""
    separator = rb"(?m)^From .*\n" if any_line else rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From .*\n"
    starts = list(re.finditer(separator, octets))
    for this, after in zip(starts, starts[1:] + [None]):
        yield octets[this.end():after.start() if after else len(octets)]


def messages_of(path):
    """(name, octets) of each message of a file, or of the files that an index lists."""
    if os.path.isdir(path):
        with open(os.path.join(path, "index.tsv"), encoding="utf-8") as lines:
            for line in lines:
                name, kind, rule = line.split("\t")[:3]
                if kind in ("eml", "eml-from", "mbox"):
                    yield from messages_of_file(os.path.join(path, name), kind, rule)
    else:
        yield from messages_of_file(path, None, None)


def messages_of_file(path, kind, rule):
    with open(path, "rb") as file:
        octets = file.read()
    if kind is None:
        kind = "mbox" if octets.startswith(b"From ") else "eml"
    if kind == "mbox":
        for number, each in enumerate(entries(octets, rule == "any"), 1):
            yield "%s:%d" % (path, number), each
    else:
        yield path, octets


def shown(value):
    text = repr(value)
    return text if len(text) < 600 else text[:600] + "..."


class Run:
    def __init__(self, options):
        self.options = options
        self.readers = readers(options.reader)
        self.counts = collections.Counter()    # by class and reader
        self.compared = collections.Counter()  # by fact and reader
        self.different = collections.Counter()
        self.messages = 0
        self.unexplained = collections.Counter()  # by reader

    def compare(self, messages):
        for (name, octets), ours in zip(messages, read_facts(self.options.facts, messages)):
            self.messages += 1
            for kind, reader in self.readers.items():
                found = Comparison(octets, ours, kind, reader).run()
                self.compared.update((fact, kind) for fact in found.facts.elements())
                for difference in found.found:
                    self.note(name, difference)
        gc.collect()

    def note(self, name, difference):
        self.different[difference.fact, difference.reader] += 1
        fitting = class_of(difference)
        if fitting:
            self.counts[fitting.name, difference.reader] += 1
            if self.options.only == fitting.name:
                self.show(name, difference)
        else:
            self.unexplained[difference.reader] += 1
            if self.options.only is None:
                self.show(name, difference)

    def show(self, name, difference):
        if self.options.show > 0:
            self.options.show -= 1
            print("%s: %s: %s" % (name, difference.reader, difference.fact))
            for what in ("octets", "ours", "theirs"):
                print("    %-7s %s" % (what, shown(getattr(difference, what))))

    def report(self):
        print("%d messages; %s" % (self.messages,
                                   ", ".join(each.name for each in self.readers.values())))
        for (fact, kind), count in sorted(self.compared.items()):
            print("%-10s %-7s %9d compared, %7d different" %
                  (fact, kind, count, self.different[fact, kind]))
        for each in CLASSES:
            counts = ["%s %d" % (kind, self.counts[each.name, kind]) for kind in each.readers
                      if kind in self.readers]
            print("%-30s %s" % (each.name, ", ".join(counts)))
        unseen = [each.name for each in CLASSES
                  if not any(self.counts[each.name, kind] for kind in each.readers)]
        if unseen:
            print("classes that did not occur: " + ", ".join(unseen))
        print("%d differences without a class" % sum(self.unexplained.values()))

    def status(self):
        """The exit status."""
        untried = [kind for kind in self.unexplained if not self.readers[kind].was_tried]
        for kind in untried:
            print("the classes have not been tried with " + self.readers[kind].name)
        if not self.readers or untried == list(self.unexplained) != []:
            return 77
        return int(bool(self.unexplained))


def main():
    warnings.simplefilter("ignore")
    gc.disable()  # collects too often; done after each batch
    sys.setrecursionlimit(10000)
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("facts")
    parser.add_argument("files", nargs="*")
    parser.add_argument("--reader", choices=("python", "gmime"), help="compare with this one only")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--show", type=int, default=10, help="differences to print")
    parser.add_argument("--only", help="print differences of this class, not those without one")
    options = parser.parse_args()
    run = Run(options)
    if not run.readers:
        return run.status()
    if options.files:
        everything = (each for path in options.files for each in messages_of(path))
    else:
        everything = (("seed %s, message %d" % (options.seed, number),
                       generate.message(options.seed, number))
                      for number in range(options.first, options.first + options.count))
    batch = []
    for each in everything:
        batch.append(each)
        if len(batch) == BATCH:
            run.compare(batch)
            batch = []
    run.compare(batch)
    run.report()
    return run.status()


if __name__ == "__main__":
    sys.exit(main())
