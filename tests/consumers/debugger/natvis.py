"""Run by gdb in a program that has a variable of each type: checks that foldwise.natvis names types
and members that exist. Visual Studio itself is not needed."""

import pathlib
import re
import xml.etree.ElementTree

import gdb

SPACE = "{http://schemas.microsoft.com/vstudio/debugger/natvis/2010}"


def variables():
    """A variable of the selected frame for each type."""
    found = {}
    for symbol in gdb.selected_frame().block():
        found[str(symbol.type.strip_typedefs().unqualified())] = symbol.name
    return found


def check(path):
    known = variables()
    count = 0
    for shown in xml.etree.ElementTree.parse(path).iter(SPACE + "Type"):
        name = known[shown.get("Name")]
        members = re.findall(r"\{(.*?)\}", shown.find(SPACE + "DisplayString").text)
        members += [item.text for item in shown.iter(SPACE + "Item")]
        for member in members:
            gdb.parse_and_eval(f"{name}.{member}")
            count += 1
    print(f"natvis: {count > 20}")


check(pathlib.Path(__file__).resolve().parents[3] / "tools/debuggers/foldwise.natvis")
