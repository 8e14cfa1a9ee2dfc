#!/usr/bin/env python3
"""Makes tools/unicode/tables.hpp, which says how wide characters are on a terminal and which of them
cannot be seen, from the files of the Unicode Character Database. Debian has them in the package
unicode-data.

    unicode_tables.py [FOLDER]            writes the tables
    unicode_tables.py [FOLDER] --check    compares them with the ones that are there

FOLDER is /usr/share/unicode if it is not given. The status is 0 if the tables were written or are
the same, 1 if they differ, and 2 for bad usage. --check does nothing if FOLDER is not there or
holds another version of Unicode.
"""

import pathlib
import re
import sys

HEADER = pathlib.Path(__file__).resolve().parent / "unicode/tables.hpp"
VERSION = "15.0.0"
LAST = 0x10FFFF

# The bits of a class. The first two are the number of columns.
UNSEEN = 4
EMOJI = 8
TAKES_SKIN_TONE = 16


def rows(path):
    """The fields of each line, without comments."""
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = [field.strip() for field in line.split("#")[0].split(";")]
        if fields[0]:
            yield fields


def code_points(text):
    first, _, last = text.partition("..")
    return range(int(first, 16), int(last or first, 16) + 1)


def having(path, *names):
    """The code points with one of these properties in a file of properties."""
    return {c for fields in rows(path) if fields[1] in names for c in code_points(fields[0])}


def categories(path):
    """The general category of each assigned code point."""
    found, first = {}, 0
    for fields in rows(path):
        last = int(fields[0], 16)
        if fields[1].endswith(", First>"):
            first = last
            continue
        for c in range(first if fields[1].endswith(", Last>") else last, last + 1):
            found[c] = fields[2]
    return found


def classes(folder):
    """The class of each code point."""
    category = categories(folder / "UnicodeData.txt")
    emoji = folder / "emoji/emoji-data.txt"
    wide = having(folder / "EastAsianWidth.txt", "W", "F")
    # Those without a character yet will be emoji, which are wide.
    wide |= {c for c in having(emoji, "Extended_Pictographic") if c not in category}
    unseen = having(folder / "DerivedCoreProperties.txt", "Default_Ignorable_Code_Point")
    # The vowels and final consonants of Hangul stand in the columns of the consonant before them.
    joined = having(folder / "HangulSyllableType.txt", "V", "T")
    is_emoji = having(emoji, "Emoji")
    takes_tone = having(emoji, "Emoji_Modifier_Base")
    result = []
    for c in range(LAST + 1):
        kind = category.get(c, "Cn")
        columns = 0 if kind in ("Mn", "Me") or c in joined else 2 if c in wide else 1
        if c in unseen or kind in ("Cc", "Cf", "Zl", "Zp"):
            columns = 0
            columns |= UNSEEN
        columns |= EMOJI if c in is_emoji else 0
        columns |= TAKES_SKIN_TONE if c in takes_tone else 0
        result.append(columns)
    return result


def boundaries(of_code_points):
    """Where the class changes: the code point times 256, plus its class."""
    before = None
    for c, kind in enumerate(of_code_points):
        if kind != before:
            yield f"0x{c:X}{kind:02X}"
        before = kind


def sequences(folder):
    """The sequences with joiners or tags, without skin tones and variation selectors."""
    found = set()
    for name in ("emoji-zwj-sequences.txt", "emoji-sequences.txt"):
        for fields in rows(folder / "emoji" / name):
            if fields[1] not in ("RGI_Emoji_ZWJ_Sequence", "RGI_Emoji_Tag_Sequence"):
                continue
            sequence = (int(c, 16) for c in fields[0].split())
            found.add(tuple(c for c in sequence if c != 0xFE0F and not 0x1F3FB <= c <= 0x1F3FF))
    return ["".join(f"\\x{c:X}" for c in sequence) + r"\0" for sequence in sorted(found)]


def lines(words, separator, start="    ", end=""):
    """The words in lines of at most 100 columns."""
    line = ""
    for word in words:
        if line and len(start + line + separator + word + end) > 100:
            yield start + line + end
            line = ""
        line += (separator if line else "") + word
    yield start + line + end


def header(folder):
    table = "\n".join(lines(boundaries(classes(folder)), ", ", end=","))
    joined = "\n".join(lines(sequences(folder), "", start='    U"', end='"'))
    return f"""#ifndef FOLDWISE_TOOLS_UNICODE_TABLES_HPP
#define FOLDWISE_TOOLS_UNICODE_TABLES_HPP

// Made by tools/unicode_tables.py from Unicode {VERSION}. Do not edit.

#include <cstdint>

namespace tool::unicode {{

/// The class of each code point: where it changes, as the code point times 256, plus the class. The
/// lowest two bits of a class are the columns of the character on a terminal.
inline constexpr std::uint32_t unseen = {UNSEEN};
inline constexpr std::uint32_t emoji = {EMOJI};
inline constexpr std::uint32_t takes_skin_tone = {TAKES_SKIN_TONE};
// clang-format off
inline constexpr std::uint32_t classes[] = {{
{table}
}};

/// The emoji sequences that have joiners or tags, without skin tones and variation selectors. Each
/// ends with NUL.
inline constexpr char32_t sequences[] =
{joined};
// clang-format on

}} // namespace tool::unicode

#endif
"""


def version(folder):
    """The version of the files; empty if they are not there."""
    try:
        with open(folder / "EastAsianWidth.txt", encoding="utf-8") as file:
            found = re.search(r"-([0-9.]+)\.txt", file.readline())
    except OSError:
        return ""
    return found[1] if found else ""


def main(arguments):
    check = "--check" in arguments
    folders = [argument for argument in arguments if argument != "--check"]
    if len(folders) > 1 or any(folder.startswith("-") for folder in folders):
        sys.stderr.write(__doc__)
        return 2
    folder = pathlib.Path(folders[0] if folders else "/usr/share/unicode")
    if version(folder) != VERSION:
        sys.stderr.write(f"{folder} does not hold Unicode {VERSION}\n")
        return 0 if check else 2
    new = header(folder)
    if check:
        if HEADER.read_text(encoding="utf-8") == new:
            return 0
        sys.stderr.write(f"{HEADER} differs\n")
        return 1
    HEADER.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
