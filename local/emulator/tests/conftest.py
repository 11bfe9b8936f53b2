"""One emulator for the whole run; each test works in accounts that nobody else uses."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

ROOT = Path(__file__).parent.parent
REGION = "eu-central-1"
_numbers = itertools.count(500000000001)


@dataclass(frozen=True)
class Account:
    """One AWS account, entered by assuming a role in it."""

    id: str
    endpoint: str

    def client(self, service: str, role_name: str = "deploy") -> Any:
        base = {"endpoint_url": self.endpoint, "region_name": REGION, "config": Config(retries={"max_attempts": 0})}
        sts = boto3.client("sts", aws_access_key_id="test", aws_secret_access_key="test", **base)
        role = sts.assume_role(RoleArn=f"arn:aws:iam::{self.id}:role/{role_name}", RoleSessionName="tests")["Credentials"]
        return boto3.client(
            service,
            aws_access_key_id=role["AccessKeyId"],
            aws_secret_access_key=role["SecretAccessKey"],
            aws_session_token=role["SessionToken"],
            **base,
        )


def started(*options: str) -> Iterator[str]:
    """Endpoint of an emulator, which must stop when it is told to."""
    command = [sys.executable, "-m", "lake_emulator", "--port", "0", "--exit-with-parent", *options]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    yield json.loads(process.stdout.readline())["endpoint"]
    process.terminate()
    assert process.wait(timeout=5) == 0


@pytest.fixture(scope="session")
def endpoint() -> Iterator[str]:
    yield from started()


@pytest.fixture
def account(endpoint: str) -> Account:
    return Account(str(next(_numbers)), endpoint)


@pytest.fixture
def other(endpoint: str) -> Account:
    return Account(str(next(_numbers)), endpoint)


@pytest.fixture
def refused() -> Callable[..., str]:
    """Make a call that must fail, and return AWS's name of the error."""

    def call(function: Callable[..., Any], **arguments: Any) -> str:
        with pytest.raises(ClientError) as caught:
            function(**arguments)
        return caught.value.response["Error"]["Code"]

    return call
