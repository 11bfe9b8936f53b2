"""`python -m lake_emulator`: serve the emulator until told to stop."""

from __future__ import annotations

import argparse
import json
import logging
import os
import signal
import sys
import threading
from pathlib import Path


def arguments(argv: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="lake_emulator", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0, help="0 picks a free port (default)")
    parser.add_argument("--announce", type=Path, metavar="FILE", help="also write the line with the endpoint to FILE")
    parser.add_argument("--exit-with-parent", action="store_true", help="stop when standard input ends")
    parser.add_argument("--enforce", type=Path, metavar="FILE", help="refuse what a role may not do, and record calls in FILE")
    parser.add_argument("--verbose", action="store_true", help="log every request")
    return parser.parse_args(argv)


def main(argv: list[str] | None = None) -> int:
    options = arguments(argv)
    logging.basicConfig(level=logging.INFO if options.verbose else logging.WARNING, stream=sys.stderr)
    # Terraform attaches AWS managed policies, which moto loads on request only; moto reads this when it is imported.
    os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")

    from lake_emulator.extend import MotoMoved, register_all
    from lake_emulator.server import Emulator

    try:
        register_all()
        if options.enforce:
            from lake_emulator.authorization import Authorization

            Authorization(options.enforce).install()
    except MotoMoved as moved:
        print(f"lake_emulator cannot start: {moved}", file=sys.stderr)
        return 1

    emulator = Emulator(options.host, options.verbose)
    server = emulator.listen(options.port)
    endpoint = f"http://{options.host}:{server.server_port}"

    stopping = False

    def stop(*_: object) -> None:
        # Only a flag: a signal may interrupt the serving thread while it holds the locks that starting a thread needs.
        nonlocal stopping
        stopping = True

    def stop_at_end_of_input() -> None:
        while sys.stdin.buffer.read(4096):
            pass
        stop()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    if options.exit_with_parent:
        threading.Thread(target=stop_at_end_of_input, daemon=True).start()

    line = json.dumps({"endpoint": endpoint})
    if options.announce:
        partial = options.announce.with_name(options.announce.name + ".partial")
        partial.write_text(line + "\n", encoding="utf-8")
        partial.replace(options.announce)
    print(line, flush=True)
    emulator.serve(server, lambda: stopping)
    return 0


if __name__ == "__main__":
    # Threads of requests under way must not hold up the end.
    code = main()
    sys.stdout.flush()
    os._exit(code)
