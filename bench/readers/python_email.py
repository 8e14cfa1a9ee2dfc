#!/usr/bin/env python3
"""How a user of Python's mailbox and email does the tasks.

    bench/readers/python_email.py TASK MBOX ROUNDS

Prints the count and the sum of octets (see tasks.hpp), and the median ratio of two times: the time
of a walk over the lines, bytes.count(), divided by the time of the task. The task's time includes
reading the file, because mailbox reads it itself; the file is in the page cache. With CRLF, mailbox
counts the empty line after a message as part of it.
"""

import argparse
import email.policy
import mailbox
import statistics
import time


def split(box):
    count = octets = 0
    for key in box.keys():
        count += 1
        octets += len(box.get_bytes(key))
    return count, octets


def messages(box):
    for key in box.keys():
        yield email.message_from_bytes(box.get_bytes(key), policy=email.policy.default)


def fields(box):
    """Uses the older policy compat32, which does not parse values and leaves them folded."""
    count = octets = 0
    for key in box.keys():
        for name, value in email.message_from_bytes(box.get_bytes(key)).items():
            count += 1
            octets += len(name) + len("".join(value.splitlines()).strip())
    return count, octets


def typical(box):
    count = octets = 0
    for message in messages(box):
        for author in message["From"].addresses:
            count += 1
            octets += len(author.addr_spec)
        octets += len(str(message["Subject"]).strip().encode())
        octets += int(message["Date"].datetime.timestamp())
        octets += len(str(message["Message-ID"]).strip("<>"))
        count += 3 + len(message.get_all("Received", []))
    return count, octets


def full(box):
    count = octets = 0
    for message in messages(box):
        for part in message.walk():
            if not part.is_multipart():
                count += 1
                octets += len(part.get_payload(decode=True))
    return count, octets


def main():
    options = argparse.ArgumentParser(description=__doc__,
                                      formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("task", choices=["split", "fields", "typical", "full"])
    options.add_argument("mbox")
    options.add_argument("rounds", type=int)
    options = options.parse_args()
    task, path, rounds = options.task, options.mbox, options.rounds
    with open(path, "rb") as file:
        data = file.read()
    ratios = []
    for _ in range(rounds):
        start = time.perf_counter()
        data.count(b"\n")
        middle = time.perf_counter()
        found = globals()[task](mailbox.mbox(path, create=False))
        ratios.append((middle - start) / (time.perf_counter() - middle))
    print(*found, statistics.median(ratios))


if __name__ == "__main__":
    main()
