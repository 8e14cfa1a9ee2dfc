#!/usr/bin/env python3
"""Makes a folder of headers against which the unit tests use the one header of tools/amalgamate.py.

    tests/one_header.py FOLDER STAMP

FOLDER/foldwise.hpp has all headers of foldwise that can be joined. Below FOLDER/foldwise/, each of
them has a file that includes only the one header, so `#include <foldwise/date.hpp>` finds the one
header. A header that is missing from it has no such file, so a test that needs it does not compile.
A file whose text stays the same is not written again. STAMP is written last.
"""

import re
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(SOURCE / "tools"))
from amalgamate import joined  # noqa: E402

# What foldwise/foldwise.hpp leaves out, and the tests include.
BESIDES = ["mapped_file.hpp", "maildir.hpp", "charset_cjk.hpp", "charset_iconv.hpp", "ostream.hpp",
           "format.hpp", "forward.hpp", "date/date_time_chrono.hpp"]


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def main():
    folder, stamp = Path(sys.argv[1]), Path(sys.argv[2])
    text = joined(BESIDES)
    names = set(re.findall(r"^// ---- (foldwise/\S+)$", text, re.MULTILINE))
    for old in folder.glob("foldwise/**/*.hpp"):
        if str(old.relative_to(folder)) not in names:
            old.unlink()
    write(folder / "foldwise.hpp", text)
    for name in names:
        up = "../" * name.count("/")
        write(folder / name, f'#include "{up}foldwise.hpp"\n')
    write(stamp, "")


if __name__ == "__main__":
    main()
