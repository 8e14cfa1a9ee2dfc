"""GMime 3 (Debian: gir1.2-gmime-3.0), with its default options."""
import json
import subprocess
import sys

import gi

gi.require_version("GMime", "3.0")
from gi.repository import GMime  # noqa: E402


def addresses(found):
    for i in range(found.length()):
        one = found.get_address(i)
        if isinstance(one, GMime.InternetAddressMailbox):
            yield one.get_addr()
        else:
            yield from addresses(one.get_members())


def leaves(part):
    if isinstance(part, GMime.Multipart):
        for i in range(part.get_count()):
            yield from leaves(part.get_part(i))
    elif isinstance(part, GMime.MessagePart):
        if part.get_message() and part.get_message().get_mime_part():
            yield from leaves(part.get_message().get_mime_part())
    elif part:
        yield part


def text_of(part):
    wrapper = part.get_content() if isinstance(part, GMime.Part) else None
    if not wrapper:
        return ""
    stream = GMime.StreamMem.new()
    wrapper.write_to_stream(stream)
    return bytes(stream.get_byte_array()).decode("latin-1")


def type_of(message):
    found = message.get_mime_part().get_content_type()
    return found.get_media_type() + "/" + found.get_media_subtype()


def name_of(message):
    for part in leaves(message.get_mime_part()):
        if isinstance(part, GMime.Part) and part.get_filename():
            return part.get_filename()
    return None


QUESTIONS = {
    "from": lambda m: [a for a in addresses(m.get_from()) if a and "@" in a],
    "subject": lambda m: m.get_subject(),
    "words": lambda m: m.get_subject(),
    "sender": lambda m: m.get_sender().to_string(None, False) or None,
    "x-a": lambda m: m.get_header("X-A"),
    "date": lambda m: m.get_date().to_unix() if m.get_date() else None,
    "type": type_of,
    "name": name_of,
    "text": lambda m: [text_of(p) for p in leaves(m.get_mime_part())],
}


def answer(question, octets):
    try:
        parser = GMime.Parser.new_with_stream(GMime.StreamMem.new_with_buffer(octets))
        message = parser.construct_message(None)
        return QUESTIONS[question](message) if message else {"refused": "no message"}
    except Exception as error:
        return {"error": type(error).__name__}


if __name__ == "__main__":
    GMime.init()
    shown = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", "libgmime-3.0-0"],
                           capture_output=True, text=True).stdout
    print("GMime " + shown.split("+")[0].split("-")[0])
    for path in sys.argv[1:]:
        with open(path, "rb") as file:
            octets = file.read()
        print(json.dumps({question: answer(question, octets) for question in QUESTIONS}))
