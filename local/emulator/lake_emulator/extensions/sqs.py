"""SQS: redrive policies, returned as they were given. moto drops the one of a dead-letter queue and rewrites the other.

https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html
"""

from __future__ import annotations

from moto.sqs.models import sqs_backends
from moto.sqs.responses import SQSResponse

from lake_emulator.extend import Call, Json, error, replaces, state

ALLOW = "RedriveAllowPolicy"
NAMES = (ALLOW, "RedrivePolicy")


def _policies(call: Call, queue: str) -> dict[str, str]:
    return state(call.backend(sqs_backends), "redrive", dict).setdefault(queue, {})


def _keep(call: Call, queue: str) -> None:
    """An empty policy takes the one before away."""
    given = call.params.get("Attributes") or {}
    for name in NAMES:
        if name in given:
            _policies(call, queue)[name] = given[name]


@replaces(SQSResponse)
def create_queue(call: Call) -> Json:
    fresh = call.params["QueueName"] not in call.backend(sqs_backends).queues
    answer = call.ask_moto()
    if fresh:
        _policies(call, call.params["QueueName"]).clear()
    _keep(call, call.params["QueueName"])
    return answer


@replaces(SQSResponse)
def set_queue_attributes(call: Call) -> Json:
    answer = call.ask_moto()
    _keep(call, _queue(call))
    return answer


@replaces(SQSResponse)
def get_queue_attributes(call: Call) -> Json:
    wanted, queue = call.params.get("AttributeNames") or [], _queue(call)
    kept = {name: text for name, text in _policies(call, queue).items() if text and {"All", name} & set(wanted)}
    if wanted == [ALLOW]:  # a name that moto does not know
        if queue not in call.backend(sqs_backends).queues:
            raise error("QueueDoesNotExist", "The specified queue does not exist.")
        return {"Attributes": kept} if kept else {}
    answer = call.ask_moto()
    return answer | {"Attributes": answer.get("Attributes", {}) | kept} if kept else answer


def _queue(call: Call) -> str:
    return call.params["QueueUrl"].rsplit("/", 1)[1]
