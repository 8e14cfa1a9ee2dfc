"""Python's email package: the answers to all questions for each message, one JSON object a line."""
import email
import email.policy
import email.utils
import json
import platform
import sys


def version():
    return "Python email " + platform.python_version()


def sender_addresses(message):
    field = message["From"]
    return [a.addr_spec for a in field.addresses if a.domain] if field else []


def leaves(message):
    if message.is_multipart():
        for part in message.get_payload():
            yield from leaves(part)
    else:
        yield message


def text_of(part):
    octets = part.get_payload(decode=True)
    return (octets or b"").decode("latin-1")


def date_of(message):
    field = message["Date"]
    return field.datetime.timestamp() if field and field.datetime else None


QUESTIONS = {
    "from": sender_addresses,
    "subject": lambda m: m["Subject"] and str(m["Subject"]),
    "words": lambda m: m["Subject"] and str(m["Subject"]),
    "sender": lambda m: m["Sender"] and str(m["Sender"]),
    "x-a": lambda m: m["X-A"] and str(m["X-A"]),
    "date": date_of,
    "type": lambda m: m.get_content_type(),
    "name": lambda m: next((p.get_filename() for p in leaves(m) if p.get_filename()), None),
    "text": lambda m: [text_of(p) for p in leaves(m)],
}


def answer(question, octets):
    try:
        return QUESTIONS[question](email.message_from_bytes(octets, policy=email.policy.default))
    except Exception as error:
        return {"error": type(error).__name__}


if __name__ == "__main__":
    print(version())
    for path in sys.argv[1:]:
        with open(path, "rb") as file:
            octets = file.read()
        print(json.dumps({question: answer(question, octets) for question in QUESTIONS}))
