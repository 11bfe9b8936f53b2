import { type Control, eachResource } from "../check/control";
import { fail, undecided, wants } from "../check/judge";
import { blocks } from "../output/json";

/** Parameter that refuses connections without TLS, by engine. */
const PARAMETERS: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  "aurora-mysql": ["require_secure_transport", ["ON", "1"]],
  "aurora-postgresql": ["rds.force_ssl", ["1", "ON"]],
};

export const databaseTls: Control = {
  id: "database-tls",
  sentence: "Every Aurora cluster refuses connections without TLS.",
  reason: "Aurora MySQL accepts both unless its cluster parameters say otherwise.",
  remedy:
    "set require_secure_transport to ON (MySQL) or rds.force_ssl to 1 (PostgreSQL) in the cluster's parameter group",
  severity: "high",
  references: [],
  check: eachResource(["aws_rds_cluster"], (cluster, world) => {
    const [name, accepted] = PARAMETERS[String(cluster.body["engine"])] ?? [];
    if (name === undefined || accepted === undefined) return undefined;
    const given = cluster.body["db_cluster_parameter_group_name"];
    if (given === undefined) return fail("the cluster has AWS's default parameter group");
    const group = world.target(cluster, given);
    if (group === undefined) return undecided("the parameter group is not in the stack");
    const parameter = blocks(group.body["parameter"]).find((each) => each["name"] === name);
    return wants(name, parameter?.["value"], (value) => accepted.includes(String(value).toUpperCase()));
  }),
};
