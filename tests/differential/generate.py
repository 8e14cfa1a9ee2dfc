#!/usr/bin/env python3
"""Makes messages as mixed as real mail, some of them with faults.

    generate.py [--seed N] [--first K] COUNT     prints them, each after a line with its size

Message K of a seed is always the same.
"""
import argparse
import base64
import datetime
import quopri
import random
import sys

WORDS = ("the a report meeting on of draft and for invoice Tuesday new please see notes budget "
         "release about plan with results update = 1=2 50% don't \"quoted\" From -- lunch C:\\temp "
         "naïve café Grüße Øre слово текст 漢字 テスト €5 ﬁn").split(" ")
NAMES = ("Ann Bob Carol Dave Erin Frank Grace Heidi Ivan Judy Mallory Niaj Olivia Peggy Jörg "
         "Zoë Łukasz Иван 太郎 O'Neil Smith Jones Müller Sørensen").split(" ")
DOMAINS = ("example.com", "sample.net", "mail.example.org", "Example.COM", "a-b.example",
           "[192.0.2.1]", "[IPv6:2001:db8::1]", "xn--bcher-kva.example", "localhost")
DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
CHARSETS = ("utf-8", "UTF-8", "iso-8859-1", "ISO-8859-15", "windows-1252", "koi8-r",
            "iso-2022-jp", "us-ascii", "shift_jis", "utf-8*en")


class Maker:
    """Makes one message."""

    def __init__(self, seed, number):
        self.random = random.Random("%s:%s" % (seed, number))
        self.chance = lambda part: self.random.random() < part
        self.pick = self.random.choice
        self.boundaries = 0

    # ---- texts

    def words(self, least, most, ascii_only=False):
        chosen = []
        while len(chosen) < self.random.randint(least, most):
            word = self.pick(WORDS)
            if not ascii_only or word.isascii():
                chosen.append(word)
        return " ".join(chosen)

    def encoded_word(self, text):
        charset = self.pick(CHARSETS)
        name = charset.split("*")[0]
        try:
            octets = text.encode(name)
        except (UnicodeEncodeError, LookupError):
            charset, octets = "utf-8", text.encode("utf-8")
        octets = octets[:42] if charset.lower() != "iso-2022-jp" else octets[:60]
        if name.lower() == "utf-8" or charset == "utf-8":
            octets = octets.decode("utf-8", "ignore").encode("utf-8")
        if self.chance(0.5):
            return "=?%s?%s?%s?=" % (charset, self.pick("Bb"), base64.b64encode(octets).decode())
        plain = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
        shown = "".join(chr(o) if o in plain else "_" if o == 32 else "=%02X" % o for o in octets)
        return "=?%s?%s?%s?=" % (charset, self.pick("Qq"), shown)

    def text(self):
        """Unstructured text, in ASCII or with encoded-words."""
        parts = []
        for _ in range(self.random.randint(1, 4)):
            text = self.words(1, 5)
            if not text.isascii() or self.chance(0.1):
                parts.append(self.encoded_word(text))
            else:
                parts.append(text)
        return self.pick((" ", " ", "  ", "\n ", "\n\t")).join(parts)

    # ---- addresses

    def local_part(self):
        plain = self.pick(("ann", "bob.smith", "x", "first.last", "a+tag", "o'neil", "a_b-c",
                           "root"))
        if self.chance(0.9):
            return plain
        return self.pick(('"john doe"', '"a@b"', '"quo\\"te"', '"plain"', "a . b", '""',
                          '"a"."b"', '"a".b'))

    def addr_spec(self):
        at = "@" if self.chance(0.97) else self.pick((" @ ", "@ ", "(at)@", "@(x)"))
        return self.local_part() + at + self.pick(DOMAINS)

    def comment(self):
        return "(" + self.pick((self.words(1, 2, True).replace("\\", ""), "nested (comment)",
                                "quo\\)ted", self.encoded_word("Grüße"), "")) + ")"

    def phrase(self):
        name = " ".join(self.pick(NAMES) for _ in range(self.random.randint(1, 3)))
        kind = self.random.random()
        if not name.isascii():
            if kind < 0.7:
                return self.encoded_word(name)
            if kind < 0.85:
                return " ".join(self.encoded_word(each) for each in name.split())
            if kind < 0.92:
                return '"' + self.encoded_word(name) + '"'
            return name if kind < 0.96 else '"' + name + '"'
        if kind < 0.4:
            return name
        if kind < 0.6:
            return '"' + name + '"'
        if kind < 0.75:
            return '"' + ", ".join(name.split()) + '"'
        if kind < 0.8:
            return name.split()[0] + " Q. " + name
        if kind < 0.85:
            return '"' + name.split()[0] + '" ' + name
        if kind < 0.9:
            return '"' + name.split()[0] + ' \\"Nick\\" X"'
        if kind < 0.93:
            return '"' + name + ' <fake@sample.net>"'
        if kind < 0.96:
            return name + " " + self.comment()
        return self.encoded_word(name)

    def mailbox(self):
        kind = self.random.random()
        if kind < 0.25:
            return self.addr_spec()
        if kind < 0.3:
            return self.addr_spec() + " " + self.comment()
        if kind < 0.33:
            return "<" + self.addr_spec() + ">"
        if kind < 0.35:
            return self.phrase() + " <@a.example,@b.example:" + self.addr_spec() + ">"
        space = self.pick((" ", " ", " ", "", "\n ", "  "))
        after = " " + self.comment() if self.chance(0.03) else ""
        return self.phrase() + space + "<" + self.addr_spec() + ">" + after

    def address_list(self, most):
        found = []
        for _ in range(self.random.randint(1, most)):
            if self.chance(0.06):
                members = [self.mailbox() for _ in range(self.random.randint(0, 3))]
                found.append(self.phrase() + ":" + self.pick(("", " ")) + ", ".join(members) + ";")
            else:
                found.append(self.mailbox())
        separator = self.pick((", ", ", ", ",", ",\n ", ",\n\t", " , "))
        return separator.join(found) + (self.pick((",", ", ,")) if self.chance(0.01) else "")

    # ---- dates and identifiers

    def date(self):
        r = self.random
        year, month, day = r.randint(1990, 2037), r.randint(1, 12), r.randint(1, 28)
        hour, minute, second = r.randint(0, 23), r.randint(0, 59), r.randint(0, 59)
        name = DAYS[datetime.date(year, month, day).weekday()]
        zone = self.pick(("+0000", "-0000", "+0100", "-0800", "+0530", "+1400", "GMT", "UT", "EST",
                          "PDT", "+0000 (UTC)", "-0500 (EST)", "Z"))
        clock = "%02d:%02d:%02d" % (hour, minute, second)
        month_name = MONTHS[month - 1]
        usual = "%s, %d %s %d %s %s" % (name, day, month_name, year, clock, zone)
        if self.chance(0.75):
            return usual
        return self.pick((
            "%d %s %d %s %s" % (day, month_name, year, clock, zone),
            "%s, %02d %s %d %02d:%02d %s" % (name, day, month_name, year, hour, minute, zone),
            "%s, %d %s %02d %s %s" % (name, day, month_name, year % 100, clock, zone),
            "%s,%d %s %d %s %s" % (name, day, month_name, year, clock, zone),
            "%s, %d  %s  %d\n %s %s" % (name, day, month_name, year, clock, zone),
            "%s (day), %d %s %d %s (x) %s" % (name, day, month_name, year, clock, zone),
            "%s %s %2d %s %d" % (name, month_name, day, clock, year),
            "%s, %02d-%s-%02d %s GMT" % (name, day, month_name, year % 100, clock),
            "%d-%02d-%02dT%sZ" % (year, month, day, clock),
            "%d-%02d-%02d %s +0000" % (year, month, day, clock),
            "%s, %d %s %d %s" % (name, day, month_name, year, clock),
            "%s, %d %s %d %s %s" % (name.upper(), day, month_name.lower(), year, clock, zone),
            "%s, %d %s %d %02d : %02d : %02d %s" % (name, day, month_name, year, hour, minute,
                                                   second, zone),
        ))

    def identifier(self):
        return "<%08x.%s@%s>" % (self.random.getrandbits(32), self.pick("abc"),
                                 self.pick(DOMAINS[:4]))

    def received(self):
        return ("from %s (%s [192.0.2.%d])\n\tby %s with %s id %x\n\tfor <%s>; %s" %
                (self.pick(DOMAINS[:3]), self.pick(DOMAINS[:3]), self.random.randint(1, 254),
                 self.pick(DOMAINS[:3]), self.pick(("SMTP", "ESMTP", "ESMTPS")),
                 self.random.getrandbits(40), "ann@example.com", self.date()))

    # ---- parts

    def boundary(self):
        self.boundaries += 1
        return self.pick(("=_%d", "b%d", "----=_NextPart_%d", "_%d/x", "a b'()+_,-./:=?%d", "%d",
                          "%da")) % self.random.randint(0, 999999)

    def parameter(self, name, value):
        """`; name=value` in one of the forms that programs write."""
        kind = self.random.random()
        if not value.isascii():
            if kind < 0.5:
                return ";\n %s*=utf-8''%s" % (name, percent(value))
            if kind < 0.7:
                half = len(value) // 2
                return ";\n %s*0*=utf-8''%s;\n %s*1*=%s" % (name, percent(value[:half]), name,
                                                           percent(value[half:]))
            if kind < 0.9:
                return '; %s="%s"' % (name, self.encoded_word(value))
            return '; %s="%s"' % (name, value)
        if kind < 0.1 and len(value) > 1:
            return ';\n %s*0="%s";\n %s*1="%s"' % (name, value[:1], name, value[1:])
        token = value.replace(".", "").replace("-", "").isalnum()
        if token and kind < 0.4:
            return "; %s=%s" % (name, value)
        return self.pick(("; ", ";", ";\n ", ";\n\t")) + '%s="%s"' % (name, value)

    def file_name(self):
        return self.pick(("a.txt", "report.pdf", "two words.doc", "naïve.txt", "Отчёт.xlsx",
                          "x;y.bin", "漢字.zip"))

    def body_text(self):
        lines = []
        for _ in range(self.random.randint(0, 6)):
            lines.append(self.words(0, 9))
            if self.chance(0.1):
                lines.append(self.pick(("", ".", "..", "--", "-- ", "From here on", ">From x",
                                        " indented", "trailing ", "a" * 90)))
        return "\n".join(lines) + self.pick(("\n", "\n", "", "\n\n"))

    def leaf(self):
        """(fields, body) of a text or of data."""
        if self.chance(0.75):
            text = self.body_text()
            charset = self.pick(CHARSETS[:7])
            try:
                octets = text.encode(charset)
            except UnicodeEncodeError:
                charset, octets = "utf-8", text.encode("utf-8")
            kind = self.pick(("text/plain", "text/plain", "text/html", "text/enriched",
                              "TEXT/Plain"))
            if text.isascii() and self.chance(0.5):
                charset = "us-ascii"
            declared = "; charset=" + self.pick((charset, '"' + charset + '"'))
            if text.isascii() and self.chance(0.3):
                declared = ""
        else:
            octets = self.random.randbytes(self.random.randint(0, 200))
            kind = self.pick(("application/octet-stream", "image/png", "application/pdf"))
            declared = ""
        is_text = declared or kind.lower().startswith("text")
        fields = []
        if self.chance(0.35) or not is_text:
            name = self.file_name()
            if self.chance(0.5):
                declared += self.parameter("name", name)
            if self.chance(0.8):
                fields.append(("Content-Disposition", self.pick(("attachment", "inline")) +
                               self.parameter("filename", name)))
        if not (kind == "text/plain" and not declared and self.chance(0.3)):
            fields.append(("Content-Type", kind + declared))
        if self.chance(0.1):
            fields.append(("Content-ID", self.identifier()))
        if self.chance(0.05):
            fields.append(("Content-Description", self.text()))
        encoding = self.pick(("base64", "quoted-printable") if not is_text else
                             ("7bit", "8bit", "base64", "quoted-printable", "none"))
        if encoding == "base64":
            body = base64.encodebytes(octets).decode()
            if octets and self.chance(0.1):
                body = base64.b64encode(octets).decode() + "\n"
        elif encoding == "quoted-printable":
            body = quopri.encodestring(octets).decode()
        else:
            body = octets.decode("ascii", "surrogateescape")
            if encoding == "none" and not octets.isascii():
                encoding = "8bit"
        if encoding != "none":
            fields.append(("Content-Transfer-Encoding", self.pick((encoding, encoding.upper()))))
        self.random.shuffle(fields)
        return fields, body

    def multipart(self, depth):
        boundary = self.boundary()
        kind = self.pick(("mixed", "mixed", "alternative", "related", "digest", "report", "signed",
                          "parallel", "x-odd"))
        count = self.random.randint(0 if self.chance(0.02) else 1, 4)
        body = self.pick(("", "", "This is a multi-part message in MIME format.\n", "\n"))
        for _ in range(count):
            fields, inner = self.part(depth + 1)
            if kind == "digest" and self.chance(0.7):
                fields, inner = [], self.attached(depth + 1)
            body += "--" + boundary + self.pick(("", "", "", " ", "\t")) + "\n"
            body += "".join("%s: %s\n" % field for field in fields) + "\n" + inner + "\n"
        body += "--" + boundary + "--" + self.pick(("\n", "\n", "", "\n\n", "\nepilogue\n"))
        quoted = '"%s"' % boundary
        if boundary.replace("_", "").isalnum() and self.chance(0.5):
            quoted = boundary
        extra = self.pick(("", "", '; type="text/html"', "; charset=utf-8"))
        declared = "multipart/%s%sboundary=%s%s" % (kind, self.pick(("; ", ";", ";\n\t")), quoted,
                                                    extra)
        fields = [("Content-Type", declared)]
        if self.chance(0.2):
            fields.append(("Content-Transfer-Encoding", self.pick(("7bit", "8bit"))))
        return fields, body

    def attached(self, depth):
        """The text of an attached message."""
        fields, body = self.part(depth + 1)
        fields = [("From", self.mailbox()), ("Subject", self.text()),
                  ("Date", self.date())] + fields
        return "".join("%s: %s\n" % field for field in fields) + "\n" + body

    def part(self, depth):
        kind = self.random.random()
        if depth < 4 and kind < (0.5 if depth == 0 else 0.25):
            return self.multipart(depth)
        if 0 < depth < 4 and kind < 0.33:
            return [("Content-Type", "message/rfc822")], self.attached(depth)
        if depth and kind < 0.35:
            return ([("Content-Type", "message/delivery-status")],
                    "Reporting-MTA: dns; mx.example.com\n\nFinal-Recipient: rfc822;a@b.example\n"
                    "Action: failed\nStatus: 5.1.1\n")
        return self.leaf()

    # ---- the message

    def message(self):
        fields = [("Received", self.received()) for _ in range(self.random.randint(0, 3))]
        fields += [("From", self.mailbox() if self.chance(0.93) else self.address_list(3)),
                   ("Date", self.date()), ("Subject", self.text())]
        for name, part, most in (("To", 0.95, 5), ("Cc", 0.3, 8), ("Bcc", 0.03, 2),
                                 ("Reply-To", 0.2, 2)):
            if self.chance(part):
                fields.append((name, self.address_list(most)))
        if self.chance(0.1):
            fields.append(("Sender", self.mailbox()))
        if self.chance(0.95):
            fields.append(("Message-ID", self.identifier()))
        if self.chance(0.3):
            fields.append(("References", "\n ".join(self.identifier() for _ in range(3))))
        if self.chance(0.05):
            fields.append(("Resent-Date", self.date()))
        if self.chance(0.2):
            fields.append(("X-Long", self.words(5, 30, True)))
        if self.chance(0.05):
            fields.append(("X-Empty", ""))
        if self.chance(0.9):
            fields.append(("MIME-Version", "1.0"))
        more, body = self.part(0)
        fields += more
        if self.chance(0.3):
            self.random.shuffle(fields)
        lines = []
        for name, value in fields:
            if self.chance(0.02):
                name = self.pick((name.lower(), name.upper()))
            colon = self.pick((": ", ": ", ": ", ": ", ":", ":\t", ":  "))
            lines.append(name + colon + value + "\n")
        if self.chance(0.02) and not body:
            return "".join(lines)
        return "".join(lines) + "\n" + body


def percent(text):
    return "".join(chr(o) if chr(o).isalnum() and o < 128 else "%%%02X" % o
                   for o in text.encode("utf-8"))


# ---- faults: each takes the octets, with LF, and a source of chance

def header_end(octets):
    found = octets.find(b"\n\n")
    return len(octets) if found < 0 else found + 1


def insert(what):
    def fault(octets, random):
        at = random.randint(0, len(octets))
        if random.random() < 0.6:
            at = random.randint(0, header_end(octets))
        return octets[:at] + what + octets[at:]
    return fault


def insert_line(*lines):
    """Before a line of the header section."""
    def fault(octets, random):
        starts = [0] + [i + 1 for i in range(header_end(octets)) if octets[i:i + 1] == b"\n"]
        at = random.choice(starts)
        return octets[:at] + random.choice(lines) + b"\n" + octets[at:]
    return fault


def replace_one(*pairs):
    """One occurrence of one of the texts by another text."""
    def fault(octets, random):
        usable = [(old, new) for old, new in pairs if old in octets]
        if not usable:
            return octets
        old, new = random.choice(usable)
        places = []
        at = octets.find(old)
        while at >= 0:
            places.append(at)
            at = octets.find(old, at + 1)
        at = random.choice(places)
        return octets[:at] + new + octets[at + len(old):]
    return fault


def truncate(octets, random):
    return octets[:random.randint(0, len(octets))]


def remove_octet(octets, random):
    at = random.randint(0, max(0, len(octets) - 1))
    return octets[:at] + octets[at + 1:]


def change_octet(octets, random):
    at = random.randint(0, max(0, len(octets) - 1))
    return octets[:at] + bytes([random.randint(0, 255)]) + octets[at + 1:]


def remove_line(octets, random):
    lines = octets.split(b"\n")
    del lines[random.randrange(len(lines))]
    return b"\n".join(lines)


def repeat_field(octets, random):
    lines = octets[:header_end(octets)].split(b"\n")
    name = random.choice(lines).split(b":")[0]
    others = {b"from": b"Mallory <m@sample.net>", b"date": b"Tue, 2 Jan 2001 10:00:00 +0000",
              b"content-type": random.choice((b"text/html", b"multipart/mixed; boundary=zz"))}
    return insert_line(name + b": " + others.get(name.lower(), b"again"))(octets, random)


def some_lf(octets, random):
    """Some line endings become others."""
    lines = octets.split(b"\n")
    out = []
    for line in lines[:-1]:
        out.append(line + (random.choice((b"\r", b"\n\r", b"\r\r\n", b"\r\n"))
                           if random.random() < 0.1 else b"\n"))
    return b"".join(out) + lines[-1]


def break_date(octets, random):
    bad = (b"Date: yesterday", b"Date: Mon, 31 Feb 2020 10:00:00 +0000",
           b"Date: Sun, 1 Jan 2024 10:00:00 +0000", b"Date: 1 Jan 2024 25:00:00 +0000",
           b"Date: 01/02/2014 10:00:00 +0000", b"Date: Mon, 1 Jan 2024 10.00.00 +0000",
           b"Date: Mon, 1 Jan 2024 10:00:00 +9999", b"Date: Mon, 1 Jan 2024 10:00:00 CET",
           b"Date: Mon, 1 Jan 2024 10:00:00 +1", b"Date: Mon, 1 Jan 2024",
           b"Date: Mon, 1 January 2024 9:5:7 +0100", b"Date: 1 Sept 2024 10:00:00 -0500",
           b"Date: Mon, 1 Jan 2024 10:00:60 +0000", b"Date: Mon 1 Jan 2024 10:00:00 GMT+0100",
           b"Date: Mon, 1 Jan 24 10:00:00 A", b"Date: Mon, 1 Jan 2024 10:00:00 AM +0000",
           b"Date: Mon, 1 Jan 2024 10:00:00 Europe/Berlin", b"Date: 0 Jan 2024 10:00:00 +0000",
           b"Date: Mon, 1 Jan 102 10:00:00 +0000", b"Date:", b"Date: Mon, 1 Foo 2024 10:00 +0000")
    lines = octets.split(b"\n")
    for i, line in enumerate(lines):
        if line.lower().startswith(b"date:"):
            lines[i] = random.choice(bad)
            break
    return b"\n".join(lines)


def drop_separator(octets, random):
    """The empty line after the header section of the message or of a part."""
    return replace_one((b"\n\n", b"\n"))(octets, random)


FAULTS = [
    insert(b"\r"), insert(b"\0"), insert(b"\xff"), insert(b"\xe9t\xe9"), insert(b"\x1b"),
    insert(b"\n"), insert(b"\n "), insert(b"="), insert(b'"'), insert(b"("), insert(b"<"),
    insert(b">"), insert(b"\\"), insert(b";"), insert(b","), insert(b"=?utf-8?q?x?="),
    insert(b"\xc3\xa9"), insert(b":"), insert(b"@"),
    insert_line(b"no colon here", b"X-Space : value", b" ", b"\t",
                b"From x@y Mon Jan  1 10:00:00 2024", b": no name", b"Subject",
                b">From x@y Mon Jan  1 10:00:00 2024", b"X Y: two words",
                b"X-\xe9: octet", b"Content-Transfer-Encoding: x-unknown",
                b"Content-Transfer-Encoding: base64", b"Content-Type: nonsense",
                b"Content-Type: text/plain; charset=utf-8; charset=koi8-r",
                b"Content-Transfer-Encoding: quoted-printable (really)", b"Content-Type:",
                b"Content-Disposition: attachment; filename=a b.txt",
                b"Content-Type: multipart/mixed", b'Content-Type: multipart/mixed; boundary=""'),
    replace_one((b"\n--", b"\n-"), (b"--\n", b"\n"), (b"--\n", b"-- text\n"), (b"\n--", b"\n ---")),
    replace_one((b"boundary=", b"boundry="), (b"boundary=", b"boundary=x; boundary="),
                (b"boundary=", b"boundary*=us-ascii''"), (b"multipart/", b"multipart"),
                (b"message/rfc822", b"message/partial"), (b"message/rfc822", b"message/global"),
                (b"text/plain", b"text"), (b"text/plain", b"text/plain;"),
                (b"charset=", b"charset")),
    replace_one((b"base64", b"7bit"), (b"7bit", b"base64"), (b"8bit", b"quoted-printable"),
                (b"quoted-printable", b"base64"), (b"base64", b"x-uuencode"), (b"=\n", b"=4\n"),
                (b"=\n", b"= \n"), (b"==\n", b"\n"), (b"=\n", b"=\n=\n"), (b"A", b"*"),
                (b"A", b"==")),
    replace_one((b"utf-8", b"utf-9"), (b"iso-8859-1", b"us-ascii"), (b"?=", b"?"), (b"?=", b" ?="),
                (b"?B?", b"?X?"), (b"?Q?", b"?Q? ")),
    replace_one((b"<", b"<<"), (b">", b""), (b"<", b""), (b'"', b""), (b", ", b"; "), (b"@", b"@@"),
                (b"@", b" at "), (b".", b".."), (b"example.com", b"example.com."), (b"@", b"")),
    truncate, truncate, remove_octet, change_octet, remove_line, repeat_field, some_lf, break_date,
    drop_separator,
]


def message(seed, number):
    """The octets of message `number`."""
    maker = Maker(seed, number)
    octets = maker.message().encode("utf-8", "surrogateescape")
    faults = maker.random.choices((0, 1, 2, 4), (40, 45, 12, 3))[0]
    for _ in range(faults):
        octets = maker.random.choice(FAULTS)(octets, maker.random)
    if maker.chance(0.6):
        octets = octets.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    if maker.chance(0.005):
        octets = b"\xef\xbb\xbf" + octets
    return octets


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--first", type=int, default=0)
    options = parser.parse_args()
    for number in range(options.first, options.first + options.count):
        octets = message(options.seed, number)
        sys.stdout.buffer.write(b"%d\n" % len(octets) + octets)


if __name__ == "__main__":
    main()
