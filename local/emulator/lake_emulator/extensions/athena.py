"""Athena: tags, and what Terraform's resources need of workgroups, data catalogs, named queries and prepared statements.

moto knows a tag only on a resource that has one, and cannot update a workgroup or delete a query.
https://docs.aws.amazon.com/athena/latest/APIReference/API_ListTagsForResource.html
https://docs.aws.amazon.com/athena/latest/APIReference/API_TagResource.html
https://docs.aws.amazon.com/athena/latest/APIReference/API_GetWorkGroup.html
https://docs.aws.amazon.com/athena/latest/APIReference/API_UpdateWorkGroup.html
https://docs.aws.amazon.com/athena/latest/APIReference/API_DeleteWorkGroup.html
https://docs.aws.amazon.com/athena/latest/APIReference/API_UpdateDataCatalog.html
https://docs.aws.amazon.com/athena/latest/APIReference/API_DeleteDataCatalog.html
https://docs.aws.amazon.com/athena/latest/APIReference/API_UpdateNamedQuery.html
https://docs.aws.amazon.com/athena/latest/APIReference/API_DeleteNamedQuery.html
https://docs.aws.amazon.com/athena/latest/APIReference/API_DeletePreparedStatement.html
https://docs.aws.amazon.com/athena/latest/APIReference/API_ListPreparedStatements.html
"""

from __future__ import annotations

from typing import Any

from moto.athena.models import athena_backends
from moto.athena.responses import AthenaResponse as Athena

from lake_emulator.extend import Call, Json, adds, error, replaces


def _invalid(message: str) -> Exception:
    return error("InvalidRequestException", message)


def _work_group(call: Call, name: str) -> Any:
    found = call.backend(athena_backends).work_groups.get(name)
    if found is None:
        raise _invalid(f"WorkGroup {name} is not found.")
    return found


def _data_catalog(call: Call) -> Any:
    found = call.backend(athena_backends).data_catalogs.get(call.params["Name"])
    if found is None:
        raise _invalid(f"DataCatalog {call.params['Name']} was not found")
    return found


def _named_query(call: Call) -> Any:
    found = call.backend(athena_backends).named_queries.get(call.params["NamedQueryId"])
    if found is None:
        raise _invalid(f"NamedQuery {call.params['NamedQueryId']} was not found")
    return found


def _tagged(call: Call) -> tuple[Any, str]:
    """The tag store, and the ARN of a resource that exists."""
    backend, arn = call.backend(athena_backends), call.params["ResourceARN"]
    resources = [*backend.work_groups.values(), *backend.data_catalogs.values(), *backend.capacity_reservations.values()]
    if arn not in {resource.arn for resource in resources}:
        raise error("ResourceNotFoundException", f"Resource {arn} was not found")
    return backend.tagger, arn


@replaces(Athena)
def list_tags_for_resource(call: Call) -> Json:
    tagger, arn = _tagged(call)
    return {"Tags": tagger.list_tags_for_resource(arn)["Tags"]}


@replaces(Athena)
def tag_resource(call: Call) -> Json:
    tagger, arn = _tagged(call)
    tagger.tag_resource(arn, call.params["Tags"])
    return {}


@replaces(Athena)
def untag_resource(call: Call) -> Json:
    tagger, arn = _tagged(call)
    tagger.untag_resource_using_names(arn, call.params["TagKeys"])
    return {}


@replaces(Athena)
def get_work_group(call: Call) -> Json:
    _work_group(call, call.params["WorkGroup"])
    return call.ask_moto()


@adds(Athena)
def update_work_group(call: Call) -> Json:
    """Updates are named `...Updates`, and a value is taken away by a flag named `Remove...`."""
    found = _work_group(call, call.params["WorkGroup"])
    if call.params.get("Description") is not None:
        found.description = call.params["Description"]
    found.state = call.params.get("State") or found.state
    updates = dict(call.params.get("ConfigurationUpdates") or {})
    results = updates.pop("ResultConfigurationUpdates", {})
    _apply(found.configuration, updates)
    _apply(found.configuration.setdefault("ResultConfiguration", {}), results)
    return {}


def _apply(configuration: Json, updates: Json) -> None:
    for key, value in updates.items():
        if not key.startswith("Remove"):
            configuration[key] = value
        elif value:
            configuration.pop(key.removeprefix("Remove"), None)


@replaces(Athena)
def delete_work_group(call: Call) -> Json:
    """A workgroup that holds queries goes only with RecursiveDeleteOption."""
    backend, found = call.backend(athena_backends), _work_group(call, call.params["WorkGroup"])
    queries = [key for key, query in backend.named_queries.items() if query.workgroup is found]
    if queries and not call.params.get("RecursiveDeleteOption"):
        raise _invalid(f"WorkGroup {found.name} is not empty")
    for key in queries:
        del backend.named_queries[key]
    backend.tagger.delete_all_tags_for_resource(found.arn)
    return call.ask_moto()


@replaces(Athena)
def get_data_catalog(call: Call) -> Json:
    _data_catalog(call)
    return call.ask_moto()


@adds(Athena)
def update_data_catalog(call: Call) -> Json:
    found = _data_catalog(call)
    found.type = call.params["Type"]
    found.description = call.params.get("Description", found.description)
    found.parameters = call.params.get("Parameters", found.parameters)
    return {}


@adds(Athena)
def delete_data_catalog(call: Call) -> Json:
    backend, found = call.backend(athena_backends), _data_catalog(call)
    backend.tagger.delete_all_tags_for_resource(found.arn)
    del backend.data_catalogs[found.name]
    return {}


@replaces(Athena)
def get_named_query(call: Call) -> Json:
    _named_query(call)
    return call.ask_moto()


@adds(Athena)
def update_named_query(call: Call) -> Json:
    found = _named_query(call)
    found.name, found.query_string = call.params["Name"], call.params["QueryString"]
    found.description = call.params.get("Description", found.description)
    return {}


@adds(Athena)
def delete_named_query(call: Call) -> Json:
    del call.backend(athena_backends).named_queries[_named_query(call).id]
    return {}


def _statement(call: Call) -> Any:
    name, group = call.params["StatementName"], call.params["WorkGroup"]
    found = call.backend(athena_backends).get_prepared_statement(statement_name=name, work_group=group)
    if found is None:
        raise error("ResourceNotFoundException", f"PreparedStatement {name} was not found in workGroup {group}")
    return found


@replaces(Athena)
def get_prepared_statement(call: Call) -> Json:
    _statement(call)
    return call.ask_moto()


@adds(Athena)
def list_prepared_statements(call: Call) -> Json:
    group = _work_group(call, call.params["WorkGroup"]).name
    statements = call.backend(athena_backends).prepared_statements.values()
    names = sorted(statement.statement_name for statement in statements if statement.workgroup == group)
    begin = int(call.params.get("NextToken", "0"))
    end = begin + int(call.params.get("MaxResults", 50))
    more = {"NextToken": str(end)} if end < len(names) else {}
    return {"PreparedStatements": [{"StatementName": name} for name in names[begin:end]], **more}


@adds(Athena)
def update_prepared_statement(call: Call) -> Json:
    found = _statement(call)
    found.query_statement = call.params["QueryStatement"]
    found.description = call.params.get("Description", found.description)
    return {}


@adds(Athena)
def delete_prepared_statement(call: Call) -> Json:
    del call.backend(athena_backends).prepared_statements[_statement(call).statement_name]
    return {}
