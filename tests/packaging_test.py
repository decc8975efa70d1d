#!/usr/bin/env python3
"""The deployment files as far as they can be tried without their engines: they parse, they name what is there, and what
they run are commands of the program: packaging_test.py LIMBECK."""

import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
PACKAGING = ROOT / "packaging"
PROGRAM = Path(sys.argv.pop(1)).resolve()


def load(path):
    return yaml.safe_load(path.read_text())


class PackagingTest(unittest.TestCase):
    def assert_command(self, words):
        """The words are a command line: asked for help at its end, the program gives it and does nothing."""
        done = subprocess.run([PROGRAM, *words, "--help"], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, (words, done.stderr))

    def assert_hardened(self, container, pod):
        security = {**pod.get("securityContext", {}), **container["securityContext"]}
        self.assertTrue(security["runAsNonRoot"])
        self.assertEqual(security["runAsUser"], self.image_user())
        self.assertTrue(security["readOnlyRootFilesystem"])
        self.assertFalse(security["allowPrivilegeEscalation"])
        self.assertEqual(security["capabilities"], {"drop": ["ALL"]})

    def image_user(self):
        return int(re.search(r"useradd .*--uid (\d+)", (PACKAGING / "docker" / "Dockerfile").read_text())[1])

    def test_compose(self):
        services = load(PACKAGING / "docker" / "compose.yaml")["services"]
        self.assert_command(services["migrations"]["command"])
        self.assertEqual(services["migrations"]["depends_on"], {"database": {"condition": "service_healthy"}})
        self.assertEqual(services["api"]["depends_on"], {"migrations": {"condition": "service_completed_successfully"}})
        self.assertEqual(services["api"]["environment"], services["migrations"]["environment"])

    def test_job(self):
        job = load(PACKAGING / "kubernetes" / "job.yaml")
        self.assertEqual((job["apiVersion"], job["kind"]), ("batch/v1", "Job"))
        pod = job["spec"]["template"]["spec"]
        self.assertEqual(pod["restartPolicy"], "Never")
        self.assert_command(pod["containers"][0]["args"])
        self.assert_hardened(pod["containers"][0], pod)

    def test_init_container(self):
        deployment = load(PACKAGING / "kubernetes" / "init-container.yaml")
        self.assertEqual((deployment["apiVersion"], deployment["kind"]), ("apps/v1", "Deployment"))
        pod = deployment["spec"]["template"]["spec"]
        self.assertEqual(deployment["spec"]["selector"]["matchLabels"], deployment["spec"]["template"]["metadata"]["labels"])
        self.assert_command(pod["initContainers"][0]["args"])
        self.assert_hardened(pod["initContainers"][0], pod)

    def test_image(self):
        """What the image is built with is there, and its first command is one."""
        text = (PACKAGING / "docker" / "Dockerfile").read_text()
        self.assert_command(re.findall(r'"([^"]+)"', re.search(r"^CMD (.*)$", text, re.MULTILINE)[1]))
        preset = re.search(r"cmake --preset (\w+)", text)[1]
        self.assertIn(f'"name": "{preset}"', (ROOT / "CMakePresets.json").read_text())
        self.assertTrue((ROOT / "tools" / "bootstrap").exists())
        self.assertIn("USER limbeck", text)

    def test_workflow(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([PROGRAM, "init", "migrations"], cwd=folder, check=True, capture_output=True)
            subprocess.run([PROGRAM, "init", "--ci", "github"], cwd=folder, check=True, capture_output=True)
            workflow = load(Path(folder) / ".github" / "workflows" / "migrations.yml")
        # YAML 1.1 reads the key `on` as a truth.
        self.assertEqual(set(workflow), {"name", True, "permissions", "jobs"})
        commands = [line.strip() for job in workflow["jobs"].values() for step in job["steps"]
                    for line in step.get("run", "").splitlines()]
        ours = [command.split("#")[0].split(">")[0].split() for command in commands if command.startswith("limbeck ")]
        self.assertGreater(len(ours), 3)
        for words in ours:
            self.assert_command([word for word in words[1:] if not word.startswith('"$')])


if __name__ == "__main__":
    unittest.main()
