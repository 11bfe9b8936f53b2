"use strict";
const { randomBytes } = require("node:crypto");
const { nativeVerifier, scramVerifier } = require("./verifiers.cjs");

/**
 * @typedef {{ readonly purpose: string, readonly sql: string }} Statement
 * @typedef {{ readonly question: string, readonly sql: string, readonly remedy: string }} Question
 * @typedef {{ source: string, plan: { family: "mysql" | "postgresql", before: readonly Question[], statements: readonly Statement[], after: readonly Question[] } }} Event
 * @typedef {{
 *   query: (sql: string, parameters?: Record<string, string>) => Promise<string[]>,
 *   transaction: (work: (query: (sql: string, parameters?: Record<string, string>) => Promise<string[]>) => Promise<void>) => Promise<void>,
 * }} Database
 */

/** Plain ASCII, which both engines hash as it is, and long enough that nobody guesses it from the hash. */
const ACCEPTED = /^[!-~]{20,128}$/;

/**
 * Asks, changes, and asks again. Ends with an error that names everything that is wrong, or with the purposes of all
 * statements that were run.
 * @param {Event} event
 * @param {string} password of the replication user
 * @param {Database} database
 * @returns {Promise<string[]>}
 */
async function apply({ source, plan }, password, database) {
  if (typeof password !== "string" || !ACCEPTED.test(password)) {
    throw new Error(`the secret of ${source} has no password of 20 to 128 ASCII characters without spaces`);
  }
  refuse(source, await findings(plan.before, database), "nothing was changed");
  const run = plan.family === "mysql" ? withLiteral : withParameter;
  await run(plan.statements, password, database);
  refuse(source, await findings(plan.after, database), "the statements were run");
  return plan.statements.map(({ purpose }) => purpose);
}

/**
 * MySQL commits each of these statements by itself and takes no parameters in them. The hash has no quotes.
 * @param {readonly Statement[]} statements @param {string} password @param {Database} database
 */
async function withLiteral(statements, password, database) {
  const verifier = nativeVerifier(password);
  for (const statement of statements) {
    await named(statement, () => database.query(statement.sql.replaceAll(":verifier", () => `'${verifier}'`)));
  }
}

/** All or nothing. @param {readonly Statement[]} statements @param {string} password @param {Database} database */
async function withParameter(statements, password, database) {
  const verifier = scramVerifier(password, randomBytes(16));
  await database.transaction(async (query) => {
    for (const statement of statements) {
      await named(statement, () => query(statement.sql, statement.sql.includes(":verifier") ? { verifier } : {}));
    }
  });
}

/** An error says what could not be done, and nothing of the statement. @param {Statement} statement @param {() => Promise<unknown>} run */
async function named({ purpose }, run) {
  try {
    await run();
  } catch (error) {
    throw new Error(`could not do "${purpose}": ${messageOf(error)}`, { cause: error });
  }
}

/** @param {readonly Question[]} questions @param {Database} database @returns {Promise<string[]>} */
async function findings(questions, database) {
  const all = [];
  for (const { question, sql, remedy } of questions) {
    try {
      for (const finding of await database.query(sql)) all.push(`${finding}: ${remedy}`);
    } catch (error) {
      throw new Error(`could not find out "${question}": ${messageOf(error)}`, { cause: error });
    }
  }
  return all;
}

/** @param {unknown} error */
const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/** @param {string} source @param {string[]} found @param {string} state */
function refuse(source, found, state) {
  if (found.length > 0) throw new Error([`${source} is not ready; ${state}`, ...found].join("\n- "));
}

module.exports = { apply };
