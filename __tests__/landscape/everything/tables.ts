import { column } from "../../../model/contract/column";
import type { EngineFamily } from "../../../model/contract/engine";
import { readinessControlsOf } from "../../../model/contract/readiness-controls";
import type { TableContract } from "../../../model/landscape/types";
import type { TableWaiver } from "../../../model/landscape/waivers";

/** Waivers of all that readiness asks of tables of a family. */
export const acceptedOf = (family: EngineFamily): readonly TableWaiver[] =>
  readinessControlsOf(family).map((control) => ({
    control,
    reason: "The vendor of the database changes nothing for us",
    owner: "data@examplebank.example",
    expires: "2027-03-31",
  }));

/** A table with everything that a contract may say; its keys, rows and partitions are of several columns. */
export const contracts: TableContract = {
  schema: "sales",
  name: "contract",
  description: "A contract of a branch",
  primaryKey: ["branch", "number"],
  columns: {
    branch: column("smallint", "public", "Branch"),
    number: column("int", "internal", "Number within the branch"),
    kind: column("varchar(10)", "internal", "`saving`, `leasing` or `internal`", { immutable: true }),
    signed_on: column("date", "internal", "Day of the signature"),
    amount: column("decimal(12,2)", "confidential", "Amount"),
    holder: column("varchar(120)", "restricted", "Name of the holder"),
    secret: column("varchar(20)", "forbidden", "Secret of the holder"),
    waiting: { ...column("varchar(20)", "internal", "A column that waits for its promotion"), onlyIn: ["prod"] },
    is_closed: column("boolean", "internal", "Whether it has ended"),
    updated_at: column("timestamp(6)", "internal", "Last change of the row"),
  },
  onlyRows: [
    { column: "kind", operator: "noteq", value: "internal" },
    { column: "branch", operator: "gte", value: "10" },
    { column: "branch", operator: "lte", value: "89" },
  ],
  changedAt: "updated_at",
  partitionedBy: [{ transform: "bucket", column: "number", buckets: 16 }],
  settingsOnlyIn: {
    onlyRows: ["everything"],
    changedAt: ["everything"],
    partitionedBy: ["prod", "everything"],
    droppedColumns: ["everything"],
  },
  droppedColumns: { note: "internal", branch_name: "public", bonus: "confidential", holder_address: "restricted" },
};

/** Rows of one market alone, a file of the current-state table for each year. */
export const prices: TableContract = {
  schema: "market",
  name: "price",
  nameAtSource: "Price",
  description: "A price of a security",
  primaryKey: ["security", "day"],
  columns: {
    security: { ...column("varchar(12)", "public", "Security"), nameAtSource: "Security" },
    day: column("date", "public", "Day"),
    market: column("char(4)", "public", "Market", { immutable: true }),
    price: column("numeric(18,6)", "public", "Price"),
  },
  onlyRows: [{ column: "market", operator: "eq", value: "XETR" }],
  partitionedBy: [{ transform: "year", column: "day" }],
  waivers: acceptedOf("postgresql"),
  settingsOnlyIn: { waivers: ["everything"] },
};

/** A table of two columns, divided by one that has few values. */
export const flags: TableContract = {
  schema: "limits",
  name: "flag",
  description: "A limit that is set or not",
  primaryKey: ["flag_id"],
  columns: {
    flag_id: column("int", "internal", "Limit"),
    level: column("enum('low','high')", "internal", "How much"),
  },
  partitionedBy: [{ transform: "identity", column: "level" }],
};

/** A table of one column, which is its key. */
export const days: TableContract = {
  schema: "calendar",
  name: "day",
  description: "A day on which banks work",
  primaryKey: ["day"],
  columns: { day: column("date", "public", "Day") },
};

/** A table that waits for its promotion. */
export const waiting: TableContract = { ...days, name: "waiting", onlyIn: ["prod"] };
