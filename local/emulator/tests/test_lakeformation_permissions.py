import catalog
import pytest

LOAN = {"DatabaseName": "lending", "Name": "loan"}


@pytest.fixture
def lf(account):
    catalog.make(account)
    return account.client("lakeformation")


def who(name: str) -> dict:
    return {"DataLakePrincipalIdentifier": name}


def grants(lf, **arguments) -> list[tuple[str, dict, list[str]]]:
    found = lf.list_permissions(**arguments)["PrincipalResourcePermissions"]
    return [(one["Principal"]["DataLakePrincipalIdentifier"], one["Resource"], one["Permissions"]) for one in found]


def test_select_on_a_table_comes_back_on_its_columns(account, lf) -> None:
    lf.grant_permissions(Principal=who("role"), Resource={"Table": LOAN}, Permissions=["SELECT", "DESCRIBE"])
    where = {"CatalogId": account.id} | LOAN
    assert grants(lf, Principal=who("role"), Resource={"Table": LOAN}) == [
        ("role", {"TableWithColumns": where | {"ColumnWildcard": {}}}, ["SELECT"]),
        ("role", {"Table": where}, ["DESCRIBE"]),
    ]


def test_a_table_lists_the_grants_on_its_columns_and_no_other_table(account, lf) -> None:
    on_columns = {"TableWithColumns": LOAN | {"ColumnNames": ["loan_id", "amount"]}}
    lf.grant_permissions(Principal=who("role"), Resource=on_columns, Permissions=["SELECT"])
    found = grants(lf, Resource={"Table": LOAN})
    assert found[0][1]["TableWithColumns"]["ColumnNames"] == ["amount", "loan_id"]
    assert grants(lf, Resource={"Table": LOAN | {"Name": "other"}}) == []
    assert grants(lf, ResourceType="TABLE") == found
    assert grants(lf, ResourceType="DATABASE") == []


def test_a_grant_on_another_accounts_table_belongs_to_the_account_that_made_it(account, other, lf) -> None:
    consumer = other.client("lakeformation")
    target = {"Table": {"CatalogId": account.id} | LOAN}
    consumer.grant_permissions(Principal=who("team"), Resource=target, Permissions=["SELECT"])
    assert len(grants(consumer, Principal=who("team"), Resource=target)) == 1
    assert grants(lf) == []
    assert grants(consumer, Resource={"Table": LOAN}) == []


def test_tags_and_tag_policies_are_listed_for_a_principal_and_for_an_auditor(lf) -> None:
    lf.create_lf_tag(TagKey="domain", TagValues=["lending", "deposits"])
    tag = {"LFTag": {"TagKey": "domain", "TagValues": ["lending"]}}
    policy = {"LFTagPolicy": {"ResourceType": "TABLE", "Expression": [{"TagKey": "domain", "TagValues": ["deposits", "lending"]}]}}
    lf.grant_permissions(Principal=who("role"), Resource=tag, Permissions=["DESCRIBE"])
    lf.grant_permissions(
        Principal=who("333333333333"), Resource=policy, Permissions=["SELECT"], PermissionsWithGrantOption=["SELECT"]
    )
    policy["LFTagPolicy"]["Expression"][0]["TagValues"].reverse()
    found = lf.list_permissions(Principal=who("333333333333"), Resource=policy)["PrincipalResourcePermissions"]
    assert [one["PermissionsWithGrantOption"] for one in found] == [["SELECT"]]
    assert len(grants(lf, Principal=who("role"), Resource=tag)) == 1
    assert {name for name, _, _ in grants(lf)} == {"role", "333333333333"}
    assert len(grants(lf, ResourceType="LF_TAG_POLICY_TABLE")) == 1
    assert grants(lf, ResourceType="LF_TAG_POLICY_DATABASE") == []

    first = lf.list_permissions(MaxResults=1)
    second = lf.list_permissions(MaxResults=1, NextToken=first["NextToken"])
    assert first["PrincipalResourcePermissions"] != second["PrincipalResourcePermissions"]
    assert "NextToken" not in second


def test_what_does_not_exist_cannot_be_granted(lf, refused) -> None:
    def grant(resource: dict, *permissions: str) -> str:
        return refused(lf.grant_permissions, Principal=who("role"), Resource=resource, Permissions=list(permissions))

    assert grant({"Table": LOAN | {"Name": "none"}}, "SELECT") == "EntityNotFoundException"
    assert grant({"Database": {"Name": "none"}}, "DESCRIBE") == "EntityNotFoundException"
    assert grant({"TableWithColumns": LOAN | {"ColumnNames": ["none"]}}, "SELECT") == "EntityNotFoundException"
    assert grant({"TableWithColumns": LOAN | {"ColumnNames": ["iban"]}}, "DESCRIBE") == "InvalidInputException"
    assert grant({"LFTag": {"TagKey": "none", "TagValues": ["x"]}}, "DESCRIBE") == "EntityNotFoundException"
    assert grant({"DataLocation": {"ResourceArn": "arn:aws:s3:::none"}}, "DATA_LOCATION_ACCESS") == "InvalidInputException"


def test_a_principal_without_a_resource_cannot_be_listed(lf, refused) -> None:
    assert refused(lf.list_permissions, Principal=who("role")) == "InvalidInputException"


def test_revoking_takes_the_grant_option_along_and_fails_where_nothing_is_granted(lf, refused) -> None:
    database = {"Database": {"Name": "lending"}}
    both = ["DESCRIBE", "CREATE_TABLE"]
    lf.grant_permissions(Principal=who("role"), Resource=database, Permissions=both, PermissionsWithGrantOption=both)
    lf.revoke_permissions(Principal=who("role"), Resource=database, Permissions=["DESCRIBE"])
    found = lf.list_permissions()["PrincipalResourcePermissions"][0]
    assert (found["Permissions"], found["PermissionsWithGrantOption"]) == (["CREATE_TABLE"], ["CREATE_TABLE"])
    revoke = {"Principal": who("role"), "Resource": database, "Permissions": ["CREATE_TABLE"]}
    lf.revoke_permissions(**revoke)
    assert grants(lf) == []
    assert refused(lf.revoke_permissions, **revoke) == "InvalidInputException"


def test_a_batch_reports_what_failed_and_does_the_rest(lf) -> None:
    entries = [
        {"Id": name, "Principal": who("role"), "Resource": {"Database": {"Name": name}}, "Permissions": ["DESCRIBE"]}
        for name in ("none", "lending")
    ]
    failures = lf.batch_grant_permissions(Entries=entries)["Failures"]
    assert [(one["RequestEntry"]["Id"], one["Error"]["ErrorCode"]) for one in failures] == [("none", "EntityNotFoundException")]
    assert len(grants(lf)) == 1
    assert lf.batch_revoke_permissions(Entries=entries[1:])["Failures"] == []
    assert grants(lf) == []


def test_deleting_a_table_ends_its_grants(account, lf) -> None:
    lf.grant_permissions(Principal=who("role"), Resource={"Table": LOAN}, Permissions=["SELECT", "DESCRIBE"])
    lf.grant_permissions(Principal=who("role"), Resource={"Database": {"Name": "lending"}}, Permissions=["DESCRIBE"])
    account.client("glue").delete_table(DatabaseName="lending", Name="loan")
    assert [next(iter(resource)) for _, resource, _ in grants(lf)] == ["Database"]
