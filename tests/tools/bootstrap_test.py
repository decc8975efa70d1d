#!/usr/bin/env python3
"""tools/bootstrap against a machine that is not there: dpkg-query, sudo and id are fakes that record."""

import os
import subprocess
import tempfile
import unittest
from pathlib import Path

BOOTSTRAP = Path(__file__).parents[2] / "tools" / "bootstrap"

# Everything that is asked for is installed, but for what ABSENT names.
DPKG_QUERY = """#!/bin/sh
shift 2
for package in "$@"; do
  case " $ABSENT " in *" $package "*) ;; *) echo "installed $package" ;; esac
done
"""
SUDO = '#!/bin/sh\necho "$*" >>"$RECORD"\n'


class BootstrapTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.record = self.folder / "record"
        self.fake("dpkg-query", DPKG_QUERY)
        self.fake("sudo", SUDO)
        self.fake("apt-get", "#!/bin/sh\n")
        self.fake("id", "#!/bin/sh\necho 1000\n")

    def fake(self, name, text):
        path = self.folder / name
        path.write_text(text)
        path.chmod(0o755)

    def bootstrap(self, *kinds, absent=""):
        environment = {"PATH": f"{self.folder}:{os.environ['PATH']}", "ABSENT": absent, "RECORD": str(self.record)}
        return subprocess.run([BOOTSTRAP, *kinds], capture_output=True, text=True, env=environment)

    def test_a_complete_machine_is_left_alone_in_silence(self):
        done = self.bootstrap("build", "test", "bench", "tidy", "fuzz")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
        self.assertFalse(self.record.exists())

    def test_only_what_is_missing_is_installed_and_no_cluster_is_made(self):
        done = self.bootstrap(absent="mold postgresql")
        self.assertEqual((done.returncode, done.stdout), (0, "Installing: mold postgresql\n"))
        apt = "env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0"
        self.assertEqual(self.record.read_text().splitlines(), [
            f"{apt} update",
            "mkdir -p /etc/postgresql-common/createcluster.d",
            "tee /etc/postgresql-common/createcluster.d/limbeck-bootstrap.conf",
            f"{apt} install --no-install-recommends mold postgresql",
            "rm -f /etc/postgresql-common/createcluster.d/limbeck-bootstrap.conf",
        ])

    def test_building_needs_no_server(self):
        self.bootstrap("build", absent="postgresql libgtest-dev")
        self.assertFalse(self.record.exists())

    def test_a_failed_installation_is_a_failure(self):
        self.fake("sudo", '#!/bin/sh\ncase "$*" in *install*) exit 100 ;; *) cat ;; esac\n')
        self.assertEqual(self.bootstrap(absent="mold").returncode, 100)

    def test_an_unknown_kind_is_refused(self):
        done = self.bootstrap("everything")
        self.assertEqual((done.returncode, done.stderr),
                         (2, "usage: tools/bootstrap [build] [test] [bench] [tidy] [fuzz] [deb] [docs]\n"))


if __name__ == "__main__":
    unittest.main()
