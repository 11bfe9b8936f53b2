import type { Client } from "pg";
import { apply } from "../../functions/readiness/apply.cjs";
import { column } from "../../model/contract/column";
import type { ExistingSource } from "../../model/landscape/types";
import { readinessPlan } from "../../model/readiness/plan";
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
  tables: [client],
};
const plan = readinessPlan(source);

const HIDDEN = "core.client has row level security, which may hide rows from the replication user";
const SHOW = "CREATE POLICY lake_replication ON core.client FOR SELECT TO lake_replication USING (true)";

const TRAPS: readonly Trap[] = [
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

let server: Postgresql;
let root: Client;

beforeAll(async () => {
  server = await Postgresql.start();
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
