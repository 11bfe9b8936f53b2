import { type Control, eachResource } from "../check/control";
import { all, fail, PASS, wants } from "../check/judge";
import { fsbp, pci } from "../check/references";

/** Engines that DMS reaches through AWS's own API, always by TLS: `ssl_mode` is for the others. */
const WITHOUT_MODE = new Set(["s3", "kinesis", "dynamodb", "neptune", "timestream"]);

const VERIFIES = new Set(["verify-full", "verify-ca"]);

export const replicationTls: Control = {
  id: "replication-tls",
  sentence: "DMS talks to databases by TLS and checks whose certificate it is.",
  reason: "Replication carries every row, and the login; ssl_mode require accepts any certificate.",
  remedy: "set ssl_mode to verify-full (or verify-ca) and certificate_arn",
  severity: "high",
  references: [...fsbp("DMS.9"), ...pci("4.2.1")],
  check: eachResource(["aws_dms_endpoint"], ({ body }) => {
    if (WITHOUT_MODE.has(String(body["engine_name"]))) return undefined;
    return all(
      wants("ssl_mode", body["ssl_mode"], (mode) => VERIFIES.has(String(mode))),
      body["certificate_arn"] === undefined ? fail("certificate_arn is not set") : PASS,
    );
  }),
};
