"""DMS endpoints, certificates and connections.

https://docs.aws.amazon.com/dms/latest/APIReference/API_CreateEndpoint.html
https://docs.aws.amazon.com/dms/latest/APIReference/API_ModifyEndpoint.html
https://docs.aws.amazon.com/dms/latest/APIReference/API_ImportCertificate.html
https://docs.aws.amazon.com/dms/latest/APIReference/API_DescribeCertificates.html
https://docs.aws.amazon.com/dms/latest/APIReference/API_DeleteCertificate.html
https://docs.aws.amazon.com/dms/latest/APIReference/API_TestConnection.html
https://docs.aws.amazon.com/dms/latest/APIReference/API_DescribeConnections.html
"""

from __future__ import annotations

import uuid

from moto.dms.responses import DatabaseMigrationServiceResponse as Dms

from lake_emulator.dms import all_of, create, describe, given, in_use, now, one, random_arn, remove
from lake_emulator.dms_kinds import CERTIFICATE, CONFIG, CONNECTION, ENDPOINT, INSTANCE, TASK
from lake_emulator.extend import Call, Json, adds, error, replaces
from lake_emulator.extensions.dms_instances import service_key

DISPLAY_NAMES = {
    "aurora": "Amazon Aurora MySQL",
    "aurora-postgresql": "Amazon Aurora PostgreSQL",
    "mysql": "MySQL",
    "postgres": "PostgreSQL",
    "s3": "Amazon S3",
}


def _shown(endpoint: Json) -> Json:
    """Passwords go in and never come out."""
    shown = {key: value for key, value in endpoint.items() if key != "Password"}
    for key, value in shown.items():
        if isinstance(value, dict):
            shown[key] = {name: entry for name, entry in value.items() if name != "Password"}
    if "DatePartitionSequence" in (shown.get("S3Settings") or {}):
        # DMS takes YYYYMMDD and gives back yyyymmdd, which Terraform counts on.
        shown["S3Settings"]["DatePartitionSequence"] = shown["S3Settings"]["DatePartitionSequence"].lower()
    return shown


@replaces(Dms)
def create_endpoint(call: Call) -> Json:
    if call.params["EndpointType"].lower() not in ("source", "target"):
        raise error("InvalidParameterValueException", f"Invalid endpoint type {call.params['EndpointType']}")
    document: Json = {"KmsKeyId": service_key(call), "SslMode": "none"} | given(call, "Tags", "ResourceIdentifier")
    document |= {
        "EndpointArn": random_arn(call, ENDPOINT),
        "EndpointType": call.params["EndpointType"].upper(),
        "EngineDisplayName": DISPLAY_NAMES.get(call.params["EngineName"], call.params["EngineName"]),
        "ExternalId": str(uuid.uuid4()),
        "Status": "active",
    }
    return {"Endpoint": _shown(create(call, ENDPOINT, document, document["EndpointArn"]))}


@replaces(Dms)
def describe_endpoints(call: Call) -> Json:
    return describe(call, ENDPOINT, "Endpoints", _shown)


@adds(Dms)
def modify_endpoint(call: Call) -> Json:
    """Settings are merged field by field, or replaced whole with ExactSettings."""
    endpoint = one(call, ENDPOINT, call.params["EndpointArn"])
    remove(call, ENDPOINT, endpoint)
    for key, value in given(call, "EndpointArn", "ExactSettings").items():
        merge = isinstance(value, dict) and not call.params.get("ExactSettings")
        endpoint[key] = (endpoint.get(key) or {}) | value if merge else value
    endpoint["EndpointType"] = endpoint["EndpointType"].upper()
    all_of(call, ENDPOINT)[endpoint["EndpointIdentifier"]] = endpoint
    return {"Endpoint": _shown(endpoint)}


@replaces(Dms)
def delete_endpoint(call: Call) -> Json:
    endpoint = one(call, ENDPOINT, call.params["EndpointArn"])
    arn = endpoint["EndpointArn"]
    for user in (TASK, CONFIG):
        in_use(call, user, lambda each: arn in (each["SourceEndpointArn"], each["TargetEndpointArn"]), "Endpoint")
    remove(call, ENDPOINT, endpoint)
    return {"Endpoint": _shown(endpoint) | {"Status": "deleting"}}


@adds(Dms)
def import_certificate(call: Call) -> Json:
    """The certificate is kept as given; the fields that AWS reads out of it (dates, owner) are not."""
    document = given(call, "Tags")
    document |= {"CertificateArn": random_arn(call, CERTIFICATE), "CertificateCreationDate": now()}
    return {"Certificate": create(call, CERTIFICATE, document, document["CertificateArn"])}


@adds(Dms)
def describe_certificates(call: Call) -> Json:
    return describe(call, CERTIFICATE, "Certificates")


@adds(Dms)
def delete_certificate(call: Call) -> Json:
    certificate = one(call, CERTIFICATE, call.params["CertificateArn"])
    arn = certificate["CertificateArn"]
    in_use(call, ENDPOINT, lambda endpoint: endpoint.get("CertificateArn") == arn, "Certificate")
    remove(call, CERTIFICATE, certificate)
    return {"Certificate": certificate}


@replaces(Dms)
def test_connection(call: Call) -> Json:
    """Every connection succeeds: nothing stands behind an emulated endpoint."""
    instance = one(call, INSTANCE, call.params["ReplicationInstanceArn"])
    endpoint = one(call, ENDPOINT, call.params["EndpointArn"])
    connection = {
        "ReplicationInstanceArn": instance["ReplicationInstanceArn"],
        "ReplicationInstanceIdentifier": instance["ReplicationInstanceIdentifier"],
        "EndpointArn": endpoint["EndpointArn"],
        "EndpointIdentifier": endpoint["EndpointIdentifier"],
        "LastFailureMessage": "",
        "Status": "successful",
    }
    all_of(call, CONNECTION)[f"{instance['ReplicationInstanceArn']} {endpoint['EndpointArn']}"] = connection
    return {"Connection": connection | {"Status": "testing"}}


@replaces(Dms)
def describe_connections(call: Call) -> Json:
    return describe(call, CONNECTION, "Connections")
