"""S3 bucket configurations that moto loses parts of, bucket policies that it misreads, and the owner that a request expects.

Lifecycle, notification, logging and replication configurations are returned as they were put: moto drops size filters,
NewerNoncurrentVersions, the minimum transition size, EventBridge, the key format of logs, and of replication rules everything
but the destination; Terraform waits until it reads what it wrote.
https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLifecycleConfiguration.html
https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketNotificationConfiguration.html
https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLogging.html
https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketReplication.html
https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectLockConfiguration.html
https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-owner-condition.html
"""

from __future__ import annotations

import json
from typing import Any

from moto.iam.access_control import PermissionResult
from moto.s3.exceptions import S3ClientError
from moto.s3.models import FakeBucket, S3Backend
from moto.s3.responses import S3Response

from lake_emulator.extend import attribute

MINIMUM_SIZE = "x-amz-transition-default-minimum-object-size"
LOGGING = "logging.s3.amazonaws.com"
EXPECTED_OWNER = "x-amz-expected-bucket-owner"
_moto_bucket_request = attribute(S3Response, "_bucket_response")
_moto_key_request = attribute(S3Response, "_key_response")
_moto_put = attribute(S3Response, "_bucket_response_put")
_moto_lifecycle = attribute(S3Response, "get_bucket_lifecycle")
_moto_notification = attribute(S3Response, "get_bucket_notification")
_moto_logging = attribute(S3Response, "get_bucket_logging")
_moto_replication = attribute(S3Response, "get_bucket_replication")
_moto_lock = attribute(S3Backend, "put_object_lock_configuration")
for _name in ("get_permission", "_log_permissions_enabled_policy"):
    attribute(FakeBucket, _name)


class NotTheOwner(S3ClientError):
    code = 403

    def __init__(self) -> None:
        super().__init__("AccessDenied", "Access Denied")


def _bucket_request(self: S3Response, request: Any, full_url: str) -> Any:
    _check_owner(self, request, full_url)
    return _moto_bucket_request(self, request, full_url)


def _key_request(self: S3Response, request: Any, full_url: str) -> Any:
    _check_owner(self, request, full_url)
    return _moto_key_request(self, request, full_url)


def _check_owner(self: S3Response, request: Any, full_url: str) -> None:
    """A request about a bucket that does not exist is moto's to answer, be it that it makes one."""
    expected = request.headers.get(EXPECTED_OWNER)
    name = self.parse_bucket_name_from_url(request, full_url) if expected else None
    if not name:
        return
    try:
        bucket = self.backend.get_bucket(name)
    except S3ClientError:
        return
    if bucket.account_id != expected:
        raise NotTheOwner()


def _put(self: S3Response, request: Any, bucket_name: str, querystring: dict[str, Any]) -> Any:
    answer = _moto_put(self, request, bucket_name, querystring)
    bucket = self.backend.get_bucket(bucket_name)
    if "notification" in querystring:
        bucket.lake_notification = self.body
    if "logging" in querystring:
        bucket.lake_logging = self.body
    if "replication" in querystring:
        bucket.lake_replication = self.body
    if "lifecycle" not in querystring:
        return answer
    size = self.headers.get(MINIMUM_SIZE) or "all_storage_classes_128K"
    bucket.lake_lifecycle = (self.body, size)
    return 200, {MINIMUM_SIZE: size}, ""


def _lifecycle(self: S3Response) -> Any:
    answer = _moto_lifecycle(self)  # NoSuchLifecycleConfiguration is moto's to raise
    kept = getattr(self.backend.get_bucket(self.bucket_name), "lake_lifecycle", None)
    return (200, {MINIMUM_SIZE: kept[1], "Content-Type": "application/xml"}, kept[0]) if kept else answer


def _notification(self: S3Response) -> Any:
    return _as_put(self, "lake_notification", _moto_notification(self))


def _logging(self: S3Response) -> Any:
    return _as_put(self, "lake_logging", _moto_logging(self))


def _replication(self: S3Response) -> Any:
    return _as_put(self, "lake_replication", _moto_replication(self))


def _as_put(self: S3Response, name: str, otherwise: Any) -> Any:
    kept = getattr(self.backend.get_bucket(self.bucket_name), name, None)
    return (200, {"Content-Type": "application/xml"}, kept) if kept else otherwise


def _lock(self: S3Backend, bucket_name: str, lock_enabled: bool, *given: Any) -> None:
    """A bucket made with object lock takes a default retention at any time; moto wants it empty."""
    bucket = self.get_bucket(bucket_name)
    retention = [part or None for part in given]  # days or years: moto reads the one that is not there as 0
    if bucket.object_lock_enabled and bucket.is_versioned:
        bucket.default_lock_mode, bucket.default_lock_days, bucket.default_lock_years = retention
    else:
        _moto_lock(self, bucket_name, lock_enabled, *retention)


def _no_opinion(self: FakeBucket, action: str, resource: str) -> PermissionResult:
    """moto reads neither principals nor conditions, so that "deny without TLS" would deny everything."""
    return PermissionResult.NEUTRAL


def _lets_logs_in(target_bucket: FakeBucket, target_prefix: str | None) -> bool:
    """moto takes only one spelling of the statement that lets the log service write."""
    policy = json.loads(target_bucket.policy or b"{}")
    root = f"arn:{target_bucket.partition}:s3:::{target_bucket.name}/"
    wanted = root + (target_prefix or "")
    for statement in _listed(policy.get("Statement")):
        principal = statement.get("Principal")
        services = _listed(principal.get("Service")) if isinstance(principal, dict) else []
        allowed = statement["Effect"] == "Allow" and {"s3:PutObject", "s3:*"} & set(_listed(statement.get("Action")))
        covered = [one for one in _listed(statement.get("Resource")) if one.endswith("*") and wanted.startswith(one[:-1])]
        if LOGGING in services and allowed and covered:
            return True
    return False


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


S3Response._bucket_response = _bucket_request  # type: ignore[method-assign]
S3Response._key_response = _key_request  # type: ignore[method-assign]
S3Response._bucket_response_put = _put  # type: ignore[method-assign]
S3Response.get_bucket_lifecycle = _lifecycle  # type: ignore[method-assign]
S3Response.get_bucket_notification = _notification  # type: ignore[method-assign]
S3Response.get_bucket_logging = _logging  # type: ignore[method-assign]
S3Response.get_bucket_replication = _replication  # type: ignore[method-assign]
S3Backend.put_object_lock_configuration = _lock  # type: ignore[method-assign]
FakeBucket.get_permission = _no_opinion  # type: ignore[method-assign]
FakeBucket._log_permissions_enabled_policy = staticmethod(_lets_logs_in)  # type: ignore[method-assign]
