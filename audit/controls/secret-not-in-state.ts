import { type Control, eachResource } from "../check/control";
import { fail, PASS } from "../check/judge";

/** Attributes whose value Terraform writes into its state, whatever it is. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  aws_secretsmanager_secret_version: ["secret_string", "secret_binary"],
  aws_rds_cluster: ["master_password"],
  aws_db_instance: ["password"],
  aws_dms_endpoint: ["password"],
  aws_ssm_parameter: ["value"],
};

const isKept = (type: string, attribute: string, body: Readonly<Record<string, unknown>>): boolean =>
  body[attribute] !== undefined && (type !== "aws_ssm_parameter" || body["type"] === "SecureString");

export const secretNotInState: Control = {
  id: "secret-not-in-state",
  sentence: "No secret value passes through a state: neither in a resource nor made by one.",
  reason: "Whoever may plan may read the state, and so every password in it.",
  remedy:
    "use an ephemeral random_password and the write-only attribute (secret_string_wo), or manage_master_user_password",
  severity: "critical",
  references: [],
  check: eachResource(["random_password", "tls_private_key", ...Object.keys(KEPT)], ({ type, body }) => {
    const attributes = KEPT[type];
    if (attributes === undefined) return fail(`${type} keeps what it makes in the state`);
    const kept = attributes.filter((attribute) => isKept(type, attribute, body));
    return kept.length === 0 ? PASS : fail(`${kept.join(", ")} is kept in the state`);
  }),
};
