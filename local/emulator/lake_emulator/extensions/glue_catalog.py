"""Glue databases and tables: other accounts' catalogs, resource links, default permissions, Iceberg tables, partition indexes.

https://docs.aws.amazon.com/glue/latest/webapi/API_GetTable.html (CatalogId)
https://docs.aws.amazon.com/lake-formation/latest/dg/resource-links-about.html
https://docs.aws.amazon.com/lake-formation/latest/dg/change-settings.html
https://docs.aws.amazon.com/glue/latest/webapi/API_OpenTableFormatInput.html
https://docs.aws.amazon.com/glue/latest/webapi/API_CreatePartitionIndex.html
https://docs.aws.amazon.com/glue/latest/webapi/API_GetPartitionIndexes.html
https://docs.aws.amazon.com/glue/latest/webapi/API_DeletePartitionIndex.html
"""

from __future__ import annotations

import json
from dataclasses import replace

from moto.glue.models import glue_backends
from moto.glue.responses import GlueResponse as Glue

from lake_emulator import iceberg as iceberg_files
from lake_emulator.extend import Call, Json, adds, error, replaces, state
from lake_emulator.extensions.lakeformation_permissions import grant
from lake_emulator.extensions.lakeformation_settings import settings
from lake_emulator.lakeformation import database, table
from lake_emulator.lakeformation_grants import forget

Key = tuple[str, str]


def in_catalog(call: Call) -> Call:
    """The call as made by the account whose catalog it names."""
    catalog = call.params.get("CatalogId") or call.account
    call.response.current_account = catalog
    return replace(call, account=catalog)


def _send(call: Call, params: Json) -> Json:
    """moto's answer to the request with other parameters."""
    call.response.body = json.dumps(params)
    return call.ask_moto()


@replaces(Glue)
def create_database(call: Call) -> Json:
    """New databases and tables get the default grants of the Lake Formation settings: IAM's, until they are emptied."""
    call = in_catalog(call)
    entry = call.params["DatabaseInput"]
    defaults = settings(call)
    if "TargetDatabase" not in entry:
        entry.setdefault("CreateTableDefaultPermissions", defaults["CreateTableDefaultPermissions"])
    answer = _send(call, call.params)
    if "TargetDatabase" not in entry:
        _grant_all(call, defaults["CreateDatabaseDefaultPermissions"], {"Database": {"Name": entry["Name"]}})
    if entry.get("FederatedDatabase"):
        state(call.backend(glue_backends), "federated", dict)[entry["Name"]] = entry["FederatedDatabase"]
    return answer


def _grant_all(call: Call, entries: list[Json], resource: Json) -> None:
    for entry in entries:
        grant(call, {"Principal": entry["Principal"], "Permissions": entry["Permissions"], "Resource": resource})


def _federated(call: Call, shown: Json) -> Json:
    source = state(call.backend(glue_backends), "federated", dict).get(shown["Name"])
    return shown | {"FederatedDatabase": source} if source else shown


@replaces(Glue)
def get_database(call: Call) -> Json:
    call = in_catalog(call)
    return {"Database": _federated(call, call.ask_moto()["Database"])}


@replaces(Glue)
def get_databases(call: Call) -> Json:
    call = in_catalog(call)
    return {"DatabaseList": [_federated(call, shown) for shown in call.ask_moto()["DatabaseList"]]}


@replaces(Glue)
def delete_database(call: Call) -> Json:
    call = in_catalog(call)
    answer = call.ask_moto()
    forget(call, call.params["Name"])
    return answer


@replaces(Glue, "update_database", "get_table_versions", "get_table_version", "delete_table_version")
@replaces(Glue, "get_data_catalog_encryption_settings", "put_data_catalog_encryption_settings", "get_partition", "create_partition")
def in_the_catalog_named(call: Call) -> Json:
    """moto leaves CatalogId out of account."""
    return in_catalog(call).ask_moto()


@replaces(Glue)
def update_table(call: Call) -> Json:
    """An Iceberg table is changed by a list of updates, of which partitions are imitated: columns change by Athena."""
    call = in_catalog(call)
    changes = ((call.params.get("UpdateOpenTableFormatInput") or {}).get("UpdateIcebergInput") or {}).get("UpdateIcebergTableInput")
    if not changes:
        return call.ask_moto()
    place = (call.params["DatabaseName"], call.params["Name"])
    metadata = iceberg_files.read(call, table(call, call.account, *place).as_dict())
    for update in changes["Updates"]:
        numbers = {field["id"] for field in iceberg_files.current_fields(metadata)}
        spec = update.get("PartitionSpec") or {"Fields": []}
        if any(field["SourceId"] not in numbers for field in spec["Fields"]):
            raise error("InvalidInputException", "A partition field names a column that the table does not have.")
        metadata = iceberg_files.with_partitions(metadata, spec)
    iceberg_files.commit(call, *place, metadata)
    return {}


@replaces(Glue)
def create_table(call: Call) -> Json:
    call = in_catalog(call)
    params = dict(call.params)
    entry = dict(params.get("TableInput") or {})
    iceberg = (params.get("OpenTableFormatInput") or {}).get("IcebergInput")
    if iceberg:
        location = (entry.get("StorageDescriptor") or {}).get("Location")
        if not location:
            raise error("InvalidInputException", "Location information cannot be null while creating an iceberg table")
        first = iceberg_files.write(call, iceberg_files.new_metadata(entry))
        entry["Parameters"] = (entry.get("Parameters") or {}) | {"table_type": "ICEBERG", "metadata_location": first}
        entry["TableType"] = entry.get("TableType") or "EXTERNAL_TABLE"
    answer = _send(call, params | {"TableInput": entry})
    key = (params["DatabaseName"], entry["Name"])
    indexes = [_index(call, key, index) for index in params.get("PartitionIndexes") or []]
    _indexes(call)[key] = indexes
    parent = database(call, call.account, key[0]).input
    if "TargetTable" not in entry:
        _grant_all(call, parent.get("CreateTableDefaultPermissions") or [], {"Table": {"DatabaseName": key[0], "Name": key[1]}})
    return answer


def _resolved(call: Call) -> Call:
    """Through a resource link, to the catalog that holds the tables."""
    call = in_catalog(call)
    link = database(call, call.account, call.params["DatabaseName"]).input.get("TargetDatabase")
    if not link:
        return call
    params = call.params | {"CatalogId": link["CatalogId"], "DatabaseName": link["DatabaseName"]}
    call.response.body = json.dumps(params)
    return in_catalog(replace(call, params=params))


@replaces(Glue, "get_table", "get_tables", "get_partitions")
def through_a_resource_link(call: Call) -> Json:
    return _resolved(call).ask_moto()


@replaces(Glue)
def delete_table(call: Call) -> Json:
    call = in_catalog(call)
    answer = call.ask_moto()
    forget(call, call.params["DatabaseName"], call.params["Name"])
    _indexes(call).pop((call.params["DatabaseName"], call.params["Name"]), None)
    return answer


def _indexes(call: Call) -> dict[Key, list[Json]]:
    return state(call.backend(glue_backends), "partition_indexes", dict)


def _index(call: Call, key: Key, index: Json) -> Json:
    types = {column["Name"]: column.get("Type") for column in table(call, call.account, *key).as_dict().get("PartitionKeys") or []}
    unknown = [name for name in index["Keys"] if name not in types]
    if unknown:
        raise error("InvalidInputException", f"Keys {', '.join(unknown)} are not partition keys of the table.")
    keys = [{"Name": name, "Type": types[name]} for name in index["Keys"]]
    return {"IndexName": index["IndexName"], "Keys": keys, "IndexStatus": "ACTIVE"}


def _indexed(call: Call) -> tuple[Key, list[Json]]:
    key = (call.params["DatabaseName"], call.params["TableName"])
    table(call, call.account, *key)
    return key, _indexes(call).setdefault(key, [])


@replaces(Glue)
def get_partition_indexes(call: Call) -> Json:
    return {"PartitionIndexDescriptorList": _indexed(_resolved(call))[1]}


@adds(Glue)
def create_partition_index(call: Call) -> Json:
    call = in_catalog(call)
    key, indexes = _indexed(call)
    if any(index["IndexName"] == call.params["PartitionIndex"]["IndexName"] for index in indexes):
        raise error("AlreadyExistsException", "Index with the given indexName already exists")
    indexes.append(_index(call, key, call.params["PartitionIndex"]))
    return {}


@adds(Glue)
def delete_partition_index(call: Call) -> Json:
    call = in_catalog(call)
    key, indexes = _indexed(call)
    left = [index for index in indexes if index["IndexName"] != call.params["IndexName"]]
    if len(left) == len(indexes):
        raise error("EntityNotFoundException", "Index with the given indexName does not exist")
    _indexes(call)[key] = left
    return {}
