"""moto's multi-service application behind a quiet, threaded web server."""

from __future__ import annotations

import json
import logging
import os
import traceback
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from threading import RLock
from typing import Any

from moto.moto_server.werkzeug_app import (
    DomainDispatcherApplication,
    MotoRequestHandler,
    create_backend_app,
)
from werkzeug.serving import BaseWSGIServer
from werkzeug.serving import make_server as make_wsgi_server

from lake_emulator.copies import Copies, fulfil, reap
from lake_emulator.networks import Networks
from lake_emulator.repeats import RepeatedRequests

log = logging.getLogger("lake_emulator")


class QuietHandler(MotoRequestHandler):
    """The web server without its line per request."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        pass


class PlainFailures:
    """Answer what moto cannot do with a status that SDKs do not retry.

    moto answers an action that it lacks with status 500, which Terraform repeats for minutes before it says anything.
    """

    def __init__(self, application: Any) -> None:
        self.application = application
        # moto's backends are plain objects without locks, and Terraform sends ten requests at a time for each stack.
        self.one_at_a_time = RLock()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        try:
            with nullcontext() if _runs_code(environ) else self.one_at_a_time:
                return self.application(environ, start_response)
        except NotImplementedError as missing:
            code, message = "NotImplementedException", f"The emulator lacks this call. {missing}"
            log.warning("%s (%s)", message, environ.get("HTTP_X_AMZ_TARGET", environ.get("PATH_INFO")))
        except Exception as failure:  # noqa: BLE001 - whatever moto raises must reach the caller as an answer
            code, message = "EmulatorFailure", f"The emulator failed: {failure!r}"
            log.error("%s\n%s", message, traceback.format_exc())
        body = json.dumps({"__type": code, "message": message, "Message": message}).encode()
        headers = [("Content-Type", "application/x-amz-json-1.1"), ("x-amzn-ErrorType", code), ("Content-Length", str(len(body)))]
        start_response("501 Not Implemented", headers)
        return [body]


def _runs_code(environ: dict[str, Any]) -> bool:
    """An invocation of a function waits for code that calls the emulator itself."""
    path = str(environ.get("PATH_INFO", ""))
    return path.startswith("/2015-03-31/functions/") and path.endswith("/invocations")


class Emulator:
    """Serves all accounts, and gives copies of them."""

    def __init__(self, host: str, verbose: bool) -> None:
        logging.getLogger("werkzeug").setLevel(logging.INFO if verbose else logging.ERROR)
        self.host = host
        self.handler = MotoRequestHandler if verbose else QuietHandler
        self.plain = PlainFailures(RepeatedRequests(DomainDispatcherApplication(create_backend_app)))
        self.copies = Copies(Networks(self.plain, self.plain.one_at_a_time))

    def listen(self, port: int = 0) -> BaseWSGIServer:
        """A server that is bound and listening; requests are queued from now on."""
        server = make_wsgi_server(self.host, port, self.copies, threaded=True, request_handler=self.handler)
        server.timeout = 0.1
        return server

    def serve(self, server: BaseWSGIServer, stopping: Callable[[], bool]) -> None:
        """Answer until told to stop; a copy stops with what it was made from, too."""
        parent: int | None = None
        while not stopping() and parent in (None, os.getppid()):
            os.environ["MOTO_PORT"] = str(server.server_port)
            server.handle_request()
            reap(self.copies)
            copy = fulfil(self.copies, server, self.plain.one_at_a_time, self.listen)
            if copy is not None:
                server, parent = copy.server, copy.parent
        server.server_close()
