import catalog
import pytest

LOAN = {"DatabaseName": "lending", "Name": "loan"}


@pytest.fixture
def glue(account):
    catalog.make(account)
    return account.client("glue")


def iceberg(glue, name: str, location: str | None) -> None:
    descriptor = {"Columns": [{"Name": "id", "Type": "bigint"}]} | ({"Location": location} if location else {})
    glue.create_table(
        DatabaseName="lending",
        TableInput={"Name": name, "StorageDescriptor": descriptor},
        OpenTableFormatInput={"IcebergInput": {"MetadataOperation": "CREATE", "Version": "2"}},
    )


def test_an_iceberg_table_gets_its_type_and_its_first_metadata_file(glue, refused) -> None:
    iceberg(glue, "ice", "s3://lake/lending/ice/")
    parameters = glue.get_table(DatabaseName="lending", Name="ice")["Table"]["Parameters"]
    assert parameters["table_type"] == "ICEBERG"
    assert parameters["metadata_location"].startswith("s3://lake/lending/ice/metadata/00000-")
    assert refused(iceberg, glue=glue, name="none", location=None) == "InvalidInputException"


def test_another_accounts_catalog_is_read_by_its_id_and_through_a_resource_link(account, other, glue, refused) -> None:
    consumer = other.client("glue")
    consumer.create_database(
        DatabaseInput={
            "Name": "link",
            "TargetDatabase": {"CatalogId": account.id, "DatabaseName": "lending", "Region": "eu-central-1"},
        }
    )
    assert consumer.get_database(Name="link")["Database"]["TargetDatabase"]["CatalogId"] == account.id
    assert consumer.get_table(CatalogId=account.id, **LOAN)["Table"]["CatalogId"] == account.id
    assert [table["Name"] for table in consumer.get_tables(DatabaseName="link")["TableList"]] == ["loan"]
    assert consumer.get_table(DatabaseName="link", Name="loan")["Table"]["CatalogId"] == account.id
    assert refused(consumer.get_table, **LOAN) == "EntityNotFoundException"
    assert refused(consumer.get_table, DatabaseName="link", Name="none") == "EntityNotFoundException"
    assert [one["Name"] for one in consumer.get_databases()["DatabaseList"]] == ["link"]


def test_partition_indexes(glue, refused) -> None:
    keys = [{"Name": "day", "Type": "string"}]
    glue.create_table(
        DatabaseName="lending",
        TableInput={"Name": "changes", "StorageDescriptor": {"Columns": []}, "PartitionKeys": keys},
        PartitionIndexes=[{"IndexName": "one", "Keys": ["day"]}],
    )
    where = {"DatabaseName": "lending", "TableName": "changes"}
    two = {"IndexName": "two", "Keys": ["day"]}
    glue.create_partition_index(**where, PartitionIndex=two)
    found = glue.get_partition_indexes(**where)["PartitionIndexDescriptorList"]
    assert [(one["IndexName"], one["IndexStatus"], one["Keys"]) for one in found] == [(n, "ACTIVE", keys) for n in ("one", "two")]
    assert refused(glue.create_partition_index, **where, PartitionIndex=two) == "AlreadyExistsException"
    wrong = {"IndexName": "three", "Keys": ["none"]}
    assert refused(glue.create_partition_index, **where, PartitionIndex=wrong) == "InvalidInputException"
    glue.delete_partition_index(**where, IndexName="one")
    assert refused(glue.delete_partition_index, **where, IndexName="one") == "EntityNotFoundException"
    assert refused(glue.get_partition_indexes, DatabaseName="lending", TableName="none") == "EntityNotFoundException"


def test_encryption_settings_belong_to_the_catalog_named(account, other) -> None:
    settings = {"EncryptionAtRest": {"CatalogEncryptionMode": "SSE-KMS", "SseAwsKmsKeyId": "key"}}
    account.client("glue").put_data_catalog_encryption_settings(CatalogId=account.id, DataCatalogEncryptionSettings=settings)

    def mode(reader) -> str:
        return reader.client("glue").get_data_catalog_encryption_settings()["DataCatalogEncryptionSettings"]["EncryptionAtRest"][
            "CatalogEncryptionMode"
        ]

    assert (mode(account), mode(other)) == ("SSE-KMS", "DISABLED")


def test_a_federated_database_keeps_its_source(account) -> None:
    glue = account.client("glue")
    source = {"Identifier": "id", "ConnectionName": "c"}
    glue.create_database(DatabaseInput={"Name": "far", "FederatedDatabase": source})
    assert glue.get_database(Name="far")["Database"]["FederatedDatabase"] == source
