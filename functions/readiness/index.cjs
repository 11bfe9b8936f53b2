"use strict";
/**
 * Makes a database ready for change capture, through the RDS Data API. Runs on AWS Lambda, whose Node.js runtime brings both
 * clients along: https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html
 */
const {
  BeginTransactionCommand,
  CommitTransactionCommand,
  ExecuteStatementCommand,
  RDSDataClient,
  RollbackTransactionCommand,
} = require("@aws-sdk/client-rds-data");
const { GetSecretValueCommand, SecretsManagerClient } = require("@aws-sdk/client-secrets-manager");
const { apply } = require("./apply.cjs");
const { dataApi } = require("./data-api.cjs");

const secrets = new SecretsManagerClient({});
const client = new RDSDataClient({});

/** @type {import("./data-api.cjs").Calls} */
const calls = {
  begin: (input) => client.send(new BeginTransactionCommand(input)),
  commit: (input) => client.send(new CommitTransactionCommand(input)),
  execute: (input) => client.send(new ExecuteStatementCommand(input)),
  rollback: (input) => client.send(new RollbackTransactionCommand(input)),
};

/** @param {import("./apply.cjs").Event & import("./data-api.cjs").Target & { loginSecretArn: string }} event */
exports.handler = async (event) => {
  const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: event.loginSecretArn }));
  const { password } = JSON.parse(SecretString ?? "{}");
  const done = await apply(event, password, dataApi(event, calls));
  console.log(JSON.stringify({ source: event.source, done }));
  return { source: event.source, done };
};
