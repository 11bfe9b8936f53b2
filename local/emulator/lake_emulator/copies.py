"""Copies of all accounts as they are at a moment, each behind an endpoint of its own.

A whole deployment takes minutes; what is tried on it should begin from the same accounts each time, and leave them as they were.
`POST /lake-emulator/copies` answers with the endpoint of a copy, which ends with the emulator that it was made from, or by SIGTERM.
"""

from __future__ import annotations

import json
import os
import stat
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from werkzeug.serving import BaseWSGIServer

PATH = "/lake-emulator/copies"
PATIENCE_SECONDS = 60


@dataclass
class Request:
    """A copy that somebody waits for."""

    made: threading.Event = field(default_factory=threading.Event)
    answer: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Copy:
    """What a copy serves with, and the process id of the emulator that it was made from."""

    server: BaseWSGIServer
    parent: int


class Copies:
    """Take requests for copies, which the serving thread fulfils: a process has only the thread that forked it."""

    def __init__(self, application: Any) -> None:
        self.application = application
        self.waiting: list[Request] = []
        self.processes: set[int] = set()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if environ.get("PATH_INFO") != PATH:
            return self.application(environ, start_response)
        if environ.get("REQUEST_METHOD") != "POST":
            start_response("405 Method Not Allowed", [("Allow", "POST"), ("Content-Length", "0")])
            return [b""]
        request = Request()
        self.waiting.append(request)
        if not request.made.wait(PATIENCE_SECONDS):
            start_response("503 Service Unavailable", [("Content-Length", "0")])
            return [b""]
        body = json.dumps(request.answer).encode()
        start_response("201 Created", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
        return [body]


def fulfil(copies: Copies, server: BaseWSGIServer, one_at_a_time: Any, listen: Callable[[], BaseWSGIServer]) -> Copy | None:
    """Fork for the copy that has waited longest; answers in the copy alone, with what it serves from now on."""
    if not copies.waiting:
        return None
    request = copies.waiting.pop(0)
    new = listen()
    # No request may be half done in the copy, which has this thread alone.
    with one_at_a_time:
        parent = os.getpid()
        pid = os.fork()
        if pid == 0:
            copies.waiting.clear()
            copies.processes.clear()
            server.socket.close()
            _close_sockets_but(new.fileno())
            return Copy(new, parent)
    copies.processes.add(pid)
    new.socket.close()
    request.answer = {"endpoint": f"http://{new.host}:{new.server_port}", "pid": pid}
    request.made.set()
    return None


def reap(copies: Copies) -> None:
    """Let the system forget copies that have ended. Other children are waited for by who started them."""
    copies.processes = {pid for pid in copies.processes if os.waitpid(pid, os.WNOHANG) == (0, 0)}


def _close_sockets_but(kept: int) -> None:
    """A client of the original waits for the end of its connection, which a copy of the socket would put off."""
    for descriptor in range(3, min(os.sysconf("SC_OPEN_MAX"), 65536)):
        try:
            if descriptor != kept and stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                os.close(descriptor)
        except OSError:
            continue
