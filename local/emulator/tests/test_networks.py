import json
import urllib.error
import urllib.request

import pytest

VPC = "vpc-0123456789abcdef0"
SUBNETS = [
    {"id": "subnet-0123456789abcdef1", "zone": "eu-central-1a"},
    {"id": "subnet-0123456789abcdef2", "zone": "eu-central-1b"},
]


def wanted(account, subnets: list[dict[str, str]], method: str = "POST") -> int:
    body = json.dumps({"account": account.id, "region": "eu-central-1", "vpcId": VPC, "subnets": subnets}).encode()
    request = urllib.request.Request(f"{account.endpoint}/lake-emulator/networks", body, method=method)
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.status


def test_a_network_has_the_ids_that_were_asked_for_in_one_account_alone(account, other) -> None:
    assert wanted(account, SUBNETS) == 201
    ec2 = account.client("ec2")
    found = ec2.describe_subnets(Filters=[{"Name": "vpc-id", "Values": [VPC]}])["Subnets"]
    assert [(one["SubnetId"], one["AvailabilityZone"]) for one in found] == [(one["id"], one["zone"]) for one in SUBNETS]
    assert ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"] != VPC
    assert VPC not in [vpc["VpcId"] for vpc in other.client("ec2").describe_vpcs()["Vpcs"]]


def test_what_is_there_stays_and_what_is_missing_comes(account) -> None:
    wanted(account, SUBNETS[:1])
    assert wanted(account, SUBNETS) == 201
    assert wanted(account, SUBNETS) == 201
    found = account.client("ec2").describe_subnets(Filters=[{"Name": "vpc-id", "Values": [VPC]}])["Subnets"]
    assert [one["SubnetId"] for one in found] == [one["id"] for one in SUBNETS]


def test_a_network_is_posted(account) -> None:
    with pytest.raises(urllib.error.HTTPError, match="405"):
        wanted(account, SUBNETS, "PUT")
