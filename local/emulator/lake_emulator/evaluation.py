"""What policies say about a request, as far as the request shows it.

What a request does not show, such as a tag of most resources, counts as met by an allowance and as not met by a refusal: a call
that is refused here is refused by AWS too, not the other way round.
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
"""

from __future__ import annotations

import fnmatch
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]

# Values of condition keys: `None` where a request is known to have no such key; not in it, where that is not known.
Context = Mapping[str, str | None]


@dataclass(frozen=True)
class Principal:
    """A role that asks."""

    account: str
    arn: str


@dataclass(frozen=True)
class Answer:
    """What a resource's policy says to a role."""

    denied: bool
    role: bool
    """It lets the role in by itself."""
    account: bool
    """It leaves it to the role's account, whose identity policies decide."""


def permitted(policies: list[Json], action: str, resource: str | None, context: Context) -> bool:
    """Whether some statement of identity policies allows the action and none refuses it."""
    statements = [statement for policy in policies for statement in listed(policy["Statement"])]
    if any(_applies(each, action, resource, context, unknown=False) for each in statements if each["Effect"] == "Deny"):
        return False
    return any(_applies(each, action, resource, context, unknown=True) for each in statements if each["Effect"] == "Allow")


def answer(policy: Json, principal: Principal, action: str, resource: str | None, context: Context) -> Answer:
    """What a resource's own policy says."""
    denied, found = False, set()
    for statement in listed(policy["Statement"]):
        names = _named(statement, principal)
        allows = statement["Effect"] == "Allow"
        if names and _applies(statement, action, resource, context, unknown=allows):
            denied = denied or not allows
            found |= names if allows else set()
    return Answer(denied, "role" in found, "account" in found)


def _named(statement: Json, principal: Principal) -> set[str]:
    """Whether a statement is about a role, its whole account, or neither. The output has no `NotPrincipal`."""
    given = statement.get("Principal", {})
    names = set(listed(given if isinstance(given, str) else given.get("AWS", [])))
    account = {principal.account, f"arn:aws:iam::{principal.account}:root"}
    return ({"role"} if names & {"*", principal.arn} else set()) | ({"account"} if names & account else set())


def _applies(statement: Json, action: str, resource: str | None, context: Context, *, unknown: bool) -> bool:
    if not any(fnmatch.fnmatchcase(action.lower(), pattern.lower()) for pattern in listed(statement.get("Action", []))):
        return False
    resources = listed(statement.get("Resource", "*"))
    if "*" not in resources:
        if resource is None:
            if not unknown:
                return False
        elif not any(_matches(resource, pattern) for pattern in resources):
            return False
    conditions = statement.get("Condition", {})
    return all(
        _met(operator, listed(accepted), context[key]) if key in context else unknown
        for operator, keys in conditions.items()
        for key, accepted in keys.items()
    )


def _met(operator: str, accepted: list[str], value: str | None) -> bool:
    if operator == "Null":
        return (value is None) == ("true" in accepted)
    name = operator.removesuffix("IfExists")
    negated = "Not" in name
    if value is None:
        return name.startswith("ForAllValues:") or (not name.startswith("ForAnyValue:") and (negated or name != operator))
    return any(_fits(name, each, value) for each in accepted) != negated


def _fits(operator: str, accepted: str, value: str) -> bool:
    if operator.endswith("Like") or "Arn" in operator:
        return _matches(value, accepted)
    return value.lower() == accepted.lower() if operator == "Bool" else value == accepted


def _matches(resource: str, pattern: str) -> bool:
    return fnmatch.fnmatchcase(resource, pattern.replace("[", "[[]"))


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
