#!/usr/bin/env python3
"""Checks that the site cannot be built if a public name has no comment, and says which name.

    tests/site/undocumented.py FOLDER      works in FOLDER; exits with 77 without doxygen
"""

import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
NAMES = {  # what is added to a header, and the name that the message must have
    "constexpr int undocumented_function() noexcept { return 1; }\n": "undocumented_function",
    "/// A type.\nstruct a_type {\n    int undocumented_member = 0;\n};\n": "undocumented_member",
    "struct undocumented_type {\n    int one = 1; ///< one\n};\n": "undocumented_type",
    "template <class T>\nconcept undocumented_concept = sizeof(T) == 1;\n": "undocumented_concept",
}


def main():
    if not shutil.which("doxygen"):
        print("this test needs doxygen")
        sys.exit(77)
    work = pathlib.Path(sys.argv[1])
    source = work / "source"
    shutil.rmtree(work, ignore_errors=True)
    source.mkdir(parents=True)
    for path in ROOT.iterdir():
        if path.is_file() or path.name in ("docs", "examples"):
            (source / path.name).symlink_to(path)
    shutil.copytree(ROOT / "include", source / "include")
    header = source / "include/foldwise/message/message.hpp"
    text = header.read_text(encoding="utf-8")
    end = "\n} // namespace foldwise::inline FOLDWISE_ABI"
    added = "\n".join(NAMES)
    assert end in text
    header.write_text(text.replace(end, "\n" + added + end), encoding="utf-8")
    made = subprocess.run([ROOT / "tools/site/build.py", work / "site", source], check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    failures = [f"not reported: {name}" for name in NAMES.values() if name not in made.stdout]
    if made.returncode != 1:
        failures.append(f"the build ended with {made.returncode}")
    print("\n".join(failures))
    sys.exit(1 if failures else 0)


main()
