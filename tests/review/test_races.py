"""Two chief editors decide in the same moment, each through a server process of its own."""

import json
import subprocess
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import Barrier

import pytest
import requests

from tests import servers
from tests.review.racing import EDITORS, PASSWORD

TRIALS = 60


def asked(variables: dict[str, str], what: str):
    """What a function of `tests.review.racing` answers inside the site."""
    code = f"import json; from tests.review.racing import {what}; print(json.dumps({what}()))"
    done = subprocess.run(
        [*servers.MANAGE, "shell", "--no-imports", "-c", code],
        env=variables,
        cwd=servers.ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return json.loads(done.stdout)


def signed_in(address: str, name: str) -> requests.Session:
    browser = requests.Session()
    browser.get(f"{address}/cms/login/")
    token = browser.cookies["csrftoken"]
    browser.post(
        f"{address}/cms/login/",
        {"username": name, "password": PASSWORD, "csrfmiddlewaretoken": token},
        headers={"Referer": address},
    )
    return browser


@pytest.fixture
def site(tmp_path, worker_id):
    variables = servers.environment(tmp_path, f"pedcommons_race_{worker_id}")
    servers.empty(variables)
    servers.manage(variables, "migrate", "-v0")
    servers.manage(
        variables,
        "shell",
        "--no-imports",
        "-c",
        f"from tests.review.racing import prepare; prepare({TRIALS})",
    )
    return variables


def test_of_two_decisions_in_one_moment_one_counts_and_the_other_is_told(site):
    waiting = asked(site, "waiting")
    with ExitStack() as stack:
        addresses = [stack.enter_context(servers.serving(site)) for _editor in EDITORS]
        browsers = [signed_in(address, name) for address, name in zip(addresses, EDITORS, strict=True)]
        start = Barrier(2)

        def decide(place: int, page: int, step: int) -> tuple[int, str]:
            # They change sides: neither process is always the one that approves.
            action = ("approve", "reject")[(place + step) % 2]
            start.wait()
            answer = browsers[place].post(
                f"{addresses[place]}/cms/pages/workflow/action/{page}/{action}/{step}/",
                {"csrfmiddlewaretoken": browsers[place].cookies["csrftoken"], "comment": "x"},
                headers={"Referer": addresses[place]},
                allow_redirects=False,
            )
            return answer.status_code, action

        answers = []
        with ThreadPoolExecutor(2) as pool:
            for page, step in waiting:
                answers.append(list(pool.map(decide, (0, 1), (page, page), (step, step))))
    found = asked(site, "outcomes")
    won = [next((action for status, action in pair if status == 302), None) for pair in answers]
    expected = {"approve": ["approved", True, 1], "reject": ["needs_changes", False, 1]}
    assert [sorted(status for status, _action in pair) for pair in answers] == [[302, 409]] * TRIALS
    assert found == [expected[action] for action in won]
