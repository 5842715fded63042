"""Real servers for tests: a database of their own, processes of their own."""

import fcntl
import os
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LIBRARY = "pedcommons_library"
UNTOUCHED = "pedcommons_untouched_library"
MANAGE = [sys.executable, str(ROOT / "manage.py")]


def environment(folder: Path, name: str) -> dict[str, str]:
    """Variables of a site whose files are in `folder`, with a database `name` on the same kind of server as the tests."""
    url = os.environ.get("DATABASE_URL", "")
    if url.startswith("postgres"):
        base, _slash, _name = url.rpartition("/")
        database = f"{base}/{name}"
    else:
        database = f"sqlite:///{folder}/{name}.sqlite3"
    return os.environ | {
        "PEDCOMMONS_VAR": str(folder),
        "DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
    }


def empty(variables: dict[str, str]) -> None:
    """Begin with no table; on SQLite the folder is new."""
    base, _slash, name = variables["DATABASE_URL"].rpartition("/")
    if not base.startswith("postgres"):
        return
    import psycopg  # the driver of a database that is not always there

    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {name}")


def copy(variables: dict[str, str], name: str) -> dict[str, str]:
    """A copy of that site's database under another name, and the variables of it; nobody may be connected."""
    base, _slash, old = variables["DATABASE_URL"].rpartition("/")
    if base.startswith("postgres"):
        import psycopg  # the driver of a database that is not always there

        with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {old}")
        return variables | {"DATABASE_URL": f"{base}/{name}"}
    url = f"{base}/{name}.sqlite3"
    files = (address.removeprefix("sqlite:///") for address in (variables["DATABASE_URL"], url))
    source, target = map(sqlite3.connect, files)
    with closing(source), closing(target):
        source.backup(target)
    return variables | {"DATABASE_URL": url}


def load_library(folder: Path) -> dict[str, str]:
    """The site with the demonstration library. Loading takes minutes: the first process to come does it,
    the others wait and use it."""
    variables = environment(folder, LIBRARY)
    folder.mkdir(exist_ok=True)
    loaded = folder / "loaded"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not loaded.exists():
            empty(variables)
            manage(variables, "demo", "--no-serve")
            # One that no test changes.
            copy(variables, UNTOUCHED)
            loaded.touch()
    return variables


def load_untouched_library(folder: Path) -> dict[str, str]:
    """The same as it was loaded."""
    return load_library(folder) | {"DATABASE_URL": environment(folder, UNTOUCHED)["DATABASE_URL"]}


def manage(variables: dict[str, str], *words: str) -> None:
    """Run a command of the site; CalledProcessError when it fails."""
    subprocess.run([*MANAGE, *words], env=variables, check=True, cwd=ROOT)


@contextmanager
def serving(variables: dict[str, str]) -> Iterator[str]:
    """The address of a server process of that site."""
    port = free_port()
    server = subprocess.Popen(
        [*MANAGE, "runserver", f"127.0.0.1:{port}", "--noreload"],
        env=variables,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address)
        yield address
    finally:
        server.terminate()
        server.wait(10)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def _wait_for(address: str) -> None:
    for _attempt in range(240):
        try:
            urllib.request.urlopen(address + "/robots.txt", timeout=5).close()
            return
        except OSError:
            time.sleep(0.25)
    raise RuntimeError("the server did not start")
