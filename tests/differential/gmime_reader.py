"""How GMime 3 reads messages and values (Debian: libgmime-3.0-0), with its default options.

The library is called directly, so that octets stay octets: its binding for Python takes all texts
for UTF-8.
"""
import ctypes
import re
import subprocess
import zlib

P, S, I, B = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_size_t

# The functions that are used: name, type of the result, types of the arguments.
FUNCTIONS = """
g_mime_init - -
g_mime_stream_mem_new_with_buffer P SB
g_mime_stream_mem_new P -
g_mime_stream_mem_get_byte_array P P
g_mime_parser_new_with_stream P P
g_mime_parser_construct_message P PP
g_mime_message_get_mime_part P P
g_mime_message_part_get_message P P
g_mime_multipart_get_count I P
g_mime_multipart_get_part P PI
g_mime_object_get_content_type P P
g_mime_object_get_header_list P P
g_mime_object_get_content_type_parameter S PS
g_mime_content_type_get_media_type S P
g_mime_content_type_get_media_subtype S P
g_mime_part_get_content P P
g_mime_part_get_filename S P
g_mime_data_wrapper_write_to_stream B PP
g_mime_header_list_get_count I P
g_mime_header_list_get_header_at P PI
g_mime_header_get_raw_name S P
g_mime_header_get_raw_value S P
g_mime_utils_header_decode_date P S
g_mime_utils_header_decode_text P PS
internet_address_list_parse P PS
internet_address_list_length I P
internet_address_list_get_address P PI
internet_address_get_name S P
internet_address_mailbox_get_addr S P
internet_address_mailbox_get_idn_addr S P
internet_address_group_get_members P P
internet_address_mailbox_get_type B -
internet_address_group_get_type B -
g_mime_multipart_get_type B -
g_mime_message_part_get_type B -
g_mime_part_get_type B -
g_type_check_instance_is_a I PB
g_object_unref - P
g_free - P
g_date_time_to_unix Q P
g_date_time_get_utc_offset Q P
g_date_time_unref - P
"""


DOMAIN = re.compile(rb'[^\s"(),:;<>@\[\]]+')


class ByteArray(ctypes.Structure):
    _fields_ = [("data", P), ("len", ctypes.c_uint)]


def load():
    """The functions by name, or None where GMime is missing."""
    try:
        library = ctypes.CDLL("libgmime-3.0.so.0")
    except OSError:
        return None
    types = {"P": P, "S": S, "I": I, "B": B, "Q": ctypes.c_int64}
    functions = {}
    for line in FUNCTIONS.split("\n"):
        if line:
            name, result, arguments = line.split()
            function = getattr(library, name)
            function.restype = types.get(result)
            function.argtypes = [types[each] for each in arguments if each != "-"]
            functions[name] = function
    return functions


class Reader:
    """Reads with GMime. `name` has its version."""

    def __init__(self):
        self.call = load()
        if self.call is None:
            raise ImportError("libgmime-3.0.so.0")
        self.labels = []  # domains with A-labels (RFC 5890)
        self.call["g_mime_init"]()
        try:
            shown = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", "libgmime-3.0-0"],
                                   capture_output=True, text=True, check=False).stdout
        except OSError:
            shown = ""
        self.name = "GMime " + (shown.split("+")[0].split("-")[0] or "3")
        self.was_tried = self.name.startswith("GMime 3.2.")

    def is_a(self, instance, kind):
        return self.call["g_type_check_instance_is_a"](instance, self.call[kind + "_get_type"]())

    def _listed(self, found, group):
        call = self.call
        for i in range(call["internet_address_list_length"](found)):
            one = call["internet_address_list_get_address"](found, i)
            name = call["internet_address_get_name"](one) or b""
            if self.is_a(one, "internet_address_group"):
                yield from self._listed(call["internet_address_group_get_members"](one), name)
            else:
                address = call["internet_address_mailbox_get_addr"](one)
                if self.labels and not (address or b"").isascii():
                    # It has decoded the A-labels of the domain: not a difference.
                    encoded = call["internet_address_mailbox_get_idn_addr"](one) or b""
                    if encoded.rpartition(b"@")[2].lower() in self.labels:
                        address = encoded
                yield name, address or b"", group

    def addresses(self, value):
        """[(name, address, group)] of the value of a field, all as octets."""
        found = self.call["internet_address_list_parse"](None, value)
        self.labels = [each for each in DOMAIN.findall(value.lower()) if b"xn--" in each]
        if not found:
            return []
        result = list(self._listed(found, None))
        self.call["g_object_unref"](found)
        return result

    def date(self, value):
        """(seconds since 1970, offset in minutes), or None."""
        call = self.call
        found = call["g_mime_utils_header_decode_date"](value)
        if not found:
            return None
        result = (call["g_date_time_to_unix"](found),
                  call["g_date_time_get_utc_offset"](found) // 60000000)
        call["g_date_time_unref"](found)
        return result

    def text(self, value):
        """Unstructured text, decoded."""
        found = self.call["g_mime_utils_header_decode_text"](None, value)
        result = ctypes.string_at(found)
        self.call["g_free"](found)
        return result

    def _decoded(self, part):
        wrapper = self.call["g_mime_part_get_content"](part)
        if not wrapper:
            return b""
        stream = self.call["g_mime_stream_mem_new"]()
        self.call["g_mime_data_wrapper_write_to_stream"](wrapper, stream)
        array = ctypes.cast(self.call["g_mime_stream_mem_get_byte_array"](stream),
                            ctypes.POINTER(ByteArray)).contents
        octets = ctypes.string_at(array.data, array.len) if array.len else b""
        self.call["g_object_unref"](stream)
        return octets

    def _parts(self, part, depth):
        call = self.call
        found = call["g_mime_object_get_content_type"](part)
        kind = b"/".join(call["g_mime_content_type_get_media_" + each](found) or b""
                         for each in ("type", "subtype")).lower()
        charset = call["g_mime_object_get_content_type_parameter"](part, b"charset")
        name, octets, inner = None, None, []
        if self.is_a(part, "g_mime_multipart"):
            inner = [call["g_mime_multipart_get_part"](part, i)
                     for i in range(call["g_mime_multipart_get_count"](part))]
        elif self.is_a(part, "g_mime_message_part"):
            message = call["g_mime_message_part_get_message"](part)
            body = message and call["g_mime_message_get_mime_part"](message)
            inner = [body] if body else []
        else:
            name, octets = call["g_mime_part_get_filename"](part), self._decoded(part)
        size_and_crc = None if octets is None else (len(octets), zlib.crc32(octets))
        yield depth, kind, charset, name, size_and_crc
        for each in inner:
            yield from self._parts(each, depth + 1)

    def message(self, octets):
        """The fields [(name, raw value)] of the header section, and the parts, each as
        (depth, type, charset, file name, (size, CRC) or None); or None."""
        call = self.call
        source = call["g_mime_stream_mem_new_with_buffer"](octets, len(octets))
        parser = call["g_mime_parser_new_with_stream"](source)
        message = call["g_mime_parser_construct_message"](parser, None)
        result = None
        if message:
            listed = call["g_mime_object_get_header_list"](message)
            fields = []
            root = call["g_mime_message_get_mime_part"](message)
            for of in [listed] + ([call["g_mime_object_get_header_list"](root)] if root else []):
                for i in range(call["g_mime_header_list_get_count"](of)):
                    field = call["g_mime_header_list_get_header_at"](of, i)
                    fields.append((call["g_mime_header_get_raw_name"](field) or b"",
                                   call["g_mime_header_get_raw_value"](field) or b""))
            result = fields, list(self._parts(root, 0)) if root else []
            call["g_object_unref"](message)
        call["g_object_unref"](parser)
        call["g_object_unref"](source)
        return result
