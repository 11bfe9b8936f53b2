"""EC2: the description of a security group rule whose peer is another group. moto returns that of CIDR rules alone.

https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroupRule.html
"""

from __future__ import annotations

from moto.ec2.models.security_groups import SecurityGroupRule

from lake_emulator.extend import attribute

_of_cidr = attribute(SecurityGroupRule, "description")


def _description(rule: SecurityGroupRule) -> str | None:
    return _of_cidr.fget(rule) or rule.source_group.get("Description")


SecurityGroupRule.description = property(_description)  # type: ignore[method-assign,assignment]
