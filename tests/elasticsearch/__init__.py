"""A real Elasticsearch node for the tests, from published jars: nobody ships a distribution that we could unpack.

``python -m tests.elasticsearch PORT`` starts one and stays; the tests start their own when no
ELASTICSEARCH_TEST_URL names a server. What is missing on purpose: `GET /`, scripts, delete-by-query.
"""

import os
import shutil
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).parent
JARS = HERE.parents[1] / "var" / "tools" / "elasticsearch"
HEAP = "512m"


def is_possible() -> bool:
    """Whether this machine has what a node needs; running from source needs the compiler."""
    return all(shutil.which(tool) for tool in ("java", "javac", "mvn"))


def gather() -> Path:
    """The folder of the jars; fetched once."""
    descriptor = JARS / "modules" / "transport-netty4" / "plugin-descriptor.properties"
    if not descriptor.exists():
        subprocess.run(
            ["mvn", "-B", "-q", "-f", str(HERE / "pom.xml"), f"-Dhome={JARS}", "prepare-package"],
            check=True,
            stdout=subprocess.DEVNULL,  # whoever starts a node reads its address there
        )
        shutil.copy(HERE / "plugin-descriptor.properties", descriptor)
    return JARS


@contextmanager
def node(port: int) -> Iterator[str]:
    """The address of a node that answers."""
    jars = gather()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        (home / "config").mkdir()
        for name in ("lib", "modules"):
            (home / name).symlink_to(jars / name)
        process = subprocess.Popen(
            [
                "java",
                f"-Xms{HEAP}",
                f"-Xmx{HEAP}",
                "-cp",
                f"{home}/lib/*",
                str(HERE / "Launch.java"),
                folder,
                str(port),
            ],
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield _answering(f"http://127.0.0.1:{port}", process)
        finally:
            process.terminate()
            process.wait(20)


def _answering(url: str, process: subprocess.Popen) -> str:
    for _attempt in range(240):
        if process.poll() is not None:
            raise RuntimeError("The Elasticsearch node stopped while it started.")
        try:
            urllib.request.urlopen(f"{url}/_cluster/health?wait_for_status=yellow", timeout=5).close()
            return url
        except OSError:
            time.sleep(0.25)
    raise RuntimeError("The Elasticsearch node does not answer.")


def given() -> str:
    """The server that somebody has named for the tests."""
    return os.environ.get("ELASTICSEARCH_TEST_URL", "")
