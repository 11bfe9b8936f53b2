import json

import pytest

COLUMNS = [
    {"Name": "loan_id", "Type": "bigint", "Comment": "[internal] Loan"},
    {"Name": "amount", "Type": "decimal(12,2)"},
]


@pytest.fixture
def lake(account):
    """An Iceberg table `lending.loan`, and a way to run a statement and to look at the result."""
    bucket = f"lake-{account.id}"
    s3 = account.client("s3")
    s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
    account.client("lakeformation").put_data_lake_settings(DataLakeSettings={})
    glue, athena = account.client("glue"), account.client("athena")
    glue.create_database(DatabaseInput={"Name": "lending"})
    glue.create_table(
        DatabaseName="lending",
        TableInput={"Name": "loan", "StorageDescriptor": {"Columns": COLUMNS, "Location": f"s3://{bucket}/loan/"}},
        OpenTableFormatInput={"IcebergInput": {"MetadataOperation": "CREATE", "Version": "2"}},
    )

    class Lake:
        def table(self):
            return glue.get_table(DatabaseName="lending", Name="loan")["Table"]

        def columns(self):
            return {column["Name"]: column["Type"] for column in self.table()["StorageDescriptor"]["Columns"]}

        def metadata(self):
            key = self.table()["Parameters"]["metadata_location"].removeprefix(f"s3://{bucket}/")
            return json.load(s3.get_object(Bucket=bucket, Key=key)["Body"])

        def run(self, statement):
            number = athena.start_query_execution(QueryString=statement, WorkGroup="primary")["QueryExecutionId"]
            return athena.get_query_execution(QueryExecutionId=number)["QueryExecution"]["Status"]

        def partition(self, source):
            metadata = self.metadata()
            fields = metadata["schemas"][-1]["fields"]
            schema = [{"Id": f["id"], "Name": f["name"], "Type": f["type"], "Required": f["required"]} for f in fields]
            spec = {"Fields": [{"SourceId": source, "Transform": "bucket[16]", "Name": "loan_id_bucket"}]}
            update = {"Schema": {"Type": "struct", "Fields": schema}, "PartitionSpec": spec, "Location": metadata["location"]}
            wrapped = {"UpdateIcebergInput": {"UpdateIcebergTableInput": {"Updates": [update]}}}
            glue.update_table(DatabaseName="lending", Name="loan", UpdateOpenTableFormatInput=wrapped)

    return Lake()


def test_a_new_table_has_a_metadata_file(lake) -> None:
    assert [(f["id"], f["name"], f["type"]) for f in lake.metadata()["schemas"][0]["fields"]] == [
        (1, "loan_id", "long"),
        (2, "amount", "decimal(12, 2)"),
    ]


def test_columns_are_added_changed_and_dropped(lake) -> None:
    assert lake.run("ALTER TABLE `lending`.`loan` ADD COLUMNS (`note` string)")["State"] == "SUCCEEDED"
    assert lake.run("ALTER TABLE `lending`.`loan` CHANGE COLUMN `amount` `amount` decimal(14,2) COMMENT 'it\\'s'")["State"] == "SUCCEEDED"
    assert lake.columns() == {"loan_id": "bigint", "amount": "decimal(14,2)", "note": "string"}
    assert lake.table()["StorageDescriptor"]["Columns"][1]["Comment"] == "it's"
    assert [(f["id"], f["name"]) for f in lake.metadata()["schemas"][-1]["fields"]] == [(1, "loan_id"), (2, "amount"), (3, "note")]
    assert lake.run("ALTER TABLE `lending`.`loan` DROP COLUMN `note`")["State"] == "SUCCEEDED"
    assert lake.columns() == {"loan_id": "bigint", "amount": "decimal(14,2)"}


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE `lending`.`loan` ADD COLUMNS (`amount` string)",
        "ALTER TABLE `lending`.`loan` ADD COLUMNS IF NOT EXISTS (`note` string)",
        "ALTER TABLE `lending`.`loan` CHANGE COLUMN `loan_id` `loan_id` int COMMENT ''",
        "ALTER TABLE `lending`.`loan` CHANGE COLUMN `amount` `amount` decimal(14,3) COMMENT ''",
        "ALTER TABLE `lending`.`loan` DROP COLUMN `note`",
        "ALTER TABLE `lending`.`none` DROP COLUMN `note`",
    ],
)
def test_what_athena_refuses_fails_and_changes_nothing(lake, statement) -> None:
    before = lake.table()
    status = lake.run(statement)
    assert (status["State"], bool(status["StateChangeReason"])) == ("FAILED", True)
    assert lake.table() == before


def test_new_files_are_divided_otherwise(lake, refused) -> None:
    lake.partition(1)
    metadata = lake.metadata()
    assert metadata["default-spec-id"] == 1
    assert metadata["partition-specs"][1]["fields"] == [
        {"source-id": 1, "field-id": 1000, "transform": "bucket[16]", "name": "loan_id_bucket"}
    ]
    assert refused(lake.partition, source=9) == "InvalidInputException"
