"""LF-tags and their assignment to databases, tables and columns.

https://docs.aws.amazon.com/lake-formation/latest/APIReference/API_CreateLFTag.html
https://docs.aws.amazon.com/lake-formation/latest/APIReference/API_UpdateLFTag.html
https://docs.aws.amazon.com/lake-formation/latest/APIReference/API_AddLFTagsToResource.html
https://docs.aws.amazon.com/lake-formation/latest/APIReference/API_RemoveLFTagsFromResource.html
https://docs.aws.amazon.com/lake-formation/latest/APIReference/API_GetResourceLFTags.html
"""

from __future__ import annotations

from moto.lakeformation.responses import LakeFormationResponse as LakeFormation

from lake_emulator.extend import Call, Json, replaces
from lake_emulator.lakeformation import catalog_of, chosen_columns, columns, database, invalid, kept, not_found, page, table
from lake_emulator.lakeformation_grants import kind_of

# An assignment is kept under (database,), (database, table) or (database, table, column).
Place = tuple[str, ...]


def _ontology(call: Call) -> dict[str, list[str]]:
    return kept(call, "tags", catalog_of(call))


def _known(call: Call) -> list[str]:
    key = call.params["TagKey"]
    if key not in _ontology(call):
        raise not_found(f"Tag key {key} does not exist.")
    return _ontology(call)[key]


@replaces(LakeFormation)
def create_lf_tag(call: Call) -> Json:
    if call.params["TagKey"] in _ontology(call):
        raise invalid(f"Tag key {call.params['TagKey']} already exists.")
    _ontology(call)[call.params["TagKey"]] = list(call.params["TagValues"])
    return {}


@replaces(LakeFormation)
def get_lf_tag(call: Call) -> Json:
    return {"CatalogId": catalog_of(call), "TagKey": call.params["TagKey"], "TagValues": _known(call)}


@replaces(LakeFormation)
def list_lf_tags(call: Call) -> Json:
    found = [{"CatalogId": catalog_of(call), "TagKey": key, "TagValues": values} for key, values in _ontology(call).items()]
    return page(call, "LFTags", found)


@replaces(LakeFormation)
def update_lf_tag(call: Call) -> Json:
    values = _known(call)
    removed = call.params.get("TagValuesToDelete") or []
    added = call.params.get("TagValuesToAdd") or []
    if set(removed) - set(values):
        raise not_found("Tag or tag value does not exist.")
    left = [value for value in values if value not in removed]
    _ontology(call)[call.params["TagKey"]] = left + [value for value in added if value not in left]
    for tags in kept(call, "assigned", catalog_of(call)).values():
        if tags.get(call.params["TagKey"]) in removed:
            del tags[call.params["TagKey"]]
    return {}


@replaces(LakeFormation)
def delete_lf_tag(call: Call) -> Json:
    """The tag leaves every resource that carries it, and grants that are written with it end."""
    _known(call)
    key = call.params["TagKey"]
    del _ontology(call)[key]
    for tags in kept(call, "assigned", catalog_of(call)).values():
        tags.pop(key, None)
    grants = kept(call, "grants")
    for name, grant in list(grants.items()):
        policy = grant["Resource"].get("LFTagPolicy") or {}
        used = [*policy.get("Expression", []), grant["Resource"].get("LFTag") or {}]
        if any(tag.get("TagKey") == key for tag in used):
            del grants[name]
    return {}


def _places(call: Call) -> tuple[str, list[Place]]:
    """The catalog and the places that the request's resource means."""
    resource = call.params["Resource"]
    kind = kind_of(resource)
    value = resource[kind]
    catalog = value.get("CatalogId") or catalog_of(call)
    if kind == "Database":
        database(call, catalog, value["Name"])
        return catalog, [(value["Name"],)]
    if kind == "Table":
        table(call, catalog, value["DatabaseName"], value["Name"])
        return catalog, [(value["DatabaseName"], value["Name"])]
    if kind == "TableWithColumns":
        return catalog, [(value["DatabaseName"], value["Name"], name) for name in chosen_columns(call, catalog, value)]
    raise invalid("LF-tags are assigned to databases, tables and columns.")


def _failure(tag: Json, message: str) -> Json:
    return {"LFTag": tag, "Error": {"ErrorCode": "EntityNotFoundException", "ErrorMessage": message}}


@replaces(LakeFormation)
def add_lf_tags_to_resource(call: Call) -> Json:
    """A resource has one value of a tag at most: a second one takes the place of the first."""
    catalog, places = _places(call)
    failures = []
    for tag in call.params["LFTags"]:
        ontology = kept(call, "tags", tag.get("CatalogId") or catalog)
        if not set(tag["TagValues"]) <= set(ontology.get(tag["TagKey"], [])):
            failures.append(_failure(tag, "Tag or tag value does not exist."))
        elif len(tag["TagValues"]) != 1:
            raise invalid("A resource can be assigned one value per tag key.")
        else:
            for place in places:
                kept(call, "assigned", catalog).setdefault(place, {})[tag["TagKey"]] = tag["TagValues"][0]
    return {"Failures": failures}


@replaces(LakeFormation)
def remove_lf_tags_from_resource(call: Call) -> Json:
    catalog, places = _places(call)
    failures = []
    for tag in call.params["LFTags"]:
        held = [kept(call, "assigned", catalog).get(place, {}) for place in places]
        if not any(tags.get(tag["TagKey"]) in tag["TagValues"] for tags in held):
            failures.append(_failure(tag, "Tag is not assigned to the resource."))
        for tags in held:
            if tags.get(tag["TagKey"]) in tag["TagValues"]:
                del tags[tag["TagKey"]]
    return {"Failures": failures}


@replaces(LakeFormation)
def get_resource_lf_tags(call: Call) -> Json:
    """Tags per level; what a level inherits is left out with ShowAssignedLFTags."""
    catalog, places = _places(call)
    own_only = call.params.get("ShowAssignedLFTags") or False
    assigned = kept(call, "assigned", catalog)

    def tags(place: Place) -> list[Json]:
        levels = [place] if own_only else [place[: depth + 1] for depth in range(len(place))]
        merged: dict[str, str] = {}
        for level in levels:
            merged |= assigned.get(level, {})
        return [{"CatalogId": catalog, "TagKey": key, "TagValues": [value]} for key, value in merged.items()]

    first = places[0]
    answer: Json = {"LFTagOnDatabase": tags(first[:1])}
    if len(first) > 1:
        answer["LFTagsOnTable"] = tags(first[:2])
        if len(first) == 2:
            places = [(*first, name) for name in columns(call, catalog, *first)]
        on_columns = [{"Name": place[2], "LFTags": tags(place)} for place in places]
        answer["LFTagsOnColumns"] = [entry for entry in on_columns if entry["LFTags"]]
    return {key: value for key, value in answer.items() if value}
