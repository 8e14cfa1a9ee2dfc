"""What a script makes of the README: the text between two comments that name the script."""

from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"


def write(script, made):
    """Puts `made` between the comments of `script`, such as "bench/table.py"."""
    begin, end = f"<!-- made by {script} -->\n", f"<!-- end of what {script} made -->"
    before, begins, rest = README.read_text().partition(begin)
    _, ends, after = rest.partition(end)
    if not begins or not ends:
        raise SystemExit(f"README.md has no {begin.strip()} ... {end}")
    README.write_text(f"{before}{begin}{made}{end}{after}")
