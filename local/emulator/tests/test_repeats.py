import json

import pytest
from botocore.exceptions import ClientError

TRUST = json.dumps({"Version": "2012-10-17", "Statement": []})


def repeated(client, call: str, attempt: int) -> None:
    """From now on every request of the client says that it is this attempt of this call."""

    def mark(request, **_) -> None:
        request.headers["amz-sdk-invocation-id"] = call
        request.headers["amz-sdk-request"] = f"attempt={attempt}; max=25"

    client.meta.events.register("before-send", mark)


def test_a_creation_that_is_repeated_gets_its_first_answer(account) -> None:
    iam = account.client("iam")
    repeated(iam, "call-1", 1)
    first = iam.create_role(RoleName="late", AssumeRolePolicyDocument=TRUST)["Role"]
    again = account.client("iam")
    repeated(again, "call-1", 2)
    assert again.create_role(RoleName="late", AssumeRolePolicyDocument=TRUST)["Role"] == first


def test_another_call_finds_what_is_there(account) -> None:
    iam = account.client("iam")
    repeated(iam, "call-2", 1)
    iam.create_role(RoleName="early", AssumeRolePolicyDocument=TRUST)
    other = account.client("iam")
    repeated(other, "call-3", 2)
    with pytest.raises(ClientError, match="EntityAlreadyExists"):
        other.create_role(RoleName="early", AssumeRolePolicyDocument=TRUST)
