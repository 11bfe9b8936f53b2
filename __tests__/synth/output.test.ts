import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { synthesize } from "../../synth/synthesize";
import { contents, temporaryFolder, write } from "../support/folders";
import { withStacks } from "../support/small-stacks";

const place = temporaryFolder();
const folder = (): string => join(place(), "out");
const synth = (...ids: readonly string[]): void => synthesize(withStacks(...ids), { folder: folder() });
const inStack = (id: string, name: string): string => join(folder(), "stacks", id, name);

describe("the output folder", () => {
  it("is made with everything above it", () => {
    synthesize(withStacks("one"), { folder: join(place(), "new/deep/out") });
    expect(Object.keys(contents(join(place(), "new/deep")))).toContain("out/manifest.json");
  });

  it("holds the manifest and each stack, and nothing is left beside it", () => {
    synth("one", "two");
    expect(Object.keys(contents(folder()))).toEqual([
      "manifest.json",
      "stacks/one/cdk.tf.json",
      "stacks/two/cdk.tf.json",
    ]);
    expect(readdirSync(place())).toEqual(["out"]);
  });

  it("loses stacks that are no longer generated, with all that lay in their folders", () => {
    synth("one", "two");
    write(inStack("two", ".terraform/modules.json"), "{}");
    synth("one");
    expect(existsSync(inStack("two", "."))).toBe(false);
    expect(readdirSync(place())).toEqual(["out"]);
  });

  it("keeps what Terraform and its user put beside a stack", () => {
    synth("one");
    const kept = {
      ".terraform/providers/aws": "binary",
      ".terraform.lock.hcl": "locked",
      "emulator_override.tf.json": "{}",
      "errored.tfstate": "the newest state",
    };
    for (const [name, text] of Object.entries(kept)) write(inStack("one", name), text);
    synth("one", "two");
    expect(contents(join(folder(), "stacks/one"))).toMatchObject(kept);
  });

  it("loses other files, which would otherwise be read by Terraform for ever", () => {
    synth("one");
    write(inStack("one", "forgotten.tf.json"), "{}");
    write(inStack("one", "nooverride.tf.json"), "{}");
    write(inStack("one", "x_override.tf.json.bak"), "{}");
    synth("one");
    expect(Object.keys(contents(join(folder(), "stacks/one")))).toEqual(["cdk.tf.json"]);
  });

  it("may be an App without stacks", () => {
    synth("one");
    synthesize(() => undefined, { folder: folder() });
    expect(Object.keys(contents(folder()))).toEqual(["manifest.json"]);
    expect(readdirSync(place())).toEqual(["out"]);
  });

  it("is the one that the CDKTF CLI names, unless the caller names another", () => {
    const before = process.env["CDKTF_OUTDIR"];
    process.env["CDKTF_OUTDIR"] = join(place(), "from-cli");
    try {
      synthesize(withStacks("one"));
      synthesize(withStacks("one"), { folder: join(place(), "named") });
    } finally {
      if (before === undefined) delete process.env["CDKTF_OUTDIR"];
      else process.env["CDKTF_OUTDIR"] = before;
    }
    expect(readdirSync(place())).toEqual(["from-cli", "named"]);
  });
});
