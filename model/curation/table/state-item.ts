/** What the pipeline remembers of each table: one item of a DynamoDB table, its key the table's name. */
import { BEGINNING } from "../../sql/look";
import { DYNAMODB_RETRY } from "../retries";
import type { State } from "./parts";

/** The item's key. */
export const STATE_KEY = "table_name";

/** Execution that works on the table; nobody does when it is missing. */
const HOLDER = "merge_holder";

/** Newest commit merged, what `Look` answered as cursor, and the generation whose load is merged. */
const REMEMBERED = { watermark: "merge_watermark", cursor: "merge_cursor", generation: "merge_generation" } as const;

/** Generation of a table whose load is not merged, or not known to be complete. */
export const NO_GENERATION = "0";

const text = (value: string): State => ({ S: value });
const at = (path: string): State => ({ "S.$": path });
const key = (): State => ({ [STATE_KEY]: at("$.table") });

const defaults = Object.values(REMEMBERED)
  .map((name) => `${name} = if_not_exists(${name}, :${name})`)
  .join(", ");

function take(table: string, condition: string, values: State): State {
  return {
    Type: "Task",
    Resource: "arn:aws:states:::dynamodb:updateItem",
    Parameters: {
      TableName: table,
      Key: key(),
      UpdateExpression: `SET ${HOLDER} = :run, ${defaults}`,
      ConditionExpression: condition,
      ExpressionAttributeValues: {
        ":run": at("$.run"),
        [`:${REMEMBERED.watermark}`]: text(BEGINNING.watermark),
        [`:${REMEMBERED.cursor}`]: text(BEGINNING.cursor),
        [`:${REMEMBERED.generation}`]: text(NO_GENERATION),
        ...values,
      },
      ReturnValues: "ALL_NEW",
    },
    ResultSelector: Object.fromEntries(
      Object.entries(REMEMBERED).map(([name, attribute]) => [`${name}.$`, `$.Attributes.${attribute}.S`]),
    ),
    ResultPath: "$.state",
    Retry: DYNAMODB_RETRY,
  };
}

/**
 * Takes the lock of a table that nobody holds, and reads what is remembered of it. A condition that does not hold is
 * `DynamoDB.ConditionalCheckFailedException`.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ConditionExpressions.html
 */
export const lock = (table: string): State => take(table, `attribute_not_exists(${HOLDER}) OR ${HOLDER} = :run`, {});

/** Takes the lock over from a holder that has ended without releasing it; `readHolder` has read it. */
export const takeOver = (table: string): State => take(table, `${HOLDER} = :gone`, { ":gone": at(HOLDER_PATH) });

/** Path of the holder after `readHolder`; missing when the lock has been released meanwhile. */
export const HOLDER_PATH = `$.lock.Item.${HOLDER}.S`;

/** Reads who holds the lock. */
export const readHolder = (table: string): State => ({
  Type: "Task",
  Resource: "arn:aws:states:::dynamodb:getItem",
  Parameters: { TableName: table, Key: key(), ConsistentRead: true, ProjectionExpression: HOLDER },
  ResultPath: "$.lock",
  Retry: DYNAMODB_RETRY,
});

function release(table: string, update: string, values: State): State {
  return {
    Type: "Task",
    Resource: "arn:aws:states:::dynamodb:updateItem",
    Parameters: {
      TableName: table,
      Key: key(),
      UpdateExpression: update,
      ConditionExpression: `${HOLDER} = :run`,
      ExpressionAttributeValues: { ":run": at("$.run"), ...values },
    },
    ResultPath: null,
    Retry: DYNAMODB_RETRY,
  };
}

/** Writes down how far the table is merged and releases the lock, in one step. */
export const remember = (table: string): State =>
  release(
    table,
    `SET ${Object.values(REMEMBERED)
      .map((name) => `${name} = :${name}`)
      .join(", ")} REMOVE ${HOLDER}`,
    {
      [`:${REMEMBERED.watermark}`]: at("$.look.newest"),
      [`:${REMEMBERED.cursor}`]: at("$.look.cursor"),
      [`:${REMEMBERED.generation}`]: at("$.generation"),
    },
  );

/** Releases the lock; what is remembered stays as it was, so that the next run begins where this one did. */
export const unlock = (table: string): State => release(table, `REMOVE ${HOLDER}`, {});
