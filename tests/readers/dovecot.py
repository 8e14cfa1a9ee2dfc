"""Dovecot: the bodies of each mbox, fetched with doveadm, one JSON object a line. doveadm reads no
mail as root, so it runs as nobody, on a copy."""
import json
import os
import pwd
import shutil
import subprocess
import tempfile

import mailbox_bodies

SETTINGS = """mail_location = mbox:{0}/mail:INBOX={0}/inbox
mbox_read_locks = fcntl
mbox_write_locks = fcntl
ssl = no
log_path = /dev/null
"""
NOBODY = pwd.getpwnam("nobody")


def messages_of(path):
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(os.path.join(folder, "mail"))
        shutil.copy(path, os.path.join(folder, "inbox"))
        settings = os.path.join(folder, "dovecot.conf")
        with open(settings, "w", encoding="ascii") as file:
            file.write(SETTINGS.format(folder))
        for each in [folder] + [os.path.join(folder, name) for name in os.listdir(folder)]:
            os.chown(each, NOBODY.pw_uid, NOBODY.pw_gid)
        done = subprocess.run(
            ["doveadm", "-c", settings, "-f", "json", "fetch", "text", "mailbox", "INBOX", "ALL"],
            capture_output=True, check=True, timeout=60, user=NOBODY.pw_uid, group=NOBODY.pw_gid,
            extra_groups=[], env=dict(os.environ, HOME=folder, USER="nobody"))
        return [each["text"].encode("utf-8") for each in json.loads(done.stdout or b"[]")]


VERSION = subprocess.run(["doveadm", "--version"], capture_output=True, check=False)
VERSION = VERSION.stdout or subprocess.run(["dovecot", "--version"], capture_output=True,
                                           check=True).stdout
mailbox_bodies.run("Dovecot " + VERSION.decode().split()[0], messages_of)
