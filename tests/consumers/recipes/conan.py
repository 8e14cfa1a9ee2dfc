#!/usr/bin/env python3
"""Runs a Conan recipe with stand-ins for the classes and functions of Conan that it uses, and prints
the version of the package.

    conan.py RECIPE FOLDER    writes the package to FOLDER/package
"""

import importlib.util
import pathlib
import shutil
import sys
import types


class ConanFile:
    info = types.SimpleNamespace(clear=lambda: None)

    def __init__(self, recipe, folder):
        self.recipe_folder = str(recipe.parent)
        self.export_sources_folder = self.source_folder = str(folder / "sources")
        self.package_folder = str(folder / "package")
        self.properties = {}
        self.cpp_info = types.SimpleNamespace(set_property=self.properties.__setitem__)


def copy(recipe, pattern, src, dst):
    """A pattern is a file's name, or a folder's with everything in it."""
    found = [path for path in pathlib.Path(src).glob(pattern.replace("/*", "/**/*"))
             if path.is_file()]
    assert found, f"{pattern}: no files in {src}"
    for path in found:
        to = pathlib.Path(dst) / path.relative_to(src)
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, to)


def module(name, **members):
    made = types.ModuleType(name)
    made.__dict__.update(members)
    sys.modules[name] = made


def main():
    recipe, folder = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
    standards = []
    module("conan", ConanFile=ConanFile)
    module("conan.tools")
    module("conan.tools.build", check_min_cppstd=lambda recipe, least: standards.append(least))
    module("conan.tools.files", copy=copy,
           load=lambda recipe, path: pathlib.Path(path).read_text(encoding="utf-8"))
    module("conan.tools.layout", basic_layout=lambda recipe: None)

    spec = importlib.util.spec_from_file_location("conanfile", recipe)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    made = loaded.Foldwise(recipe, folder)
    for step in ("set_version", "export_sources", "layout", "package_id", "validate", "package",
                 "package_info"):
        getattr(made, step)()
    assert standards == [20]
    assert made.properties["cmake_target_name"] == "foldwise::foldwise"
    assert (folder / "package/licenses/LICENSE").is_file()
    print(made.version)


if __name__ == "__main__":
    main()
