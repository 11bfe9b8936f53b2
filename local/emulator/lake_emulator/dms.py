"""The document store behind the DMS extensions.

moto 5.2.5 keeps few fields of few DMS resources and writes dates in a form that SDKs refuse, so the extensions keep the whole
document of each resource themselves. It lives on moto's backend, one per account and Region.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from moto.dms.models import dms_backends
from moto.dms.utils import random_id

from lake_emulator.extend import Call, Json, attribute, error, state

# The tag store of moto is used as it is.
attribute(dms_backends["123456789012"]["eu-central-1"], "tagger")


@dataclass(frozen=True)
class Kind:
    """One kind of DMS resource: how AWS names it, and by which fields it can be asked for."""

    noun: str
    arn_type: str
    identifier: str
    arn: str | None
    filters: dict[str, str] = field(default_factory=dict)


def now() -> float:
    return round(time.time(), 3)


def make_arn(call: Call, kind: Kind, name: str) -> str:
    return f"arn:{call.partition}:dms:{call.region}:{call.account}:{kind.arn_type}:{name}"


def random_arn(call: Call, kind: Kind) -> str:
    return make_arn(call, kind, call.params.get("ResourceIdentifier") or random_id(True, 26))


def all_of(call: Call, kind: Kind) -> dict[str, Json]:
    return state(call.backend(dms_backends), kind.arn_type, dict)


def given(call: Call, *without: str) -> Json:
    """What the caller sent, less what AWS never gives back."""
    return {key: value for key, value in call.params.items() if value is not None and key not in without}


def create(call: Call, kind: Kind, document: Json, arn: str) -> Json:
    name = document[kind.identifier]
    if name in all_of(call, kind):
        raise error("ResourceAlreadyExistsFault", f"{kind.noun} {name} already exists.")
    all_of(call, kind)[name] = document
    tag(call, arn, call.params.get("Tags") or [])
    return document


def one(call: Call, kind: Kind, value: str, by: str | None = None) -> Json:
    for document in all_of(call, kind).values():
        if document.get(by or kind.arn or kind.identifier) == value:
            return document
    raise error("ResourceNotFoundFault", f"{kind.noun} {value} not found.")


def remove(call: Call, kind: Kind, document: Json) -> None:
    del all_of(call, kind)[document[kind.identifier]]


def in_use(call: Call, user: Kind, uses: Callable[[Json], bool], noun: str) -> None:
    """AWS refuses to delete what another resource stands on."""
    for document in all_of(call, user).values():
        if uses(document):
            message = f"{noun} is in use by {user.noun.lower()} {document[user.identifier]}."
            raise error("InvalidResourceStateFault", message)


def describe(call: Call, kind: Kind, key: str, shape: Callable[[Json], Json] = dict) -> Json:
    """A Describe call: filters, pages, and AWS's ResourceNotFoundFault when a filter matches nothing."""
    found = list(all_of(call, kind).values())
    filters = call.params.get("Filters") or []
    for wanted in filters:
        if wanted["Name"] not in kind.filters:
            raise error("InvalidParameterValueException", f"Unrecognized filter name: {wanted['Name']}")
        attribute_name = kind.filters[wanted["Name"]]
        found = [document for document in found if _values(document, attribute_name) & set(wanted["Values"])]
    if filters and not found:
        raise error("ResourceNotFoundFault", f"No {kind.noun}s found matching provided filters")
    start = int(call.params.get("Marker") or 0)
    end = start + int(call.params.get("MaxRecords") or 100)
    answer: Json = {key: [shape(document) for document in found[start:end]]}
    if end < len(found):
        answer["Marker"] = str(end)
    return answer


def _values(document: Json, name: str) -> set[Any]:
    return {document.get(part) for part in name.split("|")}


def tag(call: Call, arn: str, tags: list[dict[str, str]]) -> None:
    call.backend(dms_backends).tagger.tag_resource(arn, tags)
