#!/usr/bin/env python3
"""Builds the site: the pages in docs/, the examples, and a reference of every public name by room.

    tools/site/build.py FOLDER [SOURCE]      writes FOLDER/html/index.html

SOURCE is the top of the repository. Needs doxygen, and exits with 77 without it; with
doxygen-awesome-css (a package of Debian) the pages are easier to read. Fails if a public name has
no comment, and on every other warning of doxygen.
"""

import html
import pathlib
import re
import shutil
import subprocess
import sys

import comments

HERE = pathlib.Path(__file__).resolve().parent
ROOT = pathlib.Path(sys.argv[2]).resolve() if len(sys.argv) == 3 else HERE.parent.parent
HEADERS = ROOT / "include/foldwise"
AWESOME = pathlib.Path("/usr/share/doxygen-awesome-css")
PAGES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")


def rooms():
    """Each room in the order of docs/doors.md, with its title and its doors."""
    page = (ROOT / "docs/doors.md").read_text(encoding="utf-8")
    titles = dict(re.findall(r"^## (\w+)(?:, \w+)*: (.*)$", page, re.MULTILINE))
    order = re.search(r"in this order:\n\n(.*?)\n\n", page, re.DOTALL)[1].split() + ["store"]
    titles["store"] = titles.pop("mbox").replace(" (the room is `store/`)", "")
    titles["base"] = "parts from which the other rooms are built"
    titles["others"] = "headers that belong to no room"
    order.append("others")
    doors = {room: [] for room in order}
    for door in sorted(HEADERS.glob("*.hpp"), key=lambda path: -len(included_by(path))):
        if door.stem not in ("config", "foldwise"):
            doors[room_of(door)].append(door)
    missing = {path.name for path in HEADERS.iterdir() if path.is_dir()} - set(order)
    if missing:
        sys.exit(f"docs/doors.md does not order the rooms {missing}")
    return [(room, titles.get(room, ""), doors[room]) for room in order]


def included_by(header):
    return re.findall(r"#include <foldwise/(\w+)/", header.read_text(encoding="utf-8"))


def room_of(door):
    """The room of a door: the one of its name, or of which it includes a header."""
    if (HEADERS / door.stem).is_dir() or door.stem == "fields":
        return door.stem
    return next((room for room in included_by(door) if room != "base"), "others")


def table_of_fields():
    """Which type reads which field, from the fields.hpp of the rooms."""
    rows = []
    for path in sorted(HEADERS.glob("*/fields.hpp")):
        found = re.findall(r'struct field_type<"([^"]*)">\s*:\s*field_as<([^;{]*)>\s*\{',
                           path.read_text(encoding="utf-8"))
        rows += [(name, " ".join(kind.split()), path.parent.name) for name, kind in found]
    return ["", "| field | is read as | room |", "| --- | --- | --- |",
            *(f"| {name} | `{kind}` | @ref {room} |" for name, kind, room in sorted(rows)), ""]


def write_reference(to):
    """The headers, and a group for each room with the comments of its doors."""
    config = (HEADERS / "config.hpp").read_text(encoding="utf-8")
    groups = ["/** \\defgroup config config: the version, and the only macros */"]
    (to / "foldwise").mkdir()
    (to / "foldwise/config.hpp").write_text(
        "/// \\file\n\n" + comments.macros_for_doxygen(config, "config"), encoding="utf-8")
    for room, title, doors in rooms():
        short = re.sub(r" \(RFC.*", "", title)
        text = [f"/** \\defgroup {room} {room}: {comments.escaped(short)}"]
        for door in doors:
            text += comments.comment_of_door(door.read_text(encoding="utf-8"))
            text += ["", "~~~~{.cpp}", f"#include <foldwise/{door.name}>", "~~~~", ""]
        if not doors:
            text += ["This room has no door: include the headers that you need.", ""]
        if room == "fields":
            text += table_of_fields()
        groups.append("\n".join(text) + "\n*/")
        for header in sorted((HEADERS / room).glob("*.hpp")) if (HEADERS / room).exists() else []:
            copy = to / "foldwise" / room / header.name
            copy.parent.mkdir(exist_ok=True, parents=True)
            copy.write_text(comments.for_doxygen(header.read_text(encoding="utf-8"), room),
                            encoding="utf-8")
    (to / "groups.hpp").write_text("\n\n".join(groups) + "\n", encoding="utf-8")


def concepts_without_comment(folder):
    """The names of the concepts in the headers for doxygen, which does not warn of them."""
    return [name for header in sorted(folder.rglob("*.hpp"))
            for name in re.findall(r"^(?!///).*\ntemplate <[^;{]*>\s+concept (\w+)",
                                   header.read_text(encoding="utf-8"), re.MULTILINE)]


def anchor_of(page, heading):
    """The name that a heading has in the site; `heading` is as in a link to it."""
    return f"{page}-{heading}"


def as_link(heading):
    """What a link to this heading says after its "#"."""
    return re.sub(r"[^\w -]", "", heading.strip().lower()).replace(" ", "-")


def heading_line(page, level, heading):
    """A heading with an anchor. Those of the first page are not sections, so that the navigation
    starts with the other pages."""
    anchor = anchor_of(page, as_link(heading))
    if page == "index":
        return f"@anchor {anchor}\n\n<h{level}>{plain(heading)}</h{level}>"
    return f"{'#' * level} {plain(heading)} {{#{anchor}}}"


def plain(line):
    """A line of Markdown in which doxygen sees no commands and no tags."""
    pieces = re.split(r"(`[^`]*`)", line)
    for at, piece in enumerate(pieces):
        if not piece.startswith("`"):
            pieces[at] = re.sub(r"(\\(?![|*_`<])|@|<(?!!--))", r"\\\1", piece)
        elif re.search(r'[\\@<&"]', piece):
            code = re.sub(r"([\\@<>&#%*$\"])", r"\\\1", piece[1:-1].replace("\\|", "\0"))
            pieces[at] = f"<tt>{code}</tt>".replace("\0", r"\|").replace("--", r"\--")
    return "".join(pieces)


def page_for_doxygen(text, page, names, titles):
    """A page with links that fit the site, where all pages and examples lie in one folder. A link
    named after a file gets the title of the page."""
    def link(found):
        label, target = found[1], found[2]
        if "://" in target:
            return found[0]
        path, _, heading = target.partition("#")
        name = pathlib.PurePath(path).name
        to = page if not path else names.get(name) if path.endswith(".md") else None
        if label == name and to:
            label = titles[to]
        if to and page == "documentation" and not heading and to not in subpages:
            subpages.add(to)
            return f'@subpage {to} "{label}"'
        if to:
            return f"[{label}](@ref {anchor_of(to, heading) if heading else to})"
        if path.endswith(".json"):
            return f"[{label}]({name})"
        if path.rstrip("/").endswith("docs"):
            return f"[{label}](@ref documentation)"
        if path.rstrip("/").endswith("examples"):
            return f"[{label}](examples.html)"
        return label

    lines, is_code, level = [], False, 1
    subpages = set()  # in the navigation, all pages are below the list of them
    for line in text.splitlines():
        if line.startswith("```"):
            is_code = not is_code
            line = line.replace("```console", "```unparsed").replace("```text", "```unparsed")
        elif line.startswith("#") and not is_code:
            heading = line.lstrip("#").strip()
            level = max(2, min(level + 1, len(line) - len(line.lstrip("#"))))
            line = heading_line(page, level, heading)
        elif not is_code and not line.startswith("    "):
            line = re.sub(r"\[([^\]]*)\]\(([^)\s]*)\)", link, plain(line))
        lines.append(line)
    return "\n".join(lines) + "\n"


def write_pages(to):
    paths = [ROOT / name for name in PAGES] + sorted((ROOT / "docs").glob("*.md"))
    names = {}
    for path in paths:
        is_list = path == ROOT / "docs/README.md"
        names[path.name if not is_list else "docs"] = (
            "documentation" if is_list else "index" if path.name == "README.md"
            else path.stem.lower())
    name_of = {path: names["docs" if path == ROOT / "docs/README.md" else path.name]
               for path in paths}
    titles = {}
    for path, name in name_of.items():
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        titles[name] = first.lstrip("# ").replace("`", "")
    for path, name in name_of.items():
        rest = path.read_text(encoding="utf-8").partition("\n")[2]
        if name == "documentation":
            rest += "\n".join(["", "", "## The project", "", "- [Changes](CHANGELOG.md)",
                               "- [Contributing](CONTRIBUTING.md)", "- [Security](SECURITY.md)"])
        anchor = "mainpage" if name == "index" else name
        (to / f"{name}.md").write_text(
            f"# {titles[name]} {{#{anchor}}}\n{page_for_doxygen(rest, name, names, titles)}",
            encoding="utf-8")


def write_examples(to):
    for path in sorted((ROOT / "examples").glob("*.cpp")):
        text = path.read_text(encoding="utf-8")
        lines = [line[3:] for line in text.splitlines() if line.startswith("// ")]
        about = []
        for line in lines:
            if line.startswith(("    ", "prints:")):
                break
            about.append(line)
        (to / path.name).write_text(text, encoding="utf-8")
        with (to / "examples.hpp").open("a", encoding="utf-8") as out:
            out.write(f"/** \\example {path.name}\n{comments.escaped(' '.join(about))} */\n\n")


def settings(to, staging, version):
    """The Doxyfile with the paths."""
    styles = [AWESOME / "doxygen-awesome.css", AWESOME / "doxygen-awesome-sidebar-only.css"]
    styles = [style for style in styles if style.exists()] + [HERE / "style.css"]
    schemas = sorted((ROOT / "docs").glob("*.schema.json"))
    config = (HEADERS / "config.hpp").read_text(encoding="utf-8")
    number = re.search(r'FOLDWISE_VERSION "([^"]*)"', config)[1]
    lines = [(HERE / "Doxyfile").read_text(encoding="utf-8"),
             f"PROJECT_NUMBER = {number}",
             f"INPUT = {staging / 'reference'} {staging / 'pages'} {staging / 'examples'}",
             "FILE_PATTERNS = *.hpp *.md",
             "RECURSIVE = YES",
             f"EXAMPLE_PATH = {staging / 'examples'}",
             f"STRIP_FROM_PATH = {staging / 'reference'}",
             f"STRIP_FROM_INC_PATH = {staging / 'reference'}",
             f"OUTPUT_DIRECTORY = {to}",
             f"LAYOUT_FILE = {HERE / 'layout.xml'}",
             f"HTML_EXTRA_STYLESHEET = {' '.join(map(str, styles))}",
             f"HTML_EXTRA_FILES = {' '.join(map(str, schemas))}"]
    if version >= (1, 9, 5):
        lines.append("HTML_COLORSTYLE = LIGHT")  # doxygen-awesome-css has the dark one
    return "\n".join(lines) + "\n"


def dead_links(folder):
    """The links in the pages that lead to no file of the folder, or to no anchor in it."""
    pages = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.html")}
    anchors = {name: set(re.findall(r'(?:id|name)="([^"]+)"', text))
               for name, text in pages.items()}
    dead = []
    for name, text in pages.items():
        for link in map(html.unescape, re.findall(r'href="([^"]+)"', text)):
            file, _, anchor = link.partition("#")
            file = file or name
            if ":" in link:
                continue
            if not (folder / file).exists() or (
                    anchor and file in anchors and anchor not in anchors[file]):
                dead.append(f"{name}: {link}")
    return dead


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    if not shutil.which("doxygen"):
        print("the site needs doxygen: apt-get install doxygen doxygen-awesome-css")
        sys.exit(77)
    to = pathlib.Path(sys.argv[1]).resolve()
    staging = to / "sources"
    shutil.rmtree(staging, ignore_errors=True)
    for folder in ("reference", "pages", "examples"):
        (staging / folder).mkdir(parents=True)
    write_reference(staging / "reference")
    write_pages(staging / "pages")
    write_examples(staging / "examples")
    says = subprocess.run(["doxygen", "--version"], stdout=subprocess.PIPE, check=True, text=True)
    version = tuple(int(number) for number in re.findall(r"\d+", says.stdout)[:3])
    made = subprocess.run(["doxygen", "-"], input=settings(to, staging, version), text=True,
                          check=False)
    quoted = [path.name for path in (to / "html").glob('*"*')]
    if quoted:  # doxygen's script for the navigation would not work
        sys.exit(f"names of pages with quotation marks: {quoted}")
    concepts = concepts_without_comment(staging / "reference")
    for name in concepts:
        print(f"error: Concept {name} is not documented.")
    if made.returncode or concepts:
        sys.exit(1)
    if dead := dead_links(to / "html"):
        sys.exit("\n".join(["links that lead nowhere:", *dead]))


main()
