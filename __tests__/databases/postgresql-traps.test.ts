import type { Client } from "pg";
import { apply } from "../../functions/readiness/apply.cjs";
import { column } from "../../model/contract/column";
import type { ExistingSource, TableContract } from "../../model/landscape/types";
import { readinessPlan } from "../../model/readiness/plan";
import { columnTypes } from "../../model/readiness/postgresql/columns";
import { postgresqlTypes } from "../landscape/everything/types";
import { asDatabase, Postgresql } from "./postgresql";
import { createTable } from "./tables";
import { findingsOf, type Trap } from "./traps";

const PASSWORD = "Kq7!h2%wR_4xT=9mZ#c5-vB8nL3*jP6sD0fG1yQa";

const client = {
  schema: "core",
  name: "client",
  description: "A client",
  primaryKey: ["client_no", "branch"],
  columns: {
    branch: column("integer", "internal", "Branch"),
    client_no: column("varchar(20)", "internal", "Number within the branch"),
    name: column("varchar(60)", "restricted", "Name"),
    balance: column("numeric(12,2)", "confidential", "Balance"),
    changed_at: column("timestamptz(6)", "internal", "Last change"),
  },
} as const;

/** Its rows may become longer than a fourth of a page. */
const document = {
  schema: "core",
  name: "document",
  description: "A document",
  primaryKey: ["document_id"],
  columns: {
    document_id: column("bigint", "internal", "Document"),
    pages: column("integer", "internal", "Pages"),
    content: column("text", "restricted", "Content"),
    secret: column("jsonb", "forbidden", "What nobody may read"),
  },
} as const;

const source: ExistingSource = {
  name: "deposits",
  domain: "deposits",
  engine: "postgresql",
  database: "corebank",
  existing: {
    operatedBy: "bank",
    host: "core.db.bank.example",
    port: 5432,
    cidr: "10.1.2.0/28",
    secretArn: "arn:aws:secretsmanager:eu-central-1:333344445555:secret:core-abcdef",
    certificates: "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----",
  },
  replication: { minimumCapacity: 1, maximumCapacity: 1 },
  tables: [client, document],
};
const plan = readinessPlan(source);

const HIDDEN = "core.client has row level security, which may hide rows from the replication user";
const SHOW = "CREATE POLICY lake_replication ON core.client FOR SELECT TO lake_replication USING (true)";

const ROW_SECURITY: readonly Trap[] = [
  {
    name: "row level security without a policy for the replication user",
    plant: "ALTER TABLE core.client ENABLE ROW LEVEL SECURITY",
    findings: [HIDDEN],
    mend: SHOW,
  },
  {
    name: "a policy that shows some rows",
    plant:
      "ALTER TABLE core.client ENABLE ROW LEVEL SECURITY; CREATE POLICY one_branch ON core.client USING (branch = 1)",
    findings: [HIDDEN],
    mend: "ALTER ROLE lake_replication BYPASSRLS",
  },
  {
    name: "a restrictive policy beside one that shows everything",
    plant: `ALTER TABLE core.client ENABLE ROW LEVEL SECURITY; ${SHOW}; CREATE POLICY less ON core.client AS RESTRICTIVE USING (branch = 1)`,
    findings: [HIDDEN],
    mend: "ALTER POLICY less ON core.client TO bank_owner",
  },
  {
    name: "row level security that is forced on the owner",
    plant:
      "ALTER TABLE core.client OWNER TO lake_replication; ALTER TABLE core.client ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY; REVOKE INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON core.client FROM lake_replication",
    findings: [HIDDEN],
    mend: "ALTER TABLE core.client NO FORCE ROW LEVEL SECURITY",
  },
];

const KEYS: readonly Trap[] = [
  {
    name: "replica identity NOTHING",
    plant: "ALTER TABLE core.client REPLICA IDENTITY NOTHING",
    findings: [
      "core.client has replica identity NOTHING, so its updates and deletions do not name their row by (branch,client_no)",
    ],
    mend: "ALTER TABLE core.client REPLICA IDENTITY DEFAULT",
  },
  {
    name: "an index as replica identity that is not the key",
    plant:
      "CREATE UNIQUE INDEX by_number ON core.client (client_no) INCLUDE (branch); ALTER TABLE core.client REPLICA IDENTITY USING INDEX by_number",
    findings: [
      "core.client has replica identity USING INDEX over (client_no), so its updates and deletions do not name their row by (branch,client_no)",
    ],
    mend: "CREATE UNIQUE INDEX by_key ON core.client (branch, client_no); ALTER TABLE core.client REPLICA IDENTITY USING INDEX by_key",
  },
  {
    name: "an index as replica identity that is gone",
    plant:
      "CREATE UNIQUE INDEX by_key ON core.client (branch, client_no); ALTER TABLE core.client REPLICA IDENTITY USING INDEX by_key; DROP INDEX core.by_key",
    findings: [
      "core.client has replica identity USING INDEX over (), so its updates and deletions do not name their row by (branch,client_no)",
    ],
    mend: "ALTER TABLE core.client REPLICA IDENTITY FULL",
  },
  {
    name: "a deferrable primary key",
    plant:
      "ALTER TABLE core.client DROP CONSTRAINT client_pkey; ALTER TABLE core.client ADD PRIMARY KEY (client_no, branch) DEFERRABLE",
    findings: ["core.client has a deferrable primary key, by which the log names no row"],
    mend: "ALTER TABLE core.client DROP CONSTRAINT client_pkey; ALTER TABLE core.client ADD PRIMARY KEY (branch, client_no)",
  },
  {
    name: "a deferrable primary key, mended by whole rows",
    plant:
      "ALTER TABLE core.client DROP CONSTRAINT client_pkey; ALTER TABLE core.client ADD PRIMARY KEY (client_no, branch) DEFERRABLE",
    findings: ["core.client has a deferrable primary key, by which the log names no row"],
    mend: "ALTER TABLE core.client REPLICA IDENTITY FULL",
  },
  {
    name: "a unique key of the same columns in place of a primary key",
    plant:
      "ALTER TABLE core.client DROP CONSTRAINT client_pkey; ALTER TABLE core.client ADD UNIQUE (client_no, branch)",
    findings: ["core.client has the key (), not (branch,client_no)"],
    mend: "ALTER TABLE core.client ADD PRIMARY KEY (client_no, branch) INCLUDE (balance)",
  },
  {
    name: "a key that ignores case and accents",
    plant:
      "CREATE COLLATION core.careless (provider = icu, locale = 'und-u-ks-level1', deterministic = false); ALTER TABLE core.client ALTER COLUMN client_no TYPE varchar(20) COLLATE core.careless",
    findings: [
      "core.client.client_no is a key under the collation careless, which takes texts that differ for one; the lake has a row for each",
    ],
    mend: 'ALTER TABLE core.client ALTER COLUMN client_no TYPE varchar(20) COLLATE "C"',
  },
  {
    name: "a text outside of the key that ignores case, which is no trap",
    plant:
      "CREATE COLLATION core.careless (provider = icu, locale = 'und-u-ks-level1', deterministic = false); ALTER TABLE core.client ALTER COLUMN name TYPE varchar(60) COLLATE core.careless",
    findings: [],
    mend: "SELECT 1",
  },
];

const KINDS: readonly Trap[] = [
  {
    name: "an unlogged table",
    plant: "ALTER TABLE core.client SET UNLOGGED",
    findings: ["core.client is unlogged, so none of its changes is in the log, and a crash empties it"],
    mend: "ALTER TABLE core.client SET LOGGED",
  },
  {
    name: "a table with children",
    plant: "CREATE TABLE core.young_client () INHERITS (core.client)",
    findings: [
      "core.client has the child tables core.young_client, whose rows are loaded with it, and whose changes come under their own names",
    ],
    mend: "ALTER TABLE core.young_client NO INHERIT core.client",
  },
  {
    name: "a view in place of a table",
    plant:
      "ALTER TABLE core.client RENAME TO clients; CREATE VIEW core.client AS SELECT * FROM core.clients; GRANT SELECT ON core.client TO lake_replication; REVOKE SELECT ON core.clients FROM lake_replication",
    findings: ["core.client has the key (), not (branch,client_no)", "core.client is a view, which has no log"],
    mend: "DROP VIEW core.client; ALTER TABLE core.clients RENAME TO client; GRANT SELECT ON core.client TO lake_replication",
  },
  {
    name: "a partition as a table of its own, which is no trap",
    plant:
      "ALTER TABLE core.client SET SCHEMA public; CREATE TABLE core.every_client (LIKE public.client) PARTITION BY LIST (branch); ALTER TABLE core.every_client ATTACH PARTITION public.client FOR VALUES IN (1); ALTER TABLE public.client SET SCHEMA core",
    findings: [],
    mend: "SELECT 1",
  },
];

const COLUMNS: readonly Trap[] = [
  ...(
    [
      ["balance", "numeric", "numeric(12,2)", "a number without scale"],
      ["balance", "numeric(12,4)", "numeric(12,2)", "a number of more digits"],
      ["balance", "numeric(10,2)", "numeric(12,2)", "a number of less digits"],
      ["name", "text", "character varying(60)", "a text without length"],
      ["name", "character varying(80)", "character varying(60)", "a longer text"],
      ["name", "core.mood", "character varying(60)", "an enumeration"],
      ["name", "core.title", "character varying(60)", "a domain"],
      ["branch", "bigint", "integer", "a wider number"],
      ["branch", "smallint", "integer", "a narrower number"],
      ["changed_at", "timestamp without time zone", "timestamp(6) with time zone", "a moment without time zone"],
    ] as const
  ).map(([name, type, wanted, what]) => ({
    name: what,
    plant: `CREATE TYPE core.mood AS ENUM ('glad'); CREATE DOMAIN core.title AS varchar(60); ALTER TABLE core.client ALTER COLUMN ${name} TYPE ${type} USING NULL, REPLICA IDENTITY FULL`,
    findings: [`core.client.${name} is ${type}, not ${wanted}`],
    mend: `ALTER TABLE core.client ALTER COLUMN ${name} TYPE ${wanted} USING NULL`,
  })),
  {
    name: "a shorter text and fewer digits of seconds, which are no traps",
    plant:
      "ALTER TABLE core.client ALTER COLUMN name TYPE varchar(10), ALTER COLUMN changed_at TYPE timestamptz(0), ALTER COLUMN client_no TYPE varchar(1)",
    findings: [],
    mend: "ALTER TABLE core.client ALTER COLUMN changed_at TYPE timestamptz",
  },
  {
    name: "a stored generated column, which is no trap",
    plant:
      "ALTER TABLE core.client DROP COLUMN name; ALTER TABLE core.client ADD COLUMN name varchar(60) GENERATED ALWAYS AS (upper(client_no)) STORED",
    findings: [],
    mend: "SELECT 1",
  },
  {
    name: "a virtual generated column, which PostgreSQL 18 has, as its catalog says it",
    plant:
      "ALTER TABLE core.client DROP COLUMN name; ALTER TABLE core.client ADD COLUMN name varchar(60) GENERATED ALWAYS AS (upper(client_no)) STORED; UPDATE pg_attribute SET attgenerated = 'v' WHERE attrelid = 'core.client'::regclass AND attname = 'name'",
    findings: ["core.client.name is a virtual generated column, which is not in the log"],
    mend: "UPDATE pg_attribute SET attgenerated = 's' WHERE attrelid = 'core.client'::regclass AND attname = 'name'",
  },
  {
    name: "a column spelled otherwise",
    plant: 'ALTER TABLE core.client RENAME COLUMN balance TO "Balance"',
    findings: ['core.client.balance is missing, but there is "Balance"'],
    mend: 'ALTER TABLE core.client RENAME COLUMN "Balance" TO balance',
  },
  {
    name: "a column beside one of the same letters",
    plant: 'ALTER TABLE core.client ADD COLUMN "Balance" varchar(5)',
    findings: ['core.client."Balance" is in no contract'],
    mend: 'ALTER TABLE core.client DROP COLUMN "Balance"',
  },
  {
    name: "a table beside one of the same letters",
    plant: 'CREATE TABLE core."Client" (id int)',
    findings: ['core.client stands beside core."Client", whose changes DMS may take for its own'],
    mend: 'ALTER TABLE core."Client" RENAME TO old_client',
  },
  {
    name: "a table spelled otherwise",
    plant: 'ALTER TABLE core.client RENAME TO "Client"',
    findings: ['core.client is missing, but there is core."Client"', "lake_replication has SELECT on core.Client"],
    mend: 'ALTER TABLE core."Client" RENAME TO client',
  },
  {
    name: "a text that may lie outside of its row",
    plant: "ALTER TABLE core.document REPLICA IDENTITY DEFAULT",
    findings: [
      "core.document may keep values outside of its rows, which updates leave out of the log without whole old rows",
    ],
    mend: "ALTER TABLE core.document REPLICA IDENTITY FULL",
  },
];

const SESSIONS: readonly Trap[] = [
  {
    name: "a limit of sessions of the user in the database",
    plant: "ALTER ROLE lake_replication IN DATABASE corebank SET idle_session_timeout = '10min'",
    findings: ["sessions of lake_replication have no idle_session_timeout = 0 of their own"],
    mend: "ALTER ROLE lake_replication IN DATABASE corebank SET idle_session_timeout = 0",
  },
  {
    name: "sessions that show moments in another time zone and order",
    plant:
      "ALTER ROLE lake_replication IN DATABASE corebank SET TimeZone = 'Europe/Berlin'; ALTER ROLE lake_replication IN DATABASE corebank SET DateStyle = 'German, DMY'",
    findings: [
      "sessions of lake_replication have no DateStyle = ISO, MDY of their own",
      "sessions of lake_replication have no TimeZone = UTC of their own",
    ],
    mend: "ALTER ROLE lake_replication IN DATABASE corebank SET TimeZone = 'UTC'; ALTER ROLE lake_replication IN DATABASE corebank SET DateStyle = 'ISO, MDY'",
  },
  {
    name: "limits of the database, the user and the server, over which the user's own go",
    plant:
      "ALTER DATABASE corebank SET statement_timeout = '1s'; ALTER ROLE lake_replication SET statement_timeout = '1s'; ALTER DATABASE corebank SET TimeZone = 'Asia/Tokyo'",
    findings: [],
    mend: "SELECT 1",
  },
  {
    name: "a user that may not read the log",
    plant: "ALTER ROLE lake_replication NOREPLICATION",
    findings: ["lake_replication may not read the write-ahead log"],
    mend: "CREATE ROLE rds_replication; GRANT rds_replication TO lake_replication",
  },
  {
    name: "a schema that the user may not look into",
    plant: "REVOKE USAGE ON SCHEMA core FROM lake_replication",
    findings: ["lake_replication may not read core.client", "lake_replication may not read core.document"],
    mend: "GRANT USAGE ON SCHEMA core TO lake_replication",
  },
  {
    name: "a grant of some columns in place of the table's",
    plant:
      "REVOKE SELECT ON core.client FROM lake_replication; GRANT SELECT (branch) ON core.client TO lake_replication",
    findings: ["lake_replication may not read core.client"],
    mend: "GRANT SELECT ON core.client TO lake_replication",
  },
  {
    name: "a heartbeat that the user may not write",
    plant: "REVOKE CREATE ON SCHEMA lake_heartbeat FROM lake_replication",
    findings: ["lake_replication may not write its heartbeat"],
    mend: "GRANT CREATE ON SCHEMA lake_heartbeat TO lake_replication",
  },
  {
    name: "a user that may do everything",
    plant: "ALTER ROLE lake_replication SUPERUSER CREATEDB",
    findings: ["lake_replication is SUPERUSER", "lake_replication is CREATEDB"],
    mend: "ALTER ROLE lake_replication NOSUPERUSER NOCREATEDB",
  },
  {
    name: "the rights of another role, and a column of another table",
    plant:
      "GRANT bank_owner TO lake_replication; CREATE TABLE core.staff (id int, pay numeric); GRANT SELECT (pay) ON core.staff TO lake_replication",
    findings: ["lake_replication has SELECT on core.staff.pay", "lake_replication has the rights of bank_owner"],
    mend: "REVOKE bank_owner FROM lake_replication; REVOKE SELECT (pay) ON core.staff FROM lake_replication",
  },
];

const TRAPS = [...ROW_SECURITY, ...KEYS, ...KINDS, ...COLUMNS, ...SESSIONS];

/** What the log carries of changes, as DMS reads it; made and dropped within a second. */
const LOGGED: readonly (readonly [name: string, table: string, change: string, logged: readonly string[]])[] = [
  [
    "nothing of a deleted row under replica identity NOTHING",
    "CREATE TABLE log.t (id int PRIMARY KEY); ALTER TABLE log.t REPLICA IDENTITY NOTHING; INSERT INTO log.t VALUES (1)",
    "DELETE FROM log.t",
    ["table log.t: DELETE: (no-tuple-data)"],
  ],
  [
    "nothing of a deleted row by a deferrable key",
    "CREATE TABLE log.t (id int PRIMARY KEY DEFERRABLE); INSERT INTO log.t VALUES (1)",
    "DELETE FROM log.t",
    ["table log.t: DELETE: (no-tuple-data)"],
  ],
  [
    "a deleted row by a deferrable key with whole old rows",
    "CREATE TABLE log.t (id int PRIMARY KEY DEFERRABLE); ALTER TABLE log.t REPLICA IDENTITY FULL; INSERT INTO log.t VALUES (1)",
    "DELETE FROM log.t",
    ["table log.t: DELETE: id[integer]:1"],
  ],
  [
    "no value outside of the row that an update leaves alone",
    "CREATE TABLE log.t (id int PRIMARY KEY, n int, v varchar(4000)); ALTER TABLE log.t ALTER v SET STORAGE EXTERNAL; INSERT INTO log.t VALUES (1, 1, repeat('x', 3000))",
    "UPDATE log.t SET n = 2",
    ["table log.t: UPDATE: id[integer]:1 n[integer]:2 v[character varying]:unchanged-toast-datum"],
  ],
  [
    "the value among the old ones, with whole old rows",
    "CREATE TABLE log.t (id int PRIMARY KEY, n int, v varchar(4000)); ALTER TABLE log.t ALTER v SET STORAGE EXTERNAL, REPLICA IDENTITY FULL; INSERT INTO log.t VALUES (1, 1, repeat('x', 3000))",
    "UPDATE log.t SET n = 2",
    [
      `table log.t: UPDATE: old-key: id[integer]:1 n[integer]:1 v[character varying]:'${"x".repeat(3000)}' new-tuple: id[integer]:1 n[integer]:2 v[character varying]:unchanged-toast-datum`,
    ],
  ],
  [
    "stored generated columns",
    "CREATE TABLE log.t (id int PRIMARY KEY, g int GENERATED ALWAYS AS (id + 1) STORED)",
    "INSERT INTO log.t VALUES (1)",
    ["table log.t: INSERT: id[integer]:1 g[integer]:2"],
  ],
  [
    "rows of children and partitions under their names",
    "CREATE TABLE log.t (id int PRIMARY KEY); CREATE TABLE log.child () INHERITS (log.t); CREATE TABLE log.p (id int PRIMARY KEY) PARTITION BY LIST (id); CREATE TABLE log.p1 PARTITION OF log.p FOR VALUES IN (1)",
    "INSERT INTO log.child VALUES (1); INSERT INTO log.p VALUES (1)",
    ["table log.child: INSERT: id[integer]:1", "table log.p1: INSERT: id[integer]:1"],
  ],
  [
    "nothing of an unlogged table",
    "CREATE UNLOGGED TABLE log.t (id int PRIMARY KEY)",
    "INSERT INTO log.t VALUES (1)",
    [],
  ],
  [
    "what triggers and cascades change",
    "CREATE TABLE log.t (id int PRIMARY KEY); CREATE TABLE log.u (id int PRIMARY KEY REFERENCES log.t ON DELETE CASCADE); INSERT INTO log.t VALUES (1); INSERT INTO log.u VALUES (1)",
    "DELETE FROM log.t",
    ["table log.t: DELETE: id[integer]:1", "table log.u: DELETE: id[integer]:1"],
  ],
];

let server: Postgresql;
let root: Client;

beforeAll(async () => {
  server = await Postgresql.start(["max_prepared_transactions = 1"]);
  const maintenance = await server.connect("postgres", undefined, "postgres");
  for (const sql of ["CREATE ROLE bank_owner", "CREATE DATABASE corebank"]) await maintenance.query(sql);
  await maintenance.end();
  root = await server.connect("postgres", undefined, "corebank");
  for (const sql of ["CREATE SCHEMA core", ...source.tables.map((table) => createTable(table, '"'))]) {
    await root.query(sql);
  }
  await apply({ source: source.name, plan }, PASSWORD, asDatabase(root));
});
afterAll(async () => {
  await root.end();
  await server.stop();
});

describe("a trap of a real PostgreSQL database", () => {
  it("is not there to begin with", async () => {
    expect(await findingsOf(plan, asDatabase(root))).toEqual([]);
  });

  it.each(TRAPS)("is found, and its remedy helps: $name", async ({ plant, findings, mend }) => {
    const database = asDatabase(root);
    await root.query("BEGIN");
    try {
      await root.query(plant);
      expect(await findingsOf(plan, database)).toEqual(findings);
      await root.query(mend);
      expect(await findingsOf(plan, database)).toEqual([]);
    } finally {
      await root.query("ROLLBACK");
    }
  });
});

it("knows every spelling of every type that a contract may have", async () => {
  const columns = Object.fromEntries(
    Object.entries(postgresqlTypes.columns).filter(([, { classification }]) => classification !== "forbidden"),
  );
  const table = { ...postgresqlTypes, columns };
  await root.query(`BEGIN; CREATE SCHEMA everything; ${createTable(table, '"')}`);
  expect(await asDatabase(root).query(columnTypes([table]).sql)).toEqual([]);
  await root.query("ROLLBACK");
});

/** A table with a row condition, of customers that belong to a segment. */
const customer: TableContract = {
  schema: "core",
  name: "customer",
  description: "A customer",
  primaryKey: ["customer_id"],
  columns: {
    customer_id: column("bigint", "internal", "Customer"),
    segment: column("varchar(10)", "internal", "Segment", { immutable: true }),
    branch: column("integer", "internal", "Branch"),
  },
  onlyRows: [{ column: "segment", operator: "noteq", value: "test" }],
};
const reference = (columns: string, actions: string): string =>
  `ALTER TABLE core.customer ADD CONSTRAINT held FOREIGN KEY (${columns}) REFERENCES core.held (${columns}) ${actions}`;
const held = (columns: string, actions: string, ...findings: readonly string[]): Trap => ({
  name: `a foreign key of (${columns}) ${actions}${findings.length > 0 ? "" : ", which is no trap"}`,
  plant: reference(columns, actions),
  findings: findings.map(
    (action) => `core.customer.segment never changes by its contract, and has the foreign key held with ON ${action}`,
  ),
  mend: `ALTER TABLE core.customer DROP CONSTRAINT held; ${reference(columns, "ON UPDATE NO ACTION ON DELETE RESTRICT")}`,
});
const careless = (name: string, type: string): string =>
  `CREATE COLLATION core.careless (provider = icu, locale = 'und-u-ks-level1', deterministic = false); ALTER TABLE core.customer ALTER COLUMN ${name} TYPE ${type} COLLATE core.careless`;

describe("a row condition", () => {
  const conditional = readinessPlan({ ...source, tables: [client, document, customer] });
  it.each([
    held("segment", "ON UPDATE CASCADE", "UPDATE CASCADE"),
    held("segment", "ON UPDATE SET NULL ON DELETE SET DEFAULT", "DELETE SET DEFAULT", "UPDATE SET NULL"),
    held("segment, branch", "ON UPDATE SET DEFAULT ON DELETE SET NULL", "DELETE SET NULL", "UPDATE SET DEFAULT"),
    held("segment, branch", "ON DELETE SET NULL (branch)"),
    held("segment", "ON DELETE CASCADE"),
    held("branch", "ON UPDATE CASCADE"),
    {
      name: "a text that ignores case and accents",
      plant: careless("segment", "varchar(10)"),
      findings: [
        "core.customer.segment is in a row condition under the collation careless, which takes texts that differ for one",
      ],
      mend: 'ALTER TABLE core.customer ALTER COLUMN segment TYPE varchar(10) COLLATE "C"',
    },
  ])("has the trap of $name", async ({ plant, findings, mend }) => {
    const database = asDatabase(root);
    await root.query(
      `BEGIN; ${createTable(customer, '"')}; GRANT SELECT ON core.customer TO lake_replication; CREATE TABLE core.held (segment varchar(10) UNIQUE, branch integer UNIQUE, UNIQUE (segment, branch))`,
    );
    try {
      expect(await findingsOf(conditional, database)).toEqual([]);
      await root.query(plant);
      expect(await findingsOf(conditional, database)).toEqual(findings);
      await root.query(mend);
      expect(await findingsOf(conditional, database)).toEqual([]);
    } finally {
      await root.query("ROLLBACK");
    }
  });
});

describe("a trap of a real PostgreSQL server", () => {
  it("is a limit at which slots are given up, which a waiver of the source accepts", async () => {
    const limits = async (value: string) => {
      await root.query(`ALTER SYSTEM SET max_slot_wal_keep_size = '${value}'`);
      await root.query("SELECT pg_reload_conf()");
      // A session hears of it between two of its statements.
      while ((await asDatabase(root).query("SHOW max_slot_wal_keep_size"))[0] !== value) await root.query("SELECT 1");
    };
    const finding =
      "max_slot_wal_keep_size is 1GB, so a slot that is further behind is given up, and everything must be loaded again";
    await limits("1GB");
    expect(await findingsOf(plan, asDatabase(root))).toEqual([finding]);
    const waiver = {
      control: "readiness-slot-retention",
      reason: "Disk",
      owner: "a@bank.example",
      expires: "2027-03-31",
    };
    const accepting = readinessPlan({ ...source, waivers: [{ ...waiver, control: "readiness-slot-retention" }] });
    expect(await apply({ source: source.name, plan: accepting }, PASSWORD, asDatabase(root), "2027-03-31")).toContain(
      `${finding}: accepted by a@bank.example until 2027-03-31`,
    );
    await limits("-1");
    expect(await findingsOf(plan, asDatabase(root))).toEqual([]);
  });

  it("is a prepared transaction that a new slot would wait for", async () => {
    await root.query("BEGIN; CREATE TABLE core.later (id int); PREPARE TRANSACTION 'month end'");
    const of = (minutes: number) =>
      findingsOf(
        {
          ...plan,
          before: plan.before.map((one) => ({ ...one, sql: one.sql.replace("'10 minutes'", `'${minutes} minutes'`) })),
        },
        asDatabase(root),
      );
    expect(await of(10)).toEqual([]);
    expect(await of(0)).toEqual([
      expect.stringMatching(
        /^the prepared transaction month end has been open since \d{4}-\d\d-\d\d, and a new slot waits for it$/,
      ),
    ]);
    await root.query("ROLLBACK PREPARED 'month end'");
    expect(await of(0)).toEqual([]);
  });

  it("is an encoding that says nothing of characters", async () => {
    await root.query("CREATE DATABASE bytes ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
    const bytes = await server.connect("postgres", undefined, "bytes");
    expect(await findingsOf(plan, asDatabase(bytes))).toContain(
      "the database is encoded as SQL_ASCII, so nobody knows which characters its bytes are",
    );
    await bytes.end();
  });
});

it("a database in capitals is ready where the contract writes them too", async () => {
  const { balance, branch, ...columns } = client.columns;
  const spelled = {
    ...client,
    nameAtSource: "Client",
    columns: {
      ...columns,
      branch: { ...branch, nameAtSource: "Branch" },
      balance: { ...balance, nameAtSource: "Balance" },
    },
  };
  const capitals = readinessPlan({ ...source, tables: [spelled, document] });
  const database = asDatabase(root);
  await root.query(
    'BEGIN; ALTER TABLE core.client RENAME COLUMN balance TO "Balance"; ALTER TABLE core.client RENAME COLUMN branch TO "Branch"; ALTER TABLE core.client RENAME TO "Client"',
  );
  try {
    expect(await findingsOf(capitals, database)).toEqual([]);
    await root.query('ALTER TABLE core."Client" RENAME COLUMN "Balance" TO balance');
    expect(await findingsOf(capitals, database)).toEqual(["core.Client.Balance is missing, but there is balance"]);
    await root.query('ALTER TABLE core."Client" RENAME TO client');
    expect(await findingsOf(capitals, database)).toEqual([
      "core.Client is missing, but there is core.client",
      "lake_replication has SELECT on core.client",
    ]);
  } finally {
    await root.query("ROLLBACK");
  }
});

describe("what a waiver of a table accepts", () => {
  it("is asked by itself, keeps its statement away, and nothing of other tables", async () => {
    const waived = {
      ...document,
      waivers: [
        {
          control: "readiness-large-values",
          reason: "The server writes too much as it is",
          owner: "a@bank.example",
          expires: "2027-03-31",
        } as const,
      ],
    };
    await root.query("ALTER TABLE core.document REPLICA IDENTITY DEFAULT");
    await root.query("ALTER TABLE core.client SET UNLOGGED");
    const run = (asked: typeof plan, today: string) =>
      apply({ source: source.name, plan: asked }, PASSWORD, asDatabase(root), today);
    const accepting = readinessPlan({ ...source, tables: [client, waived] });
    await expect(run(accepting, "2027-03-31")).rejects.toThrow(
      /^deposits is not ready; nothing was changed\n- core.client is unlogged/,
    );
    await root.query("ALTER TABLE core.client SET LOGGED");
    expect((await run(accepting, "2027-03-31")).slice(-1)).toEqual([
      "core.document may keep values outside of its rows, which updates leave out of the log without whole old rows: accepted by a@bank.example until 2027-03-31",
    ]);
    await expect(run(accepting, "2027-04-01")).rejects.toThrow("ended on 2027-03-31");
    await run(plan, "2027-03-31");
    expect(await findingsOf(plan, asDatabase(root))).toEqual([]);
  });
});

describe("the log of a real PostgreSQL database", () => {
  it.each(LOGGED)("has %s", async (_, table, change, logged) => {
    await root.query(`CREATE SCHEMA log; ${table}`);
    await root.query("SELECT pg_create_logical_replication_slot('facts', 'test_decoding')");
    try {
      await root.query(change);
      const changes = await asDatabase(root).query(
        "SELECT data FROM pg_logical_slot_get_changes('facts', NULL, NULL) WHERE data LIKE 'table log.%'",
      );
      expect(changes).toEqual(logged);
    } finally {
      await root.query("SELECT pg_drop_replication_slot('facts')");
      await root.query("DROP SCHEMA log CASCADE");
    }
  });
});
