"use strict";
const { randomBytes } = require("node:crypto");
const { nativeVerifier, scramVerifier } = require("./verifiers.cjs");

/**
 * @typedef {{ readonly purpose: string, readonly sql: string }} Statement
 * @typedef {{ readonly control: string, readonly subject: string, readonly reason: string, readonly owner: string, readonly expires: string }} Waiver
 * @typedef {{ readonly question: string, readonly sql: string, readonly remedy: string, readonly waiver?: Waiver }} Question
 * @typedef {{ source: string, plan: { family: "mysql" | "postgresql", before: readonly Question[], statements: readonly Statement[], after: readonly Question[] } }} Event
 * @typedef {{
 *   query: (sql: string, parameters?: Record<string, string>) => Promise<string[]>,
 *   transaction: (work: (query: (sql: string, parameters?: Record<string, string>) => Promise<string[]>) => Promise<void>) => Promise<void>,
 * }} Database
 */

/** Plain ASCII, which both engines hash as it is, and long enough that nobody guesses it from the hash. */
const ACCEPTED = /^[!-~]{20,128}$/;

/**
 * Asks, changes, and asks again. Ends with an error that names everything that is wrong and that nobody accepts, or with the
 * purposes of all statements that were run, and what waivers accept.
 * @param {Event} event
 * @param {string} password of the replication user
 * @param {Database} database
 * @param {string} [today] `yyyy-MM-dd`; a waiver holds to the end of its last day
 * @returns {Promise<string[]>}
 */
async function apply({ source, plan }, password, database, today = new Date().toISOString().slice(0, 10)) {
  if (typeof password !== "string" || !ACCEPTED.test(password)) {
    throw new Error(`the secret of ${source} has no password of 20 to 128 ASCII characters without spaces`);
  }
  const before = await findings(plan.before, database, today);
  refuse(source, before.refused, "nothing was changed");
  const run = plan.family === "mysql" ? withLiteral : withParameter;
  await run(plan.statements, password, database);
  const after = await findings(plan.after, database, today);
  refuse(source, after.refused, "the statements were run");
  return [...plan.statements.map(({ purpose }) => purpose), ...before.accepted, ...after.accepted];
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

/**
 * @param {readonly Question[]} questions @param {Database} database @param {string} today
 * @returns {Promise<{ refused: string[], accepted: string[] }>}
 */
async function findings(questions, database, today) {
  /** @type {string[]} */
  const refused = [];
  /** @type {string[]} */
  const accepted = [];
  for (const question of questions) {
    const answers = await asked(question, database);
    if (question.waiver === undefined) {
      refused.push(...answers.map((answer) => `${answer}: ${question.remedy}`));
    } else {
      const judged = waived(question.waiver, answers, question.remedy, today);
      refused.push(...judged.refused);
      accepted.push(...judged.accepted);
    }
  }
  return { refused, accepted };
}

/** @param {Question} question @param {Database} database */
async function asked({ question, sql }, database) {
  try {
    return await database.query(sql);
  } catch (error) {
    throw new Error(`could not find out "${question}": ${messageOf(error)}`, { cause: error });
  }
}

/**
 * What a waiver makes of answers: accepted to its last day. One that accepts nothing is told too, so that it does not stay.
 * @param {Waiver} waiver @param {readonly string[]} answers @param {string} remedy @param {string} today
 */
function waived({ control, subject, owner, expires }, answers, remedy, today) {
  const name = `the waiver of ${control} for ${subject}`;
  if (answers.length === 0) return { refused: [], accepted: [`${name} accepts nothing: remove it`] };
  if (expires < today) {
    const ended = `${name} ended on ${expires}; ${remedy}, or let ${owner} decide anew`;
    return { refused: answers.map((answer) => `${answer}: ${ended}`), accepted: [] };
  }
  return { refused: [], accepted: answers.map((answer) => `${answer}: accepted by ${owner} until ${expires}`) };
}

/** @param {unknown} error */
const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/** @param {string} source @param {string[]} found @param {string} state */
function refuse(source, found, state) {
  if (found.length > 0) throw new Error([`${source} is not ready; ${state}`, ...found].join("\n- "));
}

module.exports = { apply };
