import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { EXIT, Failure } from "../failure";

/** A provider as Terraform requires it. */
export interface BoundProvider {
  readonly name: string;
  readonly source: string;
  readonly version: string;
}

const Bindings = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ cdktf: v.object({ provider: v.object({ name: v.string(), version: v.string() }) }) }),
);

const Project = v.pipe(v.string(), v.parseJson(), v.object({ dependencies: v.record(v.string(), v.string()) }));

const PREFIX = "@cdktf/provider-";

/**
 * The providers of the bindings that the project depends on, which are those that its stacks can use.
 * https://developer.hashicorp.com/terraform/cdktf/concepts/providers
 */
export function boundProviders(project: string): readonly BoundProvider[] {
  const { dependencies } = v.parse(Project, readFileSync(join(project, "package.json"), "utf8"));
  return Object.keys(dependencies)
    .filter((name) => name.startsWith(PREFIX))
    .toSorted()
    .map((name) => {
      const { provider } = v.parse(Bindings, readFileSync(require.resolve(`${name}/package.json`), "utf8")).cdktf;
      return { name: name.slice(PREFIX.length), source: provider.name, version: provider.version };
    });
}

/**
 * Those with these names; all when none is given.
 * @throws Failure for a name that has no bindings
 */
export function chooseProviders(all: readonly BoundProvider[], names: readonly string[]): readonly BoundProvider[] {
  const unknown = names.filter((name) => !all.some((provider) => provider.name === name));
  if (unknown.length > 0) {
    const known = all.map(({ name }) => name).join(", ");
    throw new Failure(`--provider ${unknown.join(", ")}: stacks use ${known}. See --help.`, EXIT.unusable);
  }
  return names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
}
