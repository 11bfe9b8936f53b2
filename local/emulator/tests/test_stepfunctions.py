import json

import pytest

PASS = {"Type": "Pass", "End": True}


@pytest.mark.parametrize(
    ("definition", "code", "location"),
    [
        ("{", "INVALID_JSON_DESCRIPTION", "/"),
        ({"StartAt": "A"}, "SCHEMA_VALIDATION_FAILED", "/States"),
        ({"States": {"A": PASS}}, "SCHEMA_VALIDATION_FAILED", "/StartAt"),
        ({"StartAt": "B", "States": {"A": PASS}}, "MISSING_TRANSITION_TARGET", "/StartAt"),
        ({"StartAt": "A", "States": {"A": {"Type": "Nap"}}}, "SCHEMA_VALIDATION_FAILED", "/States/A/Type"),
        ({"StartAt": "A", "States": {"A": {"Type": "Pass"}}}, "SCHEMA_VALIDATION_FAILED", "/States/A"),
        (
            {"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [{"Next": "B"}]}}},
            "MISSING_TRANSITION_TARGET",
            "/States/A/Choices[0]/Next",
        ),
        (
            {"StartAt": "A", "States": {"A": PASS | {"Type": "Map", "ItemProcessor": {"StartAt": "X", "States": {"Y": PASS}}}}},
            "MISSING_TRANSITION_TARGET",
            "/States/A/ItemProcessor/StartAt",
        ),
    ],
)
def test_a_wrong_definition_is_diagnosed(account, definition, code, location) -> None:
    text = definition if isinstance(definition, str) else json.dumps(definition)
    found = account.client("stepfunctions").validate_state_machine_definition(definition=text)
    assert found["result"] == "FAIL"
    assert [(one["code"], one["location"], one["severity"]) for one in found["diagnostics"]] == [(code, location, "ERROR")]


def test_a_right_definition_passes_and_versions_are_listed(account, refused) -> None:
    client = account.client("stepfunctions")
    definition = json.dumps({"StartAt": "A", "States": {"A": PASS}})
    assert client.validate_state_machine_definition(definition=definition)["result"] == "OK"
    role = f"arn:aws:iam::{account.id}:role/r"
    made = client.create_state_machine(name="merge", definition=definition, roleArn=role, publish=True)
    versions = client.list_state_machine_versions(stateMachineArn=made["stateMachineArn"])["stateMachineVersions"]
    assert [one["stateMachineVersionArn"] for one in versions] == [f"{made['stateMachineArn']}:1"]
    missing = {"stateMachineArn": made["stateMachineArn"] + "x"}
    assert refused(client.list_state_machine_versions, **missing) == "StateMachineDoesNotExist"
