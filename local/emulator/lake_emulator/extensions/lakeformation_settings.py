"""Lake Formation settings of an account, and the S3 locations registered with it.

https://docs.aws.amazon.com/lake-formation/latest/APIReference/API_PutDataLakeSettings.html
https://docs.aws.amazon.com/lake-formation/latest/APIReference/API_GetDataLakeSettings.html
https://docs.aws.amazon.com/lake-formation/latest/APIReference/API_RegisterResource.html
https://docs.aws.amazon.com/lake-formation/latest/APIReference/API_UpdateResource.html
https://docs.aws.amazon.com/lake-formation/latest/APIReference/API_DescribeResource.html
"""

from __future__ import annotations

import time

from moto.lakeformation import urls
from moto.lakeformation.models import default_settings
from moto.lakeformation.responses import LakeFormationResponse as LakeFormation

from lake_emulator.extend import Call, Json, adds, error, replaces, routes
from lake_emulator.lakeformation import catalog_of, kept, not_found, page

routes(urls.url_paths, LakeFormation.dispatch, "UpdateResource")
SERVICE_ROLE = "aws-service-role/lakeformation.amazonaws.com/AWSServiceRoleForLakeFormationDataAccess"
FLAGS = ("WithFederation", "HybridAccessEnabled", "WithPrivilegedAccess")


def settings(call: Call) -> Json:
    """A fresh account leaves everything to IAM; SET_CONTEXT is AWS's own and always there."""
    document = kept(call, "settings", catalog_of(call)).get("settings") or default_settings()
    given = document.get("Parameters") or {}
    return document | {"Parameters": {"CROSS_ACCOUNT_VERSION": "1", "SET_CONTEXT": "TRUE"} | given}


@replaces(LakeFormation)
def get_data_lake_settings(call: Call) -> Json:
    return {"DataLakeSettings": settings(call)}


@replaces(LakeFormation)
def put_data_lake_settings(call: Call) -> Json:
    """The document replaces the one before; what it leaves out is empty from now on."""
    lists = ("DataLakeAdmins", "ReadOnlyAdmins", "CreateDatabaseDefaultPermissions", "CreateTableDefaultPermissions")
    empty: Json = {key: [] for key in (*lists, "TrustedResourceOwners", "ExternalDataFilteringAllowList")}
    kept(call, "settings", catalog_of(call))["settings"] = empty | call.params["DataLakeSettings"]
    return {}


def _registered(call: Call) -> Json:
    found = kept(call, "resources").get(call.params["ResourceArn"])
    if found is None:
        raise not_found("Resource is not registered with Lake Formation.")
    return found


def _role(call: Call) -> str:
    return call.params.get("RoleArn") or f"arn:{call.partition}:iam::{call.account}:role/{SERVICE_ROLE}"


@replaces(LakeFormation)
def register_resource(call: Call) -> Json:
    arn = call.params["ResourceArn"]
    if arn in kept(call, "resources"):
        raise error("AlreadyExistsException", "Resource is already registered.")
    flags = {flag: call.params[flag] for flag in FLAGS if call.params.get(flag) is not None}
    kept(call, "resources")[arn] = {"ResourceArn": arn, "RoleArn": _role(call), "LastModified": time.time()} | flags
    return {}


@adds(LakeFormation)
def update_resource(call: Call) -> Json:
    found = _registered(call)
    flags = {flag: call.params[flag] for flag in FLAGS if call.params.get(flag) is not None}
    found |= {"RoleArn": _role(call), "LastModified": time.time()} | flags
    return {}


@replaces(LakeFormation)
def describe_resource(call: Call) -> Json:
    return {"ResourceInfo": _registered(call)}


@replaces(LakeFormation)
def deregister_resource(call: Call) -> Json:
    del kept(call, "resources")[_registered(call)["ResourceArn"]]
    return {}


@replaces(LakeFormation)
def list_resources(call: Call) -> Json:
    return page(call, "ResourceInfoList", list(kept(call, "resources").values()))
