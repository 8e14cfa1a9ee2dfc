"""formail of procmail: the bodies of each mbox that `formail -s` splits, one JSON object a line."""
import re
import subprocess

import mailbox_bodies


def messages_of(path):
    def write(folder):
        with open(path, "rb") as file:
            subprocess.run(["formail", "-s", "sh", "-c", 'cat > "$0/$FILENO"', folder], stdin=file,
                           check=True, timeout=60)
    return mailbox_bodies.written_to_folder(write)


VERSION = subprocess.run(["formail", "-v"], capture_output=True, check=False)
mailbox_bodies.run("formail " + re.search(r"v([0-9.]+)", VERSION.stderr.decode())[1], messages_of)
