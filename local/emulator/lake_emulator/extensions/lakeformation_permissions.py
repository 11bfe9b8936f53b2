"""Lake Formation grants: a grant belongs to the account that made it, whatever catalog its resource is in.

https://docs.aws.amazon.com/lake-formation/latest/APIReference/API_GrantPermissions.html
https://docs.aws.amazon.com/lake-formation/latest/APIReference/API_RevokePermissions.html
https://docs.aws.amazon.com/lake-formation/latest/APIReference/API_ListPermissions.html
https://docs.aws.amazon.com/lake-formation/latest/APIReference/API_BatchGrantPermissions.html
https://docs.aws.amazon.com/lake-formation/latest/APIReference/API_BatchRevokePermissions.html
"""

from __future__ import annotations

import time
from collections.abc import Callable

from moto.core.exceptions import JsonRESTError
from moto.lakeformation.responses import LakeFormationResponse as LakeFormation

from lake_emulator.extend import Call, Json, replaces
from lake_emulator.lakeformation import catalog_of, invalid, kept, page
from lake_emulator.lakeformation_grants import check, grant_key, matches, split

TYPES = {
    "CATALOG": ("Catalog",),
    "DATABASE": ("Database",),
    "TABLE": ("Table", "TableWithColumns"),
    "DATA_LOCATION": ("DataLocation",),
    "LF_TAG": ("LFTag",),
    "LF_TAG_POLICY": ("LFTagPolicy",),
    "LF_TAG_POLICY_DATABASE": ("LFTagPolicy",),
    "LF_TAG_POLICY_TABLE": ("LFTagPolicy",),
}


def _parts(call: Call, entry: Json) -> list[tuple[Json, list[str], list[str]]]:
    permissions, grantable = entry.get("Permissions") or [], entry.get("PermissionsWithGrantOption") or []
    if not permissions and not grantable:
        raise invalid("Permissions must not be empty.")
    return split(entry["Resource"], permissions, grantable, catalog_of(call))


def grant(call: Call, entry: Json) -> None:
    principal = entry["Principal"]["DataLakePrincipalIdentifier"]
    parts = _parts(call, entry)
    for resource, _, _ in parts:
        check(call, resource)
    for resource, permissions, grantable in parts:
        blank = {"Principal": {"DataLakePrincipalIdentifier": principal}, "Resource": resource}
        found = kept(call, "grants").setdefault(grant_key(principal, resource), blank)
        found["Permissions"] = sorted({*found.get("Permissions", []), *permissions})
        found["PermissionsWithGrantOption"] = sorted({*found.get("PermissionsWithGrantOption", []), *grantable})
        found["LastUpdated"] = time.time()


def revoke(call: Call, entry: Json) -> None:
    """The grant option can be taken alone; taking a permission takes its grant option along."""
    principal = entry["Principal"]["DataLakePrincipalIdentifier"]
    for resource, permissions, grantable in _parts(call, entry):
        key = grant_key(principal, resource)
        found = kept(call, "grants").get(key)
        if found is None:
            raise invalid("No permissions revoked. Grantee has no permissions and no grantable permissions on resource")
        found["Permissions"] = [name for name in found["Permissions"] if name not in permissions]
        kept_options = [name for name in found["PermissionsWithGrantOption"] if name not in {*permissions, *grantable}]
        found["PermissionsWithGrantOption"] = kept_options
        if not found["Permissions"] and not kept_options:
            del kept(call, "grants")[key]


def _each(call: Call, change: Callable[[Call, Json], None]) -> Json:
    """A batch goes on after a failure and reports it."""
    failures = []
    for entry in call.params["Entries"]:
        try:
            change(call, entry)
        except JsonRESTError as problem:
            failure = {"ErrorCode": problem.error_type, "ErrorMessage": problem.message}
            failures.append({"RequestEntry": entry, "Error": failure})
    return {"Failures": failures}


@replaces(LakeFormation)
def grant_permissions(call: Call) -> Json:
    grant(call, call.params)
    return {}


@replaces(LakeFormation)
def revoke_permissions(call: Call) -> Json:
    revoke(call, call.params)
    return {}


@replaces(LakeFormation)
def batch_grant_permissions(call: Call) -> Json:
    return _each(call, grant)


@replaces(LakeFormation)
def batch_revoke_permissions(call: Call) -> Json:
    return _each(call, revoke)


@replaces(LakeFormation)
def list_permissions(call: Call) -> Json:
    """Without a resource: every grant that the account made, which is what an auditor asks for."""
    principal = (call.params.get("Principal") or {}).get("DataLakePrincipalIdentifier")
    wanted = call.params.get("Resource")
    resource_type = call.params.get("ResourceType")
    if principal and not wanted:
        raise invalid("Resource is mandatory if Principal is set in the input.")
    if resource_type and resource_type not in TYPES:
        raise invalid(f"Unknown resource type {resource_type}.")

    def asked_for(found: Json) -> bool:
        resource = found["Resource"]
        if principal and found["Principal"]["DataLakePrincipalIdentifier"] != principal:
            return False
        if resource_type and not any(kind in resource for kind in TYPES[resource_type]):
            return False
        if resource_type in ("LF_TAG_POLICY_DATABASE", "LF_TAG_POLICY_TABLE"):
            return resource_type.endswith(resource["LFTagPolicy"]["ResourceType"])
        return not wanted or matches(resource, wanted, catalog_of(call))

    found = [entry for entry in kept(call, "grants").values() if asked_for(entry)]
    return page(call, "PrincipalResourcePermissions", found)
