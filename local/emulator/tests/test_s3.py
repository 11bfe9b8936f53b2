import json

import pytest


def rule(name: str, **more) -> dict:
    return {"ID": name, "Status": "Enabled"} | more


@pytest.mark.parametrize("size", ["all_storage_classes_128K", "varies_by_storage_class"])
def test_a_lifecycle_configuration_is_returned_as_it_was_put(account, refused, size) -> None:
    s3, bucket = account.client("s3"), f"lake-{account.id}"
    s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
    rules = [
        rule("small", Filter={"And": {"Prefix": "x/", "ObjectSizeGreaterThan": 500}}, Expiration={"Days": 400}),
        rule("old", Filter={"Prefix": ""}, NoncurrentVersionExpiration={"NoncurrentDays": 30, "NewerNoncurrentVersions": 3}),
    ]
    put = {"LifecycleConfiguration": {"Rules": rules}, "TransitionDefaultMinimumObjectSize": size}
    s3.put_bucket_lifecycle_configuration(Bucket=bucket, **put)
    found = s3.get_bucket_lifecycle_configuration(Bucket=bucket)
    assert found["Rules"] == rules
    assert found["TransitionDefaultMinimumObjectSize"] == size
    s3.delete_bucket_lifecycle(Bucket=bucket)
    assert refused(s3.get_bucket_lifecycle_configuration, Bucket=bucket) == "NoSuchLifecycleConfiguration"


def make_bucket(account, suffix: str) -> str:
    name = f"lake-{account.id}-{suffix}"
    account.client("s3").create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
    return name


def statement(effect: str, principal, action: list[str], resource: list[str], **more) -> dict:
    return {"Effect": effect, "Principal": principal, "Action": action, "Resource": resource} | more


def put_policy(s3, bucket: str, *statements: dict) -> None:
    s3.put_bucket_policy(Bucket=bucket, Policy=json.dumps({"Version": "2012-10-17", "Statement": list(statements)}))


def test_a_notification_keeps_eventbridge(account, refused) -> None:
    s3, bucket = account.client("s3"), make_bucket(account, "a")
    assert "EventBridgeConfiguration" not in s3.get_bucket_notification_configuration(Bucket=bucket)
    s3.put_bucket_notification_configuration(Bucket=bucket, NotificationConfiguration={"EventBridgeConfiguration": {}})
    assert s3.get_bucket_notification_configuration(Bucket=bucket)["EventBridgeConfiguration"] == {}
    s3.put_bucket_notification_configuration(Bucket=bucket, NotificationConfiguration={})
    assert "EventBridgeConfiguration" not in s3.get_bucket_notification_configuration(Bucket=bucket)
    assert refused(s3.get_bucket_notification_configuration, Bucket="none") == "NoSuchBucket"


def test_a_policy_that_denies_requests_without_tls_does_not_lock_the_bucket(account) -> None:
    s3, bucket = account.client("s3"), make_bucket(account, "b")
    insecure = {"Bool": {"aws:SecureTransport": "false"}}
    put_policy(s3, bucket, statement("Deny", "*", ["s3:*"], [f"arn:aws:s3:::{bucket}/*"], Condition=insecure))
    s3.put_object(Bucket=bucket, Key="k", Body=b"row")
    assert s3.get_object(Bucket=bucket, Key="k")["Body"].read() == b"row"


def test_access_logs_need_a_policy_that_lets_them_in(account, refused) -> None:
    s3, source, target = account.client("s3"), make_bucket(account, "source"), make_bucket(account, "target")
    logging = {"LoggingEnabled": {"TargetBucket": target, "TargetPrefix": "logs/"}}
    put = {"Bucket": source, "BucketLoggingStatus": logging}
    assert refused(s3.put_bucket_logging, **put) == "InvalidTargetBucketForLogging"
    services = {"Service": ["cloudtrail.amazonaws.com", "logging.s3.amazonaws.com"]}
    put_policy(s3, target, statement("Allow", services, ["s3:PutObject"], [f"arn:aws:s3:::{target}/*"]))
    logging["LoggingEnabled"]["TargetObjectKeyFormat"] = {"PartitionedPrefix": {"PartitionDateSource": "EventTime"}}
    s3.put_bucket_logging(**put)
    assert s3.get_bucket_logging(Bucket=source)["LoggingEnabled"] == logging["LoggingEnabled"]


def test_a_default_retention_can_be_set_on_a_bucket_that_holds_objects(account, refused) -> None:
    s3, bucket = account.client("s3"), f"lake-{account.id}-locked"
    place = {"LocationConstraint": "eu-central-1"}
    s3.create_bucket(Bucket=bucket, CreateBucketConfiguration=place, ObjectLockEnabledForBucket=True)
    s3.put_object(Bucket=bucket, Key="k", Body=b"row")
    rule = {"DefaultRetention": {"Mode": "GOVERNANCE", "Days": 30}}
    lock = {"ObjectLockConfiguration": {"ObjectLockEnabled": "Enabled", "Rule": rule}}
    s3.put_object_lock_configuration(Bucket=bucket, **lock)
    assert s3.get_object_lock_configuration(Bucket=bucket)["ObjectLockConfiguration"]["Rule"] == rule
    unlocked = make_bucket(account, "unlocked")
    assert refused(s3.put_object_lock_configuration, Bucket=unlocked, **lock) == "InvalidBucketState"


def test_a_replication_rule_is_returned_as_put(account, refused) -> None:
    s3, source, copy = account.client("s3"), make_bucket(account, "source"), make_bucket(account, "copy")
    for name in (source, copy):
        s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
    rule = {
        "ID": "second-region",
        "Priority": 0,
        "Status": "Enabled",
        "Filter": {"Prefix": ""},
        "DeleteMarkerReplication": {"Status": "Enabled"},
        "SourceSelectionCriteria": {"SseKmsEncryptedObjects": {"Status": "Enabled"}},
        "Destination": {
            "Bucket": f"arn:aws:s3:::{copy}",
            "EncryptionConfiguration": {"ReplicaKmsKeyID": "arn:aws:kms:eu-west-1:111111111111:key/1"},
        },
    }
    role = f"arn:aws:iam::{account.id}:role/replica"
    s3.put_bucket_replication(Bucket=source, ReplicationConfiguration={"Role": role, "Rules": [rule]})
    assert s3.get_bucket_replication(Bucket=source)["ReplicationConfiguration"] == {"Role": role, "Rules": [rule]}
    s3.delete_bucket_replication(Bucket=source)
    assert refused(s3.get_bucket_replication, Bucket=source) == "ReplicationConfigurationNotFoundError"


def test_a_request_that_expects_another_owner_is_refused(account, other, refused) -> None:
    s3, bucket = account.client("s3"), make_bucket(account, "owned")
    s3.put_object(Bucket=bucket, Key="k", Body=b"row", ExpectedBucketOwner=account.id)
    assert refused(s3.put_object, Bucket=bucket, Key="k", Body=b"", ExpectedBucketOwner=other.id) == "AccessDenied"
    assert refused(s3.list_objects_v2, Bucket=bucket, ExpectedBucketOwner=other.id) == "AccessDenied"
    assert s3.get_object(Bucket=bucket, Key="k", ExpectedBucketOwner=account.id)["Body"].read() == b"row"
    assert refused(s3.put_object, Bucket="none", Key="k", Body=b"", ExpectedBucketOwner=other.id) == "NoSuchBucket"
