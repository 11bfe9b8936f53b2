"""Answers of requests that an SDK repeats because their first answer did not come in time.

On a busy machine an answer may be late, so that the SDK asks again; a creation would then find its own result in the way.
All attempts of a call carry one id, and from the second on say so:
https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from typing import Any

CALL_ID = "HTTP_AMZ_SDK_INVOCATION_ID"
ATTEMPT = "HTTP_AMZ_SDK_REQUEST"
REMEMBERED = 2000
READING = {"GET", "HEAD"}


class RepeatedRequests:
    """Give the second attempt of a call the answer of the first one, if that one succeeded."""

    def __init__(self, application: Any) -> None:
        self.application = application
        self.answers: OrderedDict[str, tuple[str, list[tuple[str, str]], list[bytes]]] = OrderedDict()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        call = environ.get(CALL_ID)
        if call is None or environ.get("REQUEST_METHOD") in READING:
            return self.application(environ, start_response)
        known = self.answers.get(call)
        if known is not None and not environ.get(ATTEMPT, "").startswith("attempt=1;"):
            start_response(known[0], known[1])
            return known[2]
        begun: list[tuple[str, list[tuple[str, str]]]] = []

        def remember(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            begun.append((status, headers))
            return start_response(status, headers, *more)

        body = list(self.application(environ, remember))
        status, headers = begun[-1]
        if status.startswith("2"):
            self.answers[call] = (status, headers, body)
            if len(self.answers) > REMEMBERED:
                self.answers.popitem(last=False)
        return body
