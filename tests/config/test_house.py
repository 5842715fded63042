"""The laws of the house, kept by a machine."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("courseware", "home", "search", "site")


def sources(*folders: str) -> list[Path]:
    return [
        path
        for folder in folders
        for path in sorted((ROOT / folder).rglob("*.py"))
        if "migrations" not in path.parts and "__pycache__" not in path.parts
    ]


def lengths(*folders: str) -> dict[str, int]:
    return {
        str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in sources(*folders)
    }


def test_the_import_contracts_are_kept():
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={"PYTHONPATH": f"{ROOT / 'site'}:{ROOT}", "PATH": ""},
    )
    assert (done.returncode, "Contracts: 2 kept, 0 broken." in done.stdout) == (0, True), done.stdout


def test_no_contract_looks_the_other_way():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    assert [sorted(set(contract) - {"name", "type", "layers", "containers"}) for contract in contracts] == [
        [],
        [],
    ]


def test_the_ground_floor_names_no_room_above_it():
    upward = re.compile(r"^\s*(?:from|import) (?:courseware|search|config)\b", re.MULTILINE)
    assert [str(path) for path in sources("home") if upward.search(path.read_text("utf-8"))] == []


@pytest.mark.parametrize("folders", [ROOMS, (*ROOMS, "tests")], ids=["the house", "with its tests"])
def test_files_are_short(folders):
    sizes = sorted(lengths(*folders).values())
    assert sizes[len(sizes) // 2] <= 80
    assert sum(size <= 250 for size in sizes) / len(sizes) >= 0.9
    assert [name for name, size in lengths(*folders).items() if size > 400] == []


def test_site_is_a_plot_of_land_and_no_package():
    assert (ROOT / "site" / "__init__.py").exists() is False


def test_no_drawer_where_things_fall():
    drawers = {"utils.py", "helpers.py", "common.py"}
    assert [str(path) for path in sources(*ROOMS) if path.name in drawers or "core" in path.parts] == []
