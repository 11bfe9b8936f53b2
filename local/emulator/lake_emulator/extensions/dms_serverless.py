"""DMS Serverless: replication configurations, and the replication that each has.

https://docs.aws.amazon.com/dms/latest/APIReference/API_CreateReplicationConfig.html
https://docs.aws.amazon.com/dms/latest/APIReference/API_DescribeReplicationConfigs.html
https://docs.aws.amazon.com/dms/latest/APIReference/API_DescribeReplications.html
https://docs.aws.amazon.com/dms/latest/APIReference/API_ModifyReplicationConfig.html
https://docs.aws.amazon.com/dms/latest/APIReference/API_StartReplication.html
https://docs.aws.amazon.com/dms/latest/APIReference/API_StopReplication.html
"""

from __future__ import annotations

from moto.dms.responses import DatabaseMigrationServiceResponse as Dms

from lake_emulator.dms import all_of, create, describe, given, make_arn, now, one, remove
from lake_emulator.dms_kinds import CONFIG, ENDPOINT, SUBNET_GROUP
from lake_emulator.extend import Call, Json, adds, error
from lake_emulator.extensions.dms_instances import service_key
from lake_emulator.extensions.dms_tasks import document_of

# What a replication says of itself, besides what its configuration says.
OF_REPLICATION = ("Status", "ReplicationCreateTime", "ReplicationUpdateTime", "StartReplicationType", "StopReason")


@adds(Dms)
def create_replication_config(call: Call) -> Json:
    one(call, ENDPOINT, call.params["SourceEndpointArn"])
    one(call, ENDPOINT, call.params["TargetEndpointArn"])
    one(call, SUBNET_GROUP, call.params["ComputeConfig"]["ReplicationSubnetGroupId"].lower())
    for name in ("TableMappings", "ReplicationSettings"):
        document_of(call, name)
    arn = make_arn(call, CONFIG, call.params.get("ResourceIdentifier") or call.params["ReplicationConfigIdentifier"])
    document = given(call, "Tags", "ResourceIdentifier") | {
        "ComputeConfig": {"KmsKeyId": service_key(call), "MultiAZ": False} | call.params["ComputeConfig"],
        "ReplicationConfigArn": arn,
        "ReplicationConfigCreateTime": now(),
        "ReplicationConfigUpdateTime": now(),
        "ReplicationCreateTime": now(),
        "Status": "created",
    }
    return {"ReplicationConfig": _config(create(call, CONFIG, document, arn))}


@adds(Dms)
def describe_replication_configs(call: Call) -> Json:
    return describe(call, CONFIG, "ReplicationConfigs", _config)


@adds(Dms)
def describe_replications(call: Call) -> Json:
    return describe(call, CONFIG, "Replications", _replication)


@adds(Dms)
def modify_replication_config(call: Call) -> Json:
    config = one(call, CONFIG, call.params["ReplicationConfigArn"])
    _refuse_running(config, "modified")
    remove(call, CONFIG, config)
    compute = config["ComputeConfig"] | (call.params.get("ComputeConfig") or {})
    config |= given(call, "ReplicationConfigArn") | {"ComputeConfig": compute, "ReplicationConfigUpdateTime": now()}
    all_of(call, CONFIG)[config["ReplicationConfigIdentifier"]] = config
    return {"ReplicationConfig": _config(config)}


@adds(Dms)
def start_replication(call: Call) -> Json:
    """The replication runs at once and stays so; nothing is copied."""
    config = one(call, CONFIG, call.params["ReplicationConfigArn"])
    _refuse_running(config, "started")
    kind = call.params["StartReplicationType"]
    config |= {"Status": "running", "StartReplicationType": kind, "ReplicationUpdateTime": now()}
    return {"Replication": _replication(config) | {"Status": "initializing"}}


@adds(Dms)
def stop_replication(call: Call) -> Json:
    config = one(call, CONFIG, call.params["ReplicationConfigArn"])
    if config["Status"] != "running":
        raise error("InvalidResourceStateFault", "Replication is not running.")
    config |= {"Status": "stopped", "StopReason": "Stop Reason NORMAL", "ReplicationUpdateTime": now()}
    return {"Replication": _replication(config) | {"Status": "stopping"}}


@adds(Dms)
def delete_replication_config(call: Call) -> Json:
    config = one(call, CONFIG, call.params["ReplicationConfigArn"])
    _refuse_running(config, "deleted")
    remove(call, CONFIG, config)
    return {"ReplicationConfig": _config(config)}


def _config(document: Json) -> Json:
    return {key: value for key, value in document.items() if key not in OF_REPLICATION}


def _replication(document: Json) -> Json:
    names = ("ReplicationConfigIdentifier", "ReplicationConfigArn", "SourceEndpointArn", "TargetEndpointArn", "ReplicationType")
    return {key: document[key] for key in (*names, *OF_REPLICATION) if key in document}


def _refuse_running(config: Json, done: str) -> None:
    if config["Status"] == "running":
        raise error("InvalidResourceStateFault", f"A replication must be stopped before its configuration is {done}.")
