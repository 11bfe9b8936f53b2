import type { Output } from "../output/types";

/** What holds data, or what data needs to be read: under a new address Terraform would destroy it and make it anew. */
const STATEFUL = new Set([
  "aws_db_instance",
  "aws_dynamodb_table",
  "aws_glue_catalog_database",
  "aws_glue_catalog_table",
  "aws_kms_key",
  "aws_rds_cluster",
  "aws_rds_cluster_instance",
  "aws_s3_bucket",
  "aws_secretsmanager_secret",
]);

/** Whether resources of a type hold data, or what data needs to be read. */
export const isStateful = (type: string): boolean => STATEFUL.has(type);

/** Addresses of stateful resources by stack, both sorted; stacks without any are left out. */
export type StatefulAddresses = Readonly<Record<string, readonly string[]>>;

/** What an output holds under which address. */
export const statefulAddresses = ({ stacks }: Output): StatefulAddresses =>
  Object.fromEntries(
    stacks
      .map(({ id, resources }) => {
        const stateful = resources.filter(({ kind, type }) => kind === "resource" && isStateful(type));
        return [id, stateful.map(({ address }) => address).toSorted()] as const;
      })
      .filter(([, addresses]) => addresses.length > 0),
  );
