"use strict";
/**
 * A cluster as `apply` sees it, through the RDS Data API.
 * https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_ExecuteStatement.html
 * @typedef {{ clusterArn: string, masterSecretArn: string, database: string }} Target
 * @typedef {(input: any) => Promise<any>} Call
 * @typedef {{ begin: Call, commit: Call, execute: Call, rollback: Call }} Calls
 */

const ATTEMPTS = 10;
const PAUSE_MS = 6000;

/** A Serverless v2 cluster that has paused needs some seconds. @param {unknown} error */
const isResuming = (error) => error instanceof Error && error.name === "DatabaseResumingException";

/**
 * @param {Target} target
 * @param {Calls} calls
 * @param {(milliseconds: number) => Promise<void>} [pause]
 * @returns {import("./apply.cjs").Database}
 */
function dataApi({ clusterArn, masterSecretArn, database }, { begin, commit, execute, rollback }, pause = wait) {
  const place = { resourceArn: clusterArn, secretArn: masterSecretArn };
  const query = async (
    /** @type {string} */ sql,
    /** @type {Record<string, string>} */ parameters = {},
    /** @type {{ transactionId?: unknown }} */ transaction = {},
  ) => {
    const input = {
      ...place,
      database,
      sql,
      parameters: Object.entries(parameters).map(([name, stringValue]) => ({ name, value: { stringValue } })),
      ...transaction,
    };
    return texts(await patiently(() => execute(input), pause));
  };
  return {
    query: (sql, parameters) => query(sql, parameters),
    transaction: async (work) => {
      const begun = await patiently(() => begin({ ...place, database }), pause);
      const { transactionId } = begun;
      try {
        await work((sql, parameters) => query(sql, parameters, { transactionId }));
      } catch (error) {
        await rollback({ ...place, transactionId });
        throw error;
      }
      await commit({ ...place, transactionId });
    },
  };
}

/** The first field of each row. @param {Record<string, any>} answer @returns {string[]} */
const texts = (answer) => (answer.records ?? []).map((/** @type {any[]} */ [field]) => String(field?.stringValue));

/** @template T @param {() => Promise<T>} call @param {(milliseconds: number) => Promise<void>} pause @returns {Promise<T>} */
async function patiently(call, pause) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (!isResuming(error) || attempt === ATTEMPTS) throw error;
      await pause(PAUSE_MS);
    }
  }
}

/** @param {number} milliseconds @returns {Promise<void>} */
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

module.exports = { dataApi };
