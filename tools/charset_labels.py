#!/usr/bin/env python3
"""Makes the table of charset labels, include/foldwise/charset/detail/label_table.hpp.

    charset_labels.py FOLDER            writes the table
    charset_labels.py FOLDER --check    compares it with the one that is there

FOLDER has encodings.json of the WHATWG Encoding Standard (https://encoding.spec.whatwg.org/) and
IANA's registry as iana-character-sets.csv
(https://www.iana.org/assignments/character-sets/character-sets-1.csv). The status is 0 if the table
was written or is the same, 1 if it differs, and 2 for bad usage.

A label is in the table in its normal form (Unicode Technical Standard 22 section 1.4). Where the
standard and the registry differ, the standard counts, except for the labels in DIFFERENCES.
"""

import csv
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLE = ROOT / "include/foldwise/charset/detail/label_table.hpp"

# Labels of the WHATWG Encoding Standard that name another charset in mail.
DIFFERENCES = {
    "us_ascii": "us-ascii ascii ansi_x3.4-1968",
    "utf_16": "utf-16 csunicode iso-10646-ucs-2 ucs-2 unicode",
    "iso_2022_kr": "iso-2022-kr csiso2022kr",
    "iso_2022_cn": "iso-2022-cn",
    "iso_2022_cn_ext": "iso-2022-cn-ext",
    "hz_gb_2312": "hz-gb-2312",
}

# Charsets that the standard lacks or has by another name, and their names in the registry.
REGISTERED = {
    "ibm437": "IBM437",
    "ibm850": "IBM850",
    "ibm852": "IBM852",
    "ibm858": "IBM00858",
    "utf_32": "UTF-32 ISO-10646-UCS-4",
    "utf_32be": "UTF-32BE",
    "utf_32le": "UTF-32LE",
    "utf_7": "UTF-7 UNICODE-1-1-UTF-7",
    "iso_2022_jp": "CP50220",
    "iso_2022_jp_2": "ISO-2022-JP-2",
    "euc_jp": "CP51932",
}

# Labels in mail that are not registered, or for another charset: numbers of code pages, names that
# databases, Emacs, Java and PHP use, and frequent mistakes.
MAIL = {
    "utf_8": "utf8mb4 utf8mb3 al32utf8 cp65001 65001 utf-8-sig utf-8-strict utf-8-bom utf-8-without-bom "
             "utf-8n utf-8-unix utf-8-dos mule-utf-8 utf8_general_ci utf8_unicode_ci "
             "utf8mb4_general_ci utf8mb4_unicode_ci uft-8",
    "us_ascii": "cp20127 20127 646",
    "ibm437": "dos-437",
    "ibm850": "dos-850",
    "ibm852": "dos-852",
    "ibm858": "cp858 ibm858 858 dos-858",
    "ibm866": "dos-866 win866",
    "iso_8859_2": "8859_2 cp28592 28592 ee8iso8859p2 isolatin2 iso_8859-2:1999",
    "iso_8859_3": "8859_3 cp28593 28593",
    "iso_8859_4": "8859_4 cp28594 28594",
    "iso_8859_5": "8859_5 cp28595 28595 cl8iso8859p5",
    "iso_8859_6": "8859_6 cp28596 28596",
    "iso_8859_7": "8859_7 cp28597 28597 el8iso8859p7 iso_8859-7:2003",
    "iso_8859_8": "8859_8 cp28598 28598",
    "iso_8859_8_i": "cp38598 38598",
    "iso_8859_10": "8859_10",
    "iso_8859_13": "8859_13 cp28603 28603 latin7 l7",
    "iso_8859_14": "8859_14",
    "iso_8859_15": "8859_15 cp28605 28605 we8iso8859p15 iso-8859-15-unix iso_8859-15:1998",
    "iso_8859_16": "8859_16",
    "koi8_r": "cp20866 20866 cl8koi8r",
    "koi8_u": "cp21866 21866 cl8koi8u",
    "macintosh": "macroman cp10000 10000",
    "x_mac_cyrillic": "mac-cyrillic mac-ukraine mac-ukrainian cp10007 10007",
    "windows_874": "cp874 874 ms874 win874 ibm874 tis-620-2533",
    "windows_1250": "1250 win1250 ansi-1250 ms1250 windows-cp1250 ibm-1250 ms-ee ee8mswin1250",
    "windows_1251": "1251 win1251 ansi-1251 ms1251 windows-cp1251 ibm-1251 ms-cyrl cl8mswin1251",
    "windows_1252": "1252 win1252 ansi-1252 ms1252 windows-cp1252 ibm-1252 ms-ansi we8mswin1252 "
                    "8859_1 cp28591 28591 we8iso8859p1 iso8859 isolatin1 iso-8859-1-unix "
                    "iso-8859-1-dos latin-1-unix latin1_swedish_ci latin1_general_ci iso_8859-1:1998 "
                    "ansi_x3.110-1983",
    "windows_1253": "1253 win1253 ansi-1253 ms1253 windows-cp1253 ibm-1253 ms-greek el8mswin1253",
    "windows_1254": "1254 win1254 ansi-1254 ms1254 windows-cp1254 ibm-1254 ms-turk tr8mswin1254 "
                    "8859_9 cp28599 28599 we8iso8859p9",
    "windows_1255": "1255 win1255 ansi-1255 ms1255 windows-cp1255 ibm-1255 ms-hebr iw8mswin1255",
    "windows_1256": "1256 win1256 ansi-1256 ms1256 windows-cp1256 ibm-1256 ms-arab ar8mswin1256",
    "windows_1257": "1257 win1257 ansi-1257 ms1257 windows-cp1257 ibm-1257 winbaltrim",
    "windows_1258": "1258 win1258 ansi-1258 ms1258 windows-cp1258 ibm-1258",
    "utf_16be": "ucs-2be cp1201 1201 unicodebig",
    "utf_16le": "ucs-2le cp1200 1200 unicodelittle",
    "utf_32": "ucs-4",
    "utf_32be": "ucs-4be cp12001 12001",
    "utf_32le": "ucs-4le cp12000 12000",
    "utf_7": "cp65000 65000 unicode-2-0-utf-7",
    "gb18030": "cp54936 54936 gb18030-2000 gb18030-2005 gb18030-2022 zhs32gb18030",
    "gbk": "936 win936 euc-cn cn-gb gbk2312 gb2312-1980 gb2312.1980-0 cp51936 51936 cp20936 20936 "
           "zhs16gbk zhs16cgb231280",
    "big5": "cp950 950 ms950 win950 windows-950 big5-eten bigfive big5-hkscs-2004 zht16big5 "
            "zht16mswin950 zht16hkscs",
    "euc_jp": "ujis eucjp-ms eucjp-win x-euc 51932 cp20932 20932 ja16euc",
    "iso_2022_jp": "jis jis7 50220 cp50221 50221 cp50222 50222 iso-2022-jp-ms iso-2022-jp-mobile "
                   "_iso-2022-jp$esc _iso-2022-jp$sio",
    "iso_2022_jp_2": "iso-2022-jp-1",
    "shift_jis": "cp932 932 win932 windows-932 cp943 cp943c ibm-943 ibm943c sjis-win shift_jis-ms "
                 "sift_jis ja16sjis",
    "euc_kr": "cp949 949 ms949 win949 uhc cp51949 51949 ksc5601-1987-0 ksc5601-1992 ko16ksc5601 "
              "ko16mswin949",
    "iso_2022_kr": "cp50225 50225",
    "hz_gb_2312": "hz hz-gb cp52936 52936",
}


def normal(label):
    """The normal form of a label: letters and digits, in lower case, without each 0 that has no
    digit before it."""
    found = ""
    for octet in re.sub("[^a-z0-9]", "", label.lower()):
        if octet != "0" or found[-1:].isdigit():
            found += octet
    return found


class Labels:
    def __init__(self):
        self.charsets = {}  # of each normal label
        self.registered = set()  # the labels that the standard or the registry has

    def add(self, label, charset):
        known = self.charsets.setdefault(normal(label), charset)
        if known != charset:
            raise SystemExit(f"{label} names {known} and {charset}")


def charsets_in_order():
    header = (ROOT / "include/foldwise/charset/charset.hpp").read_text(encoding="utf-8")
    body = re.search(r"enum class charset .*?{(.*?)};", header, re.S).group(1)
    return re.findall(r"\w+", re.sub("///.*", "", body))


def all_labels(folder):
    labels = Labels()
    for charset, names in DIFFERENCES.items():
        for label in names.split():
            labels.add(label, charset)
    different = set(labels.charsets)
    for group in json.loads((folder / "encodings.json").read_text(encoding="utf-8")):
        for encoding in group["encodings"]:
            for label in encoding["labels"]:
                if normal(label) not in different:
                    labels.add(label, re.sub(r"\W", "_", encoding["name"].lower()))
    registered = {name: charset for charset, names in REGISTERED.items() for name in names.split()}
    with open(folder / "iana-character-sets.csv", newline="", encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            names = [row["Name"], *row["Preferred MIME Name"].split(), *row["Aliases"].split()]
            known = {labels.charsets[normal(one)] for one in names if normal(one) in labels.charsets}
            charset = registered.get(row["Name"]) or (known.pop() if known else None)
            for label in names if charset else []:
                if normal(label) not in labels.charsets:
                    labels.add(label, charset)
    labels.registered = set(labels.charsets)
    for charset, names in MAIL.items():
        for label in names.split():
            labels.add(label, charset)
    return labels


HEAD = '''\
#ifndef FOLDWISE_CHARSET_DETAIL_LABEL_TABLE_HPP
#define FOLDWISE_CHARSET_DETAIL_LABEL_TABLE_HPP

#include <foldwise/config.hpp>

// clang-format off

namespace foldwise::inline FOLDWISE_ABI::detail {

/// The labels of all charsets, in their normal form (Unicode Technical Standard 22 section 1.4):
/// those of the WHATWG Encoding Standard and of IANA's registry, and others that occur in mail.
/// Made by tools/charset_labels.py. A row is a label, "=" ("~" if the label is neither in the
/// standard nor in the registry), the number of its charset in two digits, and a space. Rows are
/// ordered by the size of the label, then by the label. It is one literal, because that is quickest
/// to compile.
inline constexpr char label_rows[] =
'''


def table(folder):
    numbers = {charset: number for number, charset in enumerate(charsets_in_order())}
    labels = all_labels(folder)
    longest = max(map(len, labels.charsets))

    def row(label):
        sign = "=" if label in labels.registered else "~"
        return f"{label}{sign}{numbers[labels.charsets[label]]:02} "

    ends = [0]
    lines = []
    for size in range(1, longest + 1):
        rows = [row(one) for one in sorted(labels.charsets) if len(one) == size]
        ends.append(ends[-1] + sum(map(len, rows)))
        if rows:
            lines.append(f"    // labels of size {size}\n")
        while rows:
            line = ""
            while rows and len(line) + len(rows[0]) <= 94:
                line += rows.pop(0)
            lines.append(f'    "{line}"\n')
    lines[-1] = lines[-1][:-1] + ";\n"
    text = HEAD + "".join(lines)
    text += f"\ninline constexpr unsigned longest_label = {longest};\n"
    text += "\n/// Where the rows with labels of each size end; index 0 is where the first row "
    text += "starts.\n"
    text += "inline constexpr unsigned short label_rows_ends[] = {\n"
    rest = [f"{end}, " for end in ends]
    while rest:
        line = ""
        while rest and len(line) + len(rest[0]) <= 96:
            line += rest.pop(0)
        text += f"    {line.rstrip()}\n"
    text += "};\n\n} // namespace foldwise::inline FOLDWISE_ABI::detail\n\n"
    return text + "// clang-format on\n\n#endif\n"


def main(arguments):
    if not arguments or arguments[1:] not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    made = table(pathlib.Path(arguments[0]))
    if arguments[1:] == ["--check"]:
        if TABLE.read_text(encoding="utf-8") == made:
            return 0
        print(f"{TABLE.name} is not what the script makes", file=sys.stderr)
        return 1
    TABLE.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
