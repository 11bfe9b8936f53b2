"""DMS replication tasks.

https://docs.aws.amazon.com/dms/latest/APIReference/API_CreateReplicationTask.html
https://docs.aws.amazon.com/dms/latest/APIReference/API_ModifyReplicationTask.html
https://docs.aws.amazon.com/dms/latest/APIReference/API_StartReplicationTask.html
https://docs.aws.amazon.com/dms/latest/APIReference/API_StopReplicationTask.html
https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TaskSettings.html
"""

from __future__ import annotations

import json

from moto.dms.responses import DatabaseMigrationServiceResponse as Dms

from lake_emulator.dms import all_of, create, describe, given, now, one, random_arn, remove
from lake_emulator.dms_kinds import ENDPOINT, INSTANCE, TASK
from lake_emulator.extend import Call, Json, adds, error, replaces


def document_of(call: Call, name: str) -> Json:
    try:
        return json.loads(call.params.get(name) or "{}")
    except ValueError as broken:
        raise error("InvalidParameterValueException", f"{name} is not valid JSON: {broken}") from None


def _settings(call: Call, instance: Json, arn: str) -> str:
    """The document as given, with the two read-only names that AWS writes into it once logging is on."""
    settings = document_of(call, "ReplicationTaskSettings")
    if (settings.get("Logging") or {}).get("EnableLogging"):
        settings["Logging"] |= {
            "CloudWatchLogGroup": f"dms-tasks-{instance['ReplicationInstanceIdentifier']}",
            "CloudWatchLogStream": f"dms-task-{arn.rsplit(':', 1)[1]}",
        }
    return json.dumps(settings)


@replaces(Dms)
def create_replication_task(call: Call) -> Json:
    one(call, ENDPOINT, call.params["SourceEndpointArn"])
    one(call, ENDPOINT, call.params["TargetEndpointArn"])
    instance = one(call, INSTANCE, call.params["ReplicationInstanceArn"])
    document_of(call, "TableMappings")
    arn = random_arn(call, TASK)
    document = given(call, "Tags", "ResourceIdentifier", "CdcStartTime")
    document |= {
        "ReplicationTaskArn": arn,
        "ReplicationTaskCreationDate": now(),
        "ReplicationTaskSettings": _settings(call, instance, arn),
        "ReplicationTaskStats": {"FullLoadProgressPercent": 0, "TablesErrored": 0, "TablesLoaded": 0, "TablesLoading": 0},
        "Status": "ready",
    }
    return {"ReplicationTask": create(call, TASK, document, arn)}


@replaces(Dms)
def describe_replication_tasks(call: Call) -> Json:
    hidden = ("ReplicationTaskSettings", "TableMappings") if call.params.get("WithoutSettings") else ()
    return describe(call, TASK, "ReplicationTasks", lambda task: {key: task[key] for key in task if key not in hidden})


@adds(Dms)
def modify_replication_task(call: Call) -> Json:
    task = one(call, TASK, call.params["ReplicationTaskArn"])
    if task["Status"] == "running":
        raise error("InvalidResourceStateFault", "Replication task must be stopped or failed to be modified.")
    remove(call, TASK, task)
    task |= given(call, "ReplicationTaskSettings")
    if call.params.get("ReplicationTaskSettings"):
        instance = one(call, INSTANCE, task["ReplicationInstanceArn"])
        task["ReplicationTaskSettings"] = _settings(call, instance, task["ReplicationTaskArn"])
    all_of(call, TASK)[task["ReplicationTaskIdentifier"]] = task
    return {"ReplicationTask": task}


@replaces(Dms)
def start_replication_task(call: Call) -> Json:
    """The task runs at once and stays so; nothing is copied."""
    task = one(call, TASK, call.params["ReplicationTaskArn"])
    if task["Status"] == "running":
        raise error("InvalidResourceStateFault", "Replication task is already running.")
    if task["Status"] == "ready" and call.params["StartReplicationTaskType"] != "start-replication":
        message = "START TYPE : RESUME_PROCESSING, valid only for tasks running for the first time"
        raise error("InvalidParameterCombinationException", message)
    task |= {"Status": "running", "ReplicationTaskStartDate": now()}
    return {"ReplicationTask": task | {"Status": "starting"}}


@replaces(Dms)
def stop_replication_task(call: Call) -> Json:
    task = one(call, TASK, call.params["ReplicationTaskArn"])
    if task["Status"] != "running":
        raise error("InvalidResourceStateFault", "Replication task is not running.")
    task |= {"Status": "stopped", "StopReason": "Stop Reason NORMAL"}
    return {"ReplicationTask": task | {"Status": "stopping"}}


@replaces(Dms)
def delete_replication_task(call: Call) -> Json:
    task = one(call, TASK, call.params["ReplicationTaskArn"])
    if task["Status"] == "running":
        raise error("InvalidResourceStateFault", "Replication task must be stopped before it is deleted.")
    remove(call, TASK, task)
    return {"ReplicationTask": task | {"Status": "deleting"}}
