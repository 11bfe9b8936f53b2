"use strict";
/**
 * Brings a current-state table to its contract. Runs on AWS Lambda, whose Node.js runtime brings the clients along:
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html
 */
const { AthenaClient, GetQueryExecutionCommand, StartQueryExecutionCommand } = require("@aws-sdk/client-athena");
const { GetTableCommand, GlueClient, UpdateTableCommand } = require("@aws-sdk/client-glue");
const { GetObjectCommand, S3Client } = require("@aws-sdk/client-s3");
const { statementRunner } = require("./athena.cjs");
const { evolve } = require("./evolve.cjs");
const { partitionUpdate } = require("./iceberg.cjs");

const athena = new AthenaClient({});
const glue = new GlueClient({});
const s3 = new S3Client({});

/** @param {string} workgroup @returns {import("./athena.cjs").Calls} */
const athenaCalls = (workgroup) => ({
  start: async (sql) => {
    const { QueryExecutionId } = await athena.send(
      new StartQueryExecutionCommand({ QueryString: sql, WorkGroup: workgroup }),
    );
    return String(QueryExecutionId);
  },
  state: async (id) => {
    const { QueryExecution } = await athena.send(new GetQueryExecutionCommand({ QueryExecutionId: id }));
    const { State = "FAILED", StateChangeReason = "Athena gives no reason" } = QueryExecution?.Status ?? {};
    return { state: State, reason: StateChangeReason };
  },
});

/** @param {{ database: string, table: string }} place @param {string} workgroup @returns {import("./evolve.cjs").Table} */
function catalogTable({ database, table }, workgroup) {
  const place = { DatabaseName: database, Name: table };
  const read = async () => (await glue.send(new GetTableCommand(place))).Table;
  return {
    run: statementRunner(athenaCalls(workgroup)),
    columns: async () =>
      ((await read())?.StorageDescriptor?.Columns ?? [])
        // Iceberg keeps columns of the past in the catalog, and marks them.
        .filter(({ Parameters }) => Parameters?.["iceberg.field.current"] !== "false")
        .map(({ Name = "", Type = "", Comment = "" }) => ({ name: Name, type: Type, comment: Comment })),
    metadata: async () => {
      const location = (await read())?.Parameters?.["metadata_location"] ?? "";
      const [, bucket, key] = location.match(/^s3:\/\/([^/]+)\/(.+)$/) ?? [];
      if (bucket === undefined || key === undefined) throw new Error(`${database}.${table} is no Iceberg table`);
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return JSON.parse((await Body?.transformToString()) ?? "");
    },
    partition: async (metadata, partitions) => {
      const Updates = [partitionUpdate(metadata, partitions)];
      const UpdateOpenTableFormatInput = { UpdateIcebergInput: { UpdateIcebergTableInput: { Updates } } };
      await glue.send(new UpdateTableCommand({ ...place, UpdateOpenTableFormatInput }));
    },
  };
}

/** @param {{ workgroup: string, plan: import("./evolve.cjs").Plan }} event */
exports.handler = async ({ workgroup, plan }) => {
  const done = await evolve(plan, catalogTable(plan, workgroup));
  console.log(JSON.stringify({ table: `${plan.database}.${plan.table}`, done }));
  return { table: plan.table, done };
};
