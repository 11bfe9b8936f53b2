BUCKET = "arn:aws:s3:::lake"


def test_settings_belong_to_one_account(account, other) -> None:
    admins = [{"DataLakePrincipalIdentifier": "arn:aws:iam::111111111111:role/admin"}]
    lf = account.client("lakeformation")
    lf.put_data_lake_settings(DataLakeSettings={"DataLakeAdmins": admins, "Parameters": {"CROSS_ACCOUNT_VERSION": "4"}})
    found = lf.get_data_lake_settings()["DataLakeSettings"]
    assert found["DataLakeAdmins"] == admins
    assert found["CreateTableDefaultPermissions"] == []
    assert found["Parameters"] == {"CROSS_ACCOUNT_VERSION": "4", "SET_CONTEXT": "TRUE"}

    fresh = other.client("lakeformation").get_data_lake_settings()["DataLakeSettings"]
    assert fresh["DataLakeAdmins"] == []
    assert fresh["CreateTableDefaultPermissions"][0]["Principal"]["DataLakePrincipalIdentifier"] == "IAM_ALLOWED_PRINCIPALS"


def test_until_the_defaults_are_emptied_iam_may_do_everything(account) -> None:
    lf, glue = account.client("lakeformation"), account.client("glue")
    glue.create_database(DatabaseInput={"Name": "open"})
    glue.create_table(DatabaseName="open", TableInput={"Name": "t", "StorageDescriptor": {"Columns": []}})
    found = lf.list_permissions()["PrincipalResourcePermissions"]
    assert {one["Principal"]["DataLakePrincipalIdentifier"] for one in found} == {"IAM_ALLOWED_PRINCIPALS"}
    assert {next(iter(one["Resource"])) for one in found} == {"Database", "Table"}


def test_a_location_is_registered_with_its_flags(account, refused) -> None:
    lf = account.client("lakeformation")
    lf.register_resource(ResourceArn=BUCKET, RoleArn="arn:aws:iam::111111111111:role/lf", HybridAccessEnabled=True)
    found = lf.describe_resource(ResourceArn=BUCKET)["ResourceInfo"]
    assert (found["RoleArn"], found["HybridAccessEnabled"]) == ("arn:aws:iam::111111111111:role/lf", True)
    assert refused(lf.register_resource, ResourceArn=BUCKET, RoleArn="x" * 20) == "AlreadyExistsException"
    lf.update_resource(ResourceArn=BUCKET, RoleArn="arn:aws:iam::111111111111:role/two", HybridAccessEnabled=False)
    assert lf.list_resources()["ResourceInfoList"][0]["RoleArn"].endswith("/two")
    principal, inside = {"DataLakePrincipalIdentifier": "role"}, {"DataLocation": {"ResourceArn": f"{BUCKET}/raw"}}
    lf.grant_permissions(Principal=principal, Resource=inside, Permissions=["DATA_LOCATION_ACCESS"])
    lf.deregister_resource(ResourceArn=BUCKET)
    assert refused(lf.describe_resource, ResourceArn=BUCKET) == "EntityNotFoundException"
    assert refused(lf.update_resource, ResourceArn=BUCKET, RoleArn="arn:aws:iam::111111111111:role/lf") == "EntityNotFoundException"
