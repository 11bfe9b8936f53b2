import { evaluateRole } from "../../../local/access/evaluate";
import type { Grant, LiveConsumer, LiveGovernance } from "../../../local/access/types";

const LAKE = "111122223333";
const RISK = "444455556666";
const ROLE = `arn:aws:iam::${RISK}:role/analysts`;

const shared: Grant = {
  principal: RISK,
  permissions: ["SELECT", "DESCRIBE"],
  target: {
    kind: "tags",
    catalogId: LAKE,
    on: "TABLE",
    expression: { domain: ["loans"], classification: ["public", "internal"] },
  },
};
const granted: Grant = {
  principal: ROLE,
  permissions: ["SELECT"],
  target: { kind: "table", catalogId: LAKE, database: "loans", table: "loan", columns: ["id", "amount"], excluded: [] },
};
const described: Grant = {
  principal: ROLE,
  permissions: ["DESCRIBE"],
  target: { kind: "database", catalogId: RISK, database: "loans_link" },
};

const column = (name: string, classification: string) => ({ name, tags: { domain: "loans", classification } });
const governance: LiveGovernance = {
  id: LAKE,
  tables: [
    {
      database: "loans",
      name: "loan",
      columns: [column("id", "internal"), column("amount", "internal"), column("owner", "restricted")],
    },
    { database: "loans", name: "rate", columns: [column("id", "public")] },
  ],
  grants: [shared],
};
const consumer: LiveConsumer = {
  id: RISK,
  name: "risk",
  roles: ["analysts"],
  links: [{ name: "loans_link", catalogId: LAKE, database: "loans" }],
  grants: [granted, described],
};

const ask = (changes: { governance?: Partial<LiveGovernance>; consumer?: Partial<LiveConsumer> } = {}) =>
  evaluateRole({ ...governance, ...changes.governance }, { ...consumer, ...changes.consumer }, "analysts");

test("a role reads what governance shares and its account grants on", () => {
  expect(ask()).toEqual([
    { account: "risk", role: "analysts", table: "loans.loan", readable: ["id", "amount"], hidden: ["owner"] },
  ]);
});

test("a table that nobody granted to the role is left out", () => {
  expect(ask({ consumer: { grants: [described] } })).toEqual([]);
});

test("another role's grant gives nothing", () => {
  expect(ask({ consumer: { grants: [{ ...granted, principal: `${ROLE}-two` }, described] } })).toEqual([]);
});

test("a grant on a database of the same name in another catalog gives nothing", () => {
  const elsewhere = { ...granted, target: { ...granted.target, catalogId: RISK } };
  expect(ask({ consumer: { grants: [elsewhere, described] } })).toEqual([]);
});

test("a column whose tag does not match what is shared stays hidden, however much is granted locally", () => {
  const everything: Grant = {
    ...granted,
    target: { kind: "table", catalogId: LAKE, database: "loans", table: "loan", excluded: [] },
  };
  expect(ask({ consumer: { grants: [everything, described] } })[0]).toMatchObject({
    readable: ["id", "amount"],
    hidden: ["owner"],
  });
});

test("a column that the local grant excludes stays hidden", () => {
  const allBut: Grant = {
    ...granted,
    target: { kind: "table", catalogId: LAKE, database: "loans", excluded: ["amount", "owner"] },
  };
  expect(ask({ consumer: { grants: [allBut, described] } })).toEqual([
    { account: "risk", role: "analysts", table: "loans.loan", readable: ["id"], hidden: ["amount", "owner"] },
    { account: "risk", role: "analysts", table: "loans.rate", readable: ["id"], hidden: [] },
  ]);
});

test.each<[string, { governance?: Partial<LiveGovernance>; consumer?: Partial<LiveConsumer> }, RegExp]>([
  ["the share", { governance: { grants: [] } }, /does not share/],
  ["SELECT in the share", { governance: { grants: [{ ...shared, permissions: ["DESCRIBE"] }] } }, /does not share/],
  ["the share's account", { governance: { grants: [{ ...shared, principal: "999988887777" }] } }, /does not share/],
  ["the resource link", { consumer: { links: [] } }, /no resource link to loans/],
  [
    "the link's target",
    { consumer: { links: [{ name: "loans_link", catalogId: LAKE, database: "deposits" }] } },
    /no resource link/,
  ],
  ["DESCRIBE on the link", { consumer: { grants: [granted] } }, /no DESCRIBE/],
  ["the role", { consumer: { roles: [] } }, /role does not exist/],
])("without %s nothing is readable, and the reason is told", (_, changes, reason) => {
  const [row] = ask(changes);
  expect(row).toMatchObject({ readable: [], hidden: ["id", "amount", "owner"] });
  expect(row?.reason).toMatch(reason);
});

test("a tag expression on databases shares no columns", () => {
  const onDatabases: Grant = {
    ...shared,
    target: { kind: "tags", catalogId: LAKE, on: "DATABASE", expression: { domain: ["loans"] } },
  };
  expect(ask({ governance: { grants: [onDatabases] } })[0]?.readable).toEqual([]);
});

test("a column without one of the expression's tags is not shared", () => {
  const untagged = { database: "loans", name: "loan", columns: [{ name: "id", tags: { domain: "loans" } }] };
  expect(ask({ governance: { tables: [untagged] } })[0]?.readable).toEqual([]);
});
