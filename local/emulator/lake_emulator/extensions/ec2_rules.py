"""EC2: the description of a security group rule that names a prefix list or another group; revoking a rule that is gone.

https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_PrefixListId.html
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_UserIdGroupPair.html
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RevokeSecurityGroupEgress.html
"""

from __future__ import annotations

from typing import Any

from moto.ec2.exceptions import InvalidPermissionNotFoundError
from moto.ec2.models.security_groups import SecurityGroupBackend, SecurityGroupRule

from lake_emulator.extend import attribute

_moto_init = attribute(SecurityGroupRule, "__init__")
_moto_description = attribute(SecurityGroupRule, "description")


def _init(self: SecurityGroupRule, *given: Any, **named: Any) -> None:
    """moto keeps a prefix list's id alone."""
    _moto_init(self, *given, **named)
    lists = [value for value in [*given, *named.values()] if isinstance(value, dict) and "PrefixListId" in value]
    self.lake_description = next((value.get("Description") for value in lists), None)


def _description(self: SecurityGroupRule) -> str | None:
    return _moto_description.fget(self) or self.lake_description or self.source_group.get("Description")


SecurityGroupRule.__init__ = _init  # type: ignore[method-assign]
SecurityGroupRule.description = property(_description)  # type: ignore[method-assign,assignment]


def _forgiving(action: str) -> None:
    """AWS reports a rule that is gone as unknown and does not fail, so that a repeated request does no harm; moto fails."""
    moto_revoke = attribute(SecurityGroupBackend, action)

    def revoke(self: SecurityGroupBackend, *given: Any, **named: Any) -> None:
        try:
            moto_revoke(self, *given, **named)
        except InvalidPermissionNotFoundError:
            return

    setattr(SecurityGroupBackend, action, revoke)


for _action in ("revoke_security_group_egress", "revoke_security_group_ingress"):
    _forgiving(_action)
