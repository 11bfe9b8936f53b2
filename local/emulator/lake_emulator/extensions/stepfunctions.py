"""Step Functions: validation of a definition, which Terraform asks for while it plans, and the list of published versions.

https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinition.html
https://docs.aws.amazon.com/step-functions/latest/apireference/API_ListStateMachineVersions.html
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from moto.core.utils import unix_time
from moto.stepfunctions.responses import StepFunctionResponse

from lake_emulator.extend import Call, Json, adds

STATE_TYPES = {"Task", "Pass", "Choice", "Wait", "Succeed", "Fail", "Parallel", "Map"}
ENDS_BY_ITSELF = {"Choice", "Succeed", "Fail"}


@adds(StepFunctionResponse)
def list_state_machine_versions(call: Call) -> Json:
    """Newest first; an unknown machine is moto's StateMachineDoesNotExist."""
    machine = call.response.stepfunction_backend.describe_state_machine(call.params["stateMachineArn"])
    newest_first = sorted(machine.versions.values(), key=lambda version: version.version, reverse=True)
    versions = [
        {"stateMachineVersionArn": version.arn, "creationDate": unix_time(version.creation_date)} for version in newest_first
    ]
    return {"stateMachineVersions": versions}


@adds(StepFunctionResponse)
def validate_state_machine_definition(call: Call) -> Json:
    """Checks syntax, state types and transitions; what AWS says about single fields of a state is not imitated."""
    try:
        definition = json.loads(call.params["definition"])
    except ValueError as broken:
        problems = [_problem("INVALID_JSON_DESCRIPTION", f"Could not parse the definition: {broken}", "/")]
    else:
        problems = list(_machine(definition, ""))
    limit = call.params.get("maxResults") or 100
    return {"result": "FAIL" if problems else "OK", "diagnostics": problems[:limit], "truncated": len(problems) > limit}


def _problem(code: str, message: str, location: str) -> Json:
    return {"severity": "ERROR", "code": code, "message": message, "location": location}


def _machine(machine: Any, at: str) -> Iterator[Json]:
    if not isinstance(machine, dict):
        yield _problem("SCHEMA_VALIDATION_FAILED", "A state machine must be an object", at or "/")
        return
    states = machine.get("States")
    if not isinstance(states, dict) or not states:
        yield _problem("SCHEMA_VALIDATION_FAILED", "The field 'States' is required", f"{at}/States")
        return
    if "StartAt" not in machine:
        yield _problem("SCHEMA_VALIDATION_FAILED", "The field 'StartAt' is required", f"{at}/StartAt")
    elif machine["StartAt"] not in states:
        yield _missing(machine["StartAt"], f"{at}/StartAt")
    for name, state in states.items():
        yield from _state(state, states, f"{at}/States/{name}")


def _state(state: Any, states: Json, at: str) -> Iterator[Json]:
    kind = state.get("Type") if isinstance(state, dict) else None
    if kind not in STATE_TYPES:
        yield _problem("SCHEMA_VALIDATION_FAILED", f"Unknown state type '{kind}'", f"{at}/Type")
        return
    if kind not in ENDS_BY_ITSELF and "Next" not in state and state.get("End") is not True:
        yield _problem("SCHEMA_VALIDATION_FAILED", "The state needs 'Next' or 'End'", at)
    for place, target in _targets(state):
        if target not in states:
            yield _missing(target, f"{at}/{place}")
    for index, branch in enumerate(state.get("Branches", [])):
        yield from _machine(branch, f"{at}/Branches[{index}]")
    for inner in ("ItemProcessor", "Iterator"):
        if inner in state:
            yield from _machine(state[inner], f"{at}/{inner}")


def _targets(state: Json) -> Iterator[tuple[str, str]]:
    for field in ("Next", "Default"):
        if field in state:
            yield field, state[field]
    for field in ("Choices", "Catch"):
        for index, rule in enumerate(state.get(field, [])):
            if "Next" in rule:
                yield f"{field}[{index}]/Next", rule["Next"]


def _missing(target: str, at: str) -> Json:
    return _problem("MISSING_TRANSITION_TARGET", f"The transition target '{target}' does not exist", at)
