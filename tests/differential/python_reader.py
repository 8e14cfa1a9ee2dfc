"""How Python's email package reads messages and values, with the policy that it calls default."""
import email
import email.policy
import functools
import platform
import zlib

TRIED = ("10", "11", "12", "13")  # the minor versions of Python 3 that classes.py describes


class Reader:
    """Reads with Python. `name` has its version."""

    def __init__(self):
        self.name = "Python email " + platform.python_version()
        self.was_tried = platform.python_version_tuple()[:2] in (("3", minor) for minor in TRIED)
        # Python reads a field anew each time that it is asked for it.
        factory = functools.lru_cache(maxsize=64)(email.policy.default.header_factory)
        self.policy = email.policy.default.clone(header_factory=factory)

    def value(self, name, value):
        return self.policy.header_fetch_parse(name, value.decode("ascii", "surrogateescape"))

    def addresses(self, value):
        """[(name, address, group)] of the value of a field, all as octets."""
        found = []
        for group in self.value("To", value).groups:
            for one in group.addresses:
                found.append((octets_of(one.display_name), octets_of(one.addr_spec),
                              octets_of(group.display_name)))
        return found

    def date(self, value):
        """(seconds since 1970, offset in minutes or None), or None."""
        found = self.value("Date", value).datetime
        if not found:
            return None
        offset = found.utcoffset()
        return timestamp(found), None if offset is None else int(offset.total_seconds() // 60)

    def text(self, value):
        """Unstructured text, decoded."""
        return octets_of(str(self.value("Subject", value)))

    def _parts(self, part, depth):
        kind = octets_of(part.get_content_type())
        charset = octets_of(part.get_content_charset())
        name, size_and_crc, inner = None, None, []
        if part.is_multipart():
            inner = part.get_payload()
        else:
            name = octets_of(part.get_filename())
            octets = part.get_payload(decode=True) or b""
            size_and_crc = len(octets), zlib.crc32(octets)
        yield depth, kind, charset, name, size_and_crc
        for each in inner:
            yield from self._parts(each, depth + 1)

    def message(self, octets):
        """The fields [(name, raw value)] of the header section, and the parts, each as
        (depth, type, charset, file name, (size, CRC) or None)."""
        message = email.message_from_bytes(octets, policy=self.policy)
        fields = [(octets_of(name), octets_of(value)) for name, value in message.raw_items()]
        return fields, list(self._parts(message, 0))


def timestamp(when):
    if when.tzinfo is None:
        return int((when - type(when)(1970, 1, 1)).total_seconds())
    return int(when.timestamp())


def octets_of(text):
    """UTF-8, with the octets that Python kept as surrogates; None for None."""
    return None if text is None else text.encode("utf-8", "surrogateescape")
