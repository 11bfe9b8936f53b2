"use strict";
/**
 * Athena as a place that runs one statement after the other.
 * https://docs.aws.amazon.com/athena/latest/APIReference/API_StartQueryExecution.html
 * @typedef {{
 *   start: (sql: string) => Promise<string>,
 *   state: (id: string) => Promise<{ state: string, reason: string }>,
 * }} Calls
 */

const ATTEMPTS = 6;
const PAUSE_MS = 1000;

/**
 * A merge that commits at the same moment makes Athena refuse the change of a table's columns.
 * https://docs.aws.amazon.com/athena/latest/ug/querying-iceberg.html
 * @param {string} reason
 */
const isConflict = (reason) => /ICEBERG_COMMIT_ERROR|CommitFailed|TooManyRequests|concurrent/i.test(reason);

/**
 * @param {Calls} calls
 * @param {(milliseconds: number) => Promise<void>} [pause]
 * @returns {(sql: string) => Promise<void>}
 */
function statementRunner(calls, pause = wait) {
  return async (sql) => {
    for (let attempt = 1; ; attempt += 1) {
      const { state, reason } = await finished(calls, await calls.start(sql), pause);
      if (state === "SUCCEEDED") return;
      if (!isConflict(reason) || attempt === ATTEMPTS) throw new Error(`${state}: ${reason}. The statement: ${sql}`);
      await pause(PAUSE_MS * 2 ** attempt);
    }
  };
}

/** @param {Calls} calls @param {string} id @param {(milliseconds: number) => Promise<void>} pause */
async function finished(calls, id, pause) {
  for (;;) {
    const answer = await calls.state(id);
    if (answer.state !== "QUEUED" && answer.state !== "RUNNING") return answer;
    await pause(PAUSE_MS);
  }
}

/** @param {number} milliseconds @returns {Promise<void>} */
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

module.exports = { statementRunner };
