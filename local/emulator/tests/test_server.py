import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, Account

from lake_emulator.extend import MotoMoved, adds, attribute, replaces

COMMAND = [sys.executable, "-m", "lake_emulator", "--port", "0"]


def start(*more: str) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    return subprocess.Popen([*COMMAND, *more], cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True)


def test_announces_the_endpoint_in_a_file_and_on_stdout_and_stops_on_a_signal(tmp_path: Path) -> None:
    process = start("--announce", str(tmp_path / "endpoint.json"))
    line = json.loads(process.stdout.readline())
    assert json.loads((tmp_path / "endpoint.json").read_text()) == line
    account = Account("600000000001", line["endpoint"])
    assert account.client("sts").get_caller_identity()["Account"] == "600000000001"
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=5) == 0
    assert process.stderr.read() == ""


def test_stops_when_its_parent_closes_standard_input() -> None:
    process = start("--exit-with-parent")
    process.stdout.readline()
    process.stdin.close()
    assert process.wait(timeout=5) == 0


def test_a_call_that_nobody_implements_fails_at_once_and_by_name(account, refused) -> None:
    assert refused(account.client("glue").get_blueprint, Name="x") == "NotImplementedException"


def test_an_extension_that_moto_has_outgrown_is_refused() -> None:
    class Response:
        def known(self) -> None: ...

    def known(call):
        return {}

    def unknown(call):
        return {}

    with pytest.raises(MotoMoved, match="exists in moto now"):
        adds(Response)(known)
    with pytest.raises(MotoMoved, match="is gone from moto"):
        replaces(Response)(unknown)
    with pytest.raises(MotoMoved, match="has no other"):
        attribute(Response, "other")
