"""Lambda: the logging configuration of functions, and invocations.

An invocation is answered at once without running the code, which would need containers and the services behind it.

https://docs.aws.amazon.com/lambda/latest/api/API_LoggingConfig.html
https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
"""

from __future__ import annotations

import json
from typing import Any

from moto.awslambda.models import LambdaFunction

from lake_emulator.extend import attribute

Document = dict[str, Any]

attribute(LambdaFunction, "invoke")
_moto_init = attribute(LambdaFunction, "__init__")
_moto_get = attribute(LambdaFunction, "get_configuration")
_moto_update = attribute(LambdaFunction, "update_configuration")


def _logging(self: LambdaFunction, spec: Document) -> None:
    """What is not given has AWS's defaults."""
    kept = getattr(self, "lake_logging", {"LogFormat": "Text", "LogGroup": f"/aws/lambda/{self.function_name}"})
    self.lake_logging = kept | (spec.get("LoggingConfig") or {})


def _init(self: LambdaFunction, *given: Any, **named: Any) -> None:
    _moto_init(self, *given, **named)
    _logging(self, named["spec"] if "spec" in named else next(value for value in given if isinstance(value, dict)))


def _get(self: LambdaFunction, *others: Any, **named: Any) -> Document:
    return _moto_get(self, *others, **named) | {"LoggingConfig": self.lake_logging}


def _update(self: LambdaFunction, config_updates: Document) -> Document:
    answer = _moto_update(self, config_updates)
    _logging(self, config_updates)
    return answer | {"LoggingConfig": self.lake_logging}


def _invoke(self: LambdaFunction, body: str | bytes | None, request_headers: Any, response_headers: Any) -> bytes:
    """A payload that is no JSON is refused, as AWS does before it runs anything."""
    try:
        json.loads(body or "{}")
    except ValueError as wrong:
        response_headers["x-amz-function-error"] = "Unhandled"
        return json.dumps({"errorType": "InvalidRequestContentException", "errorMessage": str(wrong)}).encode()
    return json.dumps({"emulated": self.function_name}).encode()


LambdaFunction.__init__ = _init  # type: ignore[method-assign]
LambdaFunction.get_configuration = _get  # type: ignore[method-assign]
LambdaFunction.update_configuration = _update  # type: ignore[method-assign]
LambdaFunction.invoke = _invoke  # type: ignore[method-assign]
