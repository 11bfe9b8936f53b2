"""Policies as `authorization` evaluates them; the demo tries the whole."""

from __future__ import annotations

import pytest

from lake_emulator.authorization import passed_roles, resource_of
from lake_emulator.evaluation import Answer, Principal, answer, permitted
from lake_emulator.resource_policies import Owned, allowed

BUCKET = "arn:aws:s3:::bank-prod-raw"


def policy(effect: str, action: str, resource: str = "*", **conditions: object) -> dict:
    statement = {"Effect": effect, "Action": action, "Resource": resource}
    return {"Statement": [{**statement, "Condition": conditions} if conditions else statement]}


@pytest.mark.parametrize(
    ("policies", "allowed"),
    [
        ([], False),
        ([policy("Allow", "s3:PutBucketPolicy", "arn:aws:s3:::bank-prod-*")], True),
        ([policy("Allow", "s3:putbucket*")], True),
        ([policy("Allow", "s3:GetBucketPolicy")], False),
        ([policy("Allow", "s3:PutBucketPolicy", "arn:aws:s3:::other-*")], False),
        ([policy("Allow", "s3:*"), policy("Deny", "s3:Put*", BUCKET)], False),
        ([policy("Allow", "s3:*"), policy("Deny", "s3:Put*", "arn:aws:s3:::other")], True),
    ],
)
def test_actions_and_resources(policies: list[dict], allowed: bool) -> None:
    assert permitted(policies, "s3:PutBucketPolicy", BUCKET, {}) is allowed


def test_an_unknown_resource_allows_and_does_not_refuse() -> None:
    policies = [policy("Allow", "dms:*", "arn:aws:dms:x"), policy("Deny", "dms:Delete*", "arn:aws:dms:y")]
    assert permitted(policies, "dms:DeleteEndpoint", None, {})


def test_conditions_hold_where_the_request_shows_them() -> None:
    bounded = [policy("Allow", "iam:CreateRole", StringEquals={"iam:PermissionsBoundary": "b"})]
    assert permitted(bounded, "iam:CreateRole", "r", {"iam:PermissionsBoundary": "b"})
    assert not permitted(bounded, "iam:CreateRole", "r", {"iam:PermissionsBoundary": ""})
    tagged = [policy("Allow", "kms:*"), policy("Deny", "kms:Put*", StringEquals={"aws:ResourceTag/stack": "bootstrap"})]
    assert not permitted(tagged, "kms:PutKeyPolicy", None, {"aws:ResourceTag/stack": "bootstrap"})
    assert permitted(tagged, "kms:PutKeyPolicy", None, {})
    others = [policy("Allow", "kms:*"), policy("Deny", "kms:Tag*", StringNotEquals={"aws:ResourceTag/environment": "prod"})]
    assert not permitted(others, "kms:TagResource", None, {"aws:ResourceTag/environment": "staging"})
    assert permitted(others, "kms:TagResource", None, {"aws:ResourceTag/environment": "prod"})
    named = [policy("Allow", "kms:*"), policy("Deny", "kms:Tag*", **{"ForAnyValue:StringNotLike": {"kms:ResourceAliases": "alias/prod-*"}})]
    assert not permitted(named, "kms:TagResource", None, {"kms:ResourceAliases": "alias/payroll"})
    assert permitted(named, "kms:TagResource", None, {"kms:ResourceAliases": "alias/prod-loans-raw"})


@pytest.mark.parametrize(
    ("conditions", "value", "met"),
    [
        ({"StringEquals": {"k": ["a", "b"]}}, "b", True),
        ({"StringEquals": {"k": "a*"}}, "ab", False),
        ({"StringLike": {"k": "a*"}}, "ab", True),
        ({"StringEquals": {"k": "a"}}, None, False),
        ({"StringEqualsIfExists": {"k": "a"}}, None, True),
        ({"StringNotEquals": {"k": "a"}}, "a", False),
        ({"StringNotEquals": {"k": "a"}}, None, True),
        ({"ArnNotEquals": {"k": "arn:aws:iam::1:role/x"}}, "arn:aws:iam::1:role/x", False),
        ({"Bool": {"k": "true"}}, "True", True),
        ({"Null": {"k": "true"}}, None, True),
        ({"Null": {"k": "true"}}, "a", False),
    ],
)
def test_operators(conditions: dict, value: str | None, met: bool) -> None:
    assert permitted([policy("Allow", "s3:*", **conditions)], "s3:GetObject", BUCKET, {"k": value}) is met


ROLE = Principal("1", "arn:aws:iam::1:role/path/reader")


@pytest.mark.parametrize(
    ("principal", "expected"),
    [
        ("*", Answer(denied=False, role=True, account=False)),
        ({"AWS": ROLE.arn}, Answer(denied=False, role=True, account=False)),
        ({"AWS": ["arn:aws:iam::1:root"]}, Answer(denied=False, role=False, account=True)),
        ({"AWS": "1"}, Answer(denied=False, role=False, account=True)),
        ({"AWS": "arn:aws:iam::1:role/reader"}, Answer(denied=False, role=False, account=False)),
        ({"Service": "s3.amazonaws.com"}, Answer(denied=False, role=False, account=False)),
    ],
)
def test_whom_a_resource_policy_names(principal: object, expected: Answer) -> None:
    statement = {"Effect": "Allow", "Principal": principal, "Action": "kms:*", "Resource": "*"}
    assert answer({"Statement": [statement]}, ROLE, "kms:Decrypt", "k", {}) == expected
    refused = answer({"Statement": [{**statement, "Effect": "Deny"}]}, ROLE, "kms:Decrypt", "k", {})
    assert refused == Answer(denied=expected.role or expected.account, role=False, account=False)


NOBODY = Answer(denied=False, role=False, account=False)
BY_ROLE = Answer(denied=False, role=True, account=False)
BY_ACCOUNT = Answer(denied=False, role=False, account=True)
REFUSED = Answer(denied=True, role=True, account=True)


@pytest.mark.parametrize(
    ("owner", "key", "says", "with_identity", "without"),
    [
        ("1", False, NOBODY, True, False),
        ("1", False, BY_ROLE, True, True),
        ("1", False, BY_ACCOUNT, True, False),
        ("1", False, REFUSED, False, False),
        ("1", True, NOBODY, False, False),
        ("1", True, BY_ROLE, True, True),
        ("1", True, BY_ACCOUNT, True, False),
        ("2", True, NOBODY, False, False),
        ("2", False, BY_ROLE, True, False),
        ("2", False, BY_ACCOUNT, True, False),
    ],
)
def test_both_sides(owner: str, key: bool, says: Answer, with_identity: bool, without: bool) -> None:
    owned = Owned(owner, "arn", {"Statement": []}, key=key)
    assert (allowed(True, "1", owned, says), allowed(False, "1", owned, says)) == (with_identity, without)


def test_passed_roles_are_found_wherever_they_stand() -> None:
    role = "arn:aws:iam::111122223333:role/prod-x"
    assert list(passed_roles({"S3Settings": {"ServiceAccessRoleArn": role}, "Targets": [{"RoleArn": role}]})) == [role, role]
    assert list(passed_roles({"Description": role})) == []


def test_resources_of_requests() -> None:
    assert resource_of("1", "eu", "iam", {"RoleName": "prod-x"}) == "arn:aws:iam::1:role/prod-x"
    assert resource_of("1", "eu", "sns", {"TopicArn": "arn:aws:sns:eu:1:t"}) == "arn:aws:sns:eu:1:t"
    assert resource_of("1", "eu", "dms", {"EndpointIdentifier": "e"}) is None
