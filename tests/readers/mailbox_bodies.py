"""What the programs for mailbox files have in common: the bodies of a file as a JSON object."""
import json
import os
import subprocess
import sys
import tempfile


def body_of(message):
    """The octets after the first empty line, as text with LF; none if there is no such line."""
    text = message.replace(b"\r\n", b"\n").decode("latin-1")
    start, _, body = text.partition("\n\n")
    return "" if start == text else body


def run(name, messages_of):
    """Prints the name and, for each path of the command line, the bodies of its messages."""
    print(name)
    for path in sys.argv[1:]:
        try:
            bodies = [body_of(each) for each in messages_of(path)]
        except (OSError, ValueError, subprocess.SubprocessError) as error:
            bodies = {"error": str(error)}
        print(json.dumps({"bodies": bodies}))


def written_to_folder(write):
    """Calls write(folder), which writes messages to files with numbers as names, and returns the
    octets of these files in order."""
    with tempfile.TemporaryDirectory() as folder:
        write(folder)
        messages = []
        for name in sorted(os.listdir(folder), key=int):
            with open(os.path.join(folder, name), "rb") as file:
                messages.append(file.read())
        return messages
