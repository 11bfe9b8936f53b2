"""KMS keys of another account, named by key ARN or alias ARN; and the rotation period of a key.

The calls that AWS lets an account make on another account's key; AWS asks both accounts' policies first, which is not imitated.
https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html ("Cross-account use: Yes")
https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html
https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html
https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyRotationStatus.html
"""

from __future__ import annotations

import re
from typing import Any

from moto.kms.models import kms_backends
from moto.kms.responses import KmsResponse

from lake_emulator.extend import Call, Json, error, replaces, state

KEY_ARN = re.compile(r"^arn:[^:]+:kms:(?P<region>[^:]+):(?P<account>\d{12}):(?:key|alias)/.+$")


@replaces(
    KmsResponse,
    "describe_key",
    "encrypt",
    "decrypt",
    "generate_data_key",
    "generate_data_key_without_plaintext",
    "create_grant",
    "list_grants",
    "get_public_key",
)
def in_the_account_of_the_key(call: Call) -> Json:
    """Let moto answer as the account that the ARN names; a key that does not exist there is its NotFoundException."""
    arn = KEY_ARN.match(call.params.get("KeyId") or "")
    # KMS is regional: an ARN of another Region is not found from here.
    if arn and arn["region"] == call.region:
        call.response.current_account = arn["account"]
    return call.ask_moto()


DEFAULT_PERIOD = 365


def _periods(call: Call) -> dict[str, int]:
    return state(call.backend(kms_backends), "rotation_periods", dict)


def _key_id(call: Call) -> str:
    backend: Any = call.backend(kms_backends)
    return backend.get_key_id(call.params["KeyId"])


@replaces(KmsResponse)
def enable_key_rotation(call: Call) -> Json:
    period = call.params.get("RotationPeriodInDays") or DEFAULT_PERIOD
    if not 90 <= period <= 2560:
        raise error("ValidationException", f"RotationPeriodInDays {period} is not between 90 and 2560")
    answer = call.ask_moto()
    _periods(call)[_key_id(call)] = period
    return answer


@replaces(KmsResponse)
def get_key_rotation_status(call: Call) -> Json:
    """The period is part of the answer only while rotation is on."""
    answer = call.ask_moto()
    if answer["KeyRotationEnabled"]:
        answer |= {"KeyId": _key_id(call), "RotationPeriodInDays": _periods(call).get(_key_id(call), DEFAULT_PERIOD)}
    return answer
