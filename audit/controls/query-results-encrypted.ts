import { type Control, eachResource } from "../check/control";
import { all, customerKey, wants } from "../check/judge";
import { fsbp } from "../check/references";
import { blocks } from "../output/json";

export const queryResultsEncrypted: Control = {
  id: "query-results-encrypted",
  sentence:
    "Every Athena workgroup encrypts its results with a customer-managed KMS key, whatever the client asks for.",
  reason:
    "Results are copies of the lake's data outside the lake; a client may choose another place or none of the keys.",
  remedy:
    "set enforce_workgroup_configuration and result_configuration.encryption_configuration with SSE_KMS and a key",
  severity: "high",
  references: fsbp("Athena.1"),
  check: eachResource(["aws_athena_workgroup"], ({ body }) => {
    const configuration = blocks(body["configuration"])[0];
    const result = blocks(configuration?.["result_configuration"])[0];
    const encryption = blocks(result?.["encryption_configuration"])[0];
    return all(
      wants(
        "enforce_workgroup_configuration",
        configuration?.["enforce_workgroup_configuration"],
        (value) => value === undefined || value === true || value === "true",
      ),
      wants(
        "encryption_option",
        encryption?.["encryption_option"],
        (option) => option === "SSE_KMS" || option === "CSE_KMS",
      ),
      customerKey("kms_key_arn", encryption?.["kms_key_arn"]),
    );
  }),
};
