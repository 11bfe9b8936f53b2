import io
import json
import zipfile

LOGS = {"LogFormat": "JSON", "LogGroup": "/ready"}


def _function(account, name: str, code: str, **more) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("index.cjs", code)
    role = f"arn:aws:iam::{account.id}:role/{name}"
    account.client("iam").create_role(RoleName=name, AssumeRolePolicyDocument="{}")
    made = {"Runtime": "nodejs22.x", "Role": role, "Handler": "index.handler", "Code": {"ZipFile": archive.getvalue()}}
    account.client("lambda").create_function(FunctionName=name, Timeout=30, **made, **more)


def test_functions_keep_their_logging(account) -> None:
    functions = account.client("lambda")
    _function(account, "plain", "")
    assert functions.get_function_configuration(FunctionName="plain")["LoggingConfig"] == {
        "LogFormat": "Text",
        "LogGroup": "/aws/lambda/plain",
    }
    _function(account, "ready", "", LoggingConfig=LOGS)
    assert functions.get_function(FunctionName="ready")["Configuration"]["LoggingConfig"] == LOGS
    functions.update_function_configuration(FunctionName="ready", LoggingConfig={"LogGroup": "/other"})
    assert functions.get_function(FunctionName="ready")["Configuration"]["LoggingConfig"] == LOGS | {"LogGroup": "/other"}


def test_a_function_that_needs_what_is_not_imitated_is_answered_without_running(account, refused) -> None:
    functions = account.client("lambda")
    _function(account, "ready", "require('@aws-sdk/client-rds-data'); throw new Error('it ran');")
    answer = functions.invoke(FunctionName="ready", Payload=json.dumps({"source": "loans"}))
    assert (answer["StatusCode"], "FunctionError" in answer) == (200, False)
    assert json.load(answer["Payload"]) == {"emulated": "ready"}
    assert functions.invoke(FunctionName="ready", Payload=b"{no json")["FunctionError"] == "Unhandled"
    assert refused(functions.invoke, FunctionName="none") == "ResourceNotFoundException"


def test_every_other_function_runs_against_the_emulator_in_its_own_account(account) -> None:
    code = """
      const { GlueClient, CreateDatabaseCommand } = require("@aws-sdk/client-glue");
      exports.handler = async ({ name }) => {
        console.log("not the answer");
        await new GlueClient({}).send(new CreateDatabaseCommand({ DatabaseInput: { Name: name } }));
        return { made: name };
      };"""
    _function(account, "maker", code)
    answer = account.client("lambda").invoke(FunctionName="maker", Payload=json.dumps({"name": "lending"}))
    assert json.load(answer["Payload"]) == {"made": "lending"}
    assert account.client("glue").get_database(Name="lending")["Database"]["Name"] == "lending"


def test_an_error_of_a_function_is_told(account) -> None:
    _function(account, "broken", "exports.handler = async () => { throw new TypeError('no such table'); };")
    answer = account.client("lambda").invoke(FunctionName="broken", Payload=b"{}")
    assert answer["FunctionError"] == "Unhandled"
    assert json.load(answer["Payload"]) == {"errorType": "TypeError", "errorMessage": "no such table"}
