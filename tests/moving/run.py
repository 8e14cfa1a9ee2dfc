#!/usr/bin/env python3
"""Compares the programs in this folder with the same program for foldwise: the same lines, except
for the jobs that a library does not do.

    tests/moving/run.py FOLDWISE_PROGRAM FOLDER

Compiles them in FOLDER; a library that is not installed is left out, and named.
"""

import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
DATA = [HERE.parent / "data/moving.eml", HERE.parent / "data/crlf.mbox"]
# The source, the package of pkg-config or the library, and the jobs that it does not do.
PROGRAMS = (
    ("python_email.py", None, ()),
    ("gmime.c", "gmime-3.0", ()),
    ("vmime.cpp", "vmime", ("messages",)),
    ("mimetic.cpp", "-lmimetic", ("subject", "from", "text", "messages")),
)


def output_of(command):
    return subprocess.run(command, stdout=subprocess.PIPE, check=True, encoding="utf-8").stdout


def flags_of(library):
    if library.startswith("-l"):
        return [library] if pathlib.Path("/usr/include/mimetic/mimetic.h").exists() else None
    if not shutil.which("pkg-config"):
        return None
    made = subprocess.run(["pkg-config", "--cflags", "--libs", library], check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8")
    return made.stdout.split() if made.returncode == 0 else None


def program_of(source, library, folder):
    """The command that runs a program; None if its library is not installed."""
    if library is None:
        return [sys.executable, HERE / source]
    flags = flags_of(library)
    if flags is None:
        return None
    program = folder / source.split(".")[0]
    compiler = ["cc"] if source.endswith(".c") else ["c++", "-std=c++20"]
    subprocess.run([*compiler, HERE / source, *flags, "-o", program], check=True)
    return [program]


def main():
    expected = output_of([sys.argv[1], *DATA]).splitlines()
    folder = pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    failed = False
    for source, library, left_out in PROGRAMS:
        command = program_of(source, library, folder)
        if command is None:
            print(f"{source}: not installed")
            continue
        got = output_of([*command, *DATA]).splitlines()
        wanted = [line for line in expected if line.split(":")[0] not in left_out]
        print(f"{source}: {'the same' if got == wanted else f'{got} instead of {wanted}'}")
        failed |= got != wanted or not wanted
    sys.exit(1 if failed else 0)


main()
