#!/usr/bin/env python3
"""Makes the page: one HTML file that reads mail in a browser and needs nothing else.

    tools/page/build.py [-o FILE] [--compiler CLANG]

Compiles page.cpp to WebAssembly with clang, and puts it into index.html together with the style,
the scripts and a demo mailbox. Without -o, writes build/page/foldwise.html. Ends with status 77 if
the compiler cannot make WebAssembly; docs/page.md names the packages for that.
"""

import argparse
import base64
import gzip
import hashlib
import pathlib
import subprocess
import sys
import tempfile

PAGE = pathlib.Path(__file__).resolve().parent
PROJECT = PAGE.parent.parent
SCRIPTS = ["nodes", "reader", "octets", "source", "tabs", "text", "route", "auth", "problems",
           "parts", "fields", "list", "main"]
STYLES = ["frame", "start", "list", "message", "views", "source", "widths"]
SUFFIXES = pathlib.Path("/usr/share/publicsuffix/public_suffix_list.dat")
TARGET = ["--target=wasm32-wasi", "-mexec-model=reactor", "-D_WASI_EMULATED_SIGNAL"]
OPTIONS = [
    "-std=c++20", "-O2", "-flto", "-DNDEBUG", "-fno-exceptions", "-fno-rtti",
    "-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wsign-conversion", "-Wshadow", "-Werror",
]
LINK = [
    "-lwasi-emulated-signal", "-Wl,--strip-all",
    # A stack that overflows must not overwrite data: it is below them, where memory ends.
    "-Wl,--stack-first", "-Wl,-z,stack-size=1048576",
]


def can_compile(compiler):
    """Whether the compiler, the linker and the libraries for WebAssembly are there."""
    program = "#include <string>\nstd::string text; int main() { return int(text.size()); }\n"
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "try.cpp")
        source.write_text(program)
        command = [compiler, *TARGET, "-fno-exceptions", source, "-o", source.with_suffix(".wasm"),
                   "-lwasi-emulated-signal"]
        try:
            return subprocess.run(command, capture_output=True, check=False).returncode == 0
        except FileNotFoundError:
            return False


def compiled(compiler):
    """page.cpp as WebAssembly."""
    with tempfile.TemporaryDirectory() as folder:
        wasm = pathlib.Path(folder, "page.wasm")
        subprocess.run([compiler, *TARGET, *OPTIONS, "-I", PROJECT / "include", PAGE / "page.cpp",
                        "-o", wasm, *LINK], check=True)
        return wasm.read_bytes()


def block(octets):
    """Octets as the text of a data block."""
    return base64.b64encode(octets).decode()


def hash_of(text):
    """How a Content-Security-Policy names an inline script or style."""
    return "'sha256-" + block(hashlib.sha256(text.encode()).digest()) + "'"


def assembled(wasm, suffixes):
    """The page as text. `suffixes` is a list of public suffixes; it may be empty."""
    style = "".join((PAGE / "style" / (name + ".css")).read_text() for name in STYLES)
    scripts = [(PAGE / "script" / (name + ".js")).read_text() for name in SCRIPTS]
    script = "'use strict';\n(() => {\n" + "\n".join(scripts) + "})();\n"
    worker = (PAGE / "script" / "worker.js").read_text()
    policy = "; ".join([
        "default-src 'none'", "base-uri 'none'", "form-action 'none'", "img-src data:",
        "style-src " + hash_of(style), "script-src 'wasm-unsafe-eval' " + hash_of(script),
        "worker-src blob:", "require-trusted-types-for 'script'", "trusted-types worker",
    ])
    page = (PAGE / "index.html").read_text()
    values = {
        "icon": "data:image/svg+xml;base64," + block((PAGE / "icon.svg").read_bytes()),
        "policy": policy, "style": style, "script": script, "worker": worker,
        "wasm": block(gzip.compress(wasm, 9, mtime=0)),
        "suffixes": block(gzip.compress(suffixes, 9, mtime=0)) if suffixes else "",
        "demo": block((PROJECT / "tests" / "data" / "demo.mbox").read_bytes()),
    }
    for name, value in values.items():
        if page.count("{{" + name + "}}") != 1:
            sys.exit("index.html: {{" + name + "}} must be there once")
        if "</" in value and name != "style" or "<!--" in value:
            sys.exit(name + ": must not hold </ or <!--, which could end its element")
        page = page.replace("{{" + name + "}}", value)
    return page


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("-o", dest="file", type=pathlib.Path,
                           default=PROJECT / "build" / "page" / "foldwise.html")
    arguments.add_argument("--compiler", default="clang++-19")
    arguments.add_argument("--suffixes", type=pathlib.Path, help="the list of public suffixes; "
                           "by default, that of Debian's package publicsuffix, if it is there")
    arguments.add_argument("--can-build", action="store_true",
                           help="only look whether the compiler can make WebAssembly")
    chosen = arguments.parse_args()
    if not can_compile(chosen.compiler):
        print(f"{chosen.compiler} cannot make WebAssembly here; docs/page.md names the packages",
              file=sys.stderr)
        return 77
    if chosen.can_build:
        return 0
    suffixes = chosen.suffixes or SUFFIXES
    if not suffixes.exists():
        if chosen.suffixes:
            sys.exit(f"{suffixes}: there is no such file")
        print("There is no list of public suffixes: only identical domains will align.")
    page = assembled(compiled(chosen.compiler),
                     suffixes.read_bytes() if suffixes.exists() else b"")
    chosen.file.parent.mkdir(parents=True, exist_ok=True)
    chosen.file.write_text(page)
    print(f"{chosen.file}: {len(page.encode()):,} octets")
    return 0


if __name__ == "__main__":
    sys.exit(main())
