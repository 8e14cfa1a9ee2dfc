"""The program examples/moving.cpp with Python's email and mailbox packages."""

import email
import email.policy
import mailbox
import sys


def print_subject(message):
    if message["Subject"] is not None:
        print("subject:", message["Subject"])


def print_author(message):
    for header in message.get_all("From", []):
        for address in header.addresses:
            print(f"from: {address.addr_spec}, {address.display_name}")


def print_recipients(message):
    for header in message.get_all("To", []):
        for address in header.addresses:
            print("to:", address.addr_spec)


def print_date(message):
    if message["Date"] is not None and message["Date"].datetime is not None:
        print("date:", int(message["Date"].datetime.timestamp()))


def print_text(message):
    part = message.get_body(preferencelist=("plain", "html"))
    if part is not None:
        print("text:", part.get_content().removesuffix("\n"))


def print_attachments(message):
    for part in message.iter_attachments():
        content = part.get_payload(decode=True)
        print(f"attachment: {part.get_filename()}, {len(content)} octets")


def count_messages(path):
    print("messages:", len(mailbox.mbox(path, create=False)))


def main():
    with open(sys.argv[1], "rb") as file:
        message = email.message_from_binary_file(file, policy=email.policy.default)
    print_subject(message)
    print_author(message)
    print_recipients(message)
    print_date(message)
    print_text(message)
    print_attachments(message)
    count_messages(sys.argv[2])


main()
