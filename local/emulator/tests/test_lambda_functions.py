import io
import json
import zipfile


def test_functions_keep_their_logging_and_answer_without_running_code(account, refused) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("index.cjs", "exports.handler = async () => { throw new Error('it ran'); };")
    iam = account.client("iam")
    role = iam.create_role(RoleName="ready", AssumeRolePolicyDocument="{}")["Role"]["Arn"]
    functions = account.client("lambda")
    logs = {"LogFormat": "JSON", "LogGroup": "/ready"}
    made = {"Runtime": "nodejs22.x", "Role": role, "Handler": "index.handler", "Code": {"ZipFile": archive.getvalue()}}
    functions.create_function(FunctionName="plain", **made)
    assert functions.get_function_configuration(FunctionName="plain")["LoggingConfig"] == {
        "LogFormat": "Text",
        "LogGroup": "/aws/lambda/plain",
    }
    functions.create_function(FunctionName="ready", LoggingConfig=logs, **made)
    assert functions.get_function(FunctionName="ready")["Configuration"]["LoggingConfig"] == logs
    functions.update_function_configuration(FunctionName="ready", LoggingConfig={"LogGroup": "/other"})
    assert functions.get_function(FunctionName="ready")["Configuration"]["LoggingConfig"] == logs | {"LogGroup": "/other"}
    answer = functions.invoke(FunctionName="ready", Payload=json.dumps({"source": "loans"}))
    assert answer["StatusCode"] == 200
    assert "FunctionError" not in answer
    assert json.load(answer["Payload"]) == {"emulated": "ready"}
    assert functions.invoke(FunctionName="ready", Payload=b"{no json")["FunctionError"] == "Unhandled"
    assert refused(functions.invoke, FunctionName="none") == "ResourceNotFoundException"
