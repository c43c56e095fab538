"""Addresses, against a server on this machine."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from reading.sources import position
from storydiff.errors import ReadError
from storydiff.reading.fetch import fetch
from storydiff.reading.read import read

TEXT = "Fire broke out at the old paper mill in Marrow Creek late on Friday, “the county” said."
PAGE = f"<html><body><article><h1>Mill burns</h1>\n<p>{TEXT}</p></article></body></html>"


class _Newsroom(BaseHTTPRequestHandler):
    """Answers by the path asked for."""

    def do_GET(self) -> None:
        body, status, headers = PAGE.encode(), 200, {"Content-Type": "text/html; charset=utf-8"}
        match self.path:
            case "/windows":
                body, headers = PAGE.encode("cp1252"), {"Content-Type": "text/html; charset=windows-1252"}
            case "/packed":
                body, headers = gzip.compress(body), {**headers, "Content-Encoding": "gzip"}
            case "/bomb":
                body, headers = gzip.compress(bytes(30_000_000)), {**headers, "Content-Encoding": "gzip"}
            case "/large":
                body = b"x" * 50_000
            case "/moved":
                status, headers = 302, {"Location": "/mill"}
            case "/circle":
                status, headers = 302, {"Location": "/circle"}
            case "/file":
                status, headers = 302, {"Location": "file:///etc/hostname"}
            case "/ftp":
                status, headers = 302, {"Location": "ftp://127.0.0.1/mill"}
            case "/missing":
                status = 404
            case "/drip":
                self.send_response(200)
                self.end_headers()
                self.server.waiting.wait(5)  # type: ignore[attr-defined]
                return
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a newsroom."""
    monkeypatch.setenv("no_proxy", "*")
    newsroom = ThreadingHTTPServer(("127.0.0.1", 0), _Newsroom)
    newsroom.waiting = threading.Event()  # type: ignore[attr-defined]
    thread = threading.Thread(target=newsroom.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{newsroom.server_port}"
    newsroom.waiting.set()  # type: ignore[attr-defined]
    newsroom.shutdown()
    newsroom.server_close()
    thread.join()


@pytest.mark.parametrize("path", ["/mill", "/windows", "/packed", "/moved"])
def test_a_page(server: str, path: str) -> None:
    (report,) = read([server + path]).reports
    assert report.text == f"Mill burns\n\n{TEXT}"
    assert (report.path, report.outlet) == (server + path, "127.0.0.1")
    assert report.url.startswith(server)


def test_a_page_is_kept(server: str, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    (report,) = read([f"{server}/mill"], save=folder, outlets={f"{server}/mill": "Ledger"}).reports
    assert report.path == str(folder / "127.0.0.1-mill.html")
    assert report.outlet == "Ledger"
    assert (folder / "127.0.0.1-mill.html").read_bytes() == PAGE.encode()
    assert position(report, "Fire") == (2, 4)
    read([f"{server}/mill"], save=folder)
    (folder / "127.0.0.1-mill.html").write_text("older")
    read([f"{server}/mill"], save=folder)
    assert sorted(place.name for place in folder.iterdir()) == ["127.0.0.1-mill-2.html", "127.0.0.1-mill.html"]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/missing", "the server answers 404"),
        ("/circle", "the server answers 302"),
        ("/file", "the server answers 302"),
        ("/ftp", "leads to an address that is not http(s)"),
        ("/large", "is larger than the limit of 20 kB"),
        ("/bomb", "is larger than the limit of 20 kB"),
    ],
)
def test_what_can_not_be_fetched_is_a_problem(server: str, tmp_path: Path, path: str, message: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    reading = read([tmp_path / "a.txt", server + path], max_bytes=20_000)
    assert len(reading.reports) == 1
    (problem,) = reading.problems
    assert problem.path == server + path
    assert problem.message.startswith(message)


def test_a_server_that_does_not_answer(server: str) -> None:
    with pytest.raises(ReadError, match="does not answer within"):
        fetch(f"{server}/drip", 1000, seconds=0.2)


def test_no_server() -> None:
    with pytest.raises(ReadError, match="can't be fetched"):
        read(["http://127.0.0.1:9/a"])


def test_standard_input_is_kept(tmp_path: Path) -> None:
    (report,) = read(["-"], stdin=PAGE.encode(), save=tmp_path).reports
    assert report.path == str(tmp_path / "standard-input.html")
