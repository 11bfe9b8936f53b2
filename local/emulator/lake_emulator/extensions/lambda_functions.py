"""Lambda: the logging configuration of functions, and invocations.

The code runs in a Node.js process of this machine, with the packages of the project that the emulator belongs to, against the
emulator itself. Only a function that needs a service without an imitation is answered without running.

https://docs.aws.amazon.com/lambda/latest/api/API_LoggingConfig.html
https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import tempfile
import zipfile
from pathlib import Path
from typing import Any

from moto.awslambda.models import LambdaFunction

from moto.sts.models import sts_backends

from lake_emulator.extend import attribute

Document = dict[str, Any]

# There is no database behind moto's Data API.
NOT_IMITATED = ("@aws-sdk/client-rds-data",)

# What a function logs goes to standard error, so that standard output has its answer alone.
RUN = """
console.log = console.error;
const [file, name] = process.argv.slice(1);
const end = (code, answer) => process.stdout.write(JSON.stringify(answer ?? null), () => process.exit(code));
const fail = (error) => end(1, { errorType: error?.name ?? "Error", errorMessage: error?.message ?? String(error) });
try {
  const event = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
  Promise.resolve(require(file)[name](event)).then((answer) => end(0, answer), fail);
} catch (error) {
  fail(error);
}
"""

attribute(LambdaFunction, "invoke")
_moto_init = attribute(LambdaFunction, "__init__")
_moto_get = attribute(LambdaFunction, "get_configuration")
_moto_update = attribute(LambdaFunction, "update_configuration")


def _logging(self: LambdaFunction, spec: Document) -> None:
    """What is not given has AWS's defaults."""
    kept = getattr(self, "lake_logging", {"LogFormat": "Text", "LogGroup": f"/aws/lambda/{self.function_name}"})
    self.lake_logging = kept | (spec.get("LoggingConfig") or {})


def _init(self: LambdaFunction, *given: Any, **named: Any) -> None:
    _moto_init(self, *given, **named)
    _logging(self, named["spec"] if "spec" in named else next(value for value in given if isinstance(value, dict)))


def _get(self: LambdaFunction, *others: Any, **named: Any) -> Document:
    return _moto_get(self, *others, **named) | {"LoggingConfig": self.lake_logging}


def _update(self: LambdaFunction, config_updates: Document) -> Document:
    answer = _moto_update(self, config_updates)
    _logging(self, config_updates)
    return answer | {"LoggingConfig": self.lake_logging}


def _invoke(self: LambdaFunction, body: str | bytes | None, request_headers: Any, response_headers: Any) -> bytes:
    """A payload that is no JSON is refused, as AWS does before it runs anything."""
    try:
        json.loads(body or "{}")
    except ValueError as wrong:
        response_headers["x-amz-function-error"] = "Unhandled"
        return json.dumps({"errorType": "InvalidRequestContentException", "errorMessage": str(wrong)}).encode()
    with zipfile.ZipFile(io.BytesIO(self.code_bytes)) as archive:
        if any(client.encode() in archive.read(name) for client in NOT_IMITATED for name in archive.namelist()):
            return json.dumps({"emulated": self.function_name}).encode()
        with tempfile.TemporaryDirectory(prefix="lake-function-") as folder:
            archive.extractall(folder)
            code, answer = _run(self, Path(folder), body or "{}")
    if code != 0:
        response_headers["x-amz-function-error"] = "Unhandled"
    return answer


def _run(self: LambdaFunction, folder: Path, body: str | bytes) -> tuple[int, bytes]:
    module, name = self.handler.split(".")
    file = next(path for path in (folder / f"{module}{end}" for end in (".cjs", ".js", ".mjs")) if path.exists())
    ran = subprocess.run(
        ["node", "-e", RUN, str(file), name],
        input=body if isinstance(body, bytes) else body.encode(),
        stdout=subprocess.PIPE,
        env=_environment(self),
        timeout=self.timeout,
        check=False,
    )
    return ran.returncode, ran.stdout


def _environment(self: LambdaFunction) -> dict[str, str]:
    """As Lambda sets it, with the role's credentials, and this emulator as every service."""
    role = sts_backends[self.account_id][self.partition].assume_role(
        region_name=self.region, role_session_name=self.function_name, role_arn=self.role, policy="", duration=3600, external_id=""
    )
    packages = next((path / "node_modules" for path in Path(__file__).parents if (path / "node_modules/@aws-sdk").is_dir()), None)
    return {
        "PATH": os.environ.get("PATH", ""),
        "NODE_PATH": str(packages or ""),
        "NODE_NO_WARNINGS": "1",
        "AWS_REGION": self.region,
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{os.environ['MOTO_PORT']}",
        "AWS_ACCESS_KEY_ID": role.access_key_id,
        "AWS_SECRET_ACCESS_KEY": role.secret_access_key,
        "AWS_SESSION_TOKEN": role.session_token,
        **self.environment_vars,
    }


LambdaFunction.__init__ = _init  # type: ignore[method-assign]
LambdaFunction.get_configuration = _get  # type: ignore[method-assign]
LambdaFunction.update_configuration = _update  # type: ignore[method-assign]
LambdaFunction.invoke = _invoke  # type: ignore[method-assign]
