#!/usr/bin/env python3
"""What it costs to include foldwise: the time to compile, and the machine code.

    bench/headers.py [--compiler COMMAND]... [--rounds N] [--check FACTOR] [--write] [DOOR]...

For each door, a program that includes only the door is compiled with -fsyntax-only, and a small
program that uses it to an object with -O2. Times are the user time of the compiler as a multiple of
what `#include <ranges>` takes with -fsyntax-only. Of each time, the shortest of the rounds counts,
because other work on the machine only makes times longer. Text is the machine code in octets, beyond
that of an empty main().

Some figures have a ceiling. --check compiles only these, and fails where a figure exceeds its ceiling
times FACTOR; 1.25 leaves room for a busy machine. A figure that does so is measured with twice as
many rounds before it counts. DOOR selects doors by a part of their name. --write puts the table into
docs/performance.md.
"""

import argparse
import datetime
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import readme

INCLUDE = Path(__file__).resolve().parent.parent / "include"
RANGES = "#include <ranges>\n"
EMPTY = "int main() {}\n"

# A door, or several; a value that a small program computes with it, of `text`; the ceilings of the
# times to include it and to compile the program, and of the text.
ROWS = [
    ("message.hpp", "foldwise::message{text}.body().size()", None, None, None),
    ("address.hpp",
     'foldwise::get<"From">(foldwise::message{text})->mailboxes().begin() == std::default_sentinel',
     None, None, None),
    ("date.hpp", "foldwise::date_time::read(text)->unix_seconds()", None, None, None),
    ("message.hpp address.hpp date.hpp",
     '[m = foldwise::message{text}] {'
     ' long long sum = 0;'
     ' if (auto const from = foldwise::get<"From">(m))'
     '  for (auto const author : from->mailboxes())'
     '   sum += static_cast<long long>(author.domain().length());'
     ' if (auto const date = foldwise::get<"Date">(m)) sum += date->unix_seconds();'
     ' return sum; }()',
     1.5, 7.0, 50000),
    ("words.hpp", "foldwise::decoded_text{text}.to_string().size()", None, None, None),
    ("transfer.hpp", "foldwise::decode_base64(text, argv[0], 1).written", None, None, None),
    ("parameters.hpp", 'foldwise::content_type{text}.is("text")', None, None, None),
    ("trace.hpp", "foldwise::received{text}.from().has_value()", None, None, None),
    ("lists.hpp", "foldwise::list_id::read(text).has_value()", None, None, None),
    ("mime.hpp", "(*foldwise::entity{foldwise::message{text}}.walk().begin()).decoded().length()",
     None, None, None),
    ("report.hpp", "foldwise::find_report(foldwise::entity{foldwise::message{text}}).has_value()",
     None, None, None),
    ("auth.hpp", "foldwise::authentication_results{text}.version().has_value()", None, None, None),
    ("mbox.hpp", "(*foldwise::mbox{text}.begin()).message_bytes().size()", None, None, None),
    ("foldwise.hpp", "foldwise::message{text}.body().size()", 3.6, None, None),
]


def including(doors):
    return "".join(f"#include <foldwise/{door}>\n" for door in doors.split())


def using(doors, value):
    return f"""{including(doors)}
int main(int argc, char** argv) {{
    std::string_view const text{{argv[argc - 1]}};
    return static_cast<int>({value});
}}
"""


def exceeding(figures, ceilings, factor):
    """Pairs of a figure that exceeds its ceiling times `factor`, and the ceiling."""
    return [(figure, ceiling) for figure, ceiling in zip(figures, ceilings)
            if factor and ceiling and figure > ceiling * factor]


class Compiler:
    def __init__(self, command, folder):
        self.command, self.folder = command, folder

    def seconds(self, source, *options):
        """The user time of compiling `source`."""
        file = self.folder / "program.cpp"
        file.write_text(source)
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        subprocess.run([self.command, "-std=c++20", f"-I{INCLUDE}", *options, file], check=True)
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before

    def to_object(self, source):
        """The user time of compiling `source` to an object, and its text in octets."""
        built = self.folder / "program.o"
        seconds = self.seconds(source, "-O2", "-c", "-o", built)
        sizes = subprocess.run(["size", built], capture_output=True, text=True, check=True).stdout
        return seconds, int(sizes.splitlines()[1].split()[0])

    def measure(self, doors, value, rounds):
        """How many times as long as <ranges> it takes to include and to use the doors; the text."""
        times = []
        for _ in range(rounds):
            use_seconds, text = self.to_object(using(doors, value))
            times.append((self.seconds(RANGES, "-fsyntax-only"),
                          self.seconds(including(doors), "-fsyntax-only"), use_seconds))
        ranges, include, use = map(min, zip(*times))
        return include / ranges, use / ranges, text - self.to_object(EMPTY)[1]


def main():
    options = argparse.ArgumentParser(description=__doc__,
                                      formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--compiler", action="append")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--check", type=float, metavar="FACTOR")
    options.add_argument("--write", action="store_true")
    options.add_argument("door", nargs="*")
    options = options.parse_args()
    commands = options.compiler or [c for c in ("g++", "clang++-19") if shutil.which(c)]

    rows = [row for row in ROWS if options.check is None or any(row[2:])]
    if options.door:
        rows = [row for row in rows if any(part in row[0] for part in options.door)]
    columns = [f"{command}: {what}" for command in commands for what in ("include", "use", "text")]
    lines = [f"| doors | {' | '.join(columns)} |", f"{'| --- ' * (len(columns) + 1)}|"]
    print("\n".join(lines))
    exceeded = []
    with tempfile.TemporaryDirectory() as folder:
        for doors, value, *ceilings in rows:
            cells = []
            for command in commands:
                compiler = Compiler(command, Path(folder))
                figures = compiler.measure(doors, value, options.rounds)
                if exceeding(figures, ceilings, options.check):
                    figures = compiler.measure(doors, value, 2 * options.rounds)
                cells += [f"{figures[0]:.2f}", f"{figures[1]:.2f}", str(figures[2])]
                exceeded += [f"{command}, {doors}: {figure:.2f}, at most {ceiling}"
                             for figure, ceiling in exceeding(figures, ceilings, options.check)]
            lines.append(f"| {doors.replace(' ', ', ')} | {' | '.join(cells)} |")
            print(lines[-1], flush=True)
    if options.write:
        versions = [subprocess.run([command, "--version"], capture_output=True, text=True,
                                   check=True).stdout.splitlines()[0] for command in commands]
        lines += ["", "Include, use: the time to compile as a multiple of what `#include <ranges>` "
                  f"takes, the shortest times of {options.rounds} rounds. Text: octets of machine code of the "
                  "small program.",
                  f"{'; '.join(versions)}; {datetime.date.today().isoformat()}."]
        readme.write("bench/headers.py", "\n".join(lines) + "\n")
    if exceeded:
        sys.exit("exceeded: " + "; ".join(exceeded))


if __name__ == "__main__":
    main()
