import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { assumingProviders, overrideStacks } from "../../local/overrides";
import { shops } from "../landscape/banks/shops";
import { small } from "../landscape/banks/small";
import { temporaryFolder, write } from "../support/folders";

const place = temporaryFolder();

test("a provider that assumes no role gets one, under its name", () => {
  const stack = {
    provider: { aws: [{ region: "a" }, { alias: "replica", region: "b" }, { assume_role: [{ role_arn: "own" }] }] },
  };
  expect(assumingProviders(stack, "role")).toEqual([
    { assume_role: [{ role_arn: "role" }] },
    { alias: "replica", assume_role: [{ role_arn: "role" }] },
  ]);
  expect(assumingProviders({}, "role")).toEqual([]);
});

test("states lie on this machine, and only what runs in HCP Terraform gets a role", () => {
  const output = place();
  const stacks = ["run-hub-lake", "live-lake-lake"].map((id) => {
    const folder = join(output, "stacks", id);
    write(join(folder, "cdk.tf.json"), JSON.stringify({ provider: { aws: [{ region: "eu-west-3" }] } }));
    return { id, folder, dependencies: [] };
  });
  overrideStacks([...shops.environments, ...small.environments], stacks, join(output, "state"));
  const written = (id: string, file: string): unknown => {
    const path = join(output, "stacks", id, file);
    return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
  };
  for (const { id } of stacks) {
    expect(written(id, "backend_override.tf.json")).toEqual({
      terraform: { backend: { local: { path: `../../state/${id}.tfstate` } } },
    });
  }
  expect(written("run-hub-lake", "provider_override.tf.json")).toEqual({
    provider: { aws: [{ assume_role: [{ role_arn: "arn:aws:iam::750000000001:role/lake-deploy" }] }] },
  });
  expect(written("live-lake-lake", "provider_override.tf.json")).toBeUndefined();
});
