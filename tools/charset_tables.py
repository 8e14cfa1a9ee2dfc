#!/usr/bin/env python3
"""Makes the tables of Chinese, Japanese and Korean characters in
include/foldwise/charset/detail/ from the indexes of the WHATWG Encoding Standard (section 5,
https://encoding.spec.whatwg.org/#indexes).

    charset_tables.py INDEXES FOLDER           writes the tables to FOLDER
    charset_tables.py INDEXES --check FOLDER   compares them with the ones in FOLDER

INDEXES is a folder with index-big5.txt, index-euc-kr.txt, index-gb18030.txt,
index-gb18030-ranges.txt, index-jis0208.txt and index-jis0212.txt. The status is 0 if the tables were
written or are the same, 1 if some differ, and 2 for bad usage.

A table is a string literal of 16-bit units, one for each pointer from the first to the last one that
has a character; 0 where there is none. Compilers read a literal many times faster than a list of
numbers.
"""

import pathlib
import sys

NOTICE = """\
Copyright (c) WHATWG (Apple, Google, Mozilla, Microsoft).

Redistribution and use in source and binary forms, with or without modification, are permitted
provided that the following conditions are met:

1. Redistributions of source code must retain the above copyright notice, this list of
   conditions and the following disclaimer.

2. Redistributions in binary form must reproduce the above copyright notice, this list of
   conditions and the following disclaimer in the documentation and/or other materials provided
   with the distribution.

3. Neither the name of the copyright holder nor the names of its contributors may be used to
   endorse or promote products derived from this software without specific prior written
   permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR
IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY
AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR
CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY
THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR
OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
POSSIBILITY OF SUCH DAMAGE."""


class Index:
    """An index of the standard: the code point of each pointer."""

    def __init__(self, folder, name):
        self.file = f"index-{name}.txt"
        self.about = {}
        self.code_points = {}
        for line in (folder / self.file).read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                key, _, value = line[1:].strip().partition(": ")
                self.about[key] = value
            elif line.strip():
                pointer, code_point = line.split("\t")[:2]
                self.code_points[int(pointer)] = int(code_point, 16)
        self.first = min(self.code_points)
        self.last = max(self.code_points)


def literal(units, per_line):
    """Lines of a string literal of 16-bit units."""
    lines = []
    for at in range(0, len(units), per_line):
        escapes = ("\\0" if unit == 0 else f"\\x{unit:X}" for unit in units[at : at + per_line])
        lines.append(f'    u"{"".join(escapes)}"\n')
    lines[-1] = lines[-1][:-1] + ";\n"
    return "".join(lines)


def table(name, index, columns):
    """The table of an index, whose rows have this many columns."""
    # A row may start before the first pointer.
    units = [index.code_points.get(i, 0) & 0xFFFF for i in range(index.first, index.last + 1)]
    before = min(-index.first % columns, len(units))
    lines = literal(units[:before], columns)[:-2] + "\n" if before else ""
    return (
        f"inline constexpr char16_t {name}_table[] =\n" + lines + literal(units[before:], columns)
    )


def look_up(name, about, index, result):
    """The function that finds a character in a table."""
    first = f"{name}_first"
    return (
        f"\n/// The character at a pointer of {about}; 0 if there is none.\n"
        f"constexpr {result} {name}_character(std::size_t pointer) noexcept {{\n"
        f"    auto const at = pointer - {first}; // wraps around before the first one\n"
        f"    return at < {index.last - index.first + 1} ? {name}_table[at] : 0;\n"
        "}\n"
    )


def plain(name, about, columns):
    """Makes the body of a header with one table, whose characters are all in the Basic
    Multilingual Plane."""

    def body(index):
        assert max(index.code_points.values()) < 0x10000
        return (
            f"/// The characters of {about}. A row has {columns} pointers.\n"
            f"inline constexpr std::size_t {name}_first = {index.first};\n"
            + table(name, index, columns)
            + look_up(name, about, index, "char16_t")
        )

    return body


def big5(index):
    """Big5 has characters in plane 2, too."""
    assert {c >> 16 for c in index.code_points.values()} == {0, 2}
    bits = [0] * ((index.last - index.first) // 16 + 1)
    for pointer, code_point in index.code_points.items():
        if code_point >= 0x10000:
            at = pointer - index.first
            bits[at // 16] |= 1 << at % 16
    return (
        "/// The lower 16 bits of the characters of Big5 with the extensions of Hong Kong. A row has"
        " 157\n/// pointers.\n"
        f"inline constexpr std::size_t big5_first = {index.first};\n"
        + table("big5", index, 157)
        + "\n/// Which of them are in plane 2: a bit for each, the lowest bit of a unit first.\n"
        "inline constexpr char16_t big5_plane_2[] =\n"
        + literal(bits, 80)
        + "\n/// The character at a pointer of Big5; 0 if there is none.\n"
        "constexpr char32_t big5_character(std::size_t pointer) noexcept {\n"
        "    auto const at = pointer - big5_first; // wraps around before the first one\n"
        f"    if (at >= {index.last - index.first + 1}) return 0;\n"
        "    auto const is_in_plane_2 = static_cast<char32_t>(big5_plane_2[at / 16]) >> at % 16 & 1;\n"
        "    return is_in_plane_2 << 17 | big5_table[at];\n"
        "}\n"
    )


def ranges(index):
    """The ranges of four octets of GB18030 below U+10000. The last range is the planes above."""
    rows = sorted(index.code_points.items())
    assert rows[-1] == (189000, 0x10000)
    lines = []
    for at in range(0, len(rows) - 1, 5):
        row = (f"{{{pointer}, 0x{c:04X}}}," for pointer, c in rows[:-1][at : at + 5])
        lines.append(f"    {' '.join(row)}\n")
    return (
        "/// A range of pointers of four octets whose code points follow each other: its first"
        " pointer, and\n/// the character there.\n"
        "struct gb18030_range {\n"
        "    std::uint16_t pointer;\n"
        "    char16_t first;\n"
        "};\n"
        "inline constexpr gb18030_range gb18030_ranges[] = {\n" + "".join(lines) + "};\n"
        "\n"
        "/// The character at a pointer of four octets; 0 if there is none. O(log ranges).\n"
        "constexpr char32_t gb18030_character_of_four(std::size_t pointer) noexcept {\n"
        "    if (pointer >= 189000)\n"
        "        return pointer <= 1237575 ? static_cast<char32_t>(pointer - 189000 + 0x10000) : 0;\n"
        "    if (pointer > 39419) return 0;\n"
        "    if (pointer == 7457) return 0xE7C7; // the only one that is in no range\n"
        "    std::size_t low = 0; // the range is in [low, high)\n"
        f"    for (std::size_t high = {len(rows) - 1}; high - low > 1;) {{\n"
        "        auto const middle = (low + high) / 2;\n"
        "        (gb18030_ranges[middle].pointer <= pointer ? low : high) = middle;\n"
        "    }\n"
        "    auto const& range = gb18030_ranges[low];\n"
        "    return static_cast<char32_t>(range.first + (pointer - range.pointer));\n"
        "}\n"
    )


# The headers: their names without "_table.hpp", the indexes, and what makes their bodies.
HEADERS = {
    "big5": ("big5", big5),
    "euc_kr": ("euc-kr", plain("euc_kr", "EUC-KR with the extensions of Windows", 190)),
    "gb18030": ("gb18030", plain("gb18030", "two octets of GB18030", 190)),
    "gb18030_ranges": ("gb18030-ranges", ranges),
    "jis0208": ("jis0208", plain("jis0208", "JIS X 0208 with the extensions of Windows", 94)),
    "jis0212": ("jis0212", plain("jis0212", "JIS X 0212", 94)),
}


def header(name, index, body):
    guard = f"FOLDWISE_CHARSET_DETAIL_{name.upper()}_TABLE_HPP"
    notice = "".join(f"// {line}".rstrip() + "\n" for line in NOTICE.splitlines())
    code = body(index)
    standard = "#include <cstddef>\n" + ("#include <cstdint>\n" if "uint16_t" in code else "")
    return (
        f"#ifndef {guard}\n#define {guard}\n\n"
        f"// Generated by tools/charset_tables.py from {index.file} ({index.about['Date']}) of the"
        " WHATWG\n// Encoding Standard, which is:\n//\n"
        f"{notice}\n"
        f"#include <foldwise/config.hpp>\n\n{standard}\n"
        "namespace foldwise::inline FOLDWISE_ABI::detail {\n\n"
        "// clang-format off\n\n"
        f"{code}\n"
        "// clang-format on\n\n"
        "} // namespace foldwise::inline FOLDWISE_ABI::detail\n\n"
        "#endif\n"
    )


def main(arguments):
    is_check = len(arguments) == 3 and arguments[1] == "--check"
    if not is_check and (len(arguments) != 2 or arguments[1].startswith("-")):
        print(__doc__, file=sys.stderr)
        return 2
    indexes, folder = pathlib.Path(arguments[0]), pathlib.Path(arguments[-1])
    different = []
    for name, (index, body) in HEADERS.items():
        path = folder / f"{name}_table.hpp"
        text = header(name, Index(indexes, index), body)
        if not is_check:
            path.write_text(text, encoding="ascii", newline="\n")
        elif not path.exists() or path.read_text(encoding="ascii") != text:
            different.append(path)
    for path in different:
        print(f"{path} is not what this script makes from {indexes}", file=sys.stderr)
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
