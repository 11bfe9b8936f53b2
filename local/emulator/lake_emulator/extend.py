"""How an extension puts a call into moto.

moto finds the handler of an AWS action by the method name on the service's response class (`ListPermissions` is
`list_permissions`). An extension is a function from a `Call` to the answer; the decorators below say for which action it stands.
Both are strict, so that another moto version is noticed at start and not in the middle of a deployment: `adds` refuses an action
that moto has, `replaces` refuses one that it has not.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from threading import RLock
from typing import Any, TypeVar

from moto.core.base_backend import BackendDict
from moto.core.exceptions import JsonRESTError
from moto.core.responses import BaseResponse

Json = dict[str, Any]
Handler = Callable[["Call"], Json]
T = TypeVar("T")


class MotoMoved(RuntimeError):
    """moto's insides are not what an extension was written for."""


@dataclass(frozen=True)
class Call:
    """One request, as an extension sees it."""

    response: BaseResponse
    params: Json
    account: str
    region: str
    original: Callable[[], Any] | None
    """moto's own handling of this request, where the extension replaces one."""

    @property
    def partition(self) -> str:
        return self.response.partition

    def backend(self, backends: BackendDict[Any], account: str | None = None) -> Any:
        return backends[account or self.account][self.region]

    def ask_moto(self) -> Json:
        """moto's own answer to this request, as a document."""
        assert self.original is not None
        answer = self.original()
        if not isinstance(answer, str):
            answer = self.response.serialized(answer)[2]
        return json.loads(answer) if answer else {}


def state(backend: Any, name: str, make: Callable[[], T]) -> T:
    """Keep extra state on moto's backend, so that moto's reset clears it too."""
    return backend.__dict__.setdefault(f"lake_{name}", make())


def error(code: str, message: str) -> JsonRESTError:
    return JsonRESTError(code, message)


# Terraform sends ten requests at a time, each of which the server answers in its own thread.
_lock = RLock()


def adds(response_class: type[BaseResponse]) -> Callable[[Handler], Handler]:
    """Give `response_class` an action that moto does not have."""

    def register(handler: Handler) -> Handler:
        action = handler.__name__
        if hasattr(response_class, action):
            raise MotoMoved(f"{response_class.__name__}.{action} exists in moto now: remove or rewrite the extension")
        _install(response_class, action, handler, None)
        return handler

    return register


def replaces(response_class: type[BaseResponse], *actions: str) -> Callable[[Handler], Handler]:
    """Stand in for actions of moto (by default the one named like the handler), which stay reachable as `Call.ask_moto`."""

    def register(handler: Handler) -> Handler:
        for action in actions or (handler.__name__,):
            original = getattr(response_class, action, None)
            if original is None:
                raise MotoMoved(f"{response_class.__name__}.{action} is gone from moto: the extension has nothing to replace")
            _install(response_class, action, handler, original)
        return handler

    return register


def _install(response_class: type[BaseResponse], action: str, handler: Handler, original: Callable[..., Any] | None) -> None:
    def method(self: BaseResponse) -> Any:
        if original and self.body and not self.body.startswith("{"):
            return original(self)  # a form: older SDKs speak the query protocol to some services
        call = Call(
            response=self,
            params=json.loads(self.body) if self.body else {},
            account=self.current_account,
            region=self.region,
            original=(lambda: original(self)) if original else None,
        )
        with _lock:
            return json.dumps(handler(call))

    method.__name__ = action
    method.__doc__ = handler.__doc__
    setattr(response_class, action, method)


def routes(url_paths: dict[str, Any], handler: Any, *operations: str) -> None:
    """Route REST operations (`POST /<Operation>`) to moto's dispatcher of the service."""
    for operation in operations:
        path = f"{{0}}/{operation}$"
        if path in url_paths:
            raise MotoMoved(f"moto routes /{operation} now: remove or rewrite the extension")
        url_paths[path] = handler


def attribute(owner: Any, name: str) -> Any:
    """An attribute of moto that an extension relies on; its absence ends the start, with a name."""
    if not hasattr(owner, name):
        raise MotoMoved(f"{getattr(owner, '__name__', owner)} has no {name}: this extension was written for another moto")
    return getattr(owner, name)


def register_all() -> list[str]:
    """Import every module of `lake_emulator.extensions`; importing one registers it."""
    from lake_emulator import extensions

    names = sorted(module.name for module in pkgutil.iter_modules(extensions.__path__))
    for name in names:
        importlib.import_module(f"{extensions.__name__}.{name}")
    return names
