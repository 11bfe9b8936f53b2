import pytest

TAGS = [{"Key": "a", "Value": "b"}]


@pytest.fixture
def athena(account):
    client = account.client("athena")
    client.create_work_group(Name="risk", Configuration={"ResultConfiguration": {"OutputLocation": "s3://results/"}})
    return client


def test_tags_of_workgroups_and_data_catalogs(account, athena, refused) -> None:
    athena.create_data_catalog(Name="bank", Type="GLUE", Parameters={"catalog-id": account.id})
    for resource in ("workgroup/risk", "datacatalog/bank"):
        arn = f"arn:aws:athena:eu-central-1:{account.id}:{resource}"
        assert athena.list_tags_for_resource(ResourceARN=arn)["Tags"] == []
        athena.tag_resource(ResourceARN=arn, Tags=TAGS)
        assert athena.list_tags_for_resource(ResourceARN=arn)["Tags"] == TAGS
        athena.untag_resource(ResourceARN=arn, TagKeys=["a"])
        assert athena.list_tags_for_resource(ResourceARN=arn)["Tags"] == []
        for call in (athena.list_tags_for_resource, lambda **names: athena.tag_resource(Tags=TAGS, **names)):
            assert refused(call, ResourceARN=arn + "x") == "ResourceNotFoundException"


def test_a_workgroup_is_updated_by_changes_and_removals(athena, refused) -> None:
    updates = {"BytesScannedCutoffPerQuery": 10**9, "ResultConfigurationUpdates": {"RemoveOutputLocation": True}}
    athena.update_work_group(WorkGroup="risk", Description="d", State="DISABLED", ConfigurationUpdates=updates)
    found = athena.get_work_group(WorkGroup="risk")["WorkGroup"]
    assert (found["Description"], found["State"]) == ("d", "DISABLED")
    assert found["Configuration"]["BytesScannedCutoffPerQuery"] == 10**9
    assert found["Configuration"]["ResultConfiguration"] == {}
    assert refused(athena.get_work_group, WorkGroup="none") == "InvalidRequestException"
    assert refused(athena.update_work_group, WorkGroup="none") == "InvalidRequestException"


def test_a_workgroup_that_holds_queries_is_deleted_only_when_told_so(athena, refused) -> None:
    query = athena.create_named_query(Name="q", Database="d", QueryString="SELECT 1", WorkGroup="risk")["NamedQueryId"]
    assert refused(athena.delete_work_group, WorkGroup="risk") == "InvalidRequestException"
    athena.delete_work_group(WorkGroup="risk", RecursiveDeleteOption=True)
    assert refused(athena.get_named_query, NamedQueryId=query) == "InvalidRequestException"


def test_named_queries(athena, refused) -> None:
    query = athena.create_named_query(Name="q", Database="d", QueryString="SELECT 1", WorkGroup="risk")["NamedQueryId"]
    athena.update_named_query(NamedQueryId=query, Name="q", QueryString="SELECT 2")
    assert athena.get_named_query(NamedQueryId=query)["NamedQuery"]["QueryString"] == "SELECT 2"
    athena.delete_named_query(NamedQueryId=query)
    assert refused(athena.delete_named_query, NamedQueryId=query) == "InvalidRequestException"


def test_prepared_statements(athena, refused) -> None:
    where = {"StatementName": "s", "WorkGroup": "risk"}
    athena.create_prepared_statement(**where, QueryStatement="SELECT ?")
    athena.update_prepared_statement(**where, QueryStatement="SELECT ? + 1")
    assert athena.get_prepared_statement(**where)["PreparedStatement"]["QueryStatement"] == "SELECT ? + 1"
    athena.create_work_group(Name="finance")
    athena.create_prepared_statement(StatementName="r", WorkGroup="risk", QueryStatement="SELECT 1")
    athena.create_prepared_statement(StatementName="t", WorkGroup="finance", QueryStatement="SELECT 1")
    first = athena.list_prepared_statements(WorkGroup="risk", MaxResults=1)
    assert [each["StatementName"] for each in first["PreparedStatements"]] == ["r"]
    rest = athena.list_prepared_statements(WorkGroup="risk", NextToken=first["NextToken"])
    assert [each["StatementName"] for each in rest["PreparedStatements"]] == ["s"]
    assert "NextToken" not in rest
    assert refused(athena.list_prepared_statements, WorkGroup="none") == "InvalidRequestException"
    athena.delete_prepared_statement(**where)
    assert refused(athena.get_prepared_statement, **where) == "ResourceNotFoundException"


def test_data_catalogs(athena, refused) -> None:
    athena.create_data_catalog(Name="bank", Type="GLUE", Parameters={"catalog-id": "111111111111"})
    athena.update_data_catalog(Name="bank", Type="GLUE", Description="d", Parameters={"catalog-id": "222222222222"})
    assert athena.get_data_catalog(Name="bank")["DataCatalog"]["Parameters"] == {"catalog-id": "222222222222"}
    athena.delete_data_catalog(Name="bank")
    assert refused(athena.get_data_catalog, Name="bank") == "InvalidRequestException"
