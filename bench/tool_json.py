#!/usr/bin/env python3
"""Prints what `foldwise json` prints, using Python's mailbox and email.

    bench/tool_json.py MBOX

One object for each message, one per line: fields with their values, addresses, subject, date,
identifiers, and the parts with type, charset, encoding, disposition, file name and decoded size.
Offsets and diagnostics are left out, because these modules do not have them.
"""

import argparse
import email.policy
import json
import mailbox
import re


def people(message, name):
    return [{"name": one.display_name or None, "address": one.addr_spec}
            for field in message.get_all(name, []) for one in field.addresses]


def identifiers(message, name):
    return re.findall(r"<([^<>\s]+)>", str(message.get(name, "")))


def part_facts(part):
    encoding = part.get("Content-Transfer-Encoding")
    return {"type": part.get_content_type(), "charset": part.get_content_charset(),
            "encoding": None if encoding is None else str(encoding).lower(),
            "disposition": part.get_content_disposition(), "filename": part.get_filename(),
            "decoded_size": None if part.is_multipart() else len(part.get_payload(decode=True))}


def facts(message):
    date = message.get("Date")
    when = None if date is None else date.datetime
    subject = message.get("Subject")
    return {
        "header": [{"name": name, "value": str(value)} for name, value in message.items()],
        **{name.lower().replace("-", "_"): people(message, name)
           for name in ("From", "Sender", "To", "Cc", "Bcc", "Reply-To")},
        "subject": None if subject is None else str(subject),
        "date": None if when is None else {"unix": int(when.timestamp()), "iso": when.isoformat()},
        "message_id": next(iter(identifiers(message, "Message-ID")), None),
        "in_reply_to": identifiers(message, "In-Reply-To"),
        "references": identifiers(message, "References"),
        "parts": [part_facts(part) for part in message.walk()],
    }


def main():
    options = argparse.ArgumentParser(description=__doc__,
                                      formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("mbox")
    box = mailbox.mbox(options.parse_args().mbox, create=False)
    for index, key in enumerate(box.keys(), 1):
        raw = box.get_bytes(key)
        message = email.message_from_bytes(raw, policy=email.policy.default)
        print(json.dumps({"index": index, "length": len(raw), **facts(message)},
                         ensure_ascii=False))


if __name__ == "__main__":
    main()
