def test_endpoints_and_rules_are_found_by_their_tags(account) -> None:
    ec2, tagging = account.client("ec2"), account.client("resourcegroupstaggingapi")
    tags = [{"Key": "stack", "Value": "network"}]
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/24")["Vpc"]["VpcId"]
    group = ec2.create_security_group(GroupName="a", Description="a", VpcId=vpc)["GroupId"]
    rule = ec2.authorize_security_group_ingress(
        GroupId=group,
        IpPermissions=[{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": [{"CidrIp": "10.0.0.0/24"}]}],
        TagSpecifications=[{"ResourceType": "security-group-rule", "Tags": tags}],
    )["SecurityGroupRules"][0]["SecurityGroupRuleId"]
    endpoint = ec2.create_vpc_endpoint(
        VpcId=vpc,
        ServiceName="com.amazonaws.eu-central-1.s3",
        TagSpecifications=[{"ResourceType": "vpc-endpoint", "Tags": tags}],
    )["VpcEndpoint"]["VpcEndpointId"]
    found = tagging.get_resources(TagFilters=[{"Key": "stack", "Values": ["network"]}])["ResourceTagMappingList"]
    assert sorted(each["ResourceARN"].split("/")[1] for each in found) == sorted([rule, endpoint])
