import { column } from "../../../../model/contract/column";
import { capacities } from "../../../../model/landscape/checks/capacities";
import { dataApi } from "../../../../model/landscape/checks/data-api";
import { databaseBlocks } from "../../../../model/landscape/checks/database-blocks";
import { dmsVersions } from "../../../../model/landscape/checks/dms-versions";
import { largeObjects } from "../../../../model/landscape/checks/large-objects";
import { systemSchemas } from "../../../../model/landscape/checks/system-schemas";
import { tableWaivers } from "../../../../model/landscape/checks/table-waivers";
import { waivers } from "../../../../model/landscape/checks/waivers";
import { zones } from "../../../../model/landscape/checks/zones";
import { changed, first, type Parts } from "../sample";
import { type Case, rowsOf } from "./cases";

const LENDING = "accounts/prod/lending.ts";
const CORE = "accounts/prod/core.ts";
const LOANS = "accounts/prod/tables/loans.ts";

const accepts = (title: string, change: (parts: Parts) => void): Case => ({
  title: `accepts ${title}`,
  change,
  problems: [],
});
const refuses = (title: string, change: (parts: Parts) => void, ...problem: Case["problems"][number]): Case => ({
  title: `refuses ${title}`,
  change,
  problems: [problem],
});

const ORDER = "write a maximum that is not below the minimum";
const serverless = (minimum: number, maximum: number) => (parts: Parts) =>
  Object.assign(parts.loans, { instanceClass: "db.serverless", capacity: { minimum, maximum } });
const dcu = (minimumCapacity: number, maximumCapacity: number) => (parts: Parts) =>
  Object.assign(parts.loans, { replication: { minimumCapacity, maximumCapacity } });

describe("capacities", () => {
  it.each(
    rowsOf(capacities, [
      accepts("Serverless v2 with a range", serverless(0.5, 8)),
      refuses("a range upside down", serverless(8, 0.5), LENDING, "sources[loans].capacity.maximum", "0.5", ORDER),
      refuses(
        "Serverless v2 without a range",
        ({ loans }) => {
          loans.instanceClass = "db.serverless";
        },
        LENDING,
        "sources[loans].capacity",
        "nothing",
        "write the range of Serverless v2: `{ minimum: 1, maximum: 8 }`",
      ),
      refuses(
        "a range without Serverless v2",
        ({ loans }) => {
          loans.capacity = { minimum: 1, maximum: 2 };
        },
        LENDING,
        "sources[loans].capacity",
        '{"minimum":1,"maximum":2}',
        "remove it, or write `db.serverless` as instance class",
      ),
      accepts("DMS Serverless", dcu(2, 16)),
      refuses("DMS units upside down", dcu(16, 2), LENDING, "sources[loans].replication.maximumCapacity", "2", ORDER),
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});

const POSTGRESQL =
  "write Aurora PostgreSQL 13.11, 14.8, 15.3, 16.1, 17.4, 18.3 or a newer minor version: older ones lack the Data API, by which the cluster is made ready";
const postgresql =
  (version: string) =>
  ({ core }: Parts): void => {
    first(core.sources).engineVersion = version;
  };

describe("the Data API", () => {
  it.each(
    rowsOf(dataApi, [
      ...["13.11", "14.8", "15.3", "16.1", "17.4", "18.3", "19.0"].map((version) =>
        accepts(version, postgresql(version)),
      ),
      ...["13.10", "14.7", "15.2", "16.0", "17.3", "12.99"].map((version) =>
        refuses(version, postgresql(version), CORE, "sources[deposits].engineVersion", `"${version}"`, POSTGRESQL),
      ),
      accepts("the first MySQL that has it", ({ loans }) => {
        loans.engineVersion = "8.0.mysql_aurora.3.07.0";
      }),
      refuses(
        "a burstable instance",
        ({ loans }) => {
          loans.instanceClass = "db.t3.medium";
        },
        LENDING,
        "sources[loans].instanceClass",
        '"db.t3.medium"',
        "write a class that is not burstable, for example `db.r6g.large`: T classes lack the Data API",
      ),
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});

const existing =
  (cidr: string, network: object = NETWORK) =>
  ({ lending }: Parts): void => {
    const { name, domain, database, replication, tables } = first(lending.sources);
    const place = { operatedBy: "aws", host: "core.db.example", port: 3306, cidr, secretArn: "arn" };
    Object.assign(lending, {
      network,
      sources: [{ name, domain, database, replication, tables, engine: "mysql", existing: place }],
    });
  };
const subnet = (number: number, zone: string) => ({ id: `subnet-0000000${number}`, zone });
const NETWORK = { vpcId: "vpc-00000001", subnets: [subnet(1, "eu-central-1a"), subnet(2, "eu-central-1b")] };
const BLOCK = "sources[loans].existing.cidr";

describe("blocks of existing databases", () => {
  it.each(
    rowsOf(databaseBlocks, [
      accepts("a small block", existing("10.1.2.0/28")),
      accepts("one address", existing("10.1.2.3/32")),
      refuses(
        "no block",
        existing("10.1.2.3"),
        LENDING,
        BLOCK,
        '"10.1.2.3"',
        "write an IPv4 block in CIDR notation, for example `10.1.2.0/28`",
      ),
      refuses(
        "everything",
        existing("0.0.0.0/0"),
        LENDING,
        BLOCK,
        '"0.0.0.0/0"',
        "write the few addresses of the database: a block of /16 to /32",
      ),
      refuses("an address inside", existing("10.1.2.3/28"), LENDING, BLOCK, '"10.1.2.3/28"', "write `10.1.2.0/28`"),
      refuses(
        "a new network, which leads nowhere",
        existing("10.1.2.0/28", { cidr: "10.20.0.0/16", zones: ["eu-central-1a", "eu-central-1b"] }),
        LENDING,
        "network",
        '{"cidr":"10.20.0.0/16","zones":["eu-central-1a","eu-central…',
        "write the network that leads to the database of `loans`: `{ vpcId, subnets: [{ id, zone }] }`; a new one has no route to it",
      ),
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});

const subnets =
  (...list: readonly object[]) =>
  ({ lending }: Parts): void => {
    Object.assign(lending, { network: { vpcId: "vpc-00000001", subnets: list } });
  };

describe("subnets of an existing network", () => {
  it.each(
    rowsOf(zones, [
      accepts("two zones", subnets(subnet(1, "eu-central-1a"), subnet(2, "eu-central-1b"))),
      refuses(
        "one zone twice",
        subnets(subnet(1, "eu-central-1a"), subnet(2, "eu-central-1a")),
        LENDING,
        "network.subnets[1].zone",
        '"eu-central-1a"',
        "write another zone: the list has this one already",
      ),
      refuses(
        "one subnet",
        subnets(subnet(1, "eu-central-1a")),
        LENDING,
        "network.subnets",
        '[{"id":"subnet-00000001","zone":"eu-central-1a"}]',
        "write two or three subnets, each in a zone of its own: `{ id, zone }`",
      ),
      refuses(
        "a zone of another Region",
        subnets(subnet(1, "eu-central-1a"), subnet(2, "eu-west-1b")),
        LENDING,
        "network.subnets[1].zone",
        '"eu-west-1b"',
        "write a zone of eu-central-1, for example `eu-central-1a`",
      ),
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});

const waiver = (control: string, expires = "2027-03-31") => ({
  control,
  reason: "Trial",
  owner: "a@bank.example",
  expires,
});

describe("waivers", () => {
  it.each(
    rowsOf(waivers, [
      accepts("one instance with a waiver", ({ loans }) =>
        Object.assign(loans, { instances: 1, waivers: [waiver("database-multi-az")] }),
      ),
      refuses(
        "one instance with a waiver of something else",
        ({ loans }) => Object.assign(loans, { instances: 1, waivers: [waiver("replication-multi-az")] }),
        LENDING,
        "sources[loans].instances",
        "1",
        "write 2 or more, so that a zone may fail, or add a waiver of `database-multi-az`",
      ),
      refuses(
        "a waiver twice",
        ({ loans }) =>
          Object.assign(loans, { waivers: [waiver("replication-multi-az"), waiver("replication-multi-az")] }),
        LENDING,
        "sources[loans].waivers[1].control",
        '"replication-multi-az"',
        "remove it: the source has this waiver already",
      ),
      accepts("a limit of replication slots with a waiver", ({ core }) =>
        Object.assign(first(core.sources), { waivers: [waiver("readiness-slot-retention")] }),
      ),
      refuses(
        "a waiver of what the engine does not have",
        ({ loans }) => Object.assign(loans, { waivers: [waiver("readiness-slot-retention")] }),
        LENDING,
        "sources[loans].waivers[0].control",
        '"readiness-slot-retention"',
        "remove it: MySQL has no replication slots",
      ),
      refuses(
        "a day that does not exist",
        ({ loans }) => Object.assign(loans, { waivers: [waiver("replication-multi-az", "2027-02-30")] }),
        LENDING,
        "sources[loans].waivers[0].expires",
        '"2027-02-30"',
        "write a day of the calendar, for example `2027-03-31`",
      ),
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});

const accepted = (control: string, expires = "2027-03-31") => ({ ...waiver(control, expires), reason: "Vendor" });
const tablesWith =
  (...list: readonly object[]) =>
  ({ core }: Parts): void => {
    Object.assign(first(first(core.sources).tables), { waivers: list });
  };

describe("waivers of tables", () => {
  it.each(
    rowsOf(tableWaivers, [
      accepts("one that the engine is asked", tablesWith(accepted("readiness-row-security"))),
      refuses(
        "one twice",
        tablesWith(accepted("readiness-row-security"), accepted("readiness-row-security")),
        "accounts/prod/tables/deposits.ts",
        "tables[account].waivers[1].control",
        '"readiness-row-security"',
        "remove it: the table has this waiver already",
      ),
      refuses(
        "a day that does not exist",
        tablesWith(accepted("readiness-row-security", "2027-02-30")),
        "accounts/prod/tables/deposits.ts",
        "tables[account].waivers[0].expires",
        '"2027-02-30"',
        "write a day of the calendar, for example `2027-03-31`",
      ),
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });

  it("refuses one that nothing asks the engine for", () => {
    const [problem, ...others] = tableWaivers(
      changed(({ loan }) => Object.assign(loan, { waivers: [accepted("readiness-row-security")] })),
    );
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ path: "tables[loan].waivers[0].control", found: '"readiness-row-security"' });
    expect(problem?.remedy).toMatch(/, or remove it: nothing asks aurora-mysql for this$/);
  });
});

describe("DMS versions", () => {
  it.each(
    rowsOf(dmsVersions, [
      accepts("3.6.1", ({ loans }) => {
        loans.replication.engineVersion = "3.6.1";
      }),
      accepts("DMS Serverless, which has no version", dcu(1, 2)),
      refuses(
        "3.4.7",
        ({ loans }) => {
          loans.replication.engineVersion = "3.4.7";
        },
        LENDING,
        "sources[loans].replication.engineVersion",
        '"3.4.7"',
        "write 3.5.0 or newer: older versions of DMS need weaker settings at the source",
      ),
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});

const LOB =
  "write a type of limited length, for example `varchar(2000)`, or say in `lobMaxKb` of the source how many KiB the longest value has";

describe("large objects, schemas of the engine, conditions", () => {
  it.each([
    ...rowsOf(largeObjects, [
      refuses(
        "one without a limit",
        ({ loan }) => {
          loan.columns["note"] = column("json", "internal", "Note");
        },
        LOANS,
        "tables[loan].columns.note.type",
        '"json"',
        LOB,
      ),
      accepts("one with a limit", ({ loan, loans }) => {
        loans.lobMaxKb = 200;
        loan.columns["note"] = column("json", "internal", "Note");
      }),
      accepts("a forbidden one, which never leaves", ({ loan }) => {
        loan.columns["scan"] = column("longblob", "forbidden", "Scan");
      }),
      accepts("MySQL's text, which DMS carries inline", ({ loan }) => {
        loan.columns["note"] = column("text", "internal", "Note");
      }),
    ]),
    ...rowsOf(systemSchemas, [
      refuses(
        "the heartbeat's",
        ({ loan }) => {
          loan.schema = "lake_heartbeat";
        },
        LOANS,
        "tables[loan].schema",
        '"lake_heartbeat"',
        "write the schema of an application: this one is the engine's own",
      ),
    ]),
  ])("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});
