"""Lake Formation data cells filters: the row and column filters that are granted.

https://docs.aws.amazon.com/lake-formation/latest/APIReference/API_CreateDataCellsFilter.html
https://docs.aws.amazon.com/lake-formation/latest/APIReference/API_GetDataCellsFilter.html
https://docs.aws.amazon.com/lake-formation/latest/APIReference/API_UpdateDataCellsFilter.html
https://docs.aws.amazon.com/lake-formation/latest/APIReference/API_DeleteDataCellsFilter.html
https://docs.aws.amazon.com/lake-formation/latest/APIReference/API_ListDataCellsFilter.html
"""

from __future__ import annotations

import uuid

from moto.lakeformation import urls
from moto.lakeformation.responses import LakeFormationResponse as LakeFormation

from lake_emulator.extend import Call, Json, adds, error, replaces, routes
from lake_emulator.lakeformation import chosen_columns, invalid, kept, not_found, page
from lake_emulator.lakeformation_grants import filter_key

OPERATIONS = ("CreateDataCellsFilter", "GetDataCellsFilter", "UpdateDataCellsFilter", "DeleteDataCellsFilter")
routes(urls.url_paths, LakeFormation.dispatch, *OPERATIONS)


def _filters(call: Call, catalog: str) -> dict[tuple[str, ...], Json]:
    return kept(call, "cells", catalog)


def _checked(call: Call) -> Json:
    data = dict(call.params["TableData"])
    if "RowFilter" not in data:
        raise invalid("A data cells filter needs a row filter.")
    if bool(data.get("ColumnNames")) == ("ColumnWildcard" in data):
        raise invalid("A data cells filter needs either column names or a column wildcard.")
    chosen_columns(call, data["TableCatalogId"], data | {"Name": data["TableName"]})
    return data | {"VersionId": str(uuid.uuid4())}


def _existing(call: Call, where: Json) -> Json:
    found = _filters(call, where["TableCatalogId"]).get(filter_key(where))
    if found is None:
        raise not_found(f"Data cells filter {where['Name']} not found.")
    return found


@adds(LakeFormation)
def create_data_cells_filter(call: Call) -> Json:
    data = _checked(call)
    filters = _filters(call, data["TableCatalogId"])
    if filter_key(data) in filters:
        raise error("AlreadyExistsException", f"Data cells filter {data['Name']} already exists.")
    filters[filter_key(data)] = data
    return {}


@adds(LakeFormation)
def get_data_cells_filter(call: Call) -> Json:
    return {"DataCellsFilter": _existing(call, call.params)}


@adds(LakeFormation)
def update_data_cells_filter(call: Call) -> Json:
    before = _existing(call, call.params["TableData"])
    version = call.params["TableData"].get("VersionId")
    if version and version != before["VersionId"]:
        raise error("ConcurrentModificationException", "The data cells filter has another version by now.")
    data = _checked(call)
    _filters(call, data["TableCatalogId"])[filter_key(data)] = data
    return {}


@adds(LakeFormation)
def delete_data_cells_filter(call: Call) -> Json:
    _existing(call, call.params)
    del _filters(call, call.params["TableCatalogId"])[filter_key(call.params)]
    return {}


@replaces(LakeFormation)
def list_data_cells_filter(call: Call) -> Json:
    table = call.params.get("Table") or {}
    catalog = table.get("CatalogId") or call.account
    wanted = (table.get("DatabaseName"), table.get("Name"))
    found = [data for data in _filters(call, catalog).values() if not table or wanted == (data["DatabaseName"], data["TableName"])]
    return page(call, "DataCellsFilters", found)
