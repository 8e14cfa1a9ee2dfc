"""Mutt: the bodies of each mbox, whose messages it pipes to a program, one JSON object a line."""
import os
import pty
import re
import select
import subprocess

import mailbox_bodies

SETTINGS = r"""set pipe_split=yes pipe_decode=no wait_key=no quit=yes confirmappend=no
set read_inc=0 write_inc=0 sort=mailbox-order move=no mark_old=no mail_check=0
push "<untag-pattern>.<enter><tag-pattern>~A<enter><tag-prefix><pipe-message>sh '%s'<enter><quit>"
"""
QUIET = 5  # seconds without output after which it waits for a key
PROGRAM = 'cat > "%s/$(ls "%s" | wc -l)"\n'


def messages_of(path):
    def write(folder):
        script, rc = path + ".sh", path + ".rc"
        with open(script, "w", encoding="ascii") as file:
            file.write(PROGRAM % (folder, folder))
        with open(rc, "w", encoding="ascii") as file:
            file.write(SETTINGS % script)
        terminal, other = pty.openpty()
        with subprocess.Popen(["mutt", "-n", "-R", "-F", rc, "-f", path], stdin=other, stdout=other,
                              stderr=other, env=dict(os.environ, TERM="vt100")) as mutt:
            os.close(other)
            try:
                while select.select([terminal], [], [], QUIET)[0] and os.read(terminal, 4096):
                    pass
            except OSError:  # the terminal is closed
                pass
            mutt.kill()  # it waits for a key if the file is no mailbox
            os.close(terminal)
    return mailbox_bodies.written_to_folder(write)


VERSION = subprocess.run(["mutt", "-v"], capture_output=True, check=True).stdout.decode()
mailbox_bodies.run("Mutt " + re.search(r"Mutt ([0-9.]+)", VERSION)[1], messages_of)
