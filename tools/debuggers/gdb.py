"""Shows values of foldwise in gdb as people read them.

    (gdb) source foldwise/tools/debuggers/gdb.py
    (gdb) print subject
    $1 = "Subject: a folded value"

The texts are those of the memory that is debugged; gdb escapes what a terminal must not get. Long
texts are cut. Nothing in the program is called, so that core files can be looked at, too.
"""

import re

import gdb
import gdb.printing

LONGEST = 200  # octets shown of a text
MOST = 1 << 20  # octets read of a text, whose size may not be initialised yet
FOLD = re.compile(rb"\r?\n(?=[ \t])")  # what unfolding drops
UNKNOWN_OFFSET = "-0000"


def place_and_size(view):
    """Those of a std::string_view, of libstdc++ or libc++."""
    names = [field.name for field in view.type.strip_typedefs().fields()]
    at, size = ("_M_str", "_M_len") if "_M_str" in names else ("__data_", "__size_")
    return int(view[at]), int(view[size])


def octets(view):
    at, size = place_and_size(view)
    return bytes(gdb.selected_inferior().read_memory(at, min(size, MOST))) if size else b""


def shown(text):
    cut = text[:LONGEST]
    return cut.decode("utf-8", "replace") + ("..." if len(text) > LONGEST else "")


def unfolded(text):
    return FOLD.sub(b"", text)


class Printer:
    def __init__(self, value):
        self.value = value

    def display_hint(self):
        return "string"

    def to_string(self):
        try:
            return shown(self.text())
        except gdb.MemoryError:
            return "(memory that cannot be read)"


class Unfolded(Printer):
    def text(self):
        return unfolded(octets(self.value["raw_"]))


class Field(Printer):
    def text(self):
        text = octets(self.value["text_"])
        if int(self.value["name_size_"]) == 0:
            return unfolded(text).rstrip(b"\r\n")
        name = text[: int(self.value["name_size_"])]
        return name + b": " + unfolded(text[int(self.value["value_offset_"]):]).strip(b" \t\r\n")


class Message(Printer):
    def text(self):
        raw = octets(self.value["raw_"])
        header = int(self.value["header_size_"])
        separator = int(self.value["separator_size_"])
        body = place_and_size(self.value["raw_"])[1] - header - separator
        lines = raw[:header].splitlines()
        fields = sum(not line.startswith((b" ", b"\t")) for line in lines)
        return b"message: %d fields in %d octets, body of %d octets" % (fields, header, body)


class Mailbox(Printer):
    def text(self):
        return unfolded(octets(self.value["parts_"]["raw"])).strip(b" \t\r\n")


class DateTime(Printer):
    def text(self):
        at = self.value["fields_"]
        year, month, day, hour, minute, second, offset = (
            int(at[name]) for name in
            ("year", "month", "day", "hour", "minute", "second", "offset_minutes"))
        zone = f"{'-' if offset < 0 else '+'}{abs(offset) // 60:02}{abs(offset) % 60:02}"
        if not bool(at["is_offset_known"]):
            zone = UNKNOWN_OFFSET
        return (f"{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02} "
                f"{zone}").encode()


class Entity(Printer):
    def text(self):
        kind = str(self.value["places_"]["kind"]).rpartition("::")[2]
        words = [f"part {self.path()}: {kind}".encode()]
        declared = octets(self.value["places_"]["type"])
        _, colon, value = declared.partition(b":")
        if colon:
            words.append(unfolded(value).strip(b" \t\r\n"))
        return b", ".join(words)

    def path(self):
        """The IMAP part number: see entity_path."""
        path = self.value["path_"]
        numbers, number = [], 0
        for at in range(int(path["used_"])):
            octet = int(path["octets_"][at]) & 0xFF
            number = number << 7 | octet & 0x7F
            if octet < 0x80:
                numbers.append(str(number))
                number = 0
        return ".".join(numbers + (["TEXT"] if bool(path["is_text_"]) else []))


def printers():
    found = gdb.printing.RegexpCollectionPrettyPrinter("foldwise")
    version = r"^foldwise::(v\d+_\d+_\d+::)?"
    for name, printer in (("field", Field), ("message", Message), ("mailbox", Mailbox),
                          ("date_time", DateTime), ("entity", Entity)):
        found.add_printer(name, f"{version}{name}$", printer)
    found.add_printer("unfolded", rf"{version}spliced<foldwise::(v\d+_\d+_\d+::)?folds>$", Unfolded)
    return found


gdb.printing.register_pretty_printer(None, printers(), replace=True)
