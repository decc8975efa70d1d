#!/usr/bin/env python3
"""What tests/postgres promises: a cluster that answers, and nothing left behind however a run ends."""

import os
import signal
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

HERE = Path(__file__).parent
CLUSTER = str(HERE / "cluster.py")
ASK = ["sh", "-c", 'psql -X -A -t "$LIMBECK_TEST_POSTGRES" -c "SELECT current_user"']


def wait_until(condition, seconds=20):
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def clean_environment():
    return {name: value for name, value in os.environ.items() if name != "LIMBECK_TEST_POSTGRES"}


class ClusterTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.state = Path(folder.name) / "state"
        self.owner = subprocess.Popen(["sleep", "1000"])
        self.addCleanup(self.end_owner)

    def end_owner(self):
        self.owner.kill()
        self.owner.wait()

    def cluster(self, command):
        return subprocess.run([CLUSTER, command, self.state, str(self.owner.pid)], capture_output=True, text=True)

    def started(self):
        """URL, keeper, folder and server's process id of a cluster that is up."""
        done = self.cluster("start")
        self.assertEqual((done.returncode, done.stdout + done.stderr), (0, ""))
        url, keeper, folder = (self.state / str(self.owner.pid)).read_text().splitlines()
        server = (Path(folder) / "data" / "postmaster.pid").read_text().splitlines()[0]
        return url, int(keeper), Path(folder), Path("/proc") / server

    def ask(self, url):
        return subprocess.run(ASK, capture_output=True, text=True, env=clean_environment() | {"LIMBECK_TEST_POSTGRES": url})

    def test_run_gives_the_command_a_cluster(self):
        done = subprocess.run([CLUSTER, "run", *ASK], capture_output=True, text=True, env=clean_environment())
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "postgres\n", ""))

    def test_run_hands_back_the_exit_code(self):
        self.assertEqual(subprocess.run([CLUSTER, "run", "sh", "-c", "exit 3"]).returncode, 3)

    def test_stop_removes_everything(self):
        url, _, folder, server = self.started()
        self.assertEqual(self.ask(url).stdout, "postgres\n")
        self.assertEqual(self.cluster("stop").returncode, 0)
        self.assertFalse(folder.exists())
        self.assertFalse(server.exists())
        self.assertEqual(list(self.state.iterdir()), [])

    def test_start_twice_is_one_cluster(self):
        self.assertEqual(self.started()[1], self.started()[1])
        self.cluster("stop")

    def test_the_cluster_ends_with_its_owner(self):
        _, _, folder, server = self.started()
        self.end_owner()
        self.assertTrue(wait_until(lambda: not folder.exists() and not server.exists()))

    def test_a_killed_keeper_leaves_no_server_and_the_next_start_its_folder(self):
        _, keeper, folder, server = self.started()
        os.kill(keeper, signal.SIGKILL)
        self.assertTrue(wait_until(lambda: not server.exists()))
        url, _, new_folder, _ = self.started()
        self.assertFalse(folder.exists())
        self.assertNotEqual(folder, new_folder)
        self.assertEqual(self.ask(url).stdout, "postgres\n")
        self.cluster("stop")

    def test_one_role_needs_a_password(self):
        url = self.started()[0].replace("postgres@", "needs_password:wrong@")
        self.assertIn("password authentication failed", self.ask(url).stderr)
        self.assertEqual(self.ask(url.replace("wrong", "right")).stdout, "needs_password\n")
        self.cluster("stop")

    def test_launch_finds_the_cluster_of_its_parent(self):
        self.state.mkdir()
        (self.state / str(os.getpid())).write_text("postgresql://there\n1\n/nowhere\n")
        done = subprocess.run([HERE / "launch", self.state, "sh", "-c", "echo $LIMBECK_TEST_POSTGRES"],
                              capture_output=True, text=True, env=clean_environment())
        self.assertEqual(done.stdout, "postgresql://there\n")


if __name__ == "__main__":
    unittest.main()
