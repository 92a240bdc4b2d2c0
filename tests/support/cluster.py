"""A PostgreSQL cluster with PostGIS in a folder of its own, for as long as tests run.

Nothing of it listens on a port: its socket lies in the folder. PostgreSQL refuses to run as root,
so root hands it to another user. It ends with the process that began it, however that ends.
"""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from urllib.parse import quote

import pytest

__all__ = ["EXTENSIONS", "OWNER", "Cluster", "run_cluster"]

OWNER = "owner"  # the cluster's own role; every other is one's to make
EXTENSIONS = ("postgis", "pg_trgm")
PACKAGES = "postgresql postgresql-postgis"  # Debian's
PATIENCE_S = 60
_DEBIAN = Path("/usr/lib/postgresql")
_HOSTS = ("postgres", "nobody")  # who runs it for root
_READY = "database system is ready to accept connections"
# What is lost with the machine may be lost: no test pulls its plug.
_SETTINGS = ("fsync=off", "full_page_writes=off", "listen_addresses=")
_HASTY = "synchronous_commit=off"  # what is lost with the server may be lost too
_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Cluster:
    """A running cluster: folder holds its socket; programs are its own and psql."""

    folder: Path
    programs: Path
    restart: Callable[[], None] = lambda: None  # once it was killed

    def kill(self) -> None:
        """Kill the server and all that serve its connections, without a word to anybody."""
        first = int((self.folder / "data" / "postmaster.pid").read_text().split()[0])
        command = ["ps", "-o", "pid=", "--ppid", str(first)]
        others = subprocess.run(command, capture_output=True, text=True).stdout.split()
        for pid in (first, *map(int, others)):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(first, 0)  # or the next one takes it for alive
        while any(Path(f"/proc/{pid}").exists() and not _is_dead(pid) for pid in others):
            time.sleep(0.01)

    def address(self, database: str = "postgres", *, role: str = OWNER, password: str = "") -> str:
        """Return a database's address; any password does, for nothing of it is asked here."""
        signed = f"{quote(role)}:{quote(password)}" if password else quote(role)
        return f"postgresql://{signed}@/{database}?host={quote(str(self.folder), safe='')}"

    def make_database(self, *, extensions: Sequence[str] = EXTENSIONS) -> str:
        """Make an empty database with these extensions, and return its name."""
        return self.copy_database(self._hold(extensions) if extensions else "template1")

    def copy_database(self, original: str) -> str:
        """Make a database with all that another one holds, to which nobody is connected."""
        name = f"test_{next(_numbers)}"
        self.ask(f'CREATE DATABASE "{name}" TEMPLATE "{original}" STRATEGY FILE_COPY')
        return name

    def _hold(self, extensions: Sequence[str]) -> str:
        """Return an empty database of these extensions: half a second to make, a tenth to copy."""
        name = " ".join(["with", *extensions])
        if not self.ask(f"SELECT 1 FROM pg_database WHERE datname = '{name}'"):
            self.ask(f'CREATE DATABASE "{name}"')
            self.ask("; ".join(f'CREATE EXTENSION "{one}"' for one in extensions), name)
        return name

    def wait(self) -> None:
        """Wait until it answers again, after one of its connections was killed."""
        command = [self.programs / "psql", "-XAtq", "-d", self.address(), "-c", "SELECT 1"]
        while subprocess.run(command, capture_output=True, timeout=PATIENCE_S).returncode:
            time.sleep(0.05)

    def make_role(self, name: str) -> str:
        """Make a role that may sign in and no more, and return its name; one that is there does."""
        if not self.ask(f"SELECT 1 FROM pg_roles WHERE rolname = '{name}'"):
            self.ask(f'CREATE ROLE "{name}" LOGIN')
        return name

    def ask(self, sql: str, database: str = "postgres") -> str:
        """Return what a statement answers: a line for a row, | between cells.

        Fails the test with what the server says where it refuses.
        """
        command = [self.programs / "psql", "-XAtq", "-v", "ON_ERROR_STOP=1",
                   "-d", self.address(database), "-c", sql]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_S)
        if done.returncode:
            pytest.fail(f"{sql}\n{done.stderr}")
        return done.stdout.strip()


@contextlib.contextmanager
def run_cluster(*, lasting: bool = False) -> Iterator[Cluster]:
    """Run a cluster in a temporary folder, which goes with it.

    lasting: what it acknowledged outlives a kill of the server, which `restart` starts anew.
    Without PostgreSQL or PostGIS the test fails where CI is true, and is skipped elsewhere.
    """
    programs = _find_programs()
    # A socket's path has 107 letters at most: pytest's own folders are too deep.
    folder = Path(tempfile.mkdtemp(prefix="strikemap-pg-"))
    host = _find_host()
    if host is not None:
        os.chown(folder, host.pw_uid, host.pw_gid)
    try:
        data = folder / "data"
        made = [programs / "initdb", "-D", data, "-U", OWNER, "-A", "trust", "-E", "UTF8",
                "--locale=C.UTF-8", "--no-sync"]  # fmt: skip
        _run_as(host, made)
        with contextlib.ExitStack() as running:
            running.enter_context(_serve(host, programs, folder, lasting=lasting))
            restarted = partial(_serve, host, programs, folder, lasting=lasting)
            yield Cluster(folder, programs, lambda: running.enter_context(restarted()))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _serve(
    host: pwd.struct_passwd | None, programs: Path, folder: Path, *, lasting: bool
) -> Iterator[None]:
    chosen = _SETTINGS if lasting else (*_SETTINGS, _HASTY)
    settings = [part for setting in chosen for part in ("-c", setting)]
    command = [programs / "postgres", "-D", folder / "data", "-k", folder, *settings]
    words = _as(host, command)
    server = subprocess.Popen(words, cwd=folder, text=True, stderr=subprocess.PIPE)
    assert server.stderr
    said = []
    try:
        for line in server.stderr:
            said.append(line)
            if _READY in line:
                break
        else:
            pytest.fail("PostgreSQL did not start:\n" + "".join(said))
        threading.Thread(target=server.stderr.read, daemon=True).start()
        yield
    finally:
        server.send_signal(signal.SIGQUIT)  # writes nothing back: the folder goes with it
        server.wait(timeout=PATIENCE_S)


def _is_dead(pid: str) -> bool:
    """Say whether a process ended and only waits to be taken note of."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


def _run_as(host: pwd.struct_passwd | None, command: Sequence[str | Path]) -> None:
    done = subprocess.run(_as(host, command), capture_output=True, text=True, cwd="/")
    if done.returncode:
        pytest.fail(f"{command[0]}: {done.stdout}{done.stderr}")


def _as(host: pwd.struct_passwd | None, command: Sequence[str | Path]) -> list[str]:
    """Return a command as another user runs it, to end with this process as PostgreSQL likes it."""
    user = [] if host is None else [
        f"--reuid={host.pw_uid}", f"--regid={host.pw_gid}", "--clear-groups"
    ]  # fmt: skip
    return ["setpriv", *user, "--pdeathsig=QUIT", *map(str, command)]


def _find_host() -> pwd.struct_passwd | None:
    """Return who is to run it: nobody else (None) unless this is root."""
    if os.geteuid() != 0:
        return None
    known = {user.pw_name: user for user in pwd.getpwall()}
    return next(known[name] for name in _HOSTS if name in known)


def _find_programs() -> Path:
    """Return the folder of PostgreSQL's programs: the newest of Debian's, or that on the path."""
    debian = sorted(_DEBIAN.glob("*/bin"), key=lambda folder: float(folder.parent.name))
    on_path = shutil.which("initdb")
    folders = [*reversed(debian), *([Path(on_path).resolve().parent] if on_path else [])]
    needed = ("initdb", "postgres", "psql")
    found = next((one for one in folders if all((one / name).exists() for name in needed)), None)
    if found is not None and shutil.which("setpriv") and _has_extensions(found):
        return found
    missing = f"no PostgreSQL with {' and '.join(EXTENSIONS)} here: install {PACKAGES}"
    if os.environ.get("CI") == "true":
        pytest.fail(missing)
    pytest.skip(missing)


def _has_extensions(programs: Path) -> bool:
    config = programs / "pg_config"
    if not config.exists():
        return True  # making one says what lacks
    answer = subprocess.run([config, "--sharedir"], capture_output=True, text=True, check=True)
    folder = Path(answer.stdout.strip()) / "extension"
    return all((folder / f"{name}.control").exists() for name in EXTENSIONS)
