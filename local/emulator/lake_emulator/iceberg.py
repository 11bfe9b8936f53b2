"""Iceberg tables: the metadata file of a table without rows, and the changes of columns and partitions.

https://iceberg.apache.org/spec/#table-metadata
"""

from __future__ import annotations

import json
import re
import uuid
from typing import Any

from moto.glue.models import glue_backends
from moto.s3.models import s3_backends

from lake_emulator.extend import Call, Json
from lake_emulator.lakeformation import table

FIRST_FIELD_OF_A_SPEC = 1000
_LOCATION = re.compile(r"^s3://([^/]+)/(.+)$")


def iceberg_type(hive: str) -> str:
    plain = hive.replace(" ", "").lower()
    return {"bigint": "long"}.get(plain, re.sub(r",(?=\d)", ", ", plain))


def new_metadata(entry: Json) -> Json:
    """Metadata of a new table, its columns numbered in their order."""
    descriptor = entry["StorageDescriptor"]
    fields = [_field(number, column) for number, column in enumerate(descriptor.get("Columns") or [], 1)]
    return {
        "format-version": 2,
        "table-uuid": str(uuid.uuid4()),
        "location": descriptor["Location"].rstrip("/"),
        "last-column-id": len(fields),
        "schemas": [{"type": "struct", "schema-id": 0, "fields": fields}],
        "current-schema-id": 0,
        "partition-specs": [{"spec-id": 0, "fields": []}],
        "default-spec-id": 0,
        "current-snapshot-id": -1,
        "snapshots": [],
    }


def _field(number: int, column: Json) -> Json:
    field = {"id": number, "name": column["Name"], "required": False, "type": iceberg_type(column["Type"])}
    return field | ({"doc": column["Comment"]} if column.get("Comment") else {})


def with_columns(metadata: Json, columns: list[Json]) -> Json:
    """The metadata after a change of columns: a column keeps its number as long as it has its name."""
    old = {field["name"]: field for field in current_fields(metadata)}
    last, fields = metadata["last-column-id"], []
    for column in columns:
        if column["Name"] not in old:
            last += 1
        fields.append(_field(old.get(column["Name"], {"id": last})["id"], column))
    number = metadata["current-schema-id"] + 1
    schema = {"type": "struct", "schema-id": number, "fields": fields}
    return metadata | {"schemas": [*metadata["schemas"], schema], "current-schema-id": number, "last-column-id": last}


def with_partitions(metadata: Json, spec: Json) -> Json:
    """The metadata after new files are divided otherwise; `spec` is Glue's PartitionSpec."""
    number = metadata["default-spec-id"] + 1
    fields = [
        {
            "source-id": field["SourceId"],
            "field-id": FIRST_FIELD_OF_A_SPEC + index,
            "transform": field["Transform"],
            "name": field["Name"],
        }
        for index, field in enumerate(spec["Fields"])
    ]
    return metadata | {"partition-specs": [*metadata["partition-specs"], {"spec-id": number, "fields": fields}], "default-spec-id": number}


def current_fields(metadata: Json) -> list[Json]:
    return next(schema["fields"] for schema in metadata["schemas"] if schema["schema-id"] == metadata["current-schema-id"])


def write(call: Call, metadata: Json) -> str:
    """Put a new metadata file, and return its location. A bucket that is missing is left alone."""
    version = len(metadata["schemas"]) + len(metadata["partition-specs"]) - 2
    location = f"{metadata['location']}/metadata/{version:05}-{uuid.uuid4()}.metadata.json"
    bucket, key = _parts(location)
    backend = s3_backends[call.account][call.partition]
    if bucket in backend.buckets:
        backend.put_object(bucket, key, json.dumps(metadata).encode())
    return location


def read(call: Call, entry: Json) -> Json:
    """The metadata that a table's entry points to."""
    bucket, key = _parts(entry["Parameters"]["metadata_location"])
    backend = s3_backends[call.account][call.partition]
    found = backend.get_object(bucket, key) if bucket in backend.buckets else None
    return json.loads(found.value) if found else new_metadata(entry)


def _parts(location: str) -> tuple[str, str]:
    match = _LOCATION.match(location)
    assert match, location
    return match.group(1), match.group(2)


def commit(call: Call, database: str, name: str, metadata: Json, columns: list[Json] | None = None) -> None:
    """Let a table's entry point to new metadata, as Iceberg's writers do."""
    old: dict[str, Any] = table(call, call.account, database, name).as_dict()
    entry = {key: old[key] for key in old if key not in ("DatabaseName", "CreateTime", "UpdateTime", "VersionId", "CatalogId")}
    previous = entry["Parameters"]["metadata_location"]
    entry["Parameters"] = entry["Parameters"] | {"metadata_location": write(call, metadata), "previous_metadata_location": previous}
    if columns is not None:
        entry["StorageDescriptor"] = entry["StorageDescriptor"] | {"Columns": columns}
    call.backend(glue_backends).update_table(database, name, entry)
