#!/usr/bin/env python3
"""How a user of Python's mailbox and email does the tasks.

    bench/readers/python_email.py TASK MBOX ROUNDS

Prints count, sum of octets (as tasks.hpp has them), and the median ratio of the time of a walk over
the lines, bytes.count(), to that of the task. Reading the file is in the task's time, as mailbox
reads it itself; the file lies in the page cache. With CRLF, the empty line behind a message is in it.
"""

import email.policy
import mailbox
import statistics
import sys
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
    """The policy before the present one, which does not take values apart; they stay folded."""
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
    task, path, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
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
