import catalog
import pytest
from test_glue_catalog import iceberg

CONFIGURATION = {"roleArn": "arn:aws:iam::111111111111:role/optimizer", "enabled": True}


@pytest.mark.parametrize("kind", ["compaction", "retention", "orphan_file_deletion"])
def test_an_optimizer_of_each_kind(account, refused, kind) -> None:
    catalog.make(account)
    glue = account.client("glue")
    iceberg(glue, "ice", "s3://lake/lending/ice")
    where = {"CatalogId": account.id, "DatabaseName": "lending", "TableName": "ice", "Type": kind}
    assert refused(glue.get_table_optimizer, **where) == "EntityNotFoundException"
    glue.create_table_optimizer(**where, TableOptimizerConfiguration=CONFIGURATION)
    assert refused(glue.create_table_optimizer, **where, TableOptimizerConfiguration=CONFIGURATION) == "AlreadyExistsException"
    glue.update_table_optimizer(**where, TableOptimizerConfiguration=CONFIGURATION | {"enabled": False})
    found = glue.get_table_optimizer(**where)["TableOptimizer"]
    assert (found["type"], found["configuration"]["enabled"]) == (kind, False)
    glue.delete_table_optimizer(**where)
    assert refused(glue.delete_table_optimizer, **where) == "EntityNotFoundException"


def test_only_iceberg_tables_are_optimized(account, refused) -> None:
    catalog.make(account)
    create = account.client("glue").create_table_optimizer
    where = {"CatalogId": account.id, "DatabaseName": "lending", "Type": "compaction", "TableOptimizerConfiguration": CONFIGURATION}
    assert refused(create, TableName="loan", **where) == "InvalidInputException"
    assert refused(create, TableName="none", **where) == "EntityNotFoundException"
