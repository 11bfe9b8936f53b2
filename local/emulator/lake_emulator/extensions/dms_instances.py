"""DMS replication instances and their subnet groups.

https://docs.aws.amazon.com/dms/latest/APIReference/API_CreateReplicationInstance.html
https://docs.aws.amazon.com/dms/latest/APIReference/API_ModifyReplicationInstance.html
https://docs.aws.amazon.com/dms/latest/APIReference/API_CreateReplicationSubnetGroup.html
https://docs.aws.amazon.com/dms/latest/APIReference/API_ModifyReplicationSubnetGroup.html
"""

from __future__ import annotations

from moto.dms.responses import DatabaseMigrationServiceResponse as Dms
from moto.ec2.models import ec2_backends

from lake_emulator.dms import all_of, create, describe, given, in_use, make_arn, now, one, random_arn, remove
from lake_emulator.dms_kinds import CONFIG, INSTANCE, SUBNET_GROUP, TASK
from lake_emulator.extend import Call, Json, adds, error, replaces

ENGINE_VERSION = "3.5.4"
SERVICE_KEY = "00000000-0000-4000-8000-00000000d350"


def service_key(call: Call) -> str:
    """The key behind alias/aws/dms, which AWS uses and reports when none is named."""
    return f"arn:{call.partition}:kms:{call.region}:{call.account}:key/{SERVICE_KEY}"


@replaces(Dms)
def create_replication_instance(call: Call) -> Json:
    document = given(call, "Tags", "ResourceIdentifier", "VpcSecurityGroupIds", "ReplicationSubnetGroupIdentifier")
    group = call.params.get("ReplicationSubnetGroupIdentifier")
    public = call.params.get("PubliclyAccessible", True)
    address = ["54.0.0.1"] if public else []
    defaults = {
        "AllocatedStorage": 50,
        "AutoMinorVersionUpgrade": True,
        "AvailabilityZone": f"{call.region}a",
        "EngineVersion": ENGINE_VERSION,
        "KmsKeyId": service_key(call),
        "MultiAZ": False,
        "NetworkType": "IPV4",
        "PreferredMaintenanceWindow": "sun:23:45-mon:00:15",
        "PubliclyAccessible": public,
    }
    document = defaults | document
    document |= {
        "InstanceCreateTime": now(),
        "PendingModifiedValues": {},
        "ReplicationInstanceArn": random_arn(call, INSTANCE),
        "ReplicationInstancePrivateIpAddress": "10.0.0.1",
        "ReplicationInstancePrivateIpAddresses": ["10.0.0.1"],
        "ReplicationInstancePublicIpAddresses": address,
        "ReplicationInstanceStatus": "available",
        "ReplicationSubnetGroup": one(call, SUBNET_GROUP, group.lower())
        if group
        else {"ReplicationSubnetGroupIdentifier": "default"},
        "VpcSecurityGroups": _security_groups(call.params.get("VpcSecurityGroupIds") or []),
    }
    return {"ReplicationInstance": create(call, INSTANCE, document, document["ReplicationInstanceArn"])}


@replaces(Dms)
def describe_replication_instances(call: Call) -> Json:
    return describe(call, INSTANCE, "ReplicationInstances")


@replaces(Dms)
def modify_replication_instance(call: Call) -> Json:
    """Changes apply at once; AWS waits for the maintenance window unless ApplyImmediately is set."""
    instance = one(call, INSTANCE, call.params["ReplicationInstanceArn"])
    changes = given(call, "ReplicationInstanceArn", "ApplyImmediately", "AllowMajorVersionUpgrade", "VpcSecurityGroupIds")
    if "VpcSecurityGroupIds" in call.params:
        changes["VpcSecurityGroups"] = _security_groups(call.params["VpcSecurityGroupIds"])
    remove(call, INSTANCE, instance)
    instance.update(changes)
    all_of(call, INSTANCE)[instance["ReplicationInstanceIdentifier"]] = instance
    return {"ReplicationInstance": instance}


@replaces(Dms)
def delete_replication_instance(call: Call) -> Json:
    instance = one(call, INSTANCE, call.params["ReplicationInstanceArn"])
    arn = instance["ReplicationInstanceArn"]
    in_use(call, TASK, lambda task: task["ReplicationInstanceArn"] == arn, "Replication instance")
    remove(call, INSTANCE, instance)
    return {"ReplicationInstance": instance | {"ReplicationInstanceStatus": "deleting"}}


@replaces(Dms)
def create_replication_subnet_group(call: Call) -> Json:
    name = call.params["ReplicationSubnetGroupIdentifier"].lower()
    document = {
        "ReplicationSubnetGroupIdentifier": name,
        "ReplicationSubnetGroupDescription": call.params["ReplicationSubnetGroupDescription"],
        "SubnetGroupStatus": "Complete",
        "SupportedNetworkTypes": ["IPV4"],
    }
    document |= _subnets(call, call.params["SubnetIds"])
    return {"ReplicationSubnetGroup": create(call, SUBNET_GROUP, document, make_arn(call, SUBNET_GROUP, name))}


@replaces(Dms)
def describe_replication_subnet_groups(call: Call) -> Json:
    return describe(call, SUBNET_GROUP, "ReplicationSubnetGroups")


@adds(Dms)
def modify_replication_subnet_group(call: Call) -> Json:
    group = one(call, SUBNET_GROUP, call.params["ReplicationSubnetGroupIdentifier"])
    group |= given(call, "SubnetIds", "ReplicationSubnetGroupIdentifier") | _subnets(call, call.params["SubnetIds"])
    return {"ReplicationSubnetGroup": group}


@replaces(Dms)
def delete_replication_subnet_group(call: Call) -> Json:
    group = one(call, SUBNET_GROUP, call.params["ReplicationSubnetGroupIdentifier"])
    in_use(call, INSTANCE, lambda instance: instance["ReplicationSubnetGroup"] is group, "Subnet group")
    name = group["ReplicationSubnetGroupIdentifier"]
    in_use(call, CONFIG, lambda config: config["ComputeConfig"]["ReplicationSubnetGroupId"].lower() == name, "Subnet group")
    remove(call, SUBNET_GROUP, group)
    return {}


def _security_groups(ids: list[str]) -> list[Json]:
    return [{"VpcSecurityGroupId": group, "Status": "active"} for group in ids]


def _subnets(call: Call, ids: list[str]) -> Json:
    known = {subnet.id: subnet for zone in call.backend(ec2_backends).subnets.values() for subnet in zone.values()}
    missing = [name for name in ids if name not in known]
    if missing:
        raise error("InvalidSubnet", f"Subnets {', '.join(missing)} do not exist")
    chosen = [known[name] for name in ids]
    if len({subnet.availability_zone for subnet in chosen}) < 2:
        message = "Replication Subnet Group should cover at least 2 Availability Zones"
        raise error("ReplicationSubnetGroupDoesNotCoverEnoughAZs", message)
    return {
        "VpcId": chosen[0].vpc_id,
        "Subnets": [
            {
                "SubnetIdentifier": subnet.id,
                "SubnetAvailabilityZone": {"Name": subnet.availability_zone},
                "SubnetStatus": "Active",
            }
            for subnet in chosen
        ],
    }
