import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { App } from "cdktf";
import { LOCK_FILE, lockedProviders, readLock, writeStackLock } from "../../synth/provider-locks";
import { synthesize } from "../../synth/synthesize";
import { temporaryFolder, write } from "../support/folders";
import { emptyStack } from "../support/small-stacks";

const place = temporaryFolder();
const output = (): string => join(place(), "out");
const stackLock = (): string => join(output(), "stacks", "one", LOCK_FILE);
const build = (app: App): void => void emptyStack(app, "one");

const entry = (name: string, version: string): string =>
  `provider "registry.terraform.io/hashicorp/${name}" {\n  version     = "${version}"\n  constraints = "${version}"\n  hashes = [\n    "h1:${name}=",\n  ]\n}\n`;

describe("the lock file of a stack", () => {
  it("holds the project's entries for the providers that the stack uses", () => {
    synthesize(build, { folder: output(), lock: `# comment\n\n${entry("aws", "5.100.0")}\n${entry("null", "3.2.4")}` });
    expect(readFileSync(stackLock(), "utf8")).toBe(
      `# Checksums of providers, from the project's own .terraform.lock.hcl.\n\n${entry("aws", "5.100.0")}`,
    );
  });

  it("is not written when the project locks nothing, and stays what Terraform made of it", () => {
    synthesize(build, { folder: output() });
    expect(existsSync(stackLock())).toBe(false);
    writeFileSync(stackLock(), entry("aws", "5.100.0"));
    synthesize(build, { folder: output() });
    expect(readFileSync(stackLock(), "utf8")).toBe(entry("aws", "5.100.0"));
  });

  it("keeps what Terraform added for a provider that the project does not lock", () => {
    const required = {
      aws: { source: "aws", version: "5.100.0" },
      random: { source: "hashicorp/random", version: "3.7.2" },
    };
    const stack = { id: "one", json: { terraform: { required_providers: required } } };
    const [before, after] = [join(place(), "before"), join(place(), "after")];
    write(join(before, LOCK_FILE), `${entry("aws", "5.99.0")}\n${entry("random", "3.7.2")}\n${entry("null", "3.2.4")}`);
    write(join(after, "cdk.tf.json"), "{}");
    writeStackLock(entry("aws", "5.100.0"), stack, after, before);
    expect(lockedProviders(readLock(after)).map(({ text }) => text)).toEqual([
      entry("aws", "5.100.0"),
      entry("random", "3.7.2"),
    ]);
  });

  it("is the project's again after Terraform has changed it", () => {
    const lock = entry("aws", "5.100.0");
    synthesize(build, { folder: output(), lock });
    const first = readFileSync(stackLock(), "utf8");
    writeFileSync(stackLock(), entry("aws", "5.99.0"));
    synthesize(build, { folder: output(), lock });
    expect(readFileSync(stackLock(), "utf8")).toBe(first);
  });

  it("refuses another version than stacks require", () => {
    expect(() => synthesize(build, { folder: output(), lock: entry("aws", "5.99.0") })).toThrow(
      /one: \.terraform\.lock\.hcl\n {2}cause: {2}it locks registry\.terraform\.io\/hashicorp\/aws 5\.99\.0, the stack requires 5\.100\.0\n {2}remedy: npm run lock/,
    );
    expect(existsSync(output())).toBe(false);
  });
});

test("the project locks the provider of every stack, for the platforms that people and runs use", () => {
  const locked = lockedProviders(readLock(join(__dirname, "../..")));
  expect(locked.map(({ address, version }) => [address, version])).toEqual([
    ["registry.terraform.io/hashicorp/aws", "5.100.0"],
  ]);
  // One `zh:` for the archive of each platform of the release, and its manifest.
  expect(locked[0]?.text.match(/"zh:[0-9a-f]{64}"/g)).toHaveLength(15);
});
