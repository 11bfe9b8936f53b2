"""Athena: the statements that change an Iceberg table's columns are carried out; all others succeed without an effect.

https://docs.aws.amazon.com/athena/latest/ug/querying-iceberg-evolving-table-schema.html
https://docs.aws.amazon.com/athena/latest/APIReference/API_StartQueryExecution.html
"""

from __future__ import annotations

import re

from moto.athena.models import athena_backends
from moto.athena.responses import AthenaResponse as Athena

from lake_emulator import iceberg
from lake_emulator.extend import Call, Json, error, replaces, state
from lake_emulator.lakeformation import table

_TABLE = r"^ALTER TABLE `(?P<database>\w+)`\.`(?P<table>\w+)` "
_ADD = re.compile(_TABLE + r"ADD COLUMNS \(`(?P<name>\w+)` (?P<type>[\w(), ]+)\)$")
_CHANGE = re.compile(_TABLE + r"CHANGE COLUMN `(?P<name>\w+)` `(?P=name)` (?P<type>[\w(), ]+) COMMENT '(?P<comment>.*)'$", re.DOTALL)
_DROP = re.compile(_TABLE + r"DROP COLUMN `(?P<name>\w+)`$")
_DECIMAL = re.compile(r"^decimal\((\d+),(\d+)\)$")


@replaces(Athena)
def start_query_execution(call: Call) -> Json:
    """AWS accepts a statement at once, and says later that it has failed."""
    answer = call.ask_moto()
    statement = call.params["QueryString"].strip()
    if statement.upper().startswith("ALTER TABLE"):
        reason = _alter(call, statement)
        if reason:
            state(call.backend(athena_backends), "failed", dict)[answer["QueryExecutionId"]] = reason
    return answer


@replaces(Athena)
def get_query_execution(call: Call) -> Json:
    answer = call.ask_moto()
    reason = state(call.backend(athena_backends), "failed", dict).get(call.params["QueryExecutionId"])
    if reason:
        answer["QueryExecution"]["Status"] |= {"State": "FAILED", "StateChangeReason": reason}
    return answer


def _alter(call: Call, statement: str) -> str | None:
    """Why a statement cannot be carried out; nothing when it has been."""
    match = _ADD.match(statement) or _CHANGE.match(statement) or _DROP.match(statement)
    if not match:
        return f"The emulator does not know this statement: {statement}"
    names = match.groupdict()
    try:
        entry = table(call, call.account, names["database"], names["table"]).as_dict()
    except type(error("", "")) as missing:
        return str(missing.description)
    columns = [dict(column) for column in entry["StorageDescriptor"].get("Columns") or []]
    found = next((column for column in columns if column["Name"] == names["name"]), None)
    if match.re is _ADD:
        if found:
            return f"Cannot add column, name already exists: {names['name']}"
        columns.append({"Name": names["name"], "Type": names["type"]})
    elif not found:
        return f"Cannot find column: {names['name']}"
    elif match.re is _DROP:
        columns.remove(found)
    elif not _widens(found["Type"], names["type"]):
        return f"Cannot change column type: {names['name']}: {found['Type']} -> {names['type']}"
    else:
        found |= {"Type": names["type"], "Comment": names["comment"].replace("\\'", "'").replace("\\\\", "\\")}
    metadata = iceberg.with_columns(iceberg.read(call, entry), columns)
    iceberg.commit(call, names["database"], names["table"], metadata, columns)
    return None


def _widens(old: str, new: str) -> bool:
    old, new = old.replace(" ", ""), new.replace(" ", "")
    if old == new or (old, new) in (("int", "bigint"), ("float", "double")):
        return True
    narrow, wide = _DECIMAL.match(old), _DECIMAL.match(new)
    return bool(narrow and wide and narrow.group(2) == wide.group(2) and int(wide.group(1)) > int(narrow.group(1)))
