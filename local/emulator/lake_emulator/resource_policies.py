"""Policies of keys, buckets, topics and queues, and what they add to a role's own.

Within an account either side is enough, but for a key, whose policy must let the role in or leave it to the account. Across
accounts both sides must allow.
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from moto.kms.models import RESERVED_ALIASES, kms_backends
from moto.s3.models import s3_backends
from moto.sns.models import sns_backends
from moto.sqs.models import sqs_backends

from lake_emulator.evaluation import Answer, Context, Json

# Condition keys that a request has only when a service makes it for somebody; roles ask directly.
BY_SERVICES = ("aws:SourceAccount", "aws:SourceArn", "kms:GrantIsForAWSResource", "kms:ViaService")

# Headers of an upload by which a bucket's policy chooses.
ENCRYPTION = ("", "-aws-kms-key-id", "-customer-algorithm")


@dataclass(frozen=True)
class Owned:
    """A resource that has a policy."""

    account: str
    arn: str
    policy: Json
    key: bool = False


def allowed(identity: bool, account: str, owned: Owned, answer: Answer) -> bool:
    """Whether a role of an account may use a resource that its own policies and boundary do not refuse; `identity`: they allow it."""
    if answer.denied:
        return False
    if owned.account != account:
        return identity and (answer.role or answer.account)
    if owned.key:
        return answer.role or (answer.account and identity)
    return identity or answer.role


def owned_by(account: str, region: str, prefix: str, where: str | None, parameters: Json) -> Owned | None:
    """The resource that a request is about, when it exists and has a policy."""
    if prefix == "kms":
        return _key(account, region, parameters)
    if prefix == "s3":
        return _bucket(where)
    if prefix == "sns" and where is not None and where.count(":") == 5:
        place, owner = where.split(":")[3:5]
        topic = sns_backends[owner][place].topics.get(where)
        return Owned(owner, where, json.loads(topic.policy)) if topic is not None else None
    if prefix == "sqs" and isinstance(parameters.get("QueueUrl"), str):
        owner, name = parameters["QueueUrl"].split("/")[-2:]
        queue = sqs_backends[owner][region].queues.get(name)
        return Owned(owner, queue.queue_arn, json.loads(queue.policy)) if queue is not None and queue.policy else None
    return None


def _key(account: str, region: str, parameters: Json) -> Owned | None:
    named = next((parameters[name] for name in ("KeyId", "TargetKeyId", "AliasName") if isinstance(parameters.get(name), str)), None)
    if named is None:
        return None
    found = re.match(r"arn:[^:]+:kms:([^:]+):(\d{12}):(.+)$", named)
    place, owner, name = found.groups() if found else (region, account, named)
    backend: Any = kms_backends[owner][place]
    # Asking moto for an alias of AWS's own would make its key.
    if name in RESERVED_ALIASES:
        return None
    key = backend.keys.get(backend.get_key_id_from_alias(name) if name.startswith("alias/") else name.split("/")[-1])
    return Owned(owner, key.arn, json.loads(key.policy), key=True) if key is not None else None


def _bucket(where: str | None) -> Owned | None:
    name = (where or "").removeprefix("arn:aws:s3:::").split("/")[0]
    if name not in s3_backends.bucket_accounts:
        return None
    partition, owner = s3_backends.bucket_accounts[name]
    bucket = s3_backends[owner][partition].buckets.get(name)
    if bucket is None:
        return None
    # A bucket without a policy says nothing to its account, and keeps the others out.
    return Owned(owner, where or "", json.loads(bucket.policy) if bucket.policy else {"Statement": []})


def shown(account: str, role: str, action: str, headers: Any) -> Context:
    """Values of the condition keys that resource policies ask for. The emulator's plain HTTP stands for TLS."""
    context: dict[str, str | None] = dict.fromkeys(BY_SERVICES)
    context |= {
        "AWS:SourceOwner": account,  # the default policy of topics
        "aws:PrincipalAccount": account,
        "aws:PrincipalArn": role,
        "aws:SecureTransport": "true",
        "kms:CallerAccount": account,
    }
    if action == "s3:PutObject":
        name = "x-amz-server-side-encryption"
        context |= {f"s3:{name}{each}": headers.get(f"{name}{each}") for each in ENCRYPTION}
    return context
