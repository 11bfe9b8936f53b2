"""Tagged EC2 resources that moto leaves out of its answers: VPC endpoints and rules of security groups.

https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetResources.html
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from moto.core.resource_tagging import TaggedResource
from moto.ec2.models import EC2Backend

from lake_emulator.extend import attribute

_known = attribute(EC2Backend, "iter_tagged_resources")


def _ids(backend: Any) -> Iterator[tuple[str, str]]:
    for endpoint in backend.vpc_end_points:
        yield "vpc-endpoint", endpoint
    for groups in backend.groups.values():
        for group in groups.values():
            for rule in [*group.ingress_rules, *group.egress_rules]:
                yield "security-group-rule", rule.id


def iter_tagged_resources(self: Any) -> Iterator[TaggedResource]:
    yield from _known(self)
    for kind, name in _ids(self):
        yield TaggedResource(
            arn=f"arn:{self.partition}:ec2:{self.region_name}:{self.account_id}:{kind}/{name}",
            tags=dict(self.tags.get(name, {})),
            resource_type=f"ec2:{kind}",
        )


EC2Backend.iter_tagged_resources = iter_tagged_resources
