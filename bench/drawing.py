#!/usr/bin/env python3
"""Draws the speeds of the large table in docs/performance.md, as docs/performance.svg.

    bench/drawing.py            draws it; bench/table.py --write does so, too
    bench/drawing.py --check    fails if the drawing is not that of the table

Each row is a task, each mark a library, and the axis is logarithmic: how many times as fast as a
walk over the same lines with memchr.
"""

import math
import sys
from html import escape

import readme

DRAWING = readme.PERFORMANCE.with_suffix(".svg")

# The tasks that are drawn, and what they are called.
TASKS = {
    ("split", "list"): "split an mbox into messages",
    ("fields", "list"): "every field, unfolded",
    ("typical", "list"): "From, Subject, Date, Message-ID, Received",
    ("full", "attach"): "every part, decoded",
    ("base64", "lines_of_76"): "decode base64",
    ("quoted_printable", "plain"): "decode quoted-printable",
    ("addresses", "lists"): "read address lists",
    ("dates", "values"): "read dates",
    ("encoded_words", "subjects"): "decode encoded-words",
}
LEAST, MOST = 0.001, 10  # the ends of the axis
LEFT, RIGHT, WIDTH = 300, 20, 760
TOP, ROW = 64, 30
# Each library's mark: a shape and a colour that differ in lightness, too.
MARKS = [("circle", "#0a7d5a"), ("square", "#c2410c"), ("triangle", "#6d4bd1"),
         ("diamond", "#8a6d00"), ("cross", "#b3246b"), ("pointer", "#0969da"),
         ("bar", "#6e3b1f"), ("frame", "#57606a")]

STYLE = """
text { font: 13px system-ui, sans-serif; fill: #1f2328; }
.note { fill: #59636e; }
.line { stroke: #d1d9e0; }
.one { stroke: #59636e; stroke-dasharray: 3 3; }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3; } .note { fill: #9198a1; } .line { stroke: #3d444d; } .one { stroke: #9198a1; }
}
"""


def read_table():
    """The names of the libraries, and for each (task, kind) their relative speeds, or None."""
    begin = "<!-- made by bench/table.py -->"
    table = readme.PERFORMANCE.read_text(encoding="utf-8").partition(begin)[2].strip()
    lines = [[cell.strip() for cell in line.strip("|").split("|")]
             for line in table.partition("\n\n")[0].splitlines()]
    speeds = {}
    for task, kind, *cells in lines[2:]:
        speeds[task, kind] = [float(cell.split(";")[-1]) if cell else None for cell in cells]
    return lines[0][2:], speeds


def mark(number, x, y, title):
    shape, colour = MARKS[number]
    outlines = {"square": f"M{x - 5:.1f} {y - 5}h10v10h-10z",
                "triangle": f"M{x:.1f} {y - 6}l6 11h-12z",
                "diamond": f"M{x:.1f} {y - 7}l6 7l-6 7l-6 -7z",
                "cross": f"M{x - 5:.1f} {y - 2}h3v-3h4v3h3v4h-3v3h-4v-3h-3z",
                "pointer": f"M{x:.1f} {y + 6}l-6 -11h12z",
                "bar": f"M{x - 2:.1f} {y - 7}h4v14h-4z",
                "frame": f"M{x - 5:.1f} {y - 5}h10v10h-10zm3 3v4h4v-4z"}
    label = f"<title>{escape(title)}</title>"
    if shape == "circle":
        return f'<circle cx="{x:.1f}" cy="{y}" r="6" fill="{colour}">{label}</circle>'
    return f'<path d="{outlines[shape]}" fill="{colour}">{label}</path>'


def place(speed):
    """Where a speed is on the axis."""
    inside = min(max(speed, LEAST), MOST)
    share = math.log(inside / LEAST) / math.log(MOST / LEAST)
    return LEFT + share * (WIDTH - LEFT - RIGHT)


def drawing():
    names, speeds = read_table()
    rows = [key for key in TASKS if key in speeds]
    bottom = TOP + ROW * len(rows)
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {bottom + 44}" '
           f'role="img" aria-label="Speed of each task">', f"<style>{STYLE}</style>"]
    x = 14
    for number, name in enumerate(names):
        out += [mark(number, x + 6, 20, name), f'<text x="{x + 18}" y="25">{escape(name)}</text>']
        x += 38 + 8 * len(name)
    tick = LEAST
    while tick <= MOST * 1.001:
        kind = "one" if abs(tick - 1) < 0.01 else "line"
        out += [f'<path class="{kind}" d="M{place(tick):.1f} {TOP - 16}V{bottom - 8}"/>',
                f'<text class="note" text-anchor="middle" x="{place(tick):.1f}" '
                f'y="{bottom + 10}">{tick:g}</text>']
        tick *= 10
    out.append(f'<text class="note" text-anchor="end" x="{WIDTH - RIGHT}" y="{bottom + 32}">'
               "times as fast as a walk over the lines with memchr (logarithmic)</text>")
    for number, key in enumerate(rows):
        y = TOP + ROW * number
        out += [f'<text text-anchor="end" x="{LEFT - 14}" y="{y + 5}">{escape(TASKS[key])}</text>',
                f'<path class="line" d="M{LEFT} {y}H{WIDTH - RIGHT}"/>']
        for column in reversed(range(len(names))):  # foldwise is drawn last, on top
            speed = speeds[key][column]
            if speed is not None:
                out.append(mark(column, place(speed), y, f"{names[column]}: {speed:g}"))
    return "\n".join([*out, "</svg>"]) + "\n"


def write():
    DRAWING.write_text(drawing(), encoding="utf-8")


def main():
    if sys.argv[1:] == ["--check"]:
        if DRAWING.read_text(encoding="utf-8") != drawing():
            sys.exit("docs/performance.svg is not the drawing of its table: run bench/drawing.py")
    elif sys.argv[1:]:
        sys.exit(__doc__)
    else:
        write()


if __name__ == "__main__":
    main()
