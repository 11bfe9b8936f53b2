import { landscape } from "../../accounts";
import { prod } from "../../accounts/prod";
import { staging } from "../../accounts/staging";
import { accountsOf, environmentsOf } from "../../model/landscape/walk";
import { block } from "../support/json";
import { synthesized } from "../support/synthesized";

const outputs = { prod: synthesized(), staging: synthesized({ environments: [staging] }) };
const idsOf = (name: string): readonly string[] =>
  environmentsOf(landscape)
    .filter(({ value }) => value.name === name)
    .flatMap(accountsOf)
    .map(({ value }) => String(value.id));

/** Addresses of a stack's resources, without the environment's name and the hash of the path that may contain it. */
const addresses = (environment: "prod" | "staging", stack: string): readonly string[] =>
  Object.entries(block(outputs[environment].stack(stack)["resource"] ?? {})).flatMap(([type, named]) =>
    Object.keys(block(named)).map((name) => `${type}.${name.replace(environment, "").replace(/_[0-9A-F]{8}$/, "")}`),
  );

describe("staging", () => {
  it("has the stacks of prod, so that what works in the one is what the other gets", () => {
    expect(outputs.staging.ids).toEqual(outputs.prod.ids.map((id) => id.replace(/^prod-/, "staging-")));
  });

  it.each(outputs.prod.ids)("has the resources of %s at the same addresses", (id) => {
    expect(addresses("staging", id.replace(/^prod-/, "staging-"))).toEqual(addresses("prod", id));
  });

  it.each([
    ["prod", "staging"],
    ["staging", "prod"],
  ] as const)("shares no account, name or alias with prod: nothing of %s names %s", (one, other) => {
    const text = outputs[one].ids.map((id) => JSON.stringify(outputs[one].stack(id))).join("\n");
    for (const id of idsOf(other)) expect(text).not.toContain(id);
    expect(text).not.toMatch(new RegExp(`\\b${other}-`));
    expect(idsOf(one)).toHaveLength(5);
  });

  it("and prod are all that exists", () => {
    expect(landscape.environments).toEqual([prod, staging]);
  });
});
