import { NAMESPACE, sourceDimensions } from "../curation/metrics";
import type { Environment, Source, TableContract } from "../landscape/types";
import { settlingSeconds } from "./schedule";
import { crossedStatement, curatedStatement } from "./statements";

/** Metric of a table: 1 when rows of it that do not meet its conditions are in the lake. */
export const CROSSED = "Crossed";

/** Metric of a table: 1 when its figures differ from the source's, 0 when they are equal. */
export const DIFFERS = "Differs";

const looking = (table: TableContract): string => `Look for rows of ${table.name} that do not meet its conditions`;
const asking = (table: TableContract): string => `Ask for ${table.name}`;

type State = Readonly<Record<string, unknown>>;

const RETRY = [
  { ErrorEquals: ["States.ALL"], IntervalSeconds: 20, BackoffRate: 2, MaxAttempts: 4, JitterStrategy: "FULL" },
];

/**
 * Definition of the state machine that compares one table: it gets the source's figures in an event, lets the merge catch
 * up, asks Athena for the same figures, and reports whether they are equal. Reports nothing when it cannot tell.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-athena.html
 */
export function reconciliationWorkflow(environment: Environment, source: Source, workgroup: string): string {
  const limited = source.tables.flatMap((table) => {
    const statement = crossedStatement(source, table);
    return statement === undefined ? [] : [{ table, statement }];
  });
  return JSON.stringify({
    Comment: `Compares tables of ${source.name} with the source`,
    StartAt: "Let the merge catch up",
    States: {
      "Let the merge catch up": { Type: "Wait", Seconds: settlingSeconds(source), Next: "Which table" },
      "Which table": {
        Type: "Choice",
        Choices: source.tables.map((table) => ({
          Variable: "$.detail.table",
          StringEquals: table.name,
          Next: asking(table),
        })),
        Default: "No such table",
      },
      ...Object.fromEntries(
        source.tables.map((table) => [asking(table), query(curatedStatement(source, table), workgroup, "Read")]),
      ),
      Read: {
        Type: "Task",
        Resource: "arn:aws:states:::athena:getQueryResults",
        Parameters: { "QueryExecutionId.$": "$.query.QueryExecution.QueryExecutionId" },
        ResultSelector: {
          "count.$": "$.ResultSet.Rows[1].Data[0].VarCharValue",
          "checksum.$": "$.ResultSet.Rows[1].Data[1].VarCharValue",
        },
        ResultPath: "$.lake",
        Retry: RETRY,
        Next: "Compare",
      },
      Compare: {
        Type: "Choice",
        Choices: [
          {
            And: [
              { Variable: "$.detail.count", StringEqualsPath: "$.lake.count" },
              { Variable: "$.detail.checksum", StringEqualsPath: "$.lake.checksum" },
            ],
            Next: "Equal",
          },
        ],
        Default: limited.length === 0 ? "Different" : "Why",
      },
      ...(limited.length === 0 ? {} : why(environment, source, workgroup, limited)),
      Equal: report(environment, source, { [DIFFERS]: 0 }),
      Different: report(environment, source, { [DIFFERS]: 1 }),
      "No such table": { Type: "Fail", Error: "NoSuchTable", Cause: "The event names a table that has no contract" },
    },
  });
}

/** A table that differs is asked whether rows have crossed its conditions, so that a broken promise has its name. */
function why(
  environment: Environment,
  source: Source,
  workgroup: string,
  limited: readonly { readonly table: TableContract; readonly statement: string }[],
): Readonly<Record<string, State>> {
  return {
    Why: {
      Type: "Choice",
      Choices: limited.map(({ table }) => ({
        Variable: "$.detail.table",
        StringEquals: table.name,
        Next: looking(table),
      })),
      Default: "Different",
    },
    ...Object.fromEntries(
      limited.map(({ table, statement }) => [looking(table), query(statement, workgroup, "Read crossed rows")]),
    ),
    "Read crossed rows": {
      Type: "Task",
      Resource: "arn:aws:states:::athena:getQueryResults",
      Parameters: { "QueryExecutionId.$": "$.query.QueryExecution.QueryExecutionId" },
      ResultSelector: { "count.$": "$.ResultSet.Rows[1].Data[0].VarCharValue" },
      ResultPath: "$.crossed",
      Retry: RETRY,
      Next: "Have rows crossed",
    },
    "Have rows crossed": {
      Type: "Choice",
      Choices: [{ Variable: "$.crossed.count", StringEquals: "0", Next: "Different" }],
      Default: "Crossed",
    },
    Crossed: report(environment, source, { [DIFFERS]: 1, [CROSSED]: 1 }),
  };
}

function query(statement: string, workgroup: string, next: string): State {
  return {
    Type: "Task",
    Resource: "arn:aws:states:::athena:startQueryExecution.sync",
    Parameters: {
      QueryString: statement,
      WorkGroup: workgroup,
      ...(statement.includes("?")
        ? { "ExecutionParameters.$": String.raw`States.Array(States.Format('\'{}\'', $.detail.cutoff))` }
        : {}),
    },
    ResultPath: "$.query",
    Retry: RETRY,
    Next: next,
  };
}

function report(environment: Environment, source: Source, values: Readonly<Record<string, 0 | 1>>): State {
  const dimensions = Object.entries(sourceDimensions(environment, source)).map(([Name, Value]) => ({ Name, Value }));
  return {
    Type: "Task",
    Resource: "arn:aws:states:::aws-sdk:cloudwatch:putMetricData",
    Parameters: {
      Namespace: NAMESPACE,
      MetricData: Object.entries(values).map(([MetricName, Value]) => ({
        MetricName,
        Unit: "Count",
        Value,
        Dimensions: [...dimensions, { Name: "Table", "Value.$": "$.detail.table" }],
      })),
    },
    Retry: RETRY,
    End: true,
  };
}
