#!/usr/bin/env python3
"""Installs the library below a temporary folder and builds a project there that knows nothing else of it.

    package_test.py --build build/quick --source . [--sanitize address,undefined]
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
SETTINGS = None


# Objects of scripts that point at each other stay until the program ends (decision 10).
LEAVE_LEAKS = {"ASAN_OPTIONS": "detect_leaks=0"}


def run(*command, folder, environment=None, code=0):
    done = subprocess.run([str(word) for word in command], cwd=folder, text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, env={**os.environ, **LEAVE_LEAKS, **(environment or {})}, timeout=600)
    if done.returncode != code:
        raise AssertionError(f"{' '.join(map(str, command))}: exit code {done.returncode}\n{done.stdout}")
    return done.stdout


class PackageTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="limbeck-package.")
        cls.folder = Path(cls.temporary.name)
        cls.prefix = cls.folder / "prefix"
        for component in ("runtime", "development"):
            run("cmake", "--install", SETTINGS.build, "--prefix", cls.prefix, "--component", component,
                folder=cls.folder)
        cls.library = next(cls.prefix.rglob("liblimbeck.so")).parent
        cls.project = cls.folder / "project"
        shutil.copytree(HERE / "project", cls.project)
        flags = f"-fsanitize={SETTINGS.sanitize}" if SETTINGS.sanitize else ""
        environment = {"PKG_CONFIG_PATH": str(cls.library / "pkgconfig"), "CCACHE_BASEDIR": str(cls.folder)}
        run("cmake", "-G", "Ninja", "-B", "build", f"-DCMAKE_PREFIX_PATH={cls.prefix}", "-DCMAKE_BUILD_TYPE=Debug",
            f"-DCMAKE_CXX_FLAGS={flags}", f"-DCMAKE_C_FLAGS={flags}", folder=cls.project, environment=environment)
        run("cmake", "--build", "build", "-j2", folder=cls.project, environment=environment)
        # What embedding promises: no file is needed at run time.
        cls.migrations = cls.folder / "migrations"
        (cls.project / "migrations").rename(cls.migrations)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def work(self, name):
        folder = self.folder / name
        folder.mkdir()
        return folder

    def test_a_program_opens_folders_embedded_files_and_memory_and_creates_its_models(self):
        shown = run(self.project / "build" / "app", self.migrations, folder=self.work("app"))
        self.assertEqual(shown, "folder: 3 steps to c3\n"
                                "embedded: 3 steps to c3\n"
                                "in memory: alembic_version books\n"
                                "models: authors books\n"
                                "error: unable to open database file\n")

    def test_a_c_program_finds_it_by_pkg_config(self):
        shown = run(self.project / "build" / "plain", self.migrations, folder=self.work("plain"))
        self.assertEqual(shown, "C: at b2\nC: error 2: Can't locate revision identified by 'nowhere'\n")

    def test_a_migrator_is_the_whole_command_line(self):
        folder = self.work("migrate")
        environment = {"LIMBECK_URL": f"sqlite:///{folder}/shop.db"}

        def migrate(*words, code=0):
            return run(self.project / "build" / "migrate", *words, folder=folder, environment=environment, code=code)

        self.assertEqual(migrate("heads"), "c3 (head)\n")
        migrate("upgrade", "head")
        self.assertIn("c3 (head)", migrate("current"))
        self.assertIn("No new upgrade operations detected.", migrate("check"))
        migrate("downgrade", "-1")
        self.assertEqual(migrate("current"), "b2\n")
        migrate("stamp", "c3")
        self.assertIn("authors", migrate("check", code=255))
        self.assertIn("CREATE TABLE authors", migrate("upgrade", "b2:c3", "--sql"))
        self.assertIn("compiled into the program", migrate("revision", "-m", "more", code=1))
        self.assertIn("usage", migrate("--help"))

    def test_a_migrator_writes_revisions_in_cpp_that_compile(self):
        folder = self.work("on_disk")
        shutil.copytree(self.migrations, folder / "migrations")
        (folder / "alembic.ini").write_text(
            "[alembic]\nscript_location = %(here)s/migrations\nsqlalchemy.url = sqlite:///%(here)s/shop.db\n")
        migrate = self.project / "build" / "migrate"
        run(migrate, "upgrade", "b2", folder=folder)
        run(migrate, "stamp", "c3", folder=folder)
        run(migrate, "revision", "--autogenerate", "--lang", "cpp", "-m", "as the models", "--rev-id", "d4",
            folder=folder)
        written = folder / "migrations" / "versions" / "d4_as_the_models.cc"
        self.assertIn('{.name = "name", .type = limbeck::types::String(100), .nullable = false}', written.read_text())
        run("c++", "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Wno-unused-variable", "-Werror", "-I",
            self.prefix / "include", written, folder=folder)

    def test_the_guide_says_what_is_so(self):
        flags = f"-fsanitize={SETTINGS.sanitize}" if SETTINGS.sanitize else ""
        settings = {"CMAKE_PREFIX_PATH": self.prefix, "CXXFLAGS": flags, "LDFLAGS": flags, **LEAVE_LEAKS}
        run(SETTINGS.source / "tests" / "scenarios" / "markdown.py", "--program", self.project / "build" / "migrate",
            *(word for name, value in settings.items() for word in ("--environment", f"{name}={value}")),
            SETTINGS.source / "docs" / "cpp-in-ten-minutes.md", folder=self.folder)

    def test_the_shared_library_has_a_name_for_its_abi(self):
        shown = run("readelf", "-d", self.library / "liblimbeck.so", folder=self.folder)
        self.assertIn("soname: [liblimbeck.so.1]", shown)
        self.assertNotRegex(shown, r"NEEDED.*lib(pq|ssl|krb)")

    def test_it_offers_what_is_listed_and_nothing_else(self):
        shown = run("nm", "-DC", "--defined-only", self.library / "liblimbeck.so", folder=self.folder)
        names = sorted({re.sub(r"^\w* +\w ", "", line) for line in shown.splitlines()} - {"LIMBECK_1"})
        names = [re.sub(r"@@LIMBECK_1$", "", name) for name in names if not name.startswith("LIMBECK_1")]
        listed = HERE / "exports.txt"
        if SETTINGS.accept:
            listed.write_text("".join(name + "\n" for name in names))
        self.assertEqual(names, listed.read_text().splitlines(), "see tests/package/exports.txt")

    def test_a_project_takes_it_in_by_add_subdirectory(self):
        folder = self.work("inside")
        (folder / "main.cc").write_text("#include <limbeck/models.h>\n"
                                        "int main() { return limbeck::Models().tables.empty() ? 0 : 1; }\n")
        (folder / "CMakeLists.txt").write_text(
            "cmake_minimum_required(VERSION 3.25)\nproject(inside LANGUAGES C CXX)\n"
            "include(FetchContent)\n"
            f"FetchContent_Declare(limbeck SOURCE_DIR \"{SETTINGS.source}\")\n"
            "FetchContent_MakeAvailable(limbeck)\n"
            "if(TARGET limbeck_program OR LIMBECK_TESTS)\n  message(FATAL_ERROR \"its own things are built\")\nendif()\n"
            "add_executable(app main.cc)\ntarget_link_libraries(app PRIVATE limbeck::limbeck)\n"
            f"limbeck_embed_migrations(app DIR {self.migrations})\n")
        run("cmake", "-G", "Ninja", "-B", "build", "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON", folder=folder)
        # The library itself is built elsewhere; the program's own file compiles with what it has of it.
        commands = json.loads((folder / "build" / "compile_commands.json").read_text())
        own = next(command for command in commands if command["file"] == str(folder / "main.cc"))
        run("sh", "-c", own["command"], folder=own["directory"])

    def test_a_build_without_postgresql_wants_no_libpq(self):
        folder = self.work("sqlite_only")
        run("cmake", "-G", "Ninja", "-B", folder, "-S", SETTINGS.source, "-DLIMBECK_POSTGRESQL=OFF", "-DLIMBECK_TESTS=OFF",
            "-DCMAKE_DISABLE_FIND_PACKAGE_PostgreSQL=ON", folder=folder)
        self.assertNotIn("LIBPQ", (folder / "CMakeCache.txt").read_text().replace("LIMBECK_POSTGRESQL", ""))
        objects = "CMakeFiles/limbeck_driver.dir/src/driver/"
        run("ninja", "-C", folder, objects + "postgresql/absent.cc.o", objects + "connector.cc.o", folder=folder)
        plan = run("ninja", "-C", folder, "-t", "query", "limbeck_driver", folder=folder)
        self.assertNotIn("libpq", plan)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=lambda text: Path(text).resolve(), required=True)
    parser.add_argument("--source", type=lambda text: Path(text).resolve(), required=True)
    parser.add_argument("--sanitize", default="")
    parser.add_argument("--accept", action="store_true", help="write exports.txt; read the difference")
    SETTINGS, rest = parser.parse_known_args()
    unittest.main(argv=[sys.argv[0], *rest])
