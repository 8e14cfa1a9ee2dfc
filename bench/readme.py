"""Writes what a script has measured into a page, between two comments that name the script."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
PERFORMANCE = ROOT / "docs/performance.md"


def write(script, made, page=PERFORMANCE):
    """Replaces the text between the comments of `script`, such as "bench/table.py", with `made`."""
    begin, end = f"<!-- made by {script} -->\n", f"<!-- end of what {script} made -->"
    before, begins, rest = page.read_text().partition(begin)
    _, ends, after = rest.partition(end)
    if not begins or not ends:
        raise SystemExit(f"{page.name} has no {begin.strip()} ... {end}")
    page.write_text(f"{before}{begin}{made}{end}{after}")
