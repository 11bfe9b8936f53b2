import catalog
import pytest

DATABASE = {"Database": {"Name": "lending"}}
LOAN = {"DatabaseName": "lending", "Name": "loan"}


@pytest.fixture
def lf(account):
    catalog.make(account)
    client = account.client("lakeformation")
    client.create_lf_tag(TagKey="domain", TagValues=["lending", "deposits"])
    client.create_lf_tag(TagKey="class", TagValues=["public", "restricted"])
    return client


def tags(**values: str) -> list[dict]:
    return [{"TagKey": key, "TagValues": [value]} for key, value in values.items()]


def short(found: list[dict]) -> dict[str, str]:
    return {tag["TagKey"]: tag["TagValues"][0] for tag in found}


def test_the_ontology(lf, refused) -> None:
    assert refused(lf.create_lf_tag, TagKey="domain", TagValues=["x"]) == "InvalidInputException"
    lf.update_lf_tag(TagKey="domain", TagValuesToAdd=["cards"], TagValuesToDelete=["deposits"])
    assert lf.get_lf_tag(TagKey="domain")["TagValues"] == ["lending", "cards"]
    assert {tag["TagKey"] for tag in lf.list_lf_tags()["LFTags"]} == {"domain", "class"}
    lf.delete_lf_tag(TagKey="domain")
    assert refused(lf.get_lf_tag, TagKey="domain") == "EntityNotFoundException"
    assert refused(lf.delete_lf_tag, TagKey="domain") == "EntityNotFoundException"


def test_tags_are_inherited_and_overridden_level_by_level(lf) -> None:
    columns = {"TableWithColumns": LOAN | {"ColumnNames": ["iban"]}}
    lf.add_lf_tags_to_resource(Resource=DATABASE, LFTags=tags(domain="lending"))
    lf.add_lf_tags_to_resource(Resource=DATABASE, LFTags=tags(**{"class": "public"}))
    lf.add_lf_tags_to_resource(Resource=columns, LFTags=tags(**{"class": "restricted"}))

    found = lf.get_resource_lf_tags(Resource={"Table": LOAN})
    assert short(found["LFTagOnDatabase"]) == {"domain": "lending", "class": "public"}
    assert short(found["LFTagsOnTable"]) == {"domain": "lending", "class": "public"}
    by_column = {column["Name"]: short(column["LFTags"]) for column in found["LFTagsOnColumns"]}
    assert by_column["iban"] == {"domain": "lending", "class": "restricted"}
    assert by_column["loan_id"] == {"domain": "lending", "class": "public"}

    own = lf.get_resource_lf_tags(Resource={"Table": LOAN}, ShowAssignedLFTags=True)
    assert "LFTagsOnTable" not in own
    assert [column["Name"] for column in own["LFTagsOnColumns"]] == ["iban"]


def test_a_second_value_takes_the_place_of_the_first_and_can_be_removed(lf) -> None:
    lf.add_lf_tags_to_resource(Resource={"Table": LOAN}, LFTags=tags(domain="lending"))
    lf.add_lf_tags_to_resource(Resource={"Table": LOAN}, LFTags=tags(domain="deposits"))
    assert short(lf.get_resource_lf_tags(Resource={"Table": LOAN})["LFTagsOnTable"]) == {"domain": "deposits"}
    lf.remove_lf_tags_from_resource(Resource={"Table": LOAN}, LFTags=tags(domain="deposits"))
    assert "LFTagsOnTable" not in lf.get_resource_lf_tags(Resource={"Table": LOAN})


def test_what_does_not_exist_is_refused(lf, refused) -> None:
    failures = lf.add_lf_tags_to_resource(Resource=DATABASE, LFTags=tags(domain="none"))["Failures"]
    assert failures[0]["Error"]["ErrorCode"] == "EntityNotFoundException"
    failures = lf.remove_lf_tags_from_resource(Resource=DATABASE, LFTags=tags(domain="lending"))["Failures"]
    assert failures[0]["Error"]["ErrorCode"] == "EntityNotFoundException"
    none = {"Table": LOAN | {"Name": "none"}}
    assert refused(lf.get_resource_lf_tags, Resource=none) == "EntityNotFoundException"
    assert refused(lf.add_lf_tags_to_resource, Resource=none, LFTags=tags(domain="lending")) == "EntityNotFoundException"
