"""What the Lake Formation extensions share: where state lives, and how they look at the Data Catalog."""

from __future__ import annotations

from typing import Any

from moto.glue.models import glue_backends
from moto.lakeformation.models import lakeformation_backends

from lake_emulator.extend import Call, Json, error, state


def catalog_of(call: Call) -> str:
    """The catalog of the request: the caller's own unless it names another."""
    return call.params.get("CatalogId") or call.account


def kept(call: Call, name: str, account: str | None = None) -> dict[Any, Any]:
    """Lake Formation state of one account (the caller's by default)."""
    return state(call.backend(lakeformation_backends, account), name, dict)


def not_found(what: str) -> Exception:
    return error("EntityNotFoundException", what)


def invalid(what: str) -> Exception:
    return error("InvalidInputException", what)


def database(call: Call, catalog: str, name: str) -> Any:
    found = call.backend(glue_backends, catalog).databases.get(name)
    if found is None:
        raise not_found(f"Database {name} not found.")
    return found


def table(call: Call, catalog: str, database_name: str, name: str) -> Any:
    found = database(call, catalog, database_name).tables.get(name)
    if found is None:
        raise not_found(f"Table {name} not found in database {database_name}.")
    return found


def columns(call: Call, catalog: str, database_name: str, name: str) -> list[str]:
    """Column and partition names of a table, in its order."""
    newest: Json = table(call, catalog, database_name, name).as_dict()
    entries = (newest.get("StorageDescriptor") or {}).get("Columns") or []
    return [entry["Name"] for entry in [*entries, *(newest.get("PartitionKeys") or [])]]


def chosen_columns(call: Call, catalog: str, resource: Json) -> list[str]:
    """The columns that a TableWithColumns resource means; a name that the table lacks is refused."""
    existing = columns(call, catalog, resource["DatabaseName"], resource["Name"])
    if "ColumnWildcard" in resource:
        excluded = resource["ColumnWildcard"].get("ExcludedColumnNames") or []
        return [name for name in existing if name not in excluded]
    unknown = [name for name in resource.get("ColumnNames") or [] if name not in existing]
    if unknown:
        raise not_found(f"Columns {', '.join(unknown)} not found in table {resource['Name']}.")
    return list(resource.get("ColumnNames") or [])


def page(call: Call, key: str, items: list[Json]) -> Json:
    start = int(call.params.get("NextToken") or 0)
    end = start + int(call.params.get("MaxResults") or 1000)
    answer: Json = {key: items[start:end]}
    if end < len(items):
        answer["NextToken"] = str(end)
    return answer
