import { accountsOf, environmentsOf } from "../../model/landscape/walk";
import { landscape } from "../landscape";
import { block } from "../support/json";
import { synthesized } from "../support/synthesized";

const output = synthesized(landscape);

const stacksOf = (name: string): readonly string[] => output.ids.filter((id) => id.startsWith(`${name}-`));

/** Addresses of a stack's resources, without the environment's name and the hash of the path that may contain it. */
const addresses = (environment: string, stack: string): readonly string[] =>
  Object.entries(block(output.stack(stack)["resource"] ?? {})).flatMap(([type, named]) =>
    Object.keys(block(named)).map((name) => `${type}.${name.replace(environment, "").replace(/_[0-9A-F]{8}$/, "")}`),
  );

describe("two environments that differ in ids alone", () => {
  it("have the same stacks, so that what works in the one is what the other gets", () => {
    expect(stacksOf("staging")).toEqual(stacksOf("prod").map((id) => id.replace(/^prod-/, "staging-")));
    expect(output.ids).toEqual([...stacksOf("prod"), ...stacksOf("staging")]);
  });

  it.each(stacksOf("prod"))("have the resources of %s at the same addresses", (id) => {
    expect(addresses("staging", id.replace(/^prod-/, "staging-"))).toEqual(addresses("prod", id));
  });

  it.each(landscape.environments)("share no account, name or alias with $name", ({ name }) => {
    const others = environmentsOf(landscape).filter(({ value }) => value.name !== name);
    const text = stacksOf(name)
      .map((id) => JSON.stringify(output.stack(id)))
      .join("\n");
    for (const { value } of others) expect(text).not.toMatch(new RegExp(`\\b${value.name}-`));
    const ids = others.flatMap(accountsOf).map(({ value }) => String(value.id));
    expect(ids).toHaveLength(5);
    expect(ids.filter((id) => text.includes(id))).toEqual([]);
  });
});
