#!/usr/bin/env python3
"""Makes the tables of single-byte charsets, include/foldwise/charset/detail/single_byte_tables.hpp,
from the codecs of Python.

    single_byte_tables.py            writes the tables
    single_byte_tables.py --check    compares them with the ones that are there

The status is 0 if the tables were written or are the same, 1 if they differ, and 2 for bad usage.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
HEADER = ROOT / "include/foldwise/charset/detail/single_byte_tables.hpp"

# The charsets in the order of the enum, and Python's name for each.
CODECS = {
    "ibm866": "cp866",
    **{f"iso-8859-{part}": f"iso8859_{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    "koi8-r": "koi8_r",
    "koi8-u": "koi8_u",
    "macintosh": "mac_roman",
    "windows-874": "cp874",
    **{f"windows-{number}": f"cp{number}" for number in range(1250, 1259)},
    "x-mac-cyrillic": "mac_cyrillic",
    **{f"ibm{number}": f"cp{number}" for number in (437, 850, 852, 858)},
    "iso-8859-8-i": "iso8859_8",
    "us-ascii": "ascii",
    "x-user-defined": None,
}

# The characters of the WHATWG Encoding Standard where it differs from Python.
DIFFERENCES = {
    ("koi8-u", 0xAE): 0x045E,
    ("koi8-u", 0xBE): 0x040E,
    ("windows-1255", 0xCA): 0x05BA,
}


def character(charset, octet):
    if charset == "x-user-defined":
        return 0xF780 + octet - 0x80
    if (charset, octet) in DIFFERENCES:
        return DIFFERENCES[charset, octet]
    try:
        return ord(bytes([octet]).decode(CODECS[charset]))
    except UnicodeDecodeError:
        return octet if charset.startswith("windows-") and octet < 0xA0 else 0xFFFD


def tables():
    lines = []
    for charset in CODECS:
        lines.append(f"    // {charset}\n")
        for first in range(0x80, 0x100, 8):
            escapes = "".join(f"\\x{character(charset, first + i):04X}" for i in range(8))
            lines.append(f'    u"{escapes}"{"," if first == 0xF8 else ""}\n')
    return "".join(lines)


def main(arguments):
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    text = HEADER.read_text(encoding="ascii")
    start = "single_byte_tables[][129] = {\n"
    made = re.sub(
        rf"({re.escape(start)}).*?(}};\n)",
        lambda found: found[1] + tables() + found[2],
        text,
        flags=re.S,
    )
    if arguments == ["--check"]:
        if made == text:
            return 0
        print(f"{HEADER.name} is not what the script makes", file=sys.stderr)
        return 1
    HEADER.write_text(made, encoding="ascii")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
