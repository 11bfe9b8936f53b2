"""Grants in the form in which Lake Formation keeps and returns them.

What goes in is not what comes out. SELECT on a table is kept apart, on the table's columns; a wildcard over tables gets the name
ALL_TABLES; every resource carries its catalog.
https://docs.aws.amazon.com/lake-formation/latest/APIReference/API_Resource.html
"""

from __future__ import annotations

import json
from typing import Any

from lake_emulator.extend import Call, Json
from lake_emulator.lakeformation import chosen_columns, database, invalid, kept, not_found, table

ALL_TABLES = "ALL_TABLES"
Part = tuple[Json, list[str], list[str]]


def kind_of(resource: Json) -> str:
    kinds = [key for key, value in resource.items() if value is not None]
    if len(kinds) != 1:
        raise invalid("Resource must name exactly one of its kinds.")
    return kinds[0]


def split(resource: Json, permissions: list[str], grantable: list[str], catalog: str) -> list[Part]:
    """One request as the grants that it stands for."""
    kind = kind_of(resource)
    value = dict(resource[kind])
    if kind not in ("Catalog", "DataCellsFilter"):
        value = {"CatalogId": catalog} | value
    if kind not in ("Table", "TableWithColumns"):
        return [({kind: value}, permissions, grantable)]

    if "TableWildcard" in value:
        value["Name"] = ALL_TABLES
    where = {key: value[key] for key in ("CatalogId", "DatabaseName", "Name")}
    if value.get("ColumnNames"):
        if set(permissions) | set(grantable) != {"SELECT"}:
            raise invalid("Only SELECT can be granted on columns.")
        on_columns = where | {"ColumnNames": sorted(value["ColumnNames"])}
    else:
        on_columns = where | {"ColumnWildcard": value.get("ColumnWildcard") or {}}
    on_table = where | {key: value[key] for key in ("TableWildcard",) if key in value}

    def only(names: list[str], select: bool) -> list[str]:
        return [name for name in names if (name == "SELECT") is select]

    parts = [
        ({"TableWithColumns": on_columns}, only(permissions, True), only(grantable, True)),
        ({"Table": on_table}, only(permissions, False), only(grantable, False)),
    ]
    return [part for part in parts if part[1] or part[2]]


def check(call: Call, resource: Json) -> None:
    """Refuse a grant on something that does not exist, as Lake Formation does."""
    kind = kind_of(resource)
    value = resource[kind]
    if kind == "Database":
        database(call, value["CatalogId"], value["Name"])
    elif kind == "Table" and value["Name"] != ALL_TABLES:
        table(call, value["CatalogId"], value["DatabaseName"], value["Name"])
    elif kind == "TableWithColumns" and value["Name"] != ALL_TABLES:
        chosen_columns(call, value["CatalogId"], value)
    elif kind == "DataLocation":
        registered = kept(call, "resources", value["CatalogId"])
        if not any(_covers(location, value["ResourceArn"]) for location in registered):
            raise invalid("Please register the S3 path with Lake Formation first.")
    elif kind == "DataCellsFilter":
        if filter_key(value) not in kept(call, "cells", value["TableCatalogId"]):
            raise not_found(f"Data cells filter {value['Name']} not found.")
    elif kind in ("LFTag", "LFTagPolicy"):
        ontology = kept(call, "tags", value["CatalogId"])
        for tag in value["Expression"] if kind == "LFTagPolicy" else [value]:
            if not set(tag["TagValues"]) <= set(ontology.get(tag["TagKey"], [])) | {"*"}:
                raise not_found("Tag or tag value does not exist.")


def _covers(location: str, arn: str) -> bool:
    return arn == location or arn.startswith(location.rstrip("/") + "/")


def filter_key(value: Json) -> tuple[str, ...]:
    return tuple(value[key] for key in ("TableCatalogId", "DatabaseName", "TableName", "Name"))


def canonical(value: Any) -> Any:
    """Lists of a resource are sets to AWS."""
    if isinstance(value, dict):
        return {key: canonical(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return sorted((canonical(entry) for entry in value), key=lambda entry: json.dumps(entry, sort_keys=True))
    return value


def grant_key(principal: str, resource: Json) -> str:
    return json.dumps([principal, canonical(resource)], sort_keys=True)


def matches(resource: Json, wanted: Json, catalog: str) -> bool:
    """Whether a grant's resource is what ListPermissions asks for; a table stands for its columns too."""
    kind = kind_of(wanted)
    value = wanted[kind]
    if kind == "TableWithColumns":
        raise invalid("Resource must have either the catalog, table or database field populated.")
    if kind == "Table":
        have = resource.get("Table") or resource.get("TableWithColumns")
        name = ALL_TABLES if "TableWildcard" in value else value.get("Name")
        asked = (value.get("CatalogId") or catalog, value["DatabaseName"], name)
        return have is not None and asked == (have["CatalogId"], have["DatabaseName"], have["Name"])
    if kind not in resource:
        return False
    if kind not in ("Catalog", "DataCellsFilter"):
        value = {"CatalogId": catalog} | value
    if kind == "LFTag" and not value.get("TagValues"):
        return resource[kind]["TagKey"] == value["TagKey"]
    return canonical(resource[kind]) == canonical(value)


def forget(call: Call, database_name: str, table_name: str | None = None) -> None:
    """Deleting a database or a table takes its grants, tags and filters along."""
    grants = kept(call, "grants")
    for key, grant in list(grants.items()):
        value = next(iter(grant["Resource"].values()))
        own = value.get("CatalogId", value.get("TableCatalogId")) == call.account
        in_database = value.get("DatabaseName") == database_name or (
            "Database" in grant["Resource"] and value["Name"] == database_name
        )
        in_table = value.get("DatabaseName") == database_name and table_name in (value.get("TableName"), value.get("Name"))
        if own and (in_table if table_name else in_database):
            del grants[key]
    for key in list(kept(call, "assigned")):
        if key[0] == database_name and (table_name is None or key[1:2] == (table_name,)):
            del kept(call, "assigned")[key]
    for key in list(kept(call, "cells")):
        if key[1] == database_name and table_name in (None, key[2]):
            del kept(call, "cells")[key]
