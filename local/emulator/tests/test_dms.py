import json
from datetime import datetime

import pytest


@pytest.fixture
def dms(account):
    return account.client("dms")


@pytest.fixture
def subnets(account) -> list[str]:
    ec2 = account.client("ec2")
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    made = [
        ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.0.{number}.0/24", AvailabilityZone=f"eu-central-1{zone}")
        for number, zone in enumerate("ab")
    ]
    return [one["Subnet"]["SubnetId"] for one in made]


def filters(name: str, value: str) -> dict:
    return {"Filters": [{"Name": name, "Values": [value]}]}


def instance(dms, **more) -> dict:
    wanted = {"ReplicationInstanceIdentifier": "rep", "ReplicationInstanceClass": "dms.t3.medium"}
    return dms.create_replication_instance(**wanted, **more)["ReplicationInstance"]


def endpoint(dms, name: str, kind: str, engine: str, **more) -> dict:
    return dms.create_endpoint(EndpointIdentifier=name, EndpointType=kind, EngineName=engine, **more)["Endpoint"]


def task(dms, settings: dict | None = None) -> dict:
    return dms.create_replication_task(
        ReplicationTaskIdentifier="task",
        SourceEndpointArn=endpoint(dms, "source", "source", "aurora")["EndpointArn"],
        TargetEndpointArn=endpoint(dms, "target", "target", "s3", S3Settings={"BucketName": "b"})["EndpointArn"],
        ReplicationInstanceArn=instance(dms)["ReplicationInstanceArn"],
        MigrationType="full-load-and-cdc",
        TableMappings='{"rules": []}',
        ReplicationTaskSettings=json.dumps(settings or {}),
        Tags=[{"Key": "a", "Value": "b"}],
    )["ReplicationTask"]


def test_an_instance_has_a_date_and_awss_defaults_and_is_modified_at_once(dms) -> None:
    made = instance(dms, PubliclyAccessible=False)
    found = dms.describe_replication_instances(**filters("replication-instance-id", "rep"))["ReplicationInstances"][0]
    assert isinstance(found["InstanceCreateTime"], datetime)
    assert (found["ReplicationInstanceStatus"], found["AllocatedStorage"], found["NetworkType"]) == ("available", 50, "IPV4")
    arn = made["ReplicationInstanceArn"]
    dms.modify_replication_instance(ReplicationInstanceArn=arn, ReplicationInstanceClass="dms.r6i.large", ApplyImmediately=True)
    assert dms.describe_replication_instances()["ReplicationInstances"][0]["ReplicationInstanceClass"] == "dms.r6i.large"


def test_a_filter_that_matches_nothing_is_an_error(dms, refused) -> None:
    arguments = filters("replication-instance-id", "none")
    assert refused(dms.describe_replication_instances, **arguments) == "ResourceNotFoundFault"
    assert dms.describe_replication_instances()["ReplicationInstances"] == []


def test_a_subnet_group_reports_its_network_and_is_kept_while_in_use(dms, subnets, refused) -> None:
    group = {"ReplicationSubnetGroupIdentifier": "Group", "ReplicationSubnetGroupDescription": "d"}
    one_zone = "ReplicationSubnetGroupDoesNotCoverEnoughAZs"
    assert refused(dms.create_replication_subnet_group, **group, SubnetIds=subnets[:1]) == one_zone
    assert refused(dms.create_replication_subnet_group, **group, SubnetIds=["subnet-none"]) == "InvalidSubnet"
    dms.create_replication_subnet_group(**group, SubnetIds=subnets)
    found = dms.describe_replication_subnet_groups()["ReplicationSubnetGroups"][0]
    assert found["VpcId"].startswith("vpc-")
    assert [one["SubnetIdentifier"] for one in found["Subnets"]] == subnets
    made = instance(dms, ReplicationSubnetGroupIdentifier="group")
    assert made["ReplicationSubnetGroup"]["VpcId"] == found["VpcId"]
    delete = {"ReplicationSubnetGroupIdentifier": "group"}
    assert refused(dms.delete_replication_subnet_group, **delete) == "InvalidResourceStateFault"
    dms.delete_replication_instance(ReplicationInstanceArn=made["ReplicationInstanceArn"])
    dms.modify_replication_subnet_group(**delete, SubnetIds=subnets[::-1])
    dms.delete_replication_subnet_group(**delete)


def test_an_endpoint_keeps_every_setting_and_hides_the_password(dms, refused) -> None:
    settings = {
        "BucketName": "raw",
        "ExpectedBucketOwner": "111111111111",
        "EncryptionMode": "sse-kms",
        "ServerSideEncryptionKmsKeyId": "arn:aws:kms:eu-central-1:111111111111:key/k",
        "ParquetTimestampInMillisecond": True,
        "DatePartitionSequence": "YYYYMMDD",
        "CdcMaxBatchInterval": 60,
    }
    made = endpoint(dms, "target", "target", "s3", S3Settings=settings)
    assert made["S3Settings"] == settings | {"DatePartitionSequence": "yyyymmdd"}
    assert (made["EndpointType"], made["Status"], made["SslMode"]) == ("TARGET", "active", "none")

    arn = made["EndpointArn"]
    dms.modify_endpoint(EndpointArn=arn, S3Settings={"CdcMaxBatchInterval": 30})
    found = dms.describe_endpoints(**filters("endpoint-id", "target"))["Endpoints"][0]
    assert found["S3Settings"]["CdcMaxBatchInterval"] == 30
    assert found["S3Settings"]["ExpectedBucketOwner"] == "111111111111"
    dms.modify_endpoint(EndpointArn=arn, S3Settings={"BucketName": "raw"}, ExactSettings=True)
    assert dms.describe_endpoints()["Endpoints"][0]["S3Settings"] == {"BucketName": "raw"}

    mysql = endpoint(dms, "source", "source", "aurora", MySQLSettings={"ServerName": "db", "Password": "secret", "Port": 3306})
    assert mysql["MySQLSettings"] == {"ServerName": "db", "Port": 3306}
    assert refused(dms.modify_endpoint, EndpointArn=arn + "x", ServerName="db") == "ResourceNotFoundFault"
    duplicate = {"EndpointIdentifier": "source", "EndpointType": "source", "EngineName": "aurora"}
    assert refused(dms.create_endpoint, **duplicate) == "ResourceAlreadyExistsFault"


def test_a_certificate_is_imported_found_and_kept_while_in_use(dms, refused) -> None:
    made = dms.import_certificate(CertificateIdentifier="ca", CertificatePem="pem")["Certificate"]
    found = dms.describe_certificates(**filters("certificate-id", "ca"))["Certificates"]
    assert found[0]["CertificatePem"] == "pem"
    arn = made["CertificateArn"]
    source = endpoint(dms, "source", "source", "mysql", CertificateArn=arn)["EndpointArn"]
    assert refused(dms.delete_certificate, CertificateArn=arn) == "InvalidResourceStateFault"
    dms.delete_endpoint(EndpointArn=source)
    dms.delete_certificate(CertificateArn=arn)
    assert refused(dms.describe_certificates, **filters("certificate-id", "ca")) == "ResourceNotFoundFault"


def test_a_connection_is_tested(dms, refused) -> None:
    arn = instance(dms)["ReplicationInstanceArn"]
    source = endpoint(dms, "source", "source", "mysql")["EndpointArn"]
    assert dms.test_connection(ReplicationInstanceArn=arn, EndpointArn=source)["Connection"]["Status"] == "testing"
    assert dms.describe_connections(**filters("endpoint-arn", source))["Connections"][0]["Status"] == "successful"
    missing = {"ReplicationInstanceArn": arn, "EndpointArn": source + "x"}
    assert refused(dms.test_connection, **missing) == "ResourceNotFoundFault"


def test_a_task_goes_from_ready_to_running_to_stopped(dms, refused) -> None:
    made = task(dms, {"Logging": {"EnableLogging": True}, "TargetMetadata": {"LobMaxSize": 64}})
    arn = made["ReplicationTaskArn"]
    settings = json.loads(made["ReplicationTaskSettings"])
    assert (made["Status"], settings["TargetMetadata"]) == ("ready", {"LobMaxSize": 64})
    assert settings["Logging"]["CloudWatchLogGroup"] == "dms-tasks-rep"

    resume = {"ReplicationTaskArn": arn, "StartReplicationTaskType": "resume-processing"}
    assert refused(dms.start_replication_task, **resume) == "InvalidParameterCombinationException"
    dms.start_replication_task(ReplicationTaskArn=arn, StartReplicationTaskType="start-replication")
    assert dms.describe_replication_tasks(**filters("replication-task-id", "task"))["ReplicationTasks"][0]["Status"] == "running"
    assert refused(dms.modify_replication_task, ReplicationTaskArn=arn, TableMappings="{}") == "InvalidResourceStateFault"
    assert refused(dms.delete_replication_task, ReplicationTaskArn=arn) == "InvalidResourceStateFault"
    for used, delete in ((made["SourceEndpointArn"], dms.delete_endpoint),):
        assert refused(delete, EndpointArn=used) == "InvalidResourceStateFault"
    used = made["ReplicationInstanceArn"]
    assert refused(dms.delete_replication_instance, ReplicationInstanceArn=used) == "InvalidResourceStateFault"
    dms.stop_replication_task(ReplicationTaskArn=arn)
    dms.modify_replication_task(ReplicationTaskArn=arn, TableMappings='{"rules": [1]}')
    dms.start_replication_task(**resume)
    dms.stop_replication_task(ReplicationTaskArn=arn)
    dms.delete_replication_task(ReplicationTaskArn=arn)
    assert dms.describe_replication_tasks()["ReplicationTasks"] == []


def test_a_task_of_something_that_does_not_exist_is_refused(dms, refused) -> None:
    wanted = {"ReplicationTaskIdentifier": "t", "MigrationType": "cdc", "TableMappings": "{}", "ReplicationInstanceArn": "arn"}
    none = {"SourceEndpointArn": "arn", "TargetEndpointArn": "arn"}
    assert refused(dms.create_replication_task, **wanted, **none) == "ResourceNotFoundFault"


def test_event_subscriptions(dms, refused) -> None:
    topic = "arn:aws:sns:eu-central-1:111111111111:t"
    dms.create_event_subscription(
        SubscriptionName="failures", SnsTopicArn=topic, SourceType="replication-task", EventCategories=["failure"]
    )
    dms.modify_event_subscription(SubscriptionName="failures", EventCategories=["failure", "deletion"], Enabled=False)
    found = dms.describe_event_subscriptions(SubscriptionName="failures")["EventSubscriptionsList"][0]
    assert (found["Status"], found["Enabled"], found["EventCategoriesList"]) == ("active", False, ["failure", "deletion"])
    dms.delete_event_subscription(SubscriptionName="failures")
    assert refused(dms.describe_event_subscriptions, SubscriptionName="failures") == "ResourceNotFoundFault"


def test_tags_are_added_listed_and_removed_by_arn(dms, refused) -> None:
    arn = task(dms)["ReplicationTaskArn"]
    dms.add_tags_to_resource(ResourceArn=arn, Tags=[{"Key": "c", "Value": "d"}])
    dms.remove_tags_from_resource(ResourceArn=arn, TagKeys=["a"])
    assert [(tag["Key"], tag["Value"]) for tag in dms.list_tags_for_resource(ResourceArn=arn)["TagList"]] == [("c", "d")]
    assert refused(dms.list_tags_for_resource, ResourceArn=arn + "x") == "ResourceNotFoundFault"


def test_long_lists_come_in_pages(dms) -> None:
    for number in range(25):
        endpoint(dms, f"e{number}", "source", "mysql")
    first = dms.describe_endpoints(MaxRecords=20)
    rest = dms.describe_endpoints(MaxRecords=20, Marker=first["Marker"])
    assert (len(first["Endpoints"]), len(rest["Endpoints"]), "Marker" in rest) == (20, 5, False)


def test_a_serverless_replication_runs_once_started_and_is_kept_while_it_runs(dms, subnets, refused) -> None:
    group = {"ReplicationSubnetGroupIdentifier": "group", "ReplicationSubnetGroupDescription": "d"}
    dms.create_replication_subnet_group(**group, SubnetIds=subnets)
    source = endpoint(dms, "source", "source", "aurora")["EndpointArn"]
    wanted = {
        "ReplicationConfigIdentifier": "loans",
        "SourceEndpointArn": source,
        "TargetEndpointArn": endpoint(dms, "target", "target", "s3", S3Settings={"BucketName": "b"})["EndpointArn"],
        "ReplicationType": "full-load-and-cdc",
        "TableMappings": '{"rules": []}',
        "ReplicationSettings": '{"Logging": {"EnableLogging": true}}',
        "ComputeConfig": {"MaxCapacityUnits": 4, "ReplicationSubnetGroupId": "group", "MultiAZ": True},
    }
    assert refused(dms.create_replication_config, **wanted | {"TableMappings": "{"}) == "InvalidParameterValueException"
    made = dms.create_replication_config(**wanted, Tags=[{"Key": "a", "Value": "b"}])["ReplicationConfig"]
    arn = made["ReplicationConfigArn"]
    assert dms.list_tags_for_resource(ResourceArn=arn)["TagList"] == [{"Key": "a", "Value": "b", "ResourceArn": arn}]
    assert (made["ReplicationSettings"], made["ComputeConfig"]["MaxCapacityUnits"]) == (wanted["ReplicationSettings"], 4)
    chosen = filters("replication-config-arn", arn)
    assert dms.describe_replications(**chosen)["Replications"][0]["Status"] == "created"
    assert refused(dms.stop_replication, ReplicationConfigArn=arn) == "InvalidResourceStateFault"

    start = {"ReplicationConfigArn": arn, "StartReplicationType": "start-replication"}
    dms.start_replication(**start)
    assert dms.describe_replications(**chosen)["Replications"][0]["Status"] == "running"
    for call, arguments in [
        (dms.start_replication, start),
        (dms.modify_replication_config, {"ReplicationConfigArn": arn, "TableMappings": "{}"}),
        (dms.delete_replication_config, {"ReplicationConfigArn": arn}),
        (dms.delete_endpoint, {"EndpointArn": source}),
        (dms.delete_replication_subnet_group, {"ReplicationSubnetGroupIdentifier": "group"}),
    ]:
        assert refused(call, **arguments) == "InvalidResourceStateFault"

    dms.stop_replication(ReplicationConfigArn=arn)
    dms.modify_replication_config(ReplicationConfigArn=arn, TableMappings="{}", ComputeConfig={"MaxCapacityUnits": 8})
    found = dms.describe_replication_configs(**chosen)["ReplicationConfigs"][0]
    assert (found["TableMappings"], found["ComputeConfig"]["MaxCapacityUnits"], found["ComputeConfig"]["MultiAZ"]) == ("{}", 8, True)
    dms.delete_replication_config(ReplicationConfigArn=arn)
    assert refused(dms.describe_replication_configs, **chosen) == "ResourceNotFoundFault"
