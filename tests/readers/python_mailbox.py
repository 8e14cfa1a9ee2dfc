"""Python's mailbox package: the bodies of each mbox, one JSON object a line."""
import mailbox
import platform

import mailbox_bodies


def messages_of(path):
    box = mailbox.mbox(path, create=False)
    return [box.get_bytes(key) for key in box.keys()]


mailbox_bodies.run("Python mailbox " + platform.python_version(), messages_of)
