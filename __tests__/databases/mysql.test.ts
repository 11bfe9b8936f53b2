import { apply } from "../../functions/readiness/apply.cjs";
import { readinessPlan } from "../../model/readiness/plan";
import { lending } from "../landscape/lending";
import { first } from "../support/json";
import { asDatabase, MariaDb } from "./mariadb";
import { createTable } from "./tables";

const source = first(lending.sources);
const event = { source: source.name, plan: readinessPlan(source) };
const PASSWORD = "Kq7!h2%wR_4xT=9mZ#c5-vB8nL3*jP6sD0fG1yQa";
const OTHER = "another-password-of-forty-characters-0000";

let server: MariaDb;
let ready: (password?: string) => Promise<readonly string[]>;

beforeAll(async () => {
  server = await MariaDb.start();
  const owner = await server.connect("lake_owner", "owner");
  ready = (password = PASSWORD) => apply(event, password, asDatabase(owner));
  await server.root.query("CREATE DATABASE lending");
  await server.root.query("CREATE TABLE lending.staff (id int PRIMARY KEY)");
});
afterAll(() => server.stop());

const grants = () => asDatabase(server.root).query("SHOW GRANTS FOR lake_replication");
const asReplication = async (password = PASSWORD) => server.connect("lake_replication", password);

describe("readiness of a real MySQL-compatible server", () => {
  it("changes nothing while tables of the contract are missing, and names each", async () => {
    const refused = await ready().catch((error: unknown) => String(error));
    expect(refused).toContain("loans is not ready; nothing was changed");
    for (const { schema, name } of source.tables) expect(refused).toContain(`- ${schema}.${name} is missing: `);
    expect(await asDatabase(server.root).query("SELECT user FROM mysql.user WHERE user = 'lake_replication'")).toEqual(
      [],
    );
  });

  it("runs, twice, and ends in the same state", async () => {
    for (const table of source.tables) await server.root.query(createTable(table, "`"));
    const done = await ready();
    expect(done).toEqual(event.plan.statements.map(({ purpose }) => purpose));
    const once = await grants();
    expect(await ready()).toEqual(done);
    expect(await grants()).toEqual(once);
    expect(once).toHaveLength(1 + source.tables.length);
  });

  it("keeps the binary log for three days", async () => {
    const kept = asDatabase(server.root).query(
      "SELECT value FROM mysql.rds_configuration WHERE name = 'binlog retention hours'",
    );
    expect(await kept).toEqual(["72"]);
  });

  it("makes a user that reads contracted tables and the binary log, over TLS, and nothing else", async () => {
    const connection = await asReplication();
    const database = asDatabase(connection);
    for (const { schema, name } of source.tables) await database.query(`SELECT * FROM \`${schema}\`.\`${name}\``);
    expect(await database.query("SHOW BINARY LOGS")).not.toEqual([]);
    await expect(database.query("SELECT * FROM lending.staff")).rejects.toThrow(/denied/);
    await expect(database.query("DELETE FROM lending.loan")).rejects.toThrow(/denied/);
    await expect(database.query("CREATE TABLE lending.mine (id int)")).rejects.toThrow(/denied/);
    await connection.end();
  });

  it("gives the user a new password", async () => {
    await ready(OTHER);
    await (await asReplication(OTHER)).end();
    await expect(asReplication(PASSWORD)).rejects.toThrow(/denied/);
  });

  it("leaves no password in the log of all statements", () => {
    expect(server.generalLog()).toContain("ALTER USER 'lake_replication'");
    for (const password of [PASSWORD, OTHER]) expect(server.generalLog()).not.toContain(password);
  });

  it("says when the server logs statements instead of rows", async () => {
    await server.root.query("SET GLOBAL binlog_format = 'STATEMENT'");
    await expect(ready()).rejects.toThrow("- binlog_format is STATEMENT, not ROW: set the parameters, and reboot");
    await server.root.query("SET GLOBAL binlog_format = 'ROW'");
    expect(await ready()).not.toEqual([]);
  });

  it("says what the user may do too much, after the statements", async () => {
    await server.root.query("GRANT DELETE ON lending.loan TO lake_replication");
    await expect(ready()).rejects.toThrow(
      "loans is not ready; the statements were run\n- lake_replication has DELETE on lending.loan: revoke it",
    );
    await server.root.query("REVOKE DELETE ON lending.loan FROM lake_replication");
    expect(await ready()).not.toEqual([]);
  });
});
