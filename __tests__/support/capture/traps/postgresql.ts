/** Traps of PostgreSQL. What each does to the log is what the real server does. */
import { column } from "../../../../model/contract/column";
import { type Setting, type Trap, trapTable } from "./trap";

const table = trapTable("core", "numeric");
const alter = (name: string, what: string): string => `ALTER TABLE core.${name} ${what}`;
const insert = (name: string, ...ids: readonly number[]): string =>
  `INSERT INTO core.${name} (id, note, amount) VALUES ${ids.map((id) => `(${id}, 'n${id}', ${id}.50)`).join(", ")}`;
const update = (name: string, id: number): string => `UPDATE core.${name} SET amount = amount + 1 WHERE id = ${id}`;
const remove = (name: string, id: number): string => `DELETE FROM core.${name} WHERE id = ${id}`;
const COLUMNS = "id bigint NOT NULL, note varchar(20), amount numeric(12,2)";

/** Three rows, then one is changed, one deleted, one inserted. */
const lives = (name: string): Pick<Trap, "before" | "work"> => ({
  before: [insert(name, 1, 2, 3)],
  work: [update(name, 1), remove(name, 2), insert(name, 4)],
});

const found = (readiness: string) => ({ isLost: true, readiness, isReconciled: true });
const onlyReconciled = { isLost: true, readiness: "", isReconciled: true };
const harmless = { isLost: false, readiness: "", isReconciled: false };

export const POSTGRESQL_TRAPS: readonly Trap[] = [
  { name: "none", table: table("plain"), ...lives("plain"), expected: harmless },
  {
    name: "row level security hides rows",
    table: table("secured"),
    ...lives("secured"),
    plant: [alter("secured", "ENABLE ROW LEVEL SECURITY"), "CREATE POLICY own ON core.secured USING (id <> 3)"],
    // Whoever asks for the figures sees no more than whoever replicates.
    expected: { isLost: true, readiness: "row level security", isReconciled: false },
  },
  {
    name: "replica identity NOTHING",
    table: table("nothing"),
    ...lives("nothing"),
    plant: [alter("nothing", "REPLICA IDENTITY NOTHING")],
    expected: found("replica identity NOTHING"),
  },
  {
    name: "replica identity by an index that is not the key",
    table: table("indexed"),
    ...lives("indexed"),
    plant: [
      alter("indexed", "ALTER COLUMN note SET NOT NULL"),
      "CREATE UNIQUE INDEX by_note ON core.indexed (note)",
      alter("indexed", "REPLICA IDENTITY USING INDEX by_note"),
    ],
    expected: found("replica identity USING INDEX"),
  },
  {
    name: "a deferrable primary key",
    table: table("deferrable"),
    create: `CREATE TABLE core.deferrable (${COLUMNS}, PRIMARY KEY (id) DEFERRABLE INITIALLY DEFERRED)`,
    ...lives("deferrable"),
    expected: found("deferrable primary key"),
  },
  {
    name: "an unlogged table",
    table: table("unlogged"),
    create: `CREATE UNLOGGED TABLE core.unlogged (${COLUMNS}, PRIMARY KEY (id))`,
    ...lives("unlogged"),
    expected: found("is unlogged"),
  },
  {
    name: "a table with children",
    table: table("parent"),
    before: [insert("parent", 1), "CREATE TABLE core.child () INHERITS (core.parent)", insert("child", 2)],
    work: [update("parent", 2), insert("child", 3)],
    expected: found("child tables"),
  },
  {
    name: "a partitioned table",
    table: table("parts"),
    create: `CREATE TABLE core.parts (${COLUMNS}, PRIMARY KEY (id)) PARTITION BY HASH (id)`,
    before: [
      "CREATE TABLE core.part_0 PARTITION OF core.parts FOR VALUES WITH (MODULUS 1, REMAINDER 0)",
      insert("parts", 1),
    ],
    work: [update("parts", 1), insert("parts", 2)],
    expected: found("partitioned"),
  },
  {
    name: "a number without precision",
    table: table("undeclared"),
    actual: { amount: { type: "numeric" } },
    ...lives("undeclared"),
    expected: found("numeric"),
  },
  {
    name: "a text that the contract limits",
    table: table("unlimited"),
    actual: { note: { type: "text" } },
    ...lives("unlimited"),
    expected: { ...harmless, readiness: "is text, not character varying(20)" },
  },
  {
    name: "a large value that an update leaves alone",
    table: table("toasted", { columns: { large: column("text", "internal", "Large") } }),
    before: [
      insert("toasted", 1),
      "UPDATE core.toasted SET large = (SELECT string_agg(md5(CAST(n AS text)), '') FROM generate_series(1, 500) AS s(n))",
    ],
    plant: [alter("toasted", "REPLICA IDENTITY DEFAULT")],
    work: [update("toasted", 1)],
    expected: found("outside of its rows"),
  },
  {
    name: "a key under a collation that takes texts for one",
    table: table("collated", { primaryKey: ["code"], columns: { code: column("varchar(10)", "internal", "Key") } }),
    create:
      "CREATE TABLE core.collated (code varchar(10) COLLATE core.caseless PRIMARY KEY, note varchar(20), amount numeric(12,2))",
    before: ["INSERT INTO core.collated VALUES ('anna', 'n', 1)"],
    work: ["UPDATE core.collated SET code = 'ANNA' WHERE code = 'Anna'"],
    expected: found("collation"),
  },
  {
    name: "a forbidden column that is spelled otherwise",
    table: table("spelled", {
      columns: { national_id: column("varchar(11)", "forbidden", "National identity number") },
    }),
    actual: { national_id: { name: "National_ID" } },
    ...lives("spelled"),
    // The value itself has left the source, which no figures compare.
    expected: { isLost: true, readiness: "National_ID", isReconciled: false },
  },
  {
    name: "a forbidden column in capitals, spelled so in the contract",
    table: table("capitals", {
      columns: { national_id: { ...column("varchar(11)", "forbidden", "Identity"), nameAtSource: "National_ID" } },
    }),
    actual: { national_id: { name: "National_ID" } },
    ...lives("capitals"),
    expected: harmless,
  },
  {
    name: "a foreign key that deletes, which PostgreSQL logs",
    table: table("cascaded"),
    before: [insert("cascaded", 1, 2)],
    plant: [
      "CREATE TABLE core.owner (id bigint PRIMARY KEY)",
      "INSERT INTO core.owner VALUES (1), (2)",
      alter("cascaded", "ADD FOREIGN KEY (id) REFERENCES core.owner (id) ON DELETE CASCADE"),
    ],
    work: ["DELETE FROM core.owner WHERE id = 1"],
    expected: harmless,
  },
  {
    name: "a moment without end",
    table: table("endless", { columns: { until: column("timestamp", "internal", "End") } }),
    ...lives("endless"),
    work: ["UPDATE core.endless SET until = 'infinity' WHERE id = 1"],
    expected: onlyReconciled,
  },
  {
    name: "a key that changes",
    table: table("moved"),
    before: [insert("moved", 1)],
    work: ["UPDATE core.moved SET id = 7 WHERE id = 1"],
    expected: onlyReconciled,
  },
  {
    name: "TRUNCATE",
    table: table("emptied"),
    before: [insert("emptied", 1, 2)],
    work: ["TRUNCATE core.emptied", insert("emptied", 3)],
    expected: onlyReconciled,
  },
  {
    name: "a table that is made anew and renamed",
    table: table("swapped"),
    before: [insert("swapped", 1)],
    work: [
      `CREATE TABLE core.swapped_new (${COLUMNS}, PRIMARY KEY (id))`,
      insert("swapped_new", 1, 2),
      alter("swapped", "RENAME TO swapped_old"),
      alter("swapped_new", "RENAME TO swapped"),
      "GRANT SELECT ON core.swapped TO lake_replication",
    ],
    expected: onlyReconciled,
  },
  {
    name: "values that ALTER TABLE computes",
    table: table("rewritten"),
    before: [insert("rewritten", 1)],
    work: [alter("rewritten", "ALTER COLUMN amount TYPE numeric(12,2) USING amount * 2")],
    expected: onlyReconciled,
  },
  {
    name: "a generated column that is stored",
    table: table("generated", { columns: { twice: column("numeric(12,2)", "internal", "Computed") } }),
    create: `CREATE TABLE core.generated (${COLUMNS}, twice numeric(12,2) GENERATED ALWAYS AS (amount * 2) STORED, PRIMARY KEY (id))`,
    ...lives("generated"),
    expected: harmless,
  },
  {
    name: "a publication of insertions only, which test_decoding does not ask",
    table: table("published"),
    ...lives("published"),
    plant: ["CREATE PUBLICATION insertions FOR TABLE core.published WITH (publish = 'insert')"],
    expected: harmless,
  },
];

const ROLE = "ALTER ROLE lake_replication IN DATABASE corebank";

export const POSTGRESQL_SETTINGS: readonly Setting[] = [
  {
    name: "idle sessions end early",
    plant: `${ROLE} SET idle_session_timeout = '60s'`,
    undo: `${ROLE} SET idle_session_timeout = 0`,
    readiness: "idle_session_timeout",
  },
  {
    name: "sessions that show moments in another time zone",
    plant: `${ROLE} SET TimeZone = 'Asia/Tokyo'`,
    undo: `${ROLE} SET TimeZone = 'UTC'`,
    readiness: "TimeZone",
  },
];
