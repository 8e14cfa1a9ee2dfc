"""The recipe for Conan 2. It packages the headers of the sources that it is part of."""

import os
import re

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.files import copy, load
from conan.tools.layout import basic_layout


class Foldwise(ConanFile):
    name = "foldwise"
    description = "A header-only C++20 library that reads Internet mail"
    license = "MIT AND BSD-3-Clause"
    package_type = "header-library"
    settings = "os", "arch", "compiler", "build_type"
    no_copy_source = True

    def _top(self):
        return os.path.normpath(os.path.join(self.recipe_folder, "..", "..", ".."))

    def set_version(self):
        config = load(self, os.path.join(self._top(), "include", "foldwise", "config.hpp"))
        self.version = re.search('FOLDWISE_VERSION "(.*)"', config)[1]

    def export_sources(self):
        for pattern in ("LICENSE", "include/*"):
            copy(self, pattern, self._top(), self.export_sources_folder)

    def layout(self):
        basic_layout(self)

    def package_id(self):
        self.info.clear()

    def validate(self):
        check_min_cppstd(self, 20)

    def package(self):
        copy(self, "LICENSE", self.source_folder, os.path.join(self.package_folder, "licenses"))
        copy(self, "include/*", self.source_folder, self.package_folder)

    def package_info(self):
        self.cpp_info.bindirs = []
        self.cpp_info.libdirs = []
        self.cpp_info.set_property("cmake_file_name", "foldwise")
        self.cpp_info.set_property("cmake_target_name", "foldwise::foldwise")
        self.cpp_info.set_property("pkg_config_name", "foldwise")
