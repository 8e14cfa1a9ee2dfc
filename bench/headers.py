#!/usr/bin/env python3
"""What each public header costs: the text that it adds to a small program, and the time to compile.

    bench/headers.py [--compiler COMMAND]... [--runs N] [--write] [HEADER]...

A program that includes only the header, and for some a program that uses it, stand beside one that
includes only <string_view>: octets of text more than that one has, and the ratio of the times that
compiling takes. Each round compiles both, one after the other; medians of the rounds. With -O2.
HEADER is a part of a name; without one, all headers are looked at. With --write, the table of
those that have a use goes into the README.
"""

import argparse
import datetime
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

import readme

INCLUDE = Path(__file__).resolve().parent.parent / "include"
BASELINE = "#include <string_view>\n"
MAIN = """
int main(int argc, char** argv) {
    std::string_view const text{argv[argc - 1]};
    return static_cast<int>(%s);
}
"""

# What a small program would do with it, of `text`.
USES = {
    "message/message.hpp": "foldwise::message{text}.body().size()",
    "message/header_section.hpp": 'foldwise::header_section{text}.find("From").has_value()',
    "fields.hpp": 'foldwise::get<"Date">(foldwise::message{text}).has_value()',
    "structured/address_list.hpp":
        "(*foldwise::address_list{text}.mailboxes().begin()).domain().length()",
    "structured/date_time.hpp": "foldwise::date_time::read(text)->unix_seconds()",
    "structured/received.hpp": "foldwise::received{text}.from().has_value()",
    "mime/base64.hpp": "foldwise::decode_base64(text, argv[0], 1).written",
    "mime/quoted_printable.hpp": "foldwise::decode_quoted_printable(text, argv[0], 1).written",
    "mime/decoded_text.hpp": "foldwise::decoded_text{text}.to_string().size()",
    "mime/entity.hpp":
        "(*foldwise::entity{foldwise::message{text}}.walk().begin()).decoded().length()",
    "store/mbox.hpp": "(*foldwise::mbox{text}.begin()).message_bytes().size()",
    "foldwise.hpp": "foldwise::message{text}.body().size()",
}


def program(header, use):
    return f"#include <foldwise/{header}>\n{BASELINE}{MAIN % use}"


class Compiler:
    def __init__(self, command, folder):
        self.command, self.folder = command, folder

    def compile(self, source):
        """Seconds that it takes, and the octets of text."""
        file, built = self.folder / "program.cpp", self.folder / "program.o"
        file.write_text(source)
        start = time.perf_counter()
        subprocess.run([self.command, "-std=c++20", "-O2", f"-I{INCLUDE}", "-c", file, "-o", built],
                       check=True)
        seconds = time.perf_counter() - start
        sizes = subprocess.run(["size", built], capture_output=True, text=True, check=True).stdout
        return seconds, int(sizes.splitlines()[1].split()[0])

    def compare(self, source, runs):
        """Octets of text more than the baseline has, and the median ratio of the times."""
        baseline = BASELINE + MAIN % "text.size()"
        ratios = []
        for _ in range(runs):
            base_seconds, base_text = self.compile(baseline)
            seconds, text = self.compile(source)
            ratios.append(seconds / base_seconds)
        return text - base_text, statistics.median(ratios)


def main():
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--compiler", action="append")
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--write", action="store_true", help="write it into the README")
    options.add_argument("header", nargs="*")
    options = options.parse_args()
    commands = options.compiler or [c for c in ("g++", "clang++-19") if shutil.which(c)]

    headers = sorted(str(path.relative_to(INCLUDE / "foldwise"))
                     for path in INCLUDE.rglob("*.hpp"))
    if options.write:
        headers = list(USES)
    if options.header:
        headers = [name for name in headers if any(part in name for part in options.header)]
    columns = [f"{command}: {what}" for command in commands
               for what in ("time", "text of including", "text of using")]
    lines = [f"| header | {' | '.join(columns)} |", f"{'| --- ' * (len(columns) + 1)}|"]
    print("\n".join(lines))
    with tempfile.TemporaryDirectory() as folder:
        for header in headers:
            cells = []
            for command in commands:
                compiler = Compiler(command, Path(folder))
                text, ratio = compiler.compare(program(header, "text.size()"), options.runs)
                cells += [f"{ratio:.1f}", str(text), ""]
                if header in USES:
                    cells[-1] = str(compiler.compare(program(header, USES[header]), 1)[0])
            lines.append(f"| {header} | {' | '.join(cells)} |")
            print(lines[-1], flush=True)
    if options.write:
        versions = [subprocess.run([command, "--version"], capture_output=True, text=True,
                                   check=True).stdout.splitlines()[0] for command in commands]
        lines += ["", f"Times as a multiple of what `<string_view>` alone takes, medians of "
                  f"{options.runs} rounds; text in octets, of including the header and of a small "
                  f"program that uses it.",
                  f"{'; '.join(versions)}; -O2; {datetime.date.today().isoformat()}."]
        readme.write("bench/headers.py", "\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
