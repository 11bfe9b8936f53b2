import { readFileSync } from "node:fs";
import { join } from "node:path";
import { whatever } from "../landscape/everything";
import { type Block, block, isBlock } from "../support/json";
import { synthesized } from "../support/synthesized";

const STATUS = new Set(["refused", "watched", "open", "harmless"]);
const ANY = "any";

/** Optional attributes that the provider may compute, by type: a record that `npm run test:terraform` holds to the provider. */
const recorded = new Map(
  readFileSync(join(__dirname, "..", "records", "computed-attributes.txt"), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => {
      const [type = "", ...names] = line.split(/:? /);
      return [type.replace(":", ""), names] as const;
    }),
);

const bank = synthesized(whatever);
const used = new Map<string, Block[]>();
for (const id of bank.ids) {
  for (const [type, named] of Object.entries(block(bank.stack(id)["resource"]))) {
    if (type.startsWith("aws_")) used.set(type, [...(used.get(type) ?? []), ...Object.values(block(named)).map(block)]);
  }
}

const leftOut = [...used].flatMap(([type, bodies]) =>
  (recorded.get(type) ?? [])
    .filter((name) => bodies.some((body) => body[name] === undefined))
    .map((name) => ({ type, name })),
);

const text = readFileSync(join(__dirname, "..", "..", "docs", "left-alone.md"), "utf8");
const rows = text
  .split("\n")
  .flatMap((line) => {
    const [, types = "", names = "", status = "", why = ""] = line.split("|").map((cell) => cell.trim());
    return names.startsWith("`") ? [{ type: types.replaceAll("`", ""), names, status, why }] : [];
  })
  .flatMap(({ names, ...row }) => [...names.matchAll(/`(\w+)`/g)].map(([, name = ""]) => ({ ...row, name })));

const general = new Set(rows.filter(({ type }) => type === ANY).map(({ name }) => name));
const key = ({ type, name }: { readonly type: string; readonly name: string }): string => `${type}.${name}`;

describe("the table of what Terraform leaves alone", () => {
  it("knows the attributes of every type that stacks use, and of no others", () => {
    expect([...recorded.keys()]).toEqual([...used.keys()].toSorted());
  });

  it("has a row for every attribute that the output leaves out, and no others", () => {
    const found = leftOut.filter(({ name }) => !general.has(name)).map(key);
    expect(
      rows
        .filter(({ type }) => type !== ANY)
        .map(key)
        .toSorted(),
    ).toEqual(found.toSorted());
    expect([...general].filter((name) => !leftOut.some((each) => each.name === name))).toEqual([]);
  });

  it("says of each what becomes of a change, and why", () => {
    expect(rows.filter(({ status, why }) => !STATUS.has(status) || why === "")).toEqual([]);
  });

  it("calls refused what every resource of the type refuses", () => {
    const refused = rows.filter(({ status }) => status === "refused");
    expect(refused.length).toBeGreaterThan(0);
    for (const { type, name } of refused) {
      for (const body of used.get(type) ?? []) {
        const lifecycle = isBlock(body["lifecycle"]) ? body["lifecycle"] : {};
        expect(JSON.stringify(lifecycle["postcondition"])).toContain(`self.${name}`);
      }
    }
  });
});
