"""DMS event subscriptions, and the tags of every DMS resource.

https://docs.aws.amazon.com/dms/latest/APIReference/API_CreateEventSubscription.html
https://docs.aws.amazon.com/dms/latest/APIReference/API_DescribeEventSubscriptions.html
https://docs.aws.amazon.com/dms/latest/APIReference/API_ModifyEventSubscription.html
https://docs.aws.amazon.com/dms/latest/APIReference/API_DeleteEventSubscription.html
https://docs.aws.amazon.com/dms/latest/APIReference/API_AddTagsToResource.html
https://docs.aws.amazon.com/dms/latest/APIReference/API_RemoveTagsFromResource.html
https://docs.aws.amazon.com/dms/latest/APIReference/API_ListTagsForResource.html
"""

from __future__ import annotations

from datetime import datetime, timezone

from moto.dms.models import dms_backends
from moto.dms.responses import DatabaseMigrationServiceResponse as Dms

from lake_emulator import dms_kinds
from lake_emulator.dms import Kind, all_of, create, describe, make_arn, one, remove, tag
from lake_emulator.dms_kinds import SUBSCRIPTION
from lake_emulator.extend import Call, Json, adds, error, replaces

FIELDS = {"SnsTopicArn": "SnsTopicArn", "SourceType": "SourceType", "EventCategories": "EventCategoriesList", "Enabled": "Enabled"}


@adds(Dms)
def create_event_subscription(call: Call) -> Json:
    name = call.params["SubscriptionName"]
    document = {
        "CustSubscriptionId": name,
        "CustomerAwsId": call.account,
        "Enabled": True,
        "EventCategoriesList": [],
        "SourceIdsList": call.params.get("SourceIds") or [],
        "Status": "active",
        "SubscriptionCreationTime": datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M:%S"),
    }
    document |= _changes(call)
    return {"EventSubscription": create(call, SUBSCRIPTION, document, make_arn(call, SUBSCRIPTION, name))}


@adds(Dms)
def describe_event_subscriptions(call: Call) -> Json:
    name = call.params.get("SubscriptionName")
    if name:
        return {"EventSubscriptionsList": [one(call, SUBSCRIPTION, name)]}
    return describe(call, SUBSCRIPTION, "EventSubscriptionsList")


@adds(Dms)
def modify_event_subscription(call: Call) -> Json:
    subscription = one(call, SUBSCRIPTION, call.params["SubscriptionName"])
    subscription |= _changes(call)
    return {"EventSubscription": subscription}


@adds(Dms)
def delete_event_subscription(call: Call) -> Json:
    subscription = one(call, SUBSCRIPTION, call.params["SubscriptionName"])
    remove(call, SUBSCRIPTION, subscription)
    return {"EventSubscription": subscription | {"Status": "deleting"}}


def _changes(call: Call) -> Json:
    return {ours: call.params[theirs] for theirs, ours in FIELDS.items() if call.params.get(theirs) is not None}


@adds(Dms)
def add_tags_to_resource(call: Call) -> Json:
    tag(call, _existing(call, call.params["ResourceArn"]), call.params["Tags"])
    return {}


@adds(Dms)
def remove_tags_from_resource(call: Call) -> Json:
    arn = _existing(call, call.params["ResourceArn"])
    call.backend(dms_backends).tagger.untag_resource_using_names(arn, call.params["TagKeys"])
    return {}


@replaces(Dms)
def list_tags_for_resource(call: Call) -> Json:
    arns = [call.params["ResourceArn"]] if call.params.get("ResourceArn") else call.params.get("ResourceArnList") or []
    tags = call.backend(dms_backends).tagger.get_tag_dict_for_resource
    found = [(arn, key, value) for arn in arns for key, value in tags(_existing(call, arn)).items()]
    return {"TagList": [{"Key": key, "Value": value, "ResourceArn": arn} for arn, key, value in found]}


def _existing(call: Call, arn: str) -> str:
    for kind in vars(dms_kinds).values():
        if isinstance(kind, Kind) and f":{kind.arn_type}:" in arn:
            by_name = {make_arn(call, kind, name) for name in all_of(call, kind)}
            by_arn = {document.get(kind.arn or "") for document in all_of(call, kind).values()}
            if arn in by_name | by_arn:
                return arn
    raise error("ResourceNotFoundFault", f"Resource {arn} not found.")
