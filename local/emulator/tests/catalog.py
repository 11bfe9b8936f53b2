"""A small catalog for the Lake Formation and Glue tests: database `lending` with table `loan`."""

from __future__ import annotations

from typing import Any

COLUMNS = ["loan_id", "amount", "iban"]


def make(account: Any) -> None:
    account.client("lakeformation").put_data_lake_settings(DataLakeSettings={})
    glue = account.client("glue")
    glue.create_database(DatabaseInput={"Name": "lending"})
    descriptor = {"Columns": [{"Name": name, "Type": "string"} for name in COLUMNS], "Location": "s3://lake/lending/loan"}
    glue.create_table(
        DatabaseName="lending", TableInput={"Name": "loan", "StorageDescriptor": descriptor, "TableType": "EXTERNAL_TABLE"}
    )
