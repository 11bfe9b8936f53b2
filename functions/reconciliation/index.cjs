"use strict";
/**
 * Says how many rows a source's tables have, and a checksum of them. Runs on AWS Lambda, whose Node.js runtime brings both
 * clients along: https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html
 */
const fs = require("node:fs");
const path = require("node:path");
const { EventBridgeClient, PutEventsCommand } = require("@aws-sdk/client-eventbridge");
const { ExecuteStatementCommand, RDSDataClient } = require("@aws-sdk/client-rds-data");
const { cutoffOf, figures } = require("./figures.cjs");

/**
 * What the archive was made with.
 * @typedef {{ source: string, database: string, clusterArn: string, busArn: string, eventSource: string, questions: import("./figures.cjs").Question[] }} Plan
 */

const client = new RDSDataClient({});
const events = new EventBridgeClient({});

/** @param {{ secretArn: string }} event */
exports.handler = async ({ secretArn }) => {
  /** @type {Plan} */
  const plan = JSON.parse(fs.readFileSync(path.join(__dirname, "plan.json"), "utf8"));
  const { source, database, clusterArn: resourceArn, busArn, eventSource, questions } = plan;
  const ask = async (/** @type {string} */ sql) => {
    const { records } = await client.send(new ExecuteStatementCommand({ resourceArn, secretArn, database, sql }));
    return (records?.[0] ?? []).map(({ stringValue }) => String(stringValue));
  };
  const send = async (/** @type {import("./figures.cjs").Figures} */ found) => {
    const entry = { EventBusName: busArn, Source: eventSource, DetailType: source, Detail: JSON.stringify(found) };
    const { FailedEntryCount, Entries } = await events.send(new PutEventsCommand({ Entries: [entry] }));
    if (FailedEntryCount) throw new Error(`EventBridge refuses the event: ${Entries?.[0]?.ErrorMessage}`);
  };
  const sent = await figures(questions, cutoffOf(new Date()), ask, send);
  console.log(JSON.stringify({ source, sent }));
  return { source, sent };
};
