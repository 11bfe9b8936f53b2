"use strict";
const { createHash, createHmac, pbkdf2Sync } = require("node:crypto");

const ITERATIONS = 4096;

/**
 * What PostgreSQL stores instead of a password, so that the password itself never reaches the server.
 * https://www.postgresql.org/docs/16/catalog-pg-authid.html and RFC 5802
 * @param {string} password of plain ASCII, which needs no normalization
 * @param {Buffer} salt
 */
function scramVerifier(password, salt) {
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, "sha256");
  const key = (/** @type {string} */ name) => createHmac("sha256", salted).update(name).digest();
  const stored = createHash("sha256").update(key("Client Key")).digest("base64");
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString("base64")}$${stored}:${key("Server Key").toString("base64")}`;
}

/**
 * What MySQL stores instead of a password.
 * https://dev.mysql.com/doc/refman/8.0/en/native-pluggable-authentication.html
 * @param {string} password
 */
function nativeVerifier(password) {
  const once = createHash("sha1").update(password).digest();
  return `*${createHash("sha1").update(once).digest("hex").toUpperCase()}`;
}

module.exports = { nativeVerifier, scramVerifier };
