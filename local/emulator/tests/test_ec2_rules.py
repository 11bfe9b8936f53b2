def test_a_rule_for_a_prefix_list_keeps_its_description(account) -> None:
    ec2 = account.client("ec2")
    name = "com.amazonaws.eu-central-1.s3"
    prefixes = ec2.describe_managed_prefix_lists(Filters=[{"Name": "prefix-list-name", "Values": [name]}])["PrefixLists"]
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    group = ec2.create_security_group(GroupName="dms", Description="Replication", VpcId=vpc)["GroupId"]
    to_s3 = [{"PrefixListId": prefixes[0]["PrefixListId"], "Description": "S3"}]
    https = {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "PrefixListIds": to_s3}
    ec2.authorize_security_group_egress(GroupId=group, IpPermissions=[https])
    rules = ec2.describe_security_group_rules(Filters=[{"Name": "group-id", "Values": [group]}])["SecurityGroupRules"]
    assert [rule.get("Description") for rule in rules if "PrefixListId" in rule] == ["S3"]
