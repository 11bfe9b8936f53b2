"""RDS: fields of Aurora clusters and instances that Terraform reads back.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html (ScalingConfigurationInfo: Serverless v1 only)
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html (HttpEndpointEnabled: provisioned clusters have it too)
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html (PerformanceInsightsEnabled)
"""

from __future__ import annotations

from typing import Any

from moto.rds.models import DBCluster, DBInstance, RDSBackend

from lake_emulator.extend import attribute

_moto_scaling = attribute(DBCluster, "scaling_configuration_info")
_moto_http_endpoint = attribute(DBCluster, "enable_http_endpoint")
_moto_create = attribute(RDSBackend, "create_db_instance")
_moto_modify = attribute(RDSBackend, "modify_db_instance")


def _scaling(self: DBCluster) -> dict[str, Any] | None:
    return _moto_scaling.fget(self) if self.scaling_configuration else None


def _set_http_endpoint(self: DBCluster, value: bool | None) -> None:
    """moto knows the Data API of Serverless v1 alone."""
    self._enable_http_endpoint = bool(value)


def _insights(instance: DBInstance, given: dict[str, Any]) -> DBInstance:
    """Kept only while they are on, as AWS does; the retention is 7 days unless given."""
    on = given.get("enable_performance_insights", getattr(instance, "performance_insights_enabled", False))
    kept = {"performance_insights_kms_key_id": None, "performance_insights_retention_period": 7}
    for name, default in kept.items():
        value = given.get(name) or getattr(instance, name, None) or default
        setattr(instance, name, value if on else None)
    instance.performance_insights_enabled = on
    return instance


def _create(self: RDSBackend, db_kwargs: dict[str, Any]) -> DBInstance:
    given = dict(db_kwargs)
    return _insights(_moto_create(self, db_kwargs), given)


def _modify(self: RDSBackend, db_instance_identifier: str, db_kwargs: dict[str, Any]) -> DBInstance:
    given = dict(db_kwargs)
    return _insights(_moto_modify(self, db_instance_identifier, db_kwargs), given)


DBCluster.scaling_configuration_info = property(_scaling)  # type: ignore[assignment,method-assign]
DBCluster.enable_http_endpoint = _moto_http_endpoint.setter(_set_http_endpoint)  # type: ignore[assignment,method-assign]
RDSBackend.create_db_instance = _create  # type: ignore[method-assign]
RDSBackend.modify_db_instance = _modify  # type: ignore[method-assign]
