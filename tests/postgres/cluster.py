#!/usr/bin/env python3
"""A throw-away PostgreSQL cluster on 127.0.0.1 for tests.

    cluster.py run COMMAND [ARGUMENT...]   start a cluster, run the command, remove the cluster
    cluster.py start STATE OWNER           start one that lives until `stop` or until the process OWNER ends
    cluster.py stop STATE OWNER            end it and remove every trace of it

The command gets LIMBECK_TEST_POSTGRES=postgresql://postgres@127.0.0.1:PORT/postgres.

A started cluster belongs to a keeper process, which writes the file STATE/OWNER (URL, process id of the keeper,
folder; one a line) when the cluster answers. PostgreSQL is the keeper's child and dies with it, whatever kills the
keeper; so a run that was killed can leave a folder behind but never a server, and the next start removes the folder.
Every ctest process is an owner of its own: runs side by side do not meet.

Everyone may connect without a password but the role `needs_password`, whose password is "right".
"""

import contextlib
import ctypes
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

START_SECONDS = 60
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "32MB",
    "max_connections": "200",
    "max_prepared_transactions": "20",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "lc_messages": "C",
}
ACCESS = """
local all all trust
host all needs_password 127.0.0.1/32 scram-sha-256
host all all 127.0.0.1/32 trust
"""


class ClusterError(Exception):
    pass


def server_programs():
    """The folder of initdb and postgres, newest version first; they are seldom on the PATH."""
    folders = []
    with contextlib.suppress(OSError):
        answer = subprocess.run(["pg_config", "--bindir"], capture_output=True, text=True)
        folders.append(Path(answer.stdout.strip()))
    installed = [path for path in Path("/usr/lib/postgresql").glob("*/bin") if path.parent.name.isdigit()]
    folders += sorted(installed, key=lambda path: int(path.parent.name), reverse=True)
    for folder in folders:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise ClusterError("no PostgreSQL server is installed: run tools/bootstrap")


def server_user():
    """The user that runs the server, as arguments for subprocess: PostgreSQL refuses to be root."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise ClusterError("PostgreSQL does not run as root, and there is no user postgres or nobody")


def die_with_parent():
    pr_set_pdeathsig = 1
    ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGQUIT)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Cluster:
    """One cluster in one temporary folder. `stop` may be called at any time and more than once."""

    def __init__(self):
        self.programs = server_programs()
        self.user = server_user()
        self.folder = Path(tempfile.mkdtemp(prefix="limbeck-postgres-"))
        self.server = None
        self.port = 0

    @property
    def url(self):
        return f"postgresql://postgres@127.0.0.1:{self.port}/postgres"

    def start(self):
        try:
            self._initialise()
            for _ in range(3):  # somebody else may take the port between the probe and the start
                if self._serve():
                    self._create_role()
                    return
            raise ClusterError("the server does not start:\n" + self._log())
        except BaseException:
            self.stop()
            raise

    def stop(self):
        if self.server and self.server.poll() is None:
            self.server.send_signal(signal.SIGQUIT)  # "immediate": nobody wants the data
            self.server.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _arguments(self):
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        arguments = {"cwd": self.folder, "env": environment, "stdin": subprocess.DEVNULL}
        if self.user:
            arguments |= {"user": self.user.pw_uid, "group": self.user.pw_gid, "extra_groups": []}
        return arguments

    def _initialise(self):
        if self.user:
            os.chown(self.folder, self.user.pw_uid, self.user.pw_gid)
        command = [self.programs / "initdb", "--pgdata=data", "--username=postgres", "--auth=trust",
                   "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"]
        done = subprocess.run(command, capture_output=True, text=True, **self._arguments())
        if done.returncode != 0:
            raise ClusterError("initdb failed:\n" + done.stdout + done.stderr)
        data = self.folder / "data"
        settings = SETTINGS | {"unix_socket_directories": str(self.folder)}
        with open(data / "postgresql.conf", "a") as file:
            file.writelines(f"{name} = '{value}'\n" for name, value in settings.items())
        (data / "pg_hba.conf").write_text(ACCESS)

    def _serve(self):
        self.port = free_port()
        with open(self.folder / "log", "ab") as log:
            self.server = subprocess.Popen(
                [self.programs / "postgres", "-D", "data", "-p", str(self.port)],
                stdout=log, stderr=log, preexec_fn=die_with_parent, **self._arguments())
        deadline = time.monotonic() + START_SECONDS
        while self.server.poll() is None and time.monotonic() < deadline:
            if self._sql("SELECT 1").returncode == 0:
                return True
            time.sleep(0.05)
        return False

    def _sql(self, text):
        command = [self.programs / "psql", "-X", "-q", "-h", str(self.folder), "-p", str(self.port),
                   "-U", "postgres", "-c", text]
        return subprocess.run(command, capture_output=True, text=True, **self._arguments())

    def _create_role(self):
        done = self._sql("CREATE ROLE needs_password LOGIN PASSWORD 'right'")
        if done.returncode != 0:
            raise ClusterError("the role needs_password cannot be made: " + done.stderr)

    def _log(self):
        return (self.folder / "log").read_text(errors="replace")


# ---- state files ----------------------------------------------------------------------------------------------------

def is_alive(process_id):
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True


def is_keeper(process_id):
    try:
        command = Path(f"/proc/{process_id}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return False
    return b"keep" in command and any(word.endswith(b"cluster.py") for word in command)


def read_state(file):
    """URL, keeper and folder; None when there is no such state."""
    try:
        url, keeper, folder = file.read_text().splitlines()
    except (FileNotFoundError, ValueError):
        return None
    return url, int(keeper), Path(folder)


def write_state(file, cluster):
    new = file.with_name(file.name + ".new")
    new.write_text(f"{cluster.url}\n{os.getpid()}\n{cluster.folder}\n")
    new.rename(file)


def sweep(state):
    """Removes what killed runs left."""
    for file in state.glob("*"):
        found = read_state(file)
        if found and not is_keeper(found[1]):
            shutil.rmtree(found[2], ignore_errors=True)
            file.unlink(missing_ok=True)


# ---- commands -------------------------------------------------------------------------------------------------------

def start(state, owner):
    state.mkdir(parents=True, exist_ok=True)
    sweep(state)
    if read_state(state / owner):
        return 0
    keeper = subprocess.Popen([sys.executable, __file__, "keep", str(state), owner], start_new_session=True,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    answer = keeper.stdout.read()  # ends when the keeper closes its end: when the cluster answers or cannot
    if answer:
        print(answer, file=sys.stderr)
        return 1
    return 0


def keep(state, owner):
    """Never returns before the cluster is gone."""
    stopping = []
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_: stopping.append(True))
    file = state / owner
    try:
        cluster = Cluster()
        cluster.start()
    except (ClusterError, OSError) as error:
        print(error)
        return 1
    try:
        write_state(file, cluster)
        os.close(1)
        while not stopping and is_alive(int(owner)) and cluster.server.poll() is None:
            time.sleep(0.2)
    finally:
        cluster.stop()
        file.unlink(missing_ok=True)
    return 0


def stop(state, owner):
    file = state / owner
    found = read_state(file)
    if found and is_keeper(found[1]):
        os.kill(found[1], signal.SIGTERM)
        deadline = time.monotonic() + START_SECONDS
        while file.exists() and time.monotonic() < deadline:
            time.sleep(0.02)
    sweep(state)
    return 1 if file.exists() else 0


def run(command):
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that `finally` runs
    cluster = Cluster()
    cluster.start()
    try:
        return subprocess.call(command, env=os.environ | {"LIMBECK_TEST_POSTGRES": cluster.url})
    except KeyboardInterrupt:
        return 130
    finally:
        cluster.stop()


def main(arguments):
    commands = {"start": start, "stop": stop, "keep": keep}
    if arguments[:1] == ["run"] and len(arguments) > 1:
        return run(arguments[1:])
    if len(arguments) == 3 and arguments[0] in commands:
        return commands[arguments[0]](Path(arguments[1]), arguments[2])
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except ClusterError as error:
        sys.exit(str(error))
