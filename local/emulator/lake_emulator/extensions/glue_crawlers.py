"""Glue crawlers: Lake Formation credentials, AWS's defaults, and updates.

https://docs.aws.amazon.com/glue/latest/webapi/API_CreateCrawler.html
https://docs.aws.amazon.com/glue/latest/webapi/API_UpdateCrawler.html
https://docs.aws.amazon.com/glue/latest/webapi/API_GetCrawler.html
"""

from __future__ import annotations

from moto.core.utils import utcnow
from moto.glue.models import glue_backends
from moto.glue.responses import GlueResponse as Glue

from lake_emulator.extend import Call, Json, adds, error, replaces, state

FIELDS = {
    "Role": "role",
    "DatabaseName": "database_name",
    "Description": "description",
    "Targets": "targets",
    "Schedule": "schedule",
    "Classifiers": "classifiers",
    "TablePrefix": "table_prefix",
    "SchemaChangePolicy": "schema_change_policy",
    "RecrawlPolicy": "recrawl_policy",
    "LineageConfiguration": "lineage_configuration",
    "Configuration": "configuration",
    "CrawlerSecurityConfiguration": "crawler_security_configuration",
}
DEFAULTS: Json = {
    "RecrawlPolicy": {"RecrawlBehavior": "CRAWL_EVERYTHING"},
    "SchemaChangePolicy": {"UpdateBehavior": "UPDATE_IN_DATABASE", "DeleteBehavior": "DEPRECATE_IN_DATABASE"},
    "LineageConfiguration": {"CrawlerLineageSettings": "DISABLE"},
    "LakeFormationConfiguration": {"UseLakeFormationCredentials": False, "AccountId": ""},
}


def _credentials(call: Call) -> dict[str, Json]:
    """moto has no place for the Lake Formation configuration of a crawler."""
    return state(call.backend(glue_backends), "crawler_credentials", dict)


def _shown(call: Call, crawler: Json) -> Json:
    kept = _credentials(call).get(crawler["Name"])
    given = {key: value for key, value in crawler.items() if value is not None}
    return DEFAULTS | given | ({"LakeFormationConfiguration": kept} if kept else {})


def _keep(call: Call) -> None:
    given = call.params.get("LakeFormationConfiguration")
    if given:
        _credentials(call)[call.params["Name"]] = given


@replaces(Glue)
def create_crawler(call: Call) -> Json:
    answer = call.ask_moto()
    _credentials(call).pop(call.params["Name"], None)
    _keep(call)
    return answer


@adds(Glue)
def update_crawler(call: Call) -> Json:
    """What the request leaves out stays as it is."""
    crawler = call.backend(glue_backends).get_crawler(call.params["Name"])
    if crawler.status == "RUNNING":
        raise error("CrawlerRunningException", f"Crawler {crawler.name} is running")
    for theirs, ours in FIELDS.items():
        if theirs in call.params:
            setattr(crawler, ours, call.params[theirs])
    crawler.version += 1
    crawler.last_updated = utcnow()
    _keep(call)
    return {}


@replaces(Glue)
def get_crawler(call: Call) -> Json:
    return {"Crawler": _shown(call, call.ask_moto()["Crawler"])}


@replaces(Glue)
def get_crawlers(call: Call) -> Json:
    return {"Crawlers": [_shown(call, crawler) for crawler in call.ask_moto()["Crawlers"]]}
