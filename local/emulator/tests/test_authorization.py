"""Policies as `authorization` evaluates them; `npm run test:roles` tries the whole."""

from __future__ import annotations

import pytest

from lake_emulator.authorization import passed_roles, permitted, resource_of

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


def test_passed_roles_are_found_wherever_they_stand() -> None:
    role = "arn:aws:iam::111122223333:role/prod-x"
    assert list(passed_roles({"S3Settings": {"ServiceAccessRoleArn": role}, "Targets": [{"RoleArn": role}]})) == [role, role]
    assert list(passed_roles({"Description": role})) == []


def test_resources_of_requests() -> None:
    assert resource_of("1", "eu", "iam", {"RoleName": "prod-x"}) == "arn:aws:iam::1:role/prod-x"
    assert resource_of("1", "eu", "sns", {"TopicArn": "arn:aws:sns:eu:1:t"}) == "arn:aws:sns:eu:1:t"
    assert resource_of("1", "eu", "dms", {"EndpointIdentifier": "e"}) is None
