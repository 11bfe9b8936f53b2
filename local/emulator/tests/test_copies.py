import json
import os
import signal
import time
import urllib.request

import boto3
from conftest import Account
from test_server import start

ACCOUNT = "600000000002"


def copy_of(endpoint: str) -> dict:
    request = urllib.request.Request(f"{endpoint}/lake-emulator/copies", method="POST")
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)


def buckets(endpoint: str) -> list[str]:
    return [bucket["Name"] for bucket in Account(ACCOUNT, endpoint).client("s3").list_buckets()["Buckets"]]


def create(endpoint: str, bucket: str) -> None:
    location = {"LocationConstraint": "eu-central-1"}
    Account(ACCOUNT, endpoint).client("s3").create_bucket(Bucket=bucket, CreateBucketConfiguration=location)


def ended(pid: int, zombie: bool = True) -> bool:
    for _ in range(100):
        try:
            if open(f"/proc/{pid}/stat").read().split()[2] == "Z" and zombie:
                return True
        except FileNotFoundError:
            return True
        time.sleep(0.05)
    return False


def test_a_copy_has_what_was_there_and_neither_sees_what_the_other_does_afterwards() -> None:
    process = start()
    original = json.loads(process.stdout.readline())["endpoint"]
    create(original, "before")
    copy = copy_of(original)["endpoint"]
    create(original, "of-the-original")
    create(copy, "of-the-copy")
    second = copy_of(copy)["endpoint"]
    assert buckets(original) == ["before", "of-the-original"]
    assert buckets(copy) == ["before", "of-the-copy"]
    assert buckets(second) == ["before", "of-the-copy"]
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=5) == 0


def test_a_copy_ends_by_itself_when_its_original_ends_and_alone_when_told_to() -> None:
    process = start()
    original = json.loads(process.stdout.readline())["endpoint"]
    one, other = copy_of(original), copy_of(original)
    os.kill(one["pid"], signal.SIGTERM)
    assert ended(one["pid"])
    assert buckets(original) == []
    assert ended(one["pid"], zombie=False)
    process.kill()
    process.wait(timeout=5)
    assert ended(other["pid"])


def test_a_copy_is_made_while_others_ask_at_the_same_time() -> None:
    process = start()
    original = json.loads(process.stdout.readline())["endpoint"]
    client = boto3.client("sts", endpoint_url=original, region_name="eu-central-1", aws_access_key_id="a", aws_secret_access_key="b")
    copies = []
    for _ in range(5):
        client.get_caller_identity()
        copies.append(copy_of(original)["endpoint"])
    assert len(set(copies)) == 5
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=5) == 0
