"""Real servers for tests: a database of their own, processes of their own."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
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
