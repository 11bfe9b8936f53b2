"use strict";
/**
 * @typedef {{ readonly table: string, readonly sql: string }} Question
 * @typedef {{ readonly table: string, readonly cutoff: string, readonly count: string, readonly checksum: string }} Figures
 */

const HOURS = 24;

/**
 * The moment before which rows must have changed last, as the statements take it: yesterday at this time, in UTC.
 * @param {Date} now
 */
const cutoffOf = (now) => new Date(now.getTime() - HOURS * 3_600_000).toISOString().slice(0, 19).replace("T", " ");

/**
 * Asks for each table's figures and sends them on. A table that cannot be asked holds no other one up.
 * @param {readonly Question[]} questions
 * @param {string} cutoff
 * @param {(sql: string) => Promise<readonly string[]>} ask the first row of an answer
 * @param {(figures: Figures) => Promise<void>} send
 * @returns {Promise<Figures[]>}
 */
async function figures(questions, cutoff, ask, send) {
  const sent = [];
  const failed = [];
  for (const { table, sql } of questions) {
    try {
      const [count = "", checksum = ""] = await ask(sql.replaceAll(":cutoff", cutoff));
      if (!/^\d+$/.test(count) || !/^\d+$/.test(checksum)) throw new Error(`the answer is ${count}, ${checksum}`);
      const found = { table, cutoff, count, checksum };
      await send(found);
      sent.push(found);
    } catch (error) {
      failed.push(`${table}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (failed.length > 0) throw new Error(["some tables have no figures", ...failed].join("\n- "));
  return sent;
}

module.exports = { cutoffOf, figures };
