"""RAM: what Terraform asks of a resource share after it made one.

https://docs.aws.amazon.com/ram/latest/APIReference/API_ListResourceSharePermissions.html
https://docs.aws.amazon.com/ram/latest/APIReference/API_GetResourceShares.html
"""

from __future__ import annotations

from typing import Any

from moto.ram import urls
from moto.ram.models import ram_backends
from moto.ram.responses import ResourceAccessManagerResponse as Ram

from lake_emulator.extend import Call, Json, adds, error, replaces, routes

routes(urls.url_paths, Ram.dispatch, "listresourcesharepermissions")


def _share(call: Call) -> Any:
    arn = call.params["resourceShareArn"]
    for share in call.backend(ram_backends).resource_shares:
        if share.arn == arn:
            return share
    raise error("UnknownResourceException", f"ResourceShare {arn} could not be found.")


def _resource_types(share: Any) -> set[str]:
    """`glue:Database` for arn:aws:glue:...:database/name; RAM compares without regard to case."""
    parts = (arn.split(":", 5) for arn in share.resource_arns)
    return {f"{part[2]}:{part[5].replace('/', ':').split(':')[0].replace('-', '')}".lower() for part in parts}


@replaces(Ram)
def create_resource_share(call: Call) -> Json:
    answer = call.ask_moto()
    share = next(
        one for one in call.backend(ram_backends).resource_shares if one.arn == answer["resourceShare"]["resourceShareArn"]
    )
    share.lake_tags = call.params.get("tags") or []
    share.lake_permissions = call.params.get("permissionArns") or []
    return {"resourceShare": answer["resourceShare"] | {"tags": share.lake_tags}}


@replaces(Ram)
def get_resource_shares(call: Call) -> Json:
    """moto knows the caller's own shares and no filter."""
    arns, name = call.params.get("resourceShareArns"), call.params.get("name")
    status = call.params.get("resourceShareStatus")
    answer = call.ask_moto()
    tags = {share.arn: getattr(share, "lake_tags", []) for share in call.backend(ram_backends).resource_shares}
    found = [
        share | {"tags": tags[share["resourceShareArn"]]}
        for share in answer["resourceShares"]
        if (not arns or share["resourceShareArn"] in arns)
        and (not name or share["name"] == name)
        and (not status or share["status"] == status)
    ]
    if arns and not found:
        raise error("UnknownResourceException", f"ResourceShare {arns[0]} could not be found.")
    return {"resourceShares": found}


@adds(Ram)
def list_resource_share_permissions(call: Call) -> Json:
    """The permissions named at creation; else the default one of each type of resource in the share."""
    share = _share(call)
    types, named = _resource_types(share), getattr(share, "lake_permissions", [])
    found = [
        permission.describe()
        for permission in call.backend(ram_backends).managed_permissions
        if permission.arn in named
        or (not named and permission.is_resource_type_default and permission.resource_type.lower() in types)
    ]
    # moto writes these two dates in a form that SDKs refuse.
    return {"permissions": [{k: v for k, v in one.items() if k not in ("creationTime", "lastUpdatedTime")} for one in found]}
