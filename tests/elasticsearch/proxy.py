"""A proxy before a search server that falls ill on command."""

import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PASSED_ON = ("content-type", "x-elastic-product")


class Fault(Enum):
    NONE = "none"
    STOPPED = "stopped"  # the connection breaks at once
    HANGING = "hanging"
    BUSY = "429"
    BROKEN = "500"
    CUT = "cut"  # half of the answer
    DRIPPING = "dripping"  # a byte now and then, for ever


class Proxy:
    """`url` is its address; `fault` what it does at the moment; `asked` counts requests."""

    def __init__(self, server: str):
        self.fault = Fault.NONE
        self.asked = 0
        self._released = threading.Event()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), self._handler(server))
        self._http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._http.server_port}"
        threading.Thread(target=self._http.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._released.set()
        self._http.shutdown()
        self._http.server_close()

    def _handler(proxy, server: str):
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *arguments) -> None:
                """Not into the output of the tests."""

            def _answer(self) -> None:
                proxy.asked += 1
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                fault = proxy.fault
                if fault is Fault.STOPPED:
                    self.close_connection = True
                elif fault is Fault.HANGING:
                    proxy._released.wait(20)
                    self.close_connection = True
                elif fault in (Fault.BUSY, Fault.BROKEN):
                    self._send(int(fault.value), {"X-Elastic-Product": "Elasticsearch"}, b'{"error": "ill"}')
                else:
                    self._send(*self._forward(body), fault)

            do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = _answer

            def _forward(self, body: bytes) -> tuple[int, dict[str, str], bytes]:
                headers = {name: value for name, value in self.headers.items() if name.lower() != "host"}
                request = urllib.request.Request(
                    server + self.path, data=body or None, headers=headers, method=self.command
                )
                try:
                    with urllib.request.urlopen(request, timeout=30) as answer:
                        return answer.status, dict(answer.headers), answer.read()
                except urllib.error.HTTPError as error:
                    return error.code, dict(error.headers), error.read()

            def _send(
                self, status: int, headers: dict[str, str], body: bytes, fault: Fault = Fault.NONE
            ) -> None:
                self.send_response(status)
                for name, value in headers.items():
                    if name.lower() in PASSED_ON:
                        self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                if fault is Fault.DRIPPING:
                    for byte in body:
                        self.wfile.write(bytes([byte]))
                        if proxy._released.wait(0.2):
                            break
                else:
                    self.wfile.write(body[: len(body) // 2] if fault is Fault.CUT else body)
                self.close_connection = fault is not Fault.NONE

        return Handler


@contextmanager
def before(server: str) -> Iterator[Proxy]:
    proxy = Proxy(server)
    try:
        yield proxy
    finally:
        proxy.stop()
