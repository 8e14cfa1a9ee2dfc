#!/usr/bin/env python3
"""Runs other mail readers over the ambiguous messages of cases.tsv, and the mailbox files of
mailboxes.tsv.

Writes outcomes.tsv (what each reader answers) and the table of the library
(include/foldwise/inspect/detail/tried_readers_table.hpp: which reader takes which reading).
A reader is the program beside this file; one that cannot be run is left out.

    apt-get install mutt procmail dovecot-core python3-gi gir1.2-gmime-3.0 libemail-mime-perl libmime-tools-perl \\
        php-cli php-mailparse ruby-mail golang-go libmail-java libapache-mime4j-java default-jdk-headless
    npm install --prefix /some/folder mailparser postal-mime
    NODE_PATH=/some/folder/node_modules tests/readers/run.py

    run.py           runs all readers and writes both files
    run.py --show    runs them and prints the answers, and writes nothing
"""
import datetime
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
TABLE = os.path.join(HERE, "../../include/foldwise/inspect/detail/tried_readers_table.hpp")
CODES = os.path.join(HERE, "../../include/foldwise/diagnostic/detail/diagnostic_table.hpp")
JARS = "/usr/share/java/"


def jar_version(name):
    for path in sorted(glob.glob(JARS + name + "-[0-9]*.jar")):
        return re.search(r"-([0-9.]+)\.jar", path).group(1)
    return "unknown"


def java(program, jars, version_of):
    path = ":".join(JARS + jar + ".jar" for jar in jars)
    return ["java", "-Dreader.version=" + jar_version(version_of), "-cp", path, program]


READERS = [
    ["/usr/bin/python3", "python_email.py"],
    ["/usr/bin/python3", "gmime.py"],
    ["perl", "email_mime.pl"],
    ["perl", "mime_tools.pl"],
    ["php", "mailparse.php"],
    ["ruby", "mail.rb"],
    ["go", "run", "go_mail.go"],
    java("JavaMail.java", ["javax.mail", "javax.activation"], "javax.mail"),
    java("Mime4j.java", ["apache-mime4j-core", "apache-mime4j-dom", "commons-io"],
         "apache-mime4j-core"),
    ["node", "mailparser.js"],
    ["node", "postal_mime.js"],
]

MAILBOX_READERS = [
    ["/usr/bin/python3", "python_mailbox.py"],
    ["/usr/bin/python3", "formail.py"],
    ["/usr/bin/python3", "mutt.py"],
    ["/usr/bin/python3", "dovecot.py"],
]


def octets_of(text, line_ending):
    """The octets that an escaped text of cases.tsv stands for."""
    plain = {"n": line_ending, "l": b"\n", "r": b"\r", "t": b"\t", "0": b"\0", "\\": b"\\"}

    def one(match):
        if match.group(1):
            return bytes([int(match.group(1)[1:], 16)]).decode("latin-1")
        return plain[match.group(2)].decode("latin-1")

    return re.sub(r"\\(?:(x[0-9A-F]{2})|(.))", one, text).encode("latin-1")


def cases(name, line_ending):
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                name, code, message, question, first, second = line.rstrip("\n").split("\t")
                yield {"name": name, "code": code, "octets": octets_of(message, line_ending),
                       "question": question, "first": answers_of(first),
                       "second": answers_of(second)}


def answers_of(text):
    return [octets_of(each, b"\n").decode("latin-1") for each in text.split(" // ")]


def shown(answer, question):
    """An answer in the form of cases.tsv, before escaping. An error in a value is no answer, but a
    message or a body that is refused as a whole is "!"."""
    if isinstance(answer, dict):
        is_value = question in ("from", "name", "date", "sender")
        return "-" if is_value and "error" in answer else "!"
    if isinstance(answer, (int, float)):
        when = datetime.datetime.fromtimestamp(answer, datetime.timezone.utc)
        return when.strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(answer, list):
        answer = "|".join((each or "").replace("\r\n", "\n").strip("\n") for each in answer)
    if answer is None or answer == "":
        return "-"
    try:
        answer.encode("latin-1")
    except UnicodeEncodeError:
        answer = answer.encode("utf-8", "replace").decode("latin-1")
    return answer.strip("\n")


def escaped(text):
    out = ""
    for each in text:
        plain = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\0", "\\": "\\\\"}.get(each)
        out += plain or (each if " " <= each < "\x7f" else "\\x%02X" % ord(each))
    return out


def same(answer, wanted):
    forms = {answer}
    try:
        forms.add(answer.encode("utf-8").decode("latin-1"))
    except UnicodeError:
        pass
    return bool(forms & set(wanted))


def run(command, paths):
    """The name of a reader, and its answers for each path; None if it cannot be run."""
    try:
        done = subprocess.run(command + paths, capture_output=True, cwd=HERE, timeout=300)
    except OSError:
        return None
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    if len(lines) != len(paths) + 1:  # mailparse may crash after it has answered
        print(command[-1] + " failed: " + done.stderr.decode("utf-8", "replace")[-400:],
              file=sys.stderr)
        return None
    return lines[0], [json.loads(line) for line in lines[1:]]


def choice_of(case, answer):
    if same(answer, case["first"]):
        return "first"
    return "second" if same(answer, case["second"]) else "other"


def table_of(readers, outcomes):
    """The C++ table. A reader is in it if its answers for a code all belong to one reading."""
    with open(CODES, encoding="utf-8") as file:
        known = re.findall(r"\{diagnostic_code::(\w+),[^}]*?severity::(\w+)", file.read())
    tried = {case["code"] for case in outcomes}
    rows = []
    for code in (name for name, severity in known if severity == "ambiguity" and name in tried):
        masks = {"first": 0, "second": 0}
        for number, reader in enumerate(readers):
            choices = {case["choices"][reader] for case in outcomes
                       if case["code"] == code and reader in case["choices"]}
            if len(choices) == 1 and choices & set(masks):
                masks[choices.pop()] |= 1 << number
        rows.append("    {diagnostic_code::%s, 0x%X, 0x%X}," % (code, masks["first"],
                                                                  masks["second"]))
    with open(TABLE, encoding="utf-8") as file:
        text = file.read()
    width = max(len(reader) for reader in readers) + len('""sv,')
    names = "".join("    %-*s // bit %d\n" % (width, '"%s"sv,' % reader, bit)
                    for bit, reader in enumerate(readers))
    text = re.sub(r"(tried_readers\[\] = \{\n).*?(\};)", lambda m: m[1] + names + m[2], text,
                  flags=re.S)
    return re.sub(r"(tried_codes\[\] = \{\n).*?(\};)",
                  lambda m: m[1] + "\n".join(rows) + "\n" + m[2], text, flags=re.S)


def read(of, commands):
    """Notes the choices and answers of the readers that can be run, and returns their names."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, case in enumerate(of):
            paths.append(os.path.join(folder, "%03d.eml" % number))
            with open(paths[-1], "wb") as file:
                file.write(case["octets"])
        results = [result for result in (run(command, paths) for command in commands) if result]
    for case in of:
        case["choices"], case["answers"] = {}, {}
    for reader, answers in results:
        for case, all_answers in zip(of, answers):
            if case["question"] in all_answers:
                answer = shown(all_answers[case["question"]], case["question"])
                case["answers"][reader] = answer
                case["choices"][reader] = choice_of(case, answer)
    return [reader for reader, _ in results]


def main():
    messages, mailboxes = list(cases("cases.tsv", b"\r\n")), list(cases("mailboxes.tsv", b"\n"))
    readers = read(messages, READERS) + read(mailboxes, MAILBOX_READERS)
    all_cases = messages + mailboxes
    lines = ["# Written by run.py: name, readers that take the first reading, the second, another\n"]
    for case in all_cases:
        of = {"first": [], "second": [], "other": []}
        for reader, choice in case["choices"].items():
            answer = ": " + escaped(case["answers"][reader]) if choice == "other" else ""
            of[choice].append(reader + answer)
        lines.append("\t".join([case["name"]] + ["; ".join(each) for each in of.values()]) + "\n")
    if "--show" in sys.argv:
        sys.stdout.writelines(lines)
        return
    with open(os.path.join(HERE, "outcomes.tsv"), "w", encoding="utf-8") as file:
        file.writelines(lines)
    text = table_of(readers, all_cases)
    with open(TABLE, "w", encoding="utf-8") as file:
        file.write(text)


if __name__ == "__main__":
    main()
