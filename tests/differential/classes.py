"""The classes of differences between foldwise and other readers, with their explanations.

A difference belongs to the first class whose rule fits. Rules look at the octets, with the help of
rules.py. Some also require that the difference is not greater than the explanation says.
"""
import re

import rules

PYTHON, GMIME = ("python",), ("gmime",)
BOTH = PYTHON + GMIME
STRUCTURE = ("fields", "value", "tree", "octets", "charset", "file name")
PARTS = ("tree", "octets", "charset", "file name")


class Class:
    """rfc: the section that decides. what: the input. others: who reads it how. ours: how foldwise
    reads it, and why."""

    def __init__(self, name, facts, readers, rule, rfc, what, others, ours):
        self.name, self.readers, self.rule = name, readers, rule
        self.facts = (facts,) if isinstance(facts, str) else facts
        self.rfc, self.what, self.others, self.ours = rfc, what, others, ours


def differs_in_space_only(d):
    def joined(text):
        if isinstance(text, (list, tuple)):
            return [joined(each) for each in text]
        return re.sub(rb"\s", b"", text) if isinstance(text, bytes) else text
    return joined(d.ours) == joined(d.theirs)


def differs_in_domains_only(d):
    return [each.rpartition(b"@")[0] for each in d.ours] == [each.rpartition(b"@")[0]
                                                             for each in d.theirs]


def in_field(pattern):
    compiled = re.compile(pattern)
    return lambda d: compiled.search(rules.value_of(d.octets)) is not None


def in_some_section(question):
    return lambda d: any(question(section) for section in d.sections)


CLASSES = [
    # ---- header sections
    Class("bare_cr", STRUCTURE + ("addresses", "names", "groups", "text", "date"), BOTH,
          lambda d: rules.has_bare_cr(d.octets) or
          d.fact in PARTS and any(map(rules.has_bare_cr, d.sections)),
          "5322 2.3", "A CR that no LF follows.",
          "Python ends the line at it, so what follows is another field, or the body, and drops it "
          "from values. GMime drops it before LF, and from values.",
          "It is data: only LF, with one CR before it at most, ends a line. An address or a date "
          "with a CR in it is not read."),
    Class("nul", STRUCTURE + ("addresses", "names", "groups", "text", "date"), BOTH,
          lambda d: b"\0" in d.octets,
          "5322 4.3", "A NUL.",
          "For GMime, a value ends at it. Python takes it for any other octet.",
          "It is data in texts and bodies. An address or a date with a NUL in it is not read."),
    Class("byte_order_mark", STRUCTURE, BOTH,
          lambda d: d.message.startswith(b"\xef\xbb\xbf"),
          "5322 2.2", "A byte order mark before the first field.",
          "For Python the message has no fields. For GMime the mark is a part of the first name.",
          "The mark is not a part of the name, so that no field is lost."),
    Class("line_without_name", STRUCTURE, BOTH,
          in_some_section(lambda section: not all(map(rules.is_field, rules.lines_of(section)))),
          "5322 2.2", "A line in a header section that is neither a field nor folded: no colon, "
          "white space or other odd octets before the colon, nothing before it, a From line.",
          "For Python the body starts there. GMime passes over a line without a colon, and takes "
          "any octets before a colon for a name.",
          "A field without a name; the fields after it are read. White space before the colon is "
          "dropped (section 4.5)."),

    Class("no_empty_line", STRUCTURE, GMIME,
          lambda d: re.search(rb"\n\r?\n", d.message) is None or d.message[:1] in b" \t",
          "5322 2.1", "A message that ends in its header section, or starts with white space.",
          "For GMime it is no message.",
          "Every text is a message: the fields are read, and the body is empty."),
    Class("fields_repeated", PARTS, GMIME,
          in_some_section(lambda section: rules.is_repeated(
              section, b"content-type", b"content-transfer-encoding", b"content-disposition")),
          "5322 3.6, 2045 3", "A second Content-Type, Content-Transfer-Encoding or "
          "Content-Disposition in a header section.",
          "GMime uses the last one.",
          "The first one counts, as for Python, with an ambiguity."),

    # ---- parts
    Class("comment_in_type", PARTS, GMIME,
          in_some_section(rules.has_comment_in_type),
          "2045 5.1, 5322 3.2.2", "A comment in a Content-Type.",
          "GMime takes it for a part of the value before it.",
          "A comment is allowed there, and is not a part of the value, as for Python."),
    Class("content_type_malformed", PARTS, BOTH,
          in_some_section(lambda section: not rules.is_plain_type(section)),
          "2045 5.2, 2231", "A Content-Type that does not follow the grammar.",
          "Python takes more octets for a part of the type, GMime reads it as "
          "application/octet-stream or keeps what it could read of the parameters.",
          "text/plain if type and subtype cannot be read, as RFC 2045 section 5.2 says; parameters "
          "that can be read count, except for the boundary."),
    Class("space_in_type", PARTS, PYTHON,
          in_some_section(lambda section: re.search(
              rb"(?im)^content-type:[^;=]*(?:/\s|\s/)", section) is not None),
          "2045 5.1, 822 3.1.4", "White space beside the slash of a Content-Type.",
          "For Python it belongs to the type.",
          "It belongs to neither word, as between other tokens of RFC 822."),
    Class("words_in_charset", "charset", BOTH,
          lambda d: re.search(rb"(?i)charset[^;]*=\?", d.octets) is not None,
          "2047 5", "An encoded-word in a charset parameter.",
          "Both decode it.",
          "Encoded-words are decoded in file names only."),
    Class("disposition_malformed", "file name", BOTH,
          lambda d: not rules.is_plain_disposition(d.octets),
          "2183 2, 2231", "A Content-Disposition that does not follow the grammar.",
          "Both keep another part of the file name, Python only its first word.",
          "A value without quotes ends at the semicolon; text for people is kept where possible."),
    Class("parameter_without_value", "tree", PYTHON,
          lambda d: d.theirs == "error: IndexError" and
          in_some_section(lambda section: not rules.is_plain_disposition(section))(d),
          "2231 3, 2183 2", "A Content-Disposition that ends after the name and asterisk of a "
          "parameter, beside one in sections.",
          "Python raises IndexError, and reads nothing of the message.",
          "What has no value is no parameter; all else is read."),
    Class("backslash_in_name", "file name", BOTH,
          lambda d: re.search(rb'(?i)name[^=;]*="[^"]*\\', d.octets) is not None,
          "2045 5.1, 5322 3.2.4", "A backslash in a quoted file name.",
          "It quotes the next character, so it is lost.",
          'It quotes only " and another backslash; before anything else it stays, since programs '
          "write C:\\file.txt so."),
    Class("space_around_file_name", "file name", PYTHON,
          lambda d: re.search(rb'(?i)name[^=;]*="(?:\s|[^"]*\s")', d.octets) is not None,
          "2045 5.1, 5322 3.2.4", "White space at the start or end of a quoted file name.",
          "Python drops it.",
          "It is in quotes, so it belongs to the name."),
    Class("words_in_file_name", "file name", PYTHON,
          lambda d: re.search(rb'(?i)name[^=;]*="[^"]*=\?[^"]*\?=', d.octets) is not None,
          "2231 4, 2047 5", "An encoded-word beside other text in a file name.",
          "Python decodes only such that white space separates.",
          "Decoded, as text for people."),
    Class("file_name_encoding", ("file name", "charset"), BOTH,
          lambda d: rules.has_broken_word(d.octets) or rules.has_broken_percent(d.octets),
          "2231 4, 2047 2", "A parameter with an encoded-word or a percent-encoding that is not "
          "complete, has an unknown charset or none, or no asterisk, or sections of which the "
          "first is missing.",
          "Each keeps or replaces other octets; GMime takes the remaining sections for the value. "
          "Without a charset, both may have no name.",
          "U+FFFD stands for octets that cannot be decoded; sections without the first one are no "
          "value; a value without a charset is read as UTF-8."),
    Class("parameter_forms", "file name", BOTH,
          lambda d: rules.has_two_forms(d.octets),
          "2231 3, 6266 4.3", "A file name both in sections and in one piece.",
          "Both take the sections.",
          "name*= comes before name*0=, which comes before name=."),
    Class("charset_octets", "charset", BOTH,
          lambda d: re.search(rb"(?i)charset[^;]*[\x80-\xff]", d.octets) is not None,
          "2045 5.1", "Octets above 127 in a charset parameter.",
          "Python has no charset then; GMime takes the octets for ISO-8859-1.",
          "The value is kept; it is the name of no charset."),
    Class("message_subtypes", PARTS, BOTH,
          in_some_section(lambda section: re.search(
              rb"(?im)^content-type:\s*message/(?!(?:rfc822|delivery-status)(?![\w-]))",
              section) is not None),
          "2046 5.2", "A message/partial, message/global or other message type.",
          "Python looks for a message in all of them.",
          "Only message/rfc822 and message/global contain a message; others are leaves."),

    Class("delimiter_in_header", STRUCTURE, BOTH,
          lambda d: d.has_delimiter_in_header,
          "2046 5.1.1", "A delimiter line in a header section, without an empty line before it.",
          "Python keeps the fields that come before the line; GMime looks for fields after it.",
          "The header section of the entity ends there, so that no field of a part is one of the "
          "message."),
    Class("delimiter_repeated", PARTS, BOTH,
          lambda d: rules.has_repeated_delimiter(d.message),
          "2046 5.1.1", "Two equal delimiter lines, one directly after the other.",
          "One delimiter.",
          "An empty part is between them: each delimiter line starts a part."),
    Class("boundary_with_hyphens", PARTS, BOTH,
          lambda d: any(each.endswith(b"--") for each in rules.boundaries_of(d.sections)),
          "2046 5.1.1", "A boundary that ends with two hyphens.",
          "Python takes its delimiter for the close-delimiter of a shorter one.",
          "The line of the innermost open multipart is tried first, and its delimiter before its "
          "close-delimiter."),
    Class("nesting_limit", PARTS, BOTH,
          lambda d: d.message.lower().count(b"multipart/") + d.message.lower().count(b"message/")
          >= 100,
          "2046 5.1", "More than a hundred entities in each other.",
          "Python and GMime read more of them.",
          "The hundredth one is a part without parts, and is reported: the stack is bounded."),
    Class("message_encoded", PARTS, PYTHON,
          lambda d: any(rules.is_encoded_container(section, b"multipart/digest" in d.message)
                        for section in d.sections),
          "2046 5.2.1", "A message/rfc822 or multipart in base64 or quoted-printable.",
          "Python reads the encoded text as a message or as parts.",
          "An encoded message is a part without parts; a multipart is read without decoding, since "
          "its encoding must be an error."),
    Class("empty_part_at_end", PARTS, GMIME,
          lambda d: d.sections[-1] == b"",
          "2046 5.1", "A multipart that ends with a delimiter line that is not the last one.",
          "GMime has no part after it.",
          "An empty part, as for Python: the line starts one."),
    Class("last_line_ending", "octets", GMIME,
          lambda d: re.search(rb"\r\n--[^\r\n]*\Z", d.message) is not None,
          "2046 5.1.1", "A message with CRLF whose last line is a close-delimiter without a line "
          "ending.",
          "GMime keeps the CR before that line in the part.",
          "The line ending before a delimiter belongs to it."),
    Class("base64_damaged", "octets", BOTH,
          lambda d: rules.encoding_of(d.octets) == b"base64" and
          rules.is_damaged_base64(rules.body_of(d.octets)),
          "2045 6.8", "Base64 with other characters in it, with = before its end, or without all "
          "of its end.",
          "Python stops at some =, and decodes nothing if an octet is incomplete or above 127; "
          "GMime stops at the first =, and drops what is after the last four characters.",
          "Other characters are passed over, as the RFC says; after = the next characters are "
          "decoded anew."),
    Class("quoted_printable_damaged", "octets", BOTH,
          lambda d: rules.encoding_of(d.octets) == b"quoted-printable" and
          rules.is_damaged_quoted_printable(rules.body_of(d.octets)),
          "2045 6.7", "Quoted-printable with = before other characters, with white space before a "
          "line ending, or with a soft line break at its end.",
          "Python and GMime keep white space at the end of a line, or the = before it.",
          "= before other characters stays; white space at the end of a line is dropped (rule 3)."),
    Class("encoding_white_space", "octets", PYTHON,
          lambda d: rules.has_space_around_encoding(d.octets),
          "2045 6.1", "White space after the name of a transfer encoding, or a fold before it.",
          "Python does not know the name then, and decodes nothing.",
          "It does not belong to the name."),
    Class("encoding_comment", "octets", PYTHON,
          lambda d: b"(" in rules.encoding_of(d.octets),
          "2045 6.1, 5322 3.2.2", "A comment after the name of a transfer encoding.",
          "Python does not know the name then, and decodes nothing.",
          "A comment is allowed there; the body is decoded, as by GMime."),
    Class("encoding_unknown", "octets", BOTH,
          lambda d: rules.encoding_of(d.octets) not in (b"7bit", b"8bit", b"binary", b"base64",
                                                        b"quoted-printable"),
          "2045 6.1", "A Content-Transfer-Encoding that RFC 2045 does not know, such as uuencode.",
          "Python and GMime decode uuencode differently where it is damaged.",
          "uuencode is decoded; a body in any other encoding stays as it is."),
    Class("mixed_line_endings", "octets", GMIME,
          lambda d: b"\r\n" in d.message and re.search(rb"(?<!\r)\n", d.message) is not None,
          "2046 5.1.1", "A message with LF and with CRLF.",
          "GMime looks at other lines to find out how long the line ending before a delimiter is.",
          "LF with or without CR before it: all of it belongs to the delimiter."),
    Class("multipart_without_parts", "octets", BOTH,
          lambda d: re.search(rb"(?im)^content-type:\s*multipart/", d.octets) is not None,
          "2046 5.1.1", "A multipart without a boundary, or without a delimiter line that starts a "
          "part.",
          "Python keeps the line ending before the delimiter of an enclosing multipart, and drops "
          "the preamble if there is a close-delimiter.",
          "A part without parts; all of its body is its text."),
    Class("multipart_not_closed", PARTS, BOTH,
          lambda d: rules.has_open_multipart(d.message, d.sections),
          "2046 5.1.2", "A multipart without a close-delimiter.",
          "Python drops another line ending at the end of its last part.",
          "The last part ends where the enclosing one does; only the line ending before the "
          "delimiter is dropped."),

    # ---- addresses: what is not an address-list of RFC 5322
    Class("address_odd_octets", ("addresses", "names", "groups"), BOTH,
          lambda d: re.search(rb"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]", d.octets) is not None
          or not rules.is_utf8(d.octets),
          "5322 3.4, 6532 3.2", "Control characters, or octets that are not UTF-8, in a list of "
          "addresses.",
          "Both read an address that has them, Python perhaps in quotes; Python also splits lines "
          "at some of them, and may fail.",
          "An address that has them is not read; others of the list are."),
    Class("address_not_closed", ("addresses", "names", "groups"), BOTH,
          lambda d: rules.has_unclosed_text(d.octets),
          "5322 3.4, 7103 7.1.2", "A quote or a comment that is never closed.",
          "Both guess where it ends, and may take an address from inside it.",
          "It extends to the end of the list, except for a quote before an angle-addr: text in "
          "quotes must never become an address."),
    Class("address_brackets", ("addresses", "names", "groups"), BOTH,
          lambda d: rules.has_odd_brackets(d.octets),
          "5322 3.4, 7103 7.1", "Angle brackets that do not come in pairs, or are nested.",
          "Both guess; Python fails on some with an exception.",
          "Read if only one address can be meant; else the element is not read, but others are."),
    Class("address_semicolon", ("addresses", "names", "groups"), BOTH,
          lambda d: rules.has_stray_semicolon(d.octets),
          "5322 3.4", "A semicolon that ends no group, or a colon that starts none.",
          "Python ends the list there, drops an element, or fails with an exception; GMime ends "
          "the list, or takes what is before a colon for a group.",
          "A semicolon outside of groups separates as a comma does (as some programs write "
          "lists); a group without one extends to the end."),
    Class("address_malformed", ("addresses", "names", "groups"), BOTH,
          lambda d: not rules.is_address_list(d.octets),
          "5322 3.4", "Any other list that does not follow the grammar: two addresses without a "
          "comma, several @, no domain, words beside angle brackets.",
          "Both guess: they read a part of the element as an address, or drop text. Python fails "
          "on some with an exception.",
          "The element is not read, since more than one address may be meant; others are."),

    Class("address_encoded_word", ("addresses", "names", "groups"), BOTH,
          lambda d: rules.has_word_in_address(d.octets),
          "2047 5", "An encoded-word in the local part or the domain of an address.",
          "Python decodes it; GMime keeps it as a part of the address.",
          "The element is not read: an encoded-word must not be in an address, and no address may "
          "come from decoded text."),

    Class("line_ending_in_word", "addresses", PYTHON,
          in_field(rb"=\?[^?]*\?\s*[Qq]\?[^?]*=0[AaDd]"),
          "2047 5", "An encoded-word with an encoded line ending in a display name.",
          "Python fails with a ValueError.",
          "Read; the line ending is in the text of the name."),
    Class("broken_words_in_list", "addresses", PYTHON,
          lambda d: rules.has_broken_word(d.octets),
          "2047 5", "Something like an encoded-word that is not complete, in a list of addresses.",
          "Python may take the rest of the list for its text.",
          "It is an atom of the display name; the addresses are read."),
    Class("fold_in_quotes", "addresses", GMIME,
          lambda d: re.search(rb'"[^"]*\n[ \t][^"]*"', d.octets) is not None,
          "5322 3.2.4", "A folded quoted-string in a local part.",
          "GMime keeps the line ending in the address.",
          "Unfolded: the line ending does not belong to the address."),

    # ---- addresses by the grammar
    Class("dot_at_end_of_name", "addresses", PYTHON,
          in_field(rb"\.\s*<"),
          "5322 4.1", "A dot at the end of a display name, after white space (obsolete).",
          "Python fails with an AttributeError.",
          "The dot belongs to the name."),
    Class("empty_group", ("addresses", "groups"), PYTHON,
          in_field(rb":\s*;\s"),
          "5322 3.4", "An empty group, and white space after it.",
          "Python fails with an AttributeError.",
          "The group has no mailboxes; the rest of the list is read."),
    Class("space_in_literal", "addresses", BOTH,
          in_field(rb"\[[^\]]*\s[^\]]*\]"),
          "5322 3.4.1", "White space in a domain-literal.",
          "GMime drops it; Python has no address.",
          "It stays in the text of the domain, which is then no IP address."),
    Class("empty_local_part", "addresses", PYTHON,
          in_field(rb'""\s*(?:\([^()]*\))?\s*@'),
          "5322 3.2.4", 'An empty quoted-string as local part: ""@example.com.',
          "Python leaves the quotes out, so that the address is not one any more.",
          "The quotes belong to the address."),
    Class("a_labels", "addresses", GMIME,
          lambda d: b"xn--" in d.octets.lower() and differs_in_domains_only(d),
          "5890 2.3.2.1", "A domain that starts a label with xn-- but is not an A-label, or has "
          "other octets beside it.",
          "GMime decodes it all the same.",
          "Domains are never decoded; what a label means is left to the caller."),
    Class("comment_as_name", "names", PYTHON,
          lambda d: rules.has_comment(d.octets),
          "5322 3.4, 5322 A.5", "An address without a display name, but with a comment.",
          "Python has no name then.",
          "The comment is the name, as old programs wrote it. GMime reads so, too."),
    Class("comment_in_address", "names", GMIME,
          lambda d: rules.has_comment_in_address(d.octets),
          "5322 3.4", "A comment beside the @ of an address without a display name.",
          "GMime has no name then.",
          "The comment is the name, as after the address."),
    Class("comment_in_name", "names", GMIME,
          lambda d: rules.has_comment(d.octets) and
          re.search(rb"[\x80-\xff]", d.octets) is not None,
          "5322 3.2.5, 6532 3.2", "A comment inside a display name that has octets above 127.",
          "GMime keeps it in the name.",
          "It does not belong to the name, as in a name of ASCII."),
    Class("quotes_in_comment", "names", GMIME,
          in_field(rb'\([^()]*["\\]'),
          "5322 3.2.2", "Quotation marks or backslashes in a comment that is the name.",
          "GMime drops the quotation marks.",
          "They are text: a comment has no quoted-strings."),
    Class("space_between_words", ("names", "groups"), PYTHON,
          lambda d: rules.has_adjacent_words(d.octets) and differs_in_space_only(d),
          "2047 6.2", "Adjacent encoded-words in a display name.",
          "Python keeps the white space between them.",
          "It is dropped, as the RFC says, and as Python does in Subject."),
    Class("padded_words", ("names", "groups", "text"), GMIME,
          in_field(rb"(?i)=\?([^?]+?)(?:\*\w+)?\?b\?[^?]*\?=\s+=\?\1(?:\*\w+)?\?b\?"),
          "2047 6.2", "Adjacent encoded-words of the same charset in base64.",
          "GMime joins their text before decoding, and stops at the first =, so that the second "
          "one is lost.",
          "Each is decoded."),
    Class("yen_sign", ("names", "text"), GMIME,
          lambda d: re.search(rb"(?i)=\?shift_jis\?", d.octets) is not None and
          b"\xc2\xa5" in repr_octets(d.theirs),
          "2047 2", "The octet 5C in Shift_JIS.",
          "A yen sign for GMime (glibc).",
          "A backslash, as in the WHATWG Encoding Standard and in Python."),
    Class("japanese_escapes", ("names", "groups", "text"), BOTH,
          lambda d: rules.has_odd_escape(d.octets),
          "1468, 1554", "ISO-2022-JP with an escape sequence that it does not have.",
          "Both keep ESC, or know some of these sequences, such as ESC $ ( B.",
          "U+FFFD stands for them, as in the WHATWG Encoding Standard."),
    Class("charset_label", ("names", "groups", "text"), GMIME,
          in_field(rb"(?i)=\?(?:shiftjis|iso2022jp|eucjp|koi8r)[*?]"),
          "2047 2", "An encoded-word with the label of a charset without its hyphens, "
          "such as shiftjis.",
          "GMime does not know it.",
          "Labels match without punctuation, as UTS #22 section 1.4 says, and for Python, too."),
    Class("broken_words", ("names", "groups", "text"), BOTH,
          lambda d: rules.has_broken_word(d.octets),
          "2047 2, 2047 6.2", "An encoded-word that is not complete, has an unknown charset, or "
          "octets that its charset or encoding does not have.",
          "Both take an unknown charset for UTF-8 or ASCII, and also decode words whose charset is "
          "not a token. For octets that cannot be decoded, GMime shows question marks.",
          "A word in an unknown charset stays as it is; U+FFFD stands for octets that cannot be "
          "decoded."),
    Class("words_in_quotes", ("names", "groups"), BOTH,
          lambda d: rules.has_word_in_quotes(d.octets),
          "2047 5", "An encoded-word in a quoted-string.",
          "Both decode it, except where other text is beside it.",
          "Decoded, as text for people."),
    Class("words_beside_text", ("names", "groups", "text"), BOTH,
          lambda d: rules.has_word_beside_text(d.octets),
          "2047 5", "An encoded-word beside other text, without white space in between.",
          "Python adds or drops white space; in names, it leaves such words encoded.",
          "Decoded, with a diagnostic; the text around it stays unchanged."),

    Class("octets_without_charset", ("names", "groups", "text", "file name"), BOTH,
          lambda d: not rules.is_utf8(d.octets),
          "6532 3, 2047 1", "Octets that are not UTF-8 outside of encoded-words.",
          "Python keeps them, or shows U+FFFD; GMime takes them for ISO-8859-1.",
          "Read in the fallback charset, windows-1252 here, as text for people."),

    # ---- dates
    Class("date_iso_8601", "date", BOTH,
          in_field(rb"^\s*\d{4}-\d\d-\d\d"),
          "5322 3.3", "A date in the form of ISO 8601.",
          "Python has no value; GMime only for the form with a space in place of the T.",
          "It has one meaning, so it is read, with a diagnostic."),
    Class("date_space_in_time", "date", BOTH,
          in_field(rb"\d\s+:\s*\d|\d\s*:\s+\d"),
          "5322 4.3", "White space around the colons of the time (obsolete).",
          "Python has no value; GMime drops the minutes and seconds, or the whole time.",
          "Read, since section 4.3 allows it."),
    Class("date_three_digit_year", "date", BOTH,
          lambda d: re.search(rb" \d{3} ", rules.plain_date(d.octets) or b"") is not None,
          "5322 4.3", "A year of three digits.",
          "Python reads the year 102 for 102, and GMime nothing.",
          "1900 is added, as section 4.3 says."),
    Class("date_without_space", "date", BOTH,
          lambda d: rules.date_match(d.octets) is not None and
          re.search(rb"\d[a-z+-]|[a-z]\d", rules.plain_date(d.octets)) is not None,
          "5322 4.3", "No white space beside the name of the month or of the zone (obsolete).",
          "Python has no value; GMime neither, or midnight in UTC.",
          "Read, since section 4.3 allows it."),
    Class("date_space_before_comma", "date", PYTHON,
          in_field(rb"^\s*[A-Za-z]+\s+,"),
          "5322 4.3", "White space between the name of the day and the comma (obsolete).",
          "Python has no value.",
          "Read, since section 4.3 allows it."),
    Class("date_comment", "date", PYTHON,
          lambda d: b"(" in rules.value_of(d.octets) and rules.date_match(d.octets) is not None,
          "5322 4.3", "A comment before the end of a date (obsolete).",
          "Python has no value.",
          "Read, since section 4.3 allows it."),
    Class("date_leap_second", "date", BOTH,
          in_field(rb"\d\d:\d\d:60\b"),
          "5322 3.3", "A leap second, 60.",
          "Neither has a value.",
          "The RFC allows it. It is read as the second after 59."),
    Class("date_military_zone", "date", GMIME,
          lambda d: re.search(rb" [a-ik-y]\Z", rules.plain_date(d.octets) or b"") is not None,
          "5322 4.3", "A military zone: one letter other than Z.",
          "GMime reads A as +0100, and so on.",
          "The offset is unknown, as in -0000: RFC 822 defined these letters wrongly, so their "
          "meaning is not certain."),
    Class("date_impossible", "date", BOTH,
          lambda d: rules.is_impossible_date(d.octets),
          "5322 3.3", "A day, time or offset that does not exist, or the name of another day.",
          "Both ignore the name of the day, and some offsets that do not exist.",
          "No value: either the day or its name is wrong."),
    Class("date_other_form", "date", BOTH,
          lambda d: rules.date_match(d.octets) is None,
          "5322 3.3", "Any other text that is not a date by RFC 5322.",
          "Both read some such dates, each others, and ignore text that they do not know; a zone "
          "that they do not know is UTC.",
          "Read if there is one meaning, with a diagnostic; else no value, or no offset."),
]


def repr_octets(value):
    """All octets of a value and of the values in it."""
    if isinstance(value, (list, tuple)):
        return b"\n".join(map(repr_octets, value))
    return value if isinstance(value, bytes) else b""
