#!/usr/bin/env python3
"""Counts the forms that values of fields have in a folder of mail.

    bench/survey.py FOLDER [--write]

FOLDER has an index.tsv. Each line has, separated by tabs, the path of a file, its kind (eml;
eml-from, with a `From ` line; mbox; others are passed over) and, for an mbox, how messages are
separated (any: at each line that starts with `From `; blank: only after an empty line).

A form is what is left of a value when names, numbers and words are replaced with what they are.
With --write, the counts go into survey.md, and those of the forms that are at least half a percent
of the values into survey.hpp, from which the values of the benchmarks are drawn.
"""

import argparse
import collections
import re
from pathlib import Path

HERE = Path(__file__).resolve().parent
LEAST = 0.005
DAY = r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b"
MONTH = r"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b"
COMMENT = r"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)"
WORD = r"=\?[^?\s]+\?([bBqQ])\?[^?\s]*\?="
ELEMENT = rf'(?:"(?:[^"\\]|\\.)*"|{COMMENT}|<[^>]*>|[^,"(<])+'


def messages(folder):
    """The header section of each message, with LF, an octet a character."""
    for line in (folder / "index.tsv").read_text().splitlines():
        path, kind, rule = line.split("\t")[:3]
        if kind not in ("eml", "eml-from", "mbox"):
            continue
        text = (folder / path).read_bytes().decode("latin-1").replace("\r\n", "\n")
        if kind == "mbox":
            start = r"(?:\A|(?<=\n\n))From .*\n" if rule == "blank" else r"(?m)^From .*\n"
            each = re.split(start, text)[1:]
        else:
            each = [re.sub(r"\AFrom .*\n", "", text)]
        yield from (message.split("\n\n", 1)[0] for message in each)


def unfolded(value):
    return re.sub(r"\s+", " ", value).strip()


def date_forms(value):
    """Www, 99 Mmm 9999 99:99:99 +9999 (ZZZ)"""
    text = re.sub(MONTH, "Mmm", re.sub(DAY, "Www", unfolded(value)))
    text = re.sub(r"\([A-Z]{3,5}\)", "(ZZZ)", re.sub(r" [+-](?=\d{4})", " +", text))
    return [re.sub(r"\d", "9", text)]


def received_forms(value):
    """from (host[ip]) by (words) with id for (zone)"""
    clauses, _, when = unfolded(value).rpartition(";")

    def comment(found):
        text = found[0]
        kinds = {"(tls)": r"TLS|cipher", "(certificate)": "ertificate", "(sender)": "envelope-from",
                 "([ip])": r"^\(\[", "(host[ip])": r"\[", "(address)": "@"}
        kind = next((kind for kind, has in kinds.items() if re.search(has, text)), "(words)")
        return f" {kind} "

    words = re.sub(COMMENT, comment, clauses).split()
    form = [word.lower() for word in words
            if word.startswith("(") or word.lower() in ("from", "by", "via", "with", "id", "for")]
    return [" ".join([*form, *(["(zone)"] if "(" in when else [])])]


def result_forms(value):
    """dkim (comment) property property"""
    results = re.sub(COMMENT, " (comment) ", unfolded(value)).split(";")[1:]
    forms = []
    for result in results:
        if not result.strip():
            continue
        method, *rest = result.split()
        rest = [word if word == "(comment)" else "property" for word in rest]
        forms.append(" ".join([method.partition("=")[0].lower(), *rest]))
    return forms


def result_counts(value):
    return [str(len(result_forms(value)))]


def subject_forms(value):
    """text fold text, B, Q fold Q text"""
    form = []
    for line in value.strip().split("\n"):
        if form:
            form.append("fold")
        at = 0
        for word in [*re.finditer(WORD, line), None]:
            between = line[at:word.start() if word else None].strip()
            if between:
                form.append("text" if between.isascii() else "octets")
            if word:
                form.append(word[1].upper())
                at = word.end()
    return [" ".join(form)]


def content_type_forms(value):
    """multipart; boundary", with a quotation mark after a parameter that is quoted"""
    text = unfolded(value)
    form = [text.partition(";")[0].partition("/")[0].strip().lower()]
    for name, quote in re.findall(r';\s*([^=;\s]+)\s*=\s*(?:(")(?:[^"\\]|\\.)*"|[^;]*)', text):
        form.append(name.lower() + quote)
    return ["; ".join(form) + (" fold" if "\n" in value.strip() else "")]


def address_forms(value):
    """Of each address in a list: encoded-words <>, "words, words" <>, words <>, <>, @"""
    forms = []
    for element in re.findall(ELEMENT, unfolded(value)):
        text = re.sub(COMMENT, "(comment)", element.strip())
        name, bracket, _ = text.partition("<")
        name = name.strip()
        if re.search(WORD, name):
            name = "encoded-words"
        elif name.startswith('"'):
            name = '"words, words"' if re.search(r"[,(]", name) else '"words"'
        elif bracket and name:
            name = "words" if name.isascii() else "octets"
        elif not bracket and "@" in name:
            name = "@" + (" (comment)" if "(" in name else "")
        elif not bracket:
            name = "no address"
        forms.append(name + (" <>" if bracket else "").removeprefix("" if name else " "))
    return forms


# What is counted: in fields of which names, and which function lists its forms.
KINDS = {
    "dates": (["Date"], date_forms),
    "received": (["Received"], received_forms),
    "results": (["Authentication-Results"], result_forms),
    "result counts": (["Authentication-Results"], result_counts),
    "subjects": (["Subject"], subject_forms),
    "content types": (["Content-Type"], content_type_forms),
    "addresses": (["From", "To", "Cc"], address_forms),
}


def main():
    options = argparse.ArgumentParser(description=__doc__,
                                      formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path, metavar="FOLDER")
    options.add_argument("--write", action="store_true",
                         help="write survey.md and survey.hpp, beside this script")
    options = options.parse_args()

    values = collections.defaultdict(list)
    count = 0
    for header in messages(options.folder):
        count += 1
        for name, value in re.findall(r"(?m)^([!-9;-~]+)[ \t]*:(.*(?:\n[ \t].*)*)", header):
            values[name.lower()].append(value)

    page = ["# Which forms the values of fields have", "",
            f"In {count:,} messages: the test data of mail parsers, and archives of mailing lists.",
            "`bench/survey.py FOLDER --write` counted them, and says what a form is. The values of",
            "the benchmarks are drawn from the forms that are named here, as often as they occur.",
            "Those of addresses are a harder mix: see `named_address` in values.hpp.", ""]
    code = ["#ifndef FOLDWISE_BENCH_SURVEY_HPP", "#define FOLDWISE_BENCH_SURVEY_HPP", "",
            "// How often the forms of values occur in a collection of mail, see survey.md.",
            "// Written by survey.py.", "",
            "#include <cstddef>", "#include <string_view>", "", "namespace bench::survey {", "",
            "/// The words of a form, and how many values have it.",
            "struct form {", "    std::size_t count;", "    std::string_view words;", "};", "",
            "// clang-format off"]
    for kind, (names, forms_of) in KINDS.items():
        every = [value for name in names for value in values[name.lower()]]
        forms = collections.Counter(form for value in every for form in forms_of(value))
        total = forms.total()
        usual = [(form, n) for form, n in forms.most_common() if n >= LEAST * total]
        rest = total - sum(n for _, n in usual)
        page += [f"## {kind.capitalize()}: {total:,} in {len(every):,} fields ({', '.join(names)})",
                 "", "| form | count | percent |", "| --- | ---: | ---: |"]
        page += [f"| `{form}` | {n:,} | {100 * n / total:.1f} |" for form, n in usual]
        others = f"{len(forms) - len(usual)} other forms"
        page += [f"| {others} | {rest:,} | {100 * rest / total:.1f} |", ""]
        if kind == "addresses":
            continue
        code += [f"inline constexpr form {kind.replace(' ', '_')}[] = {{"]
        code += ["    {%d, \"%s\"}," % (n, form.replace('"', '\\"')) for form, n in usual]
        code += ["};"]
    code += ["// clang-format on", "", "} // namespace bench::survey", "", "#endif"]
    if options.write:
        (HERE / "survey.md").write_text("\n".join(page).rstrip() + "\n")
        (HERE / "survey.hpp").write_text("\n".join(code) + "\n")
    else:
        print("\n".join(page))


if __name__ == "__main__":
    main()
