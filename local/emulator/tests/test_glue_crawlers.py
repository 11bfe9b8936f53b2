def test_a_crawler_has_defaults_uses_lake_formation_and_is_updated(account, refused) -> None:
    glue = account.client("glue")
    target = {"S3Targets": [{"Path": "s3://lake/lending/", "EventQueueArn": "arn:aws:sqs:eu-central-1:111111111111:q"}]}
    glue.create_crawler(Name="plain", Role="role", DatabaseName="lending", Targets=target)
    found = glue.get_crawler(Name="plain")["Crawler"]
    assert found["Targets"]["S3Targets"] == target["S3Targets"]
    assert found["RecrawlPolicy"] == {"RecrawlBehavior": "CRAWL_EVERYTHING"}
    assert found["LakeFormationConfiguration"]["UseLakeFormationCredentials"] is False

    credentials = {"UseLakeFormationCredentials": True, "AccountId": account.id}
    glue.update_crawler(Name="plain", RecrawlPolicy={"RecrawlBehavior": "CRAWL_EVENT_MODE"}, LakeFormationConfiguration=credentials)
    found = glue.get_crawlers()["Crawlers"][0]
    assert (found["RecrawlPolicy"]["RecrawlBehavior"], found["Role"], found["Version"]) == ("CRAWL_EVENT_MODE", "role", 2)
    assert found["LakeFormationConfiguration"] == credentials

    assert refused(glue.update_crawler, Name="none", Role="role") == "EntityNotFoundException"
    glue.start_crawler(Name="plain")
    assert refused(glue.update_crawler, Name="plain", Role="role") == "CrawlerRunningException"
