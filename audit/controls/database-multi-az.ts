import { type Control, eachResource } from "../check/control";
import { fail, PASS } from "../check/judge";
import { fsbp } from "../check/references";
import type { World } from "../check/world";
import type { Resource } from "../output/types";

const siblings = (world: World, instance: Resource): readonly Resource[] => {
  const cluster = instance.body["cluster_identifier"];
  return world
    .of("aws_rds_cluster_instance")
    .filter((other) => other.stack === instance.stack && other.body["cluster_identifier"] === cluster);
};

export const databaseMultiAz: Control = {
  id: "database-multi-az",
  sentence: "Every cluster has two instances or more.",
  reason: "With one instance, a zone that fails stops loans or deposits for the time of a restore.",
  remedy: "add a second aws_rds_cluster_instance in another zone",
  severity: "medium",
  references: fsbp("RDS.15"),
  check: eachResource(["aws_rds_cluster_instance"], (instance, world) =>
    siblings(world, instance).length > 1 ||
    instance.body["count"] !== undefined ||
    instance.body["for_each"] !== undefined
      ? PASS
      : fail("it is the only instance of its cluster"),
  ),
};
