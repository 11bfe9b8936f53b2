import catalog
import pytest


@pytest.fixture
def lf(account):
    catalog.make(account)
    return account.client("lakeformation")


def data(account, **more) -> dict:
    where = {"TableCatalogId": account.id, "DatabaseName": "lending", "TableName": "loan", "Name": "branch"}
    return where | {"RowFilter": {"FilterExpression": "amount < 5"}, "ColumnNames": ["amount"]} | more


def where(account) -> dict:
    return {key: value for key, value in data(account).items() if key not in ("RowFilter", "ColumnNames")}


def test_a_filter_is_created_read_updated_listed_granted_and_deleted(account, lf, refused) -> None:
    lf.create_data_cells_filter(TableData=data(account))
    first = lf.get_data_cells_filter(**where(account))["DataCellsFilter"]
    assert first["RowFilter"]["FilterExpression"] == "amount < 5"
    lf.update_data_cells_filter(TableData=data(account, ColumnNames=["iban"], VersionId=first["VersionId"]))
    listed = lf.list_data_cells_filter(Table={"CatalogId": account.id, "DatabaseName": "lending", "Name": "loan"})
    assert [one["ColumnNames"] for one in listed["DataCellsFilters"]] == [["iban"]]

    resource = {"DataCellsFilter": where(account)}
    principal = {"DataLakePrincipalIdentifier": "333333333333"}
    lf.grant_permissions(Principal=principal, Resource=resource, Permissions=["SELECT"])
    assert len(lf.list_permissions(Principal=principal, Resource=resource)["PrincipalResourcePermissions"]) == 1

    lf.delete_data_cells_filter(**where(account))
    assert refused(lf.get_data_cells_filter, **where(account)) == "EntityNotFoundException"


def test_wrong_filters_are_refused(account, lf, refused) -> None:
    lf.create_data_cells_filter(TableData=data(account))
    create = lf.create_data_cells_filter
    assert refused(create, TableData=data(account)) == "AlreadyExistsException"
    assert refused(create, TableData=data(account, Name="x", TableName="none")) == "EntityNotFoundException"
    assert refused(create, TableData=data(account, Name="x", ColumnNames=["none"])) == "EntityNotFoundException"
    assert refused(create, TableData=data(account, Name="x", ColumnWildcard={})) == "InvalidInputException"
    stale = data(account, VersionId="stale")
    assert refused(lf.update_data_cells_filter, TableData=stale) == "ConcurrentModificationException"
    assert refused(lf.delete_data_cells_filter, **where(account) | {"Name": "none"}) == "EntityNotFoundException"
