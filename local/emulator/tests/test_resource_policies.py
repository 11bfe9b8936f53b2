"""Keys, buckets and topics ask their own policies where the emulator is started with `--enforce`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import REGION, Account, started

Refused = Callable[..., str]


@pytest.fixture(scope="module")
def enforcing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    record: Path = tmp_path_factory.mktemp("enforce") / "calls.jsonl"
    yield from started("--enforce", str(record))


@pytest.fixture(scope="module")
def own(enforcing: str) -> Account:
    return with_reader(Account("600000000001", enforcing))


@pytest.fixture(scope="module")
def other(enforcing: str) -> Account:
    return with_reader(Account("600000000002", enforcing))


def with_reader(account: Account) -> Account:
    """An account with a role `reader` whose own policy allows everything. Its other sessions are administrators'."""
    iam = account.client("iam")
    iam.create_role(RoleName="reader", AssumeRolePolicyDocument="{}")
    anything = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
    iam.put_role_policy(RoleName="reader", PolicyName="anything", PolicyDocument=json.dumps(anything))
    return account


def policy(effect: str, principal: object, action: str, resource: object = "*", **conditions: object) -> str:
    statement = {"Effect": effect, "Principal": principal, "Action": action, "Resource": resource, "Condition": conditions}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


def key(account: Account, document: str) -> str:
    return account.client("kms").create_key(Policy=document)["KeyMetadata"]["Arn"]


def test_a_key_lets_in_whom_its_policy_names(own: Account, other: Account, refused: Refused) -> None:
    def describe(account: Account, arn: str) -> Any:
        return account.client("kms", "reader").describe_key(KeyId=arn)

    closed = key(own, policy("Allow", {"AWS": f"arn:aws:iam::{own.id}:role/somebody"}, "kms:*"))
    assert refused(describe, account=own, arn=closed) == "AccessDeniedException"
    delegated = key(own, policy("Allow", {"AWS": f"arn:aws:iam::{own.id}:root"}, "kms:*"))
    assert describe(own, delegated)["KeyMetadata"]["Arn"] == delegated
    assert refused(describe, account=other, arn=delegated) == "AccessDeniedException"
    shared = key(own, policy("Allow", {"AWS": f"arn:aws:iam::{other.id}:role/reader"}, "kms:DescribeKey"))
    assert describe(other, shared)["KeyMetadata"]["Arn"] == shared
    through_s3 = {"StringEquals": {"kms:ViaService": f"s3.{REGION}.amazonaws.com"}}
    by_service = key(own, policy("Allow", {"AWS": f"arn:aws:iam::{own.id}:root"}, "kms:*", **through_s3))
    assert refused(describe, account=own, arn=by_service) == "AccessDeniedException"


def test_an_alias_leads_to_the_policy_of_its_key(own: Account, refused: Refused) -> None:
    arn = key(own, policy("Allow", {"AWS": f"arn:aws:iam::{own.id}:role/somebody"}, "kms:*"))
    own.client("kms").create_alias(AliasName="alias/lake", TargetKeyId=arn)
    client = own.client("kms", "reader")
    assert refused(client.describe_key, KeyId="alias/lake") == "AccessDeniedException"
    assert refused(client.delete_alias, AliasName="alias/lake") == "AccessDeniedException"


def test_a_bucket_refuses_and_shares(own: Account, other: Account, refused: Refused) -> None:
    name = f"bank-{own.id}"
    s3 = own.client("s3")
    s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})
    s3.put_object(Bucket=name, Key="state", Body=b"x")
    mine, others = own.client("s3", "reader"), other.client("s3", "reader")
    mine.get_object(Bucket=name, Key="state")
    assert refused(others.get_object, Bucket=name, Key="state") == "AccessDenied"
    objects = f"arn:aws:s3:::{name}/*"
    s3.put_bucket_policy(Bucket=name, Policy=policy("Allow", {"AWS": f"arn:aws:iam::{other.id}:root"}, "s3:GetObject", objects))
    others.get_object(Bucket=name, Key="state")
    assert refused(others.put_object, Bucket=name, Key="state", Body=b"y") == "AccessDenied"
    glass = {"ArnNotEquals": {"aws:PrincipalArn": f"arn:aws:iam::{own.id}:role/break-glass"}}
    s3.put_bucket_policy(Bucket=name, Policy=policy("Deny", "*", "s3:DeleteObject", objects, **glass))
    assert refused(mine.delete_object, Bucket=name, Key="state") == "AccessDenied"
    plain = {"Bool": {"aws:SecureTransport": "false"}}
    s3.put_bucket_policy(Bucket=name, Policy=policy("Deny", "*", "s3:*", objects, **plain))
    mine.delete_object(Bucket=name, Key="state")


def test_an_upload_by_another_key_is_refused(own: Account, refused: Refused) -> None:
    name = f"bank-encrypted-{own.id}"
    header = "s3:x-amz-server-side-encryption"
    s3 = own.client("s3")
    s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})
    others = {"StringNotEquals": {header: "aws:kms"}, "Null": {header: "false"}}
    s3.put_bucket_policy(Bucket=name, Policy=policy("Deny", "*", "s3:PutObject", f"arn:aws:s3:::{name}/*", **others))
    mine = own.client("s3", "reader")
    mine.put_object(Bucket=name, Key="a", Body=b"x")
    assert refused(mine.put_object, Bucket=name, Key="a", Body=b"x", ServerSideEncryption="AES256") == "AccessDenied"


def test_a_topic_of_another_account(own: Account, other: Account, refused: Refused) -> None:
    topic = own.client("sns").create_topic(Name="alarms")["TopicArn"]
    sns = other.client("sns", "reader")
    assert refused(sns.publish, TopicArn=topic, Message="x") == "AccessDenied"
    document = policy("Allow", {"AWS": f"arn:aws:iam::{other.id}:root"}, "sns:Publish", topic)
    own.client("sns").set_topic_attributes(TopicArn=topic, AttributeName="Policy", AttributeValue=document)
    sns.publish(TopicArn=topic, Message="x")
