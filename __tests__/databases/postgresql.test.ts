import type { Client } from "pg";
import { apply } from "../../functions/readiness/apply.cjs";
import type { ExistingSource } from "../../model/landscape/types";
import { readinessPlan } from "../../model/readiness/plan";
import { deposits } from "../landscape/deposits";
import { first } from "../support/json";
import { asDatabase, Postgresql } from "./postgresql";
import { createTable } from "./tables";

const source = first(deposits.sources);
const tables = source.tables.map((table) =>
  // A condition on a column outside of the key, so that deletes need whole rows.
  table.name === "card"
    ? { ...table, onlyRows: [{ column: "kind", operator: "noteq" as const, value: "test" }] }
    : table,
);
const event = { source: source.name, plan: readinessPlan({ ...source, tables }) };
const PASSWORD = "Kq7!h2%wR_4xT=9mZ#c5-vB8nL3*jP6sD0fG1yQa";
const OTHER = "another-password-of-forty-characters-0000";

/** What Aurora adds to a server, as its documentation describes it; the master user is no superuser. */
const AURORA_STAND_INS = [
  "CREATE ROLE rds_replication",
  "CREATE ROLE lake_owner LOGIN CREATEROLE CREATEDB",
  "GRANT rds_replication TO lake_owner WITH ADMIN OPTION",
  "CREATE DATABASE corebank OWNER lake_owner",
];

let server: Postgresql;
let root: Client;
let owner: Client;
const ready = (password = PASSWORD) => apply(event, password, asDatabase(owner));
const run = (sql: string) => asDatabase(owner).query(sql);

beforeAll(async () => {
  server = await Postgresql.start(["log_statement = all", "max_replication_slots = 2"]);
  const maintenance = await server.connect("postgres", undefined, "postgres");
  for (const sql of AURORA_STAND_INS) await maintenance.query(sql);
  await maintenance.end();
  root = await server.connect("postgres", undefined, "corebank");
  owner = await server.connect("lake_owner", undefined, "corebank");
  await run("CREATE SCHEMA core");
  await run("CREATE TABLE core.staff (id int PRIMARY KEY)");
});
afterAll(async () => {
  await owner.end();
  await root.end();
  await server.stop();
});

const rights = () =>
  run(
    "SELECT concat(n.nspname, ' ', c.relname, ' ', c.relacl, ' ', c.relreplident, ' ', n.nspacl) FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE n.nspname IN ('core', 'lake_heartbeat') AND c.relkind = 'r' ORDER BY 1",
  );
const settings = () =>
  run(
    "SELECT concat(rolname, ' ', rolcanlogin, ' ', rolsuper, ' ', setconfig) FROM pg_roles JOIN pg_db_role_setting ON setrole = pg_roles.oid JOIN pg_database ON pg_database.oid = setdatabase AND datname = 'corebank' WHERE rolname = 'lake_replication'",
  );

describe("readiness of a real PostgreSQL server", () => {
  it("changes nothing while tables of the contract are missing, and names each", async () => {
    const refused = await ready().catch((error: unknown) => String(error));
    expect(refused).toContain("deposits is not ready; nothing was changed");
    for (const { schema, name } of tables) expect(refused).toContain(`- ${schema}.${name} is missing: `);
    expect(await settings()).toEqual([]);
  });

  it("runs, twice, as a master user without superuser, and ends in the same state", async () => {
    for (const table of tables) await run(createTable(table, '"'));
    const done = await ready();
    expect(done).toEqual(event.plan.statements.map(({ purpose }) => purpose));
    const once = [await rights(), await settings()];
    expect(await ready()).toEqual(done);
    expect([await rights(), await settings()]).toEqual(once);
    expect(await settings()).toEqual([
      'lake_replication t f {idle_in_transaction_session_timeout=0,idle_session_timeout=0,lock_timeout=0,statement_timeout=0,bytea_output=hex,client_encoding=UTF8,"DateStyle=ISO, MDY",extra_float_digits=1,IntervalStyle=postgres,TimeZone=UTC,default_transaction_read_only=off}',
    ]);
  });

  it("makes deletes carry whole rows where a condition needs them, and nowhere else", async () => {
    expect(
      await run("SELECT relname FROM pg_class WHERE relnamespace = 'core'::regnamespace AND relreplident = 'f'"),
    ).toEqual(["card"]);
  });

  it("makes a user that logs in by its password, reads contracted tables, writes its heartbeat, and nothing else", async () => {
    const client = await server.connect("lake_replication", PASSWORD, "corebank");
    const database = asDatabase(client);
    for (const { schema, name } of tables) await database.query(`SELECT * FROM "${schema}"."${name}"`);
    await database.query("CREATE TABLE lake_heartbeat.awsdms_heartbeat (at timestamptz)");
    await database.query("INSERT INTO lake_heartbeat.awsdms_heartbeat VALUES (now())");
    await expect(database.query("SELECT * FROM core.staff")).rejects.toThrow(/denied/);
    await expect(database.query("DELETE FROM core.account")).rejects.toThrow(/denied/);
    await expect(database.query("CREATE TABLE core.mine (id int)")).rejects.toThrow(/denied/);
    await client.end();
    expect(await ready()).not.toEqual([]);
  });

  it("gives the user a new password", async () => {
    await ready(OTHER);
    await (await server.connect("lake_replication", OTHER, "corebank")).end();
    await expect(server.connect("lake_replication", PASSWORD, "corebank")).rejects.toThrow(/authentication/);
  });

  it("leaves no password in the log of all statements", () => {
    expect(server.log()).toContain("ALTER ROLE lake_replication");
    for (const password of [PASSWORD, OTHER]) expect(server.log()).not.toContain(password);
  });

  it.each([
    [
      "a column is in no contract",
      "ALTER TABLE core.client ADD COLUMN tax_id varchar(20)",
      "core.client.tax_id is in no contract",
    ],
    ["a column is missing", "ALTER TABLE core.client DROP COLUMN gender", "core.client.gender is missing"],
    [
      "the key is another",
      "ALTER TABLE core.client DROP CONSTRAINT client_pkey",
      "core.client has the key (), not (client_id)",
    ],
    [
      "the table is partitioned",
      "DROP TABLE core.client; CREATE TABLE core.client (client_id bigint) PARTITION BY HASH (client_id)",
      "core.client is partitioned, and its changes come under the names of its partitions",
    ],
  ])("says when %s", async (_, sql, finding) => {
    await owner.query("BEGIN");
    try {
      await owner.query(sql);
      // Rolled back with everything else.
      await expect(apply(event, PASSWORD, asDatabase(owner))).rejects.toThrow(`- ${finding}: `);
    } finally {
      await owner.query("ROLLBACK");
    }
  });

  it.each([
    [
      "GRANT SELECT ON core.staff TO lake_replication",
      "lake_replication has SELECT on core.staff",
      "REVOKE SELECT ON core.staff FROM lake_replication",
    ],
    [
      "GRANT DELETE ON core.account TO lake_replication",
      "lake_replication has DELETE on core.account",
      "REVOKE DELETE ON core.account FROM lake_replication",
    ],
  ])("says what the user may do too much: %s", async (grant, finding, revoke) => {
    await run(grant);
    await expect(ready()).rejects.toThrow(`deposits is not ready; the statements were run\n- ${finding}: revoke it`);
    await run(revoke);
    expect(await ready()).not.toEqual([]);
  });

  it("undoes everything when a statement fails, and says which", async () => {
    const broken = {
      ...event.plan,
      statements: [...event.plan.statements, { purpose: "It fails", sql: "SELECT 1 / 0" }],
    };
    await expect(apply({ ...event, plan: broken }, OTHER, asDatabase(owner))).rejects.toThrow(
      'could not do "It fails": division by zero',
    );
    // The password of before still holds.
    await (await server.connect("lake_replication", PASSWORD, "corebank")).end();
  });

  it("makes a server of the bank's own ready: the user reads changes through a slot", async () => {
    const existing: ExistingSource["existing"] = {
      operatedBy: "bank",
      host: "core.db.bank.example",
      port: 5432,
      cidr: "10.1.2.0/28",
      secretArn: "arn:aws:secretsmanager:eu-central-1:333344445555:secret:core-abcdef",
      certificates: "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----",
    };
    const { name, domain, database, replication } = source;
    const own = readinessPlan({ name, domain, database, replication, tables, engine: "postgresql", existing });
    await apply({ source: name, plan: own }, PASSWORD, asDatabase(root));
    const client = await server.connect("lake_replication", PASSWORD, "corebank");
    const asUser = asDatabase(client);
    await asUser.query("SELECT pg_create_logical_replication_slot('lake', 'test_decoding')");
    await run("INSERT INTO core.district VALUES (1, 'Mitte', 'Berlin', 1, 1, 1)");
    const changes = await asUser.query("SELECT data FROM pg_logical_slot_get_changes('lake', NULL, NULL)");
    expect(changes.join("\n")).toContain("table core.district: INSERT: district_id[integer]:1");
    await asUser.query("SELECT pg_drop_replication_slot('lake')");
    await client.end();
  });

  it("says when no replication slot is left", async () => {
    const elsewhere = await server.connect("postgres", undefined, "postgres");
    for (const slot of ["one", "two"])
      await elsewhere.query(`SELECT pg_create_logical_replication_slot('${slot}', 'test_decoding')`);
    await expect(ready()).rejects.toThrow("- no replication slot is free: ");
    await elsewhere.end();
  });
});

describe("a server without logical replication", () => {
  it("is told apart before anything is changed", async () => {
    const plain = await Postgresql.start(["wal_level = replica", "max_wal_senders = 0", "wal_sender_timeout = 5s"]);
    const client = await plain.connect("postgres", undefined, "postgres");
    const refused = await apply(event, PASSWORD, asDatabase(client)).catch(String);
    expect(refused).toContain("- wal_level is replica, not logical: set rds.logical_replication");
    expect(refused).toContain("- no WAL sender is free: ");
    expect(refused).toContain("- wal_sender_timeout is 5s: set it to 60s");
    await client.end();
    await plain.stop();
  });
});

describe("a standby", () => {
  it("is told apart from the writer", async () => {
    const standby = await Postgresql.start([], true);
    const client = await standby.connect("postgres", undefined, "postgres");
    await expect(apply(event, PASSWORD, asDatabase(client))).rejects.toThrow(
      "- the server is a standby or a reader, whose slots go with it: name the writer",
    );
    await client.end();
    await standby.stop();
  });
});
