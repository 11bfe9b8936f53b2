def test_the_permissions_of_a_share_follow_its_resources(account, refused) -> None:
    ram = account.client("ram")
    database = f"arn:aws:glue:eu-central-1:{account.id}:database/lending"
    made = ram.create_resource_share(name="lake", resourceArns=[database], tags=[{"key": "a", "value": "b"}])["resourceShare"]
    ram.create_resource_share(name="empty")
    arn = made["resourceShareArn"]
    found = ram.list_resource_share_permissions(resourceShareArn=arn)["permissions"]
    assert {one["resourceType"] for one in found} == {"glue:Database"}
    assert all(one["arn"].startswith("arn:aws:ram::aws:permission/") for one in found)
    assert refused(ram.list_resource_share_permissions, resourceShareArn=arn + "x") == "UnknownResourceException"


def test_shares_are_found_by_arn_and_name(account, refused) -> None:
    ram = account.client("ram")
    arns = [ram.create_resource_share(name=name)["resourceShare"]["resourceShareArn"] for name in ("one", "two")]
    by_arn = ram.get_resource_shares(resourceOwner="SELF", resourceShareArns=arns[:1])["resourceShares"]
    by_name = ram.get_resource_shares(resourceOwner="SELF", name="two")["resourceShares"]
    assert [share["name"] for share in by_arn + by_name] == ["one", "two"]
    missing = {"resourceOwner": "SELF", "resourceShareArns": [arns[0] + "x"]}
    assert refused(ram.get_resource_shares, **missing) == "UnknownResourceException"
