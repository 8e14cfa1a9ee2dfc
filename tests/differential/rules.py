"""What kind of input it is: the questions that the classes of classes.py ask about octets.

They know the grammars of the RFCs, and nothing of what any reader makes of the octets.
"""
import base64
import binascii
import codecs
import datetime
import re
import urllib.parse

MONTHS = b"jan feb mar apr may jun jul aug sep oct nov dec".split()
DAYS = b"mon tue wed thu fri sat sun".split()
WORD = re.compile(rb"=\?([^?\s]*)\?([BbQq])\?([^?]*)\?=")


def has_bare_cr(octets):
    return re.search(rb"\r(?!\n)", octets) is not None


def is_utf8(octets):
    try:
        octets.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def value_of(field):
    """The unfolded value of a field."""
    raw = re.sub(rb"\r?\n\Z", b"", field[field.find(b":") + 1:])
    return re.sub(rb"\r?\n(?=[ \t])", b"", raw)


def lines_of(section):
    """The lines of a header section, without those that continue another one."""
    return [line for line in re.split(rb"\r?\n", section) if line and line[0] not in b" \t"]


def is_field(line):
    return re.match(rb"[!-9;-~]+:", line) is not None


# ---- addresses (RFC 5322 sections 3.4 and 4.4)

TOKEN = re.compile(
    rb'(?P<space>[ \t]+)|(?P<q>"(?:[^"\\\r\n\0]|\\[^\r\n\0])*")'
    rb"|(?P<a>[A-Za-z0-9!#$%&'*+/=?^_`{|}~\x80-\xff-]+)|(?P<special>[<>@,;:.])"
    rb"|(?P<d>\[[^\[\]\\\x00-\x1f]*\])", re.S)

_DOMAIN = r"(?:a(?:\.a)*|d)"
_ADDRESS = r"[aq](?:\.[aq])*@" + _DOMAIN
_PHRASE = r"[aq][aq.]*"
_MAILBOX = r"(?:(?:%s)?<(?:,*@%s(?:,+@%s)*,*:)?%s>|%s)" % (_PHRASE, _DOMAIN, _DOMAIN, _ADDRESS,
                                                           _ADDRESS)
_GROUP = r"%s:,*(?:%s(?:,+%s)*)?,*;" % (_PHRASE, _MAILBOX, _MAILBOX)
_LIST = re.compile(r",*(?:%s|%s)(?:,+(?:%s|%s))*,*" % (_MAILBOX, _GROUP, _MAILBOX, _GROUP))


def comment_end(value, at):
    """The end of the comment at `at`, or -1."""
    depth = 0
    while at < len(value):
        octet = value[at:at + 1]
        if octet == b"\\":
            at += 1
        elif octet == b"(":
            depth += 1
        elif octet == b")":
            depth -= 1
            if depth == 0:
                return at + 1
        at += 1
    return -1


def tokens_of(value):
    """One letter for each token: a (atom), q (quoted-string), d (domain-literal), the specials, and
    "!" for anything else. Comments and white space are left out."""
    found, at = [], 0
    while at < len(value):
        if value[at:at + 1] == b"(":
            end = comment_end(value, at)
            if end < 0 or re.search(rb"[\r\n\0]", value[at:end]):
                return "".join(found) + "!"
            at = end
            continue
        match = TOKEN.match(value, at)
        if not match:
            return "".join(found) + "!"
        if match.lastgroup == "special":
            found.append(match.group().decode())
        elif match.lastgroup != "space":
            found.append(match.lastgroup if is_utf8(match.group()) else "!")
        at = match.end()
    return "".join(found)


def is_address_list(field):
    """Whether the value is an address-list, in current or obsolete syntax (RFC 5322, RFC 6532)."""
    return _LIST.fullmatch(tokens_of(value_of(field))) is not None


def without_texts(value):
    """A value without comments and quoted-strings; what is not closed stays."""
    out, at = b"", 0
    while at < len(value):
        octet = value[at:at + 1]
        end = comment_end(value, at) if octet == b"(" else -1
        if octet == b'"':
            match = re.compile(rb'"(?:[^"\\]|\\.)*"', re.S).match(value, at)
            end = match.end() if match else -1
        if end < 0:
            out += octet
            at += 1
        else:
            out += b" "
            at = end
    return out


def has_unclosed_text(field):
    return re.search(rb'["(]', without_texts(value_of(field))) is not None


def has_odd_brackets(field):
    """Angle brackets that do not come in pairs, or are nested."""
    return re.fullmatch(rb"[^<>]*(?:<[^<>]*>[^<>]*)*", without_texts(value_of(field))) is None


def has_stray_semicolon(field):
    """A semicolon that ends no group, or a colon that starts none."""
    plain = re.sub(rb"<[^<>]*>", b"<>", without_texts(value_of(field)))
    plain = re.sub(rb"\[[^\[\]]*\]", b"[]", plain)
    return re.fullmatch(rb"[^:;]*(?::[^:;]*;[^:;]*)*", plain) is None


def has_comment_in_address(field):
    """A comment directly before or after the `@` of an address."""
    return re.search(rb"\)\s*@|@\s*\(", value_of(field)) is not None


_WORD_START = rb"=\?[^?\s]+\?[BbQq]\?"
_WORD = _WORD_START + rb"[^?]*\?="
_WORD_IN_ADDRESS = re.compile(_WORD + rb"[^\s<>,:;]*\s*@|@\s*[^\s<>,;@]*" + _WORD_START +
                              rb"|<[^<>]*" + _WORD_START + rb"[^<>]*>")


def has_word_in_address(field):
    """An encoded-word beside the `@` of an address or in its angle brackets."""
    value = value_of(field)
    return (_WORD_IN_ADDRESS.search(without_texts(value)) is not None or
            re.search(rb'"[^"]*=\?[^"]*"\s*@|=\?[^\s<>,]*@', value) is not None)


def has_comment(field):
    """A comment that is closed."""
    plain = without_texts(value_of(field))
    return plain.count(b"(") < without_quotes(value_of(field)).count(b"(")


def without_quotes(value):
    return re.sub(rb'"(?:[^"\\]|\\.)*"', b"", value, flags=re.S)


# ---- encoded-words (RFC 2047)

def has_adjacent_words(octets):
    return re.search(rb"\?=(?:\s|\()+=\?", octets) is not None


def decoded_word(word):
    """The text of an encoded-word, or None if its charset, encoding or octets are not right."""
    charset = word.group(1).split(b"*")[0].decode("ascii", "replace")
    text = word.group(3)
    if re.fullmatch(rb"[!#$%&'*+0-9A-Z^-z{|}~-]*[0-9A-Za-z]", word.group(1)) is None:
        return None
    if charset.endswith("-"):  # Python knows "utf-"
        return None
    try:
        if word.group(2) in b"Qq":
            if re.search(rb"=(?![0-9A-Fa-f]{2})|[^!-~]", text):
                return None
            octets = re.sub(rb"=(..)", lambda m: bytes([int(m[1], 16)]), text.replace(b"_", b" "))
        else:
            octets = base64.b64decode(text, validate=True)
        if codecs.lookup(charset).name == "iso2022_jp" and b"\x1b" not in octets:
            charset = "ascii"
        return octets.decode(charset)
    except (LookupError, UnicodeError, ValueError, binascii.Error):
        return None


def has_broken_word(octets):
    """Something like an encoded-word that cannot be decoded by the letter of RFC 2047."""
    unfolded = re.sub(rb"\r?\n(?=[ \t])", b"", octets)
    rest = WORD.sub(b" ", unfolded)
    if b"=?" in rest or b"?=" in rest:
        return True
    return any(decoded_word(word) is None for word in WORD.finditer(unfolded))


def has_word_beside_text(octets):
    """An encoded-word that touches other text, which RFC 2047 section 5 forbids."""
    return re.search(rb'[^\s("]' + _WORD + rb"|" + _WORD + rb'[^\s)"<,:;]', octets) is not None


def has_word_in_quotes(octets):
    quoted = re.findall(rb'"(?:[^"\\]|\\.)*"', octets, re.S)
    return any(WORD.search(each) is not None for each in quoted)


def has_odd_escape(octets):
    """An escape sequence in an encoded-word in ISO-2022-JP that RFC 1468 does not have."""
    for word in WORD.finditer(octets):
        text = word.group(3)
        if word.group(2) in b"Bb":
            try:
                text = base64.b64decode(text + b"===")
            except binascii.Error:
                continue
        else:
            text = re.sub(rb"=([0-9A-F]{2})", lambda m: bytes([int(m[1], 16)]), text)
        if word.group(1).lower() == b"iso-2022-jp" and re.search(rb"\x1b(?!\([BJ]|\$[@B])", text):
            return True
    return False


# ---- dates (RFC 5322 sections 3.3 and 4.3)

_ZONE = rb"(?:[+-]\d{4}|ut|gmt|[ecmp][sd]t|[a-ik-z])"
_DATE = re.compile(rb"(?:(mon|tue|wed|thu|fri|sat|sun) ?, ?)?(\d{1,2}) ?(" + b"|".join(MONTHS) +
                   rb") ?(\d{2,}) (\d\d) ?: ?(\d\d)(?: ?: ?(\d\d))? ?(" + _ZONE + rb")")


def plain_date(field):
    """The value of a date without comments, in lower case, with single spaces; None if a comment is
    not closed."""
    value = value_of(field)
    out, at = b"", 0
    while at < len(value):
        if value[at:at + 1] == b"(":
            end = comment_end(value, at)
            if end < 0:
                return None
            out += b" "
            at = end
        else:
            out += value[at:at + 1]
            at += 1
    return re.sub(rb"[ \t]+", b" ", out).strip(b" ").lower()


def date_match(field):
    """The parts of a date in current or obsolete syntax, or None."""
    plain = plain_date(field)
    return plain is not None and _DATE.fullmatch(plain) or None


def is_impossible_date(field):
    """A date of the right form that does not exist, or whose day name is that of another one."""
    match = date_match(field)
    if not match:
        return False
    name, day, month, year, hour, minute, second, zone = match.groups()
    years = int(year)
    if len(year) < 4:  # RFC 5322 section 4.3
        years += 2000 if len(year) == 2 and years < 50 else 1900
    try:
        when = datetime.date(years, MONTHS.index(month) + 1, int(day))
    except ValueError:
        return True
    is_zone_wrong = zone[:1] in b"+-" and int(zone[3:]) > 59
    return (int(hour) > 23 or int(minute) > 59 or int(second or 0) > 60 or is_zone_wrong or
            name is not None and DAYS[when.weekday()] != name)


# ---- header sections, transfer encodings and parts

def fields_named(section, name):
    return [line for line in lines_of(section)
            if line.lower().startswith(name + b":")]


def whole_field(section, name):
    """The first field of that name with its continuation lines, or None."""
    match = re.search(rb"(?im)^" + re.escape(name) + rb"[ \t]*:.*(?:\n[ \t].*)*", section)
    return match.group() if match else None


def is_repeated(section, *names):
    return any(len(fields_named(section, name)) > 1 for name in names)


_TOKEN = rb"[!#-'*+.0-9A-Z^-z|~-]+"
_VALUE = rb'(?:' + _TOKEN + rb'|"(?:[^"\\\r\n\0]|\\.)*")'
_NAME = rb"[!#$&+.0-9A-Z^-z|~-]+(?:\*[0-9]+)?\*?"  # RFC 2231 section 7
_SPACE = rb"[ \t\r\n]*"
_PARAMETERS = (rb"(?:" + _SPACE + rb";" + _SPACE + _NAME + _SPACE + rb"=" + _SPACE + _VALUE +
               rb")*" + _SPACE)


def is_plain_type(section):
    """Whether the Content-Type, if there is one, is by the grammar of RFC 2045 section 5.1."""
    field = whole_field(section, b"Content-Type")
    return field is None or re.fullmatch(_SPACE + _TOKEN + _SPACE + rb"/" + _SPACE + _TOKEN +
                                         _PARAMETERS, value_of(field)) is not None


def is_plain_disposition(section):
    field = whole_field(section, b"Content-Disposition")
    return field is None or re.fullmatch(_SPACE + _TOKEN + _PARAMETERS,
                                         value_of(field)) is not None


def has_broken_percent(section):
    """A parameter value of RFC 2231 that cannot be decoded, or without its asterisk, its charset or
    its first section."""
    if re.search(rb"(?i)\b(?:file)?name=\"?[0-9A-Z_-]+'[0-9A-Z-]*'", section):
        return True
    for name, value in re.findall(rb"(?i)\b(name|filename)(\*[0-9*]*=[^;\r\n]*)", section):
        if re.match(rb"\*(?:0\*?)?=", value) is None:
            start = re.compile(rb"(?i)\b" + name + rb"\*0\*?=")
            if start.search(section) is None:
                return True
        if re.match(rb"\*(?:0\*)?=", value) and value.count(b"'") < 2:
            return True
        if b"*=" in value and (re.search(rb"%(?![0-9A-Fa-f]{2})", value) or
                               not is_utf8(urllib.parse.unquote_to_bytes(value))):
            return True
    return False


def has_comment_in_type(section):
    """A comment after the type or a parameter."""
    field = whole_field(section, b"Content-Type")
    if field is None:
        return False
    unquoted = re.sub(rb'"(?:[^"\\]|\\.)*"', b"", value_of(field))
    return re.search(rb"\([^()]*\)", unquoted) is not None


def is_encoded_container(section, may_be_in_digest):
    """A message or multipart in base64 or quoted-printable. In a digest, a part without a
    Content-Type is a message."""
    field = whole_field(section, b"Content-Type")
    if field is None:
        is_container = may_be_in_digest
    else:
        is_container = re.match(rb"(?i)\s*(?:message|multipart)/", value_of(field)) is not None
    return is_container and encoding_of(section) in (b"base64", b"quoted-printable")


def boundaries_of(sections):
    """The boundary parameters in the header sections, perhaps not decoded."""
    found = []
    for section in sections:
        field = whole_field(section, b"Content-Type")
        match = field and re.search(rb'(?i)boundary\s*=\s*(?:"([^"]*)"|([^\s;]+))', value_of(field))
        if match:
            found.append(match.group(1) if match.group(1) is not None else match.group(2))
    return found


def has_repeated_delimiter(message):
    """Two equal lines that start with two hyphens, one directly after the other."""
    return re.search(rb"(?:\A|\n)(--[^\r\n]+?)[ \t]*\r?\n\1(?:--)?[ \t]*\r?(?:\n|\Z)",
                     message) is not None


def has_open_multipart(message, sections):
    """A boundary without a close-delimiter."""
    lines = [line.rstrip(b" \t\r") for line in message.split(b"\n")]
    return any(b"--" + each + b"--" not in lines for each in boundaries_of(sections))


def encoding_of(section):
    field = whole_field(section, b"Content-Transfer-Encoding")
    return value_of(field).strip().lower() if field else b"7bit"


def has_space_around_encoding(section):
    """White space after the name of a transfer encoding, or a fold before it."""
    field = whole_field(section, b"Content-Transfer-Encoding")
    return field is not None and (re.search(rb"[ \t]\r?\Z", value_of(field)) is not None or
                                  re.match(rb"[^:]*:[ \t]*\r?\n", field) is not None)


def has_two_forms(section):
    """A file name in sections and in one piece (RFC 2231), in the same field."""
    return re.search(rb"(?is)name\*0.*name\*?=|name\*?=.*name\*0", section) is not None


def body_of(part):
    match = re.search(rb"(?:\A|\n)\r?\n", part)
    return part[match.end():] if match else b""


def is_damaged_base64(body):
    text = re.sub(rb"[ \t\r\n]", b"", body)
    return re.fullmatch(rb"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?",
                        text) is None


def is_damaged_quoted_printable(body):
    return re.search(rb"=(?![0-9A-F]{2}|\r?\n)|[ \t]\r?(?:\n|\Z)|\r(?!\n)", body) is not None
