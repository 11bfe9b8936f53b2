"""What roles may do, as far as requests show it.

moto's own check knows neither resources nor conditions. This one evaluates the identity policies of an assumed role, its
permissions boundary, and the policies of keys, buckets, topics and queues of whatever account.

A role that did not exist when its session began stands for the account's administrator: so an empty account is bootstrapped.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from moto.core.authorization import ActionAuthenticatorMixin
from moto.core.exceptions import AccessDeniedError
from moto.iam.models import iam_backends
from moto.kms.models import kms_backends
from moto.s3.exceptions import S3AccessDeniedError
from moto.sts.models import sts_backends

from lake_emulator.evaluation import Context, Json, Principal, answer, permitted
from lake_emulator.extend import attribute, error
from lake_emulator.resource_policies import Owned, allowed, owned_by, shown

# Names of services in signatures, where IAM has others.
PREFIXES = {"monitoring": "cloudwatch"}

# Names of operations, where the IAM action has another one.
ACTIONS = {
    "lambda:Invoke": "lambda:InvokeFunction",
    "s3:CompleteMultipartUpload": "s3:PutObject",
    "s3:CreateMultipartUpload": "s3:PutObject",
    "s3:DeleteBucketPublicAccessBlock": "s3:PutBucketPublicAccessBlock",
    "s3:DeleteBucketTagging": "s3:PutBucketTagging",
    "s3:HeadBucket": "s3:ListBucket",
    "s3:HeadObject": "s3:GetObject",
    "s3:ListObjects": "s3:ListBucket",
    "s3:ListObjectsV2": "s3:ListBucket",
}

# Parameters by which a role is handed to a service.
PASSED = {
    "DeliverLogsPermissionArn",
    "ExecutionRole",
    "MonitoringRoleArn",
    "Role",
    "RoleArn",
    "SecretsManagerAccessRoleArn",
    "ServiceAccessRoleArn",
    "roleArn",
}
PASSING = re.compile(r":(Create|Modify|Put|Register|Update)")

# Beside it, only an explicit refusal counts.
ANYTHING: Json = {"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}


class Authorization:
    """Watches every request, refuses what its role may not do, and keeps a record."""

    def __init__(self, record: Path | None) -> None:
        self.record = record
        self.sessions: dict[str, str | None] = {}

    def install(self) -> None:
        attribute(ActionAuthenticatorMixin, "_authenticate_and_authorize_action")

        def check(request: Any, request_class: type, resource: str = "*") -> None:
            self.check(request, resource)

        ActionAuthenticatorMixin._authenticate_and_authorize_action = check  # type: ignore[method-assign]

    def check(self, request: Any, resource: str) -> None:
        signature = re.search(r"Credential=([^/]+)/\d+/([^/]+)/([^/]+)/", request.headers.get("Authorization", ""))
        if signature is None:
            return
        key, region, service = signature.groups()
        account = request.current_account
        role = self._role(account, key)
        if role is None or service == "sts":
            return
        prefix = PREFIXES.get(service, service)
        action = f"{prefix}:{request._get_action()}"
        # S3 Control signs as S3 does, and calls the account's setting as S3 calls the bucket's.
        control = "/v20180820/" in request.uri
        action = re.sub("PublicAccessBlock$", f"{'Account' if control else 'Bucket'}PublicAccessBlock", action)
        action = ACTIONS.get(action, action)
        parameters = parameters_of(request)
        where = resource if prefix == "s3" and resource != "arn:aws:s3:::*" else resource_of(account, region, prefix, parameters)
        owned = owned_by(account, region, prefix, where, parameters)
        where = owned.arn if owned is not None else where
        wanted = [(action, where, context_of(account, region, action, parameters))]
        if PASSING.search(action) and prefix not in ("iam", "lakeformation", "kms"):
            own = f"arn:aws:iam::{account}:role/"
            wanted += [("iam:PassRole", arn, {}) for arn in passed_roles(parameters) if arn.startswith(own)]
        for each, on, context in wanted:
            asked = {**shown(account, role_arn(account, role), each, request.headers), **context}
            may = self._allowed(account, role, each, on, asked, owned if each == action else None)
            self._note({"account": account, "role": role, "action": each, "resource": on, "allowed": may})
            if not may:
                if prefix == "s3":
                    raise S3AccessDeniedError
                if "X-Amz-Target" in request.headers:
                    raise error("AccessDeniedException", f"{role_arn(account, role)} is not authorized to perform {each}")
                raise AccessDeniedError(user_arn=f"arn:aws:sts::{account}:assumed-role/{role}", action=each)

    def _role(self, account: str, key: str) -> str | None:
        """Name of the session's role; nothing for an administrator."""
        if key not in self.sessions:
            arns = [each.role_arn for each in sts_backends[account]["aws"].assumed_roles if each.access_key_id == key]
            names = [arn.split("/")[-1] for arn in arns]
            existing = {role.name for role in iam_backends[account]["aws"].roles.values()}
            self.sessions[key] = next((name for name in names if name in existing), None)
        return self.sessions[key]

    def _allowed(
        self, account: str, role: str, action: str, resource: str | None, context: Context, owned: Owned | None
    ) -> bool:
        backend = iam_backends[account]["aws"]
        policies, boundary = policies_of(backend, role)
        refused = not permitted([*policies, ANYTHING], action, resource, context)
        if refused or (boundary is not None and not permitted([boundary], action, resource, context)):
            return False
        identity = permitted(policies, action, resource, context)
        if owned is None:
            return identity
        said = answer(owned.policy, Principal(account, role_arn(account, role)), action, owned.arn, context)
        return allowed(identity, account, owned, said)

    def _note(self, line: Json) -> None:
        if self.record is not None:
            with self.record.open("a", encoding="utf-8") as file:
                file.write(json.dumps(line) + "\n")


def role_arn(account: str, name: str) -> str:
    """A role's ARN, with its path."""
    return iam_backends[account]["aws"].get_role(name).arn


def policies_of(backend: Any, name: str) -> tuple[list[Json], Json | None]:
    """Documents of a role's policies, and of its boundary."""
    role = backend.get_role(name)
    documents = [json.loads(text) for text in role.policies.values()]
    documents += [document_of(policy) for policy in role.managed_policies.values()]
    boundary = role.permissions_boundary_arn
    if boundary is None:
        return documents, None
    return documents, document_of(backend.managed_policies[boundary])


def document_of(policy: Any) -> Json:
    """The default version of a managed policy."""
    return json.loads(next(version.document for version in policy.versions if version.is_default))


def parameters_of(request: Any) -> Json:
    """Parameters of a request, whatever its protocol."""
    body = request.raw_body if isinstance(request.raw_body, (str, bytes)) else b""
    text = body.decode("utf-8", "replace") if isinstance(body, bytes) else body
    if text.startswith("{"):
        return json.loads(text)
    found = {name: values[0] for name, values in parse_qs(text).items()}
    return {**{name: values[0] for name, values in request.querystring.items() if values}, **found}


def passed_roles(value: Any) -> Iterator[str]:
    """ARNs of the roles that a request hands to a service."""
    if isinstance(value, list):
        for each in value:
            yield from passed_roles(each)
    elif isinstance(value, dict):
        for name, inner in value.items():
            if isinstance(inner, str):
                if name.split(".")[-1] in PASSED and inner.startswith("arn:aws:iam:"):
                    yield inner
            else:
                yield from passed_roles(inner)


def resource_of(account: str, region: str, prefix: str, parameters: Json) -> str | None:
    """ARN of what a request is about; nothing where it does not say."""

    def arn(kind: str, *names: str) -> str | None:
        found = next((parameters[name] for name in names if isinstance(parameters.get(name), str)), None)
        if found is None or found.startswith("arn:"):
            return found
        place = f"arn:aws:{prefix}:{'' if prefix == 'iam' else region}:{account}:"
        return f"{place}{kind}{found}"

    if prefix == "iam":
        return arn("role/", "RoleName") or arn("policy/", "PolicyArn", "PolicyName")
    kinds = {
        "athena": ("workgroup/", "WorkGroup", "WorkGroupName"),
        "logs": ("log-group:", "logGroupName"),
        "sns": ("", "TopicArn", "Name", "ResourceArn"),
        "states": ("stateMachine:", "stateMachineArn"),
    }
    if prefix == "athena" and "Name" in parameters and "QueryString" not in parameters:
        return arn("workgroup/", "Name")
    if prefix == "secretsmanager":
        return arn("secret:", "SecretId", "Name")
    return arn(kinds[prefix][0], *kinds[prefix][1:]) if prefix in kinds else None


def context_of(account: str, region: str, action: str, parameters: Json) -> Context:
    """Values of the condition keys that a request shows."""
    context: dict[str, str | None] = {}
    if action == "iam:CreateRole":
        context["iam:PermissionsBoundary"] = parameters.get("PermissionsBoundary", "")
    elif action.startswith("iam:") and "RoleName" in parameters:
        role = next((each for each in iam_backends[account]["aws"].roles.values() if each.name == parameters["RoleName"]), None)
        if role is not None:
            context["iam:PermissionsBoundary"] = role.permissions_boundary_arn or ""
    elif action == "kms:CreateKey":
        tags = {tag["TagKey"]: tag["TagValue"] for tag in parameters.get("Tags", [])}
        context["aws:RequestTag/environment"] = tags.get("environment", "")
    elif action.startswith("kms:") and isinstance(parameters.get("KeyId"), str):
        keys = kms_backends[account][region]
        key = keys.keys.get(parameters["KeyId"].split("/")[-1])
        for name, value in keys.tagger.get_tag_dict_for_resource(key.id).items() if key is not None else []:
            context[f"aws:ResourceTag/{name}"] = value
    return context
