import { type Control, eachResource } from "../check/control";
import { on } from "../check/judge";
import { cis, fsbp, pci } from "../check/references";

export const keyRotation: Control = {
  id: "key-rotation",
  sentence: "Every symmetric KMS key is rotated each year.",
  reason: "A key that never changes protects ever more data with one secret.",
  remedy: "set enable_key_rotation",
  severity: "medium",
  references: [...fsbp("KMS.4"), ...cis("3.6"), ...pci("3.7.4")],
  check: eachResource(["aws_kms_key"], ({ body }) => {
    const spec = body["customer_master_key_spec"] ?? "SYMMETRIC_DEFAULT";
    // KMS rotates symmetric encryption keys only.
    return spec === "SYMMETRIC_DEFAULT" ? on("enable_key_rotation", body["enable_key_rotation"]) : undefined;
  }),
};
