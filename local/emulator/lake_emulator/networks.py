"""Networks that were there before: a VPC and subnets with ids of somebody's choice, which no API gives.

`POST /lake-emulator/networks` with `{"account": ..., "region": ..., "vpcId": ..., "subnets": [{"id": ..., "zone": ...}]}` makes
what is not there yet.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from ipaddress import ip_network
from types import ModuleType
from typing import Any

from moto.ec2.models import ec2_backends, vpcs
from moto.ec2.models import subnets as moto_subnets

from lake_emulator.extend import attribute

PATH = "/lake-emulator/networks"
CIDR = "10.255.0.0/16"
SUBNET_BITS = 20

attribute(vpcs, "random_vpc_id")
attribute(moto_subnets, "random_subnet_id")


class Networks:
    """Answer requests for networks, and leave others to the application behind."""

    def __init__(self, application: Any, one_at_a_time: Any) -> None:
        self.application = application
        self.one_at_a_time = one_at_a_time

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ.get("PATH_INFO") != PATH:
            return self.application(environ, start_response)
        if environ.get("REQUEST_METHOD") != "POST":
            start_response("405 Method Not Allowed", [("Allow", "POST"), ("Content-Length", "0")])
            return [b""]
        wanted = json.loads(environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)))
        with self.one_at_a_time:
            make(**wanted)
        start_response("201 Created", [("Content-Length", "0")])
        return [b""]


def make(account: str, region: str, vpcId: str, subnets: list[dict[str, str]]) -> None:  # noqa: N803 - names of the request
    """A VPC, and subnets of it one after the other, as far as they are not there."""
    backend = ec2_backends[account][region]
    if vpcId not in backend.vpcs:
        with _next_id(vpcs, "random_vpc_id", vpcId):
            backend.create_vpc(CIDR)
    known = {name for zone in backend.subnets.values() for name in zone}
    cidrs = (str(part) for part in ip_network(CIDR).subnets(new_prefix=SUBNET_BITS))
    for subnet, cidr in zip(subnets, cidrs, strict=False):
        if subnet["id"] not in known:
            with _next_id(moto_subnets, "random_subnet_id", subnet["id"]):
                backend.create_subnet(vpcId, cidr, availability_zone=subnet["zone"])


@contextmanager
def _next_id(module: ModuleType, function: str, name: str) -> Iterator[None]:
    """Let moto take a name instead of a random one. Whoever calls holds the lock of all requests."""
    random = getattr(module, function)
    setattr(module, function, lambda: name)
    try:
        yield
    finally:
        setattr(module, function, random)
