"""conan create packaging/conan: a package of the tree that this recipe lies in."""

import os

from conan import ConanFile
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy
from conan.tools.gnu import PkgConfigDeps


class Limbeck(ConanFile):
    name = "limbeck"
    version = "0.1.0"
    license = "MIT"
    description = "Migrations of SQLite and PostgreSQL databases inside C++ and C programs"
    settings = "os", "arch", "compiler", "build_type"
    options = {"shared": [True, False], "postgresql": [True, False]}
    default_options = {"shared": False, "postgresql": True, "boost/*:without_context": False}
    package_type = "library"

    def export_sources(self):
        root = os.path.join(self.recipe_folder, "..", "..")
        for pattern in ("CMakeLists.txt", "LICENSE", "cmake/*", "include/*", "src/*", "tools/layers.txt"):
            copy(self, pattern, root, self.export_sources_folder)

    def requirements(self):
        for reference in ("boost/1.84.0", "cli11/2.3.2", "date/3.0.1", "fmt/9.1.0", "libxcrypt/4.4.36", "nettle/3.9.1",
                          "nlohmann_json/3.11.3", "pcre2/10.42", "sqlite3/3.45.0", "tomlplusplus/3.4.0",
                          "zlib/[>=1.2.11 <2]"):
            self.requires(reference)
        if self.options.postgresql:
            # Its headers; the library itself is loaded at run time.
            self.requires("libpq/15.4")

    def layout(self):
        cmake_layout(self)

    def generate(self):
        CMakeDeps(self).generate()
        PkgConfigDeps(self).generate()
        toolchain = CMakeToolchain(self)
        toolchain.cache_variables.update({
            "LIMBECK_TESTS": False, "LIMBECK_PROGRAM": False, "LIMBECK_POSTGRESQL": bool(self.options.postgresql),
            "LIMBECK_SHARED": bool(self.options.shared), "LIMBECK_STATIC": not self.options.shared})
        toolchain.generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        copy(self, "LICENSE", self.source_folder, os.path.join(self.package_folder, "licenses"))
        CMake(self).install()

    def package_info(self):
        # The package's own configuration has the functions for embedding.
        self.cpp_info.set_property("cmake_find_mode", "none")
        self.cpp_info.builddirs = ["lib/cmake/limbeck"]
        self.cpp_info.libs = ["limbeck"]
