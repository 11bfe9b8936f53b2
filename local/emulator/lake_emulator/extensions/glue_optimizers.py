"""Glue table optimizers: compaction, retention and orphan file deletion of an Iceberg table.

https://docs.aws.amazon.com/glue/latest/webapi/API_CreateTableOptimizer.html
https://docs.aws.amazon.com/glue/latest/webapi/API_GetTableOptimizer.html
https://docs.aws.amazon.com/glue/latest/webapi/API_UpdateTableOptimizer.html
https://docs.aws.amazon.com/glue/latest/webapi/API_DeleteTableOptimizer.html
"""

from __future__ import annotations

from moto.glue.models import glue_backends
from moto.glue.responses import GlueResponse as Glue

from lake_emulator.extend import Call, Json, adds, error, state
from lake_emulator.lakeformation import table

TYPES = ("compaction", "retention", "orphan_file_deletion")
Key = tuple[str, str, str]


def _optimizers(call: Call) -> dict[Key, Json]:
    return state(call.backend(glue_backends, call.params["CatalogId"]), "optimizers", dict)


def _key(call: Call) -> Key:
    """The optimizer that the request means, on a table that exists and is Iceberg."""
    if call.params["Type"] not in TYPES:
        raise error("ValidationException", f"Unknown optimizer type {call.params['Type']}")
    names = (call.params["DatabaseName"], call.params["TableName"])
    parameters = table(call, call.params["CatalogId"], *names).as_dict().get("Parameters") or {}
    if parameters.get("table_type", "").upper() != "ICEBERG":
        raise error("InvalidInputException", f"Table {names[1]} is not an Iceberg table.")
    return (*names, call.params["Type"])


def _existing(call: Call) -> Json:
    found = _optimizers(call).get(_key(call))
    if found is None:
        raise error("EntityNotFoundException", f"Table optimizer {call.params['Type']} not found.")
    return found


@adds(Glue)
def create_table_optimizer(call: Call) -> Json:
    key = _key(call)
    if key in _optimizers(call):
        raise error("AlreadyExistsException", f"Table optimizer {call.params['Type']} already exists.")
    _optimizers(call)[key] = call.params["TableOptimizerConfiguration"]
    return {}


@adds(Glue)
def get_table_optimizer(call: Call) -> Json:
    names = {name: call.params[name] for name in ("CatalogId", "DatabaseName", "TableName")}
    optimizer = {"type": call.params["Type"], "configuration": _existing(call), "configurationSource": "table"}
    return names | {"TableOptimizer": optimizer}


@adds(Glue)
def update_table_optimizer(call: Call) -> Json:
    _existing(call)
    _optimizers(call)[_key(call)] = call.params["TableOptimizerConfiguration"]
    return {}


@adds(Glue)
def delete_table_optimizer(call: Call) -> Json:
    _existing(call)
    del _optimizers(call)[_key(call)]
    return {}
