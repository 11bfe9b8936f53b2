"""The kinds of DMS resources, with the filters that each Describe call documents."""

from __future__ import annotations

from lake_emulator.dms import Kind

INSTANCE = Kind(
    noun="Replication Instance",
    arn_type="rep",
    identifier="ReplicationInstanceIdentifier",
    arn="ReplicationInstanceArn",
    filters={
        "replication-instance-arn": "ReplicationInstanceArn",
        "replication-instance-id": "ReplicationInstanceIdentifier",
        "replication-instance-class": "ReplicationInstanceClass",
        "engine-version": "EngineVersion",
    },
)
SUBNET_GROUP = Kind(
    noun="Replication Subnet Group",
    arn_type="subgrp",
    identifier="ReplicationSubnetGroupIdentifier",
    arn=None,
    filters={"replication-subnet-group-id": "ReplicationSubnetGroupIdentifier"},
)
ENDPOINT = Kind(
    noun="Endpoint",
    arn_type="endpoint",
    identifier="EndpointIdentifier",
    arn="EndpointArn",
    filters={
        "endpoint-arn": "EndpointArn",
        "endpoint-type": "EndpointType",
        "endpoint-id": "EndpointIdentifier",
        "engine-name": "EngineName",
    },
)
CERTIFICATE = Kind(
    noun="Certificate",
    arn_type="cert",
    identifier="CertificateIdentifier",
    arn="CertificateArn",
    filters={"certificate-arn": "CertificateArn", "certificate-id": "CertificateIdentifier"},
)
TASK = Kind(
    noun="Replication Task",
    arn_type="task",
    identifier="ReplicationTaskIdentifier",
    arn="ReplicationTaskArn",
    filters={
        "replication-task-arn": "ReplicationTaskArn",
        "replication-task-id": "ReplicationTaskIdentifier",
        "migration-type": "MigrationType",
        "endpoint-arn": "SourceEndpointArn|TargetEndpointArn",
        "replication-instance-arn": "ReplicationInstanceArn",
    },
)
CONFIG = Kind(
    noun="Replication Config",
    arn_type="replication-config",
    identifier="ReplicationConfigIdentifier",
    arn="ReplicationConfigArn",
    filters={
        "replication-config-arn": "ReplicationConfigArn",
        "replication-config-id": "ReplicationConfigIdentifier",
    },
)
SUBSCRIPTION = Kind(
    noun="Event Subscription",
    arn_type="es",
    identifier="CustSubscriptionId",
    arn=None,
    filters={},
)
CONNECTION = Kind(
    noun="Connection",
    arn_type="connection",
    identifier="EndpointIdentifier",
    arn=None,
    filters={"endpoint-arn": "EndpointArn", "replication-instance-arn": "ReplicationInstanceArn"},
)
