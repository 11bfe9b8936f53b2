import { readdirSync } from "node:fs";
import { join } from "node:path";
import { SynthesisError } from "../../synth/finding";
import { synthesize } from "../../synth/synthesize";
import { temporaryFolder } from "../support/folders";
import { withStacks } from "../support/small-stacks";

const place = temporaryFolder();

describe("cdktf synth --hcl", () => {
  afterEach(() => {
    delete process.env["SYNTH_HCL_OUTPUT"];
  });

  it("is refused, for it would lose the ephemeral passwords", () => {
    process.env["SYNTH_HCL_OUTPUT"] = "true";
    expect(() => synthesize(withStacks("one"), { folder: join(place(), "out") })).toThrow(
      new SynthesisError([
        {
          stack: "app",
          place: "--hcl",
          cause: "CDKTF leaves ephemeral blocks out of HCL, so the credentials stacks would be broken",
          remedy: "run without --hcl; Terraform reads the JSON as it is",
        },
      ]),
    );
    expect(readdirSync(place())).toEqual([]);
  });

  it("is not refused when it is off", () => {
    process.env["SYNTH_HCL_OUTPUT"] = "false";
    synthesize(withStacks("one"), { folder: join(place(), "out") });
    expect(readdirSync(place())).toEqual(["out"]);
  });
});
