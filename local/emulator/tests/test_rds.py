KEY = "arn:aws:kms:eu-central-1:111111111111:key/11111111-2222-3333-4444-555555555555"


def test_a_cluster_and_its_instance_return_what_terraform_reads(account, refused) -> None:
    rds = account.client("rds")
    cluster = {"DBClusterIdentifier": "lending", "Engine": "aurora-mysql", "MasterUsername": "admin"}
    made = rds.create_db_cluster(**cluster, ManageMasterUserPassword=True, EnableHttpEndpoint=True)["DBCluster"]
    assert rds.describe_db_clusters()["DBClusters"][0]["HttpEndpointEnabled"] is True
    assert made["MasterUserSecret"]["SecretArn"].startswith("arn:aws:secretsmanager:")
    assert "ScalingConfigurationInfo" not in rds.describe_db_clusters()["DBClusters"][0]

    wanted = {"DBInstanceClass": "db.r6g.large", "Engine": "aurora-mysql", "DBClusterIdentifier": "lending"}
    insights = {"EnablePerformanceInsights": True, "PerformanceInsightsKMSKeyId": KEY}
    rds.create_db_instance(DBInstanceIdentifier="one", **wanted, **insights)
    found = rds.describe_db_instances(DBInstanceIdentifier="one")["DBInstances"][0]
    assert found["PerformanceInsightsEnabled"] is True
    assert (found["PerformanceInsightsKMSKeyId"], found["PerformanceInsightsRetentionPeriod"]) == (KEY, 7)
    rds.modify_db_instance(DBInstanceIdentifier="one", EnablePerformanceInsights=False)
    assert rds.describe_db_instances(DBInstanceIdentifier="one")["DBInstances"][0]["PerformanceInsightsEnabled"] is False
    assert refused(rds.describe_db_instances, DBInstanceIdentifier="none") == "DBInstanceNotFound"
