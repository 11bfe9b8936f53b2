import { join } from "node:path";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { type App, Lazy } from "cdktf";
import { withoutCreationStacks } from "../../synth/creation-stacks";
import { synthesize } from "../../synth/synthesize";
import { temporaryFolder } from "../support/folders";
import { emptyStack } from "../support/small-stacks";

const MODULE = "cdktf/lib/tokens/private/stack-trace";
const place = temporaryFolder();

/** Stack that the library keeps for a token made here. */
const trace = (): readonly string[] => Lazy.anyValue({ produce: () => "x" }).creationStack;

/** Makes a token that cannot be resolved. */
function unresolvable(app: App): void {
  const bucket = Lazy.stringValue({
    produce: () => {
      throw new Error("no value yet");
    },
  });
  new S3Bucket(emptyStack(app, "one"), "bucket", { bucket });
}

function refuse(): never {
  throw new Error("again");
}

describe("creation stacks", () => {
  it("are made by this module of the installed library; if not, synth/creation-stacks.ts speeds nothing up", () => {
    expect(jest.requireActual<Record<string, unknown>>(MODULE)["captureStackTrace"]).toEqual(expect.any(Function));
    expect(trace().join("\n")).toContain(__filename);
  });

  it("are left out while a build goes well, and are back afterwards", () => {
    expect(withoutCreationStacks(trace)).toEqual([]);
    expect(trace()).not.toEqual([]);
  });

  it("are left out by synthesize", () => {
    let seen: readonly string[] = ["not built"];
    synthesize(
      (app) => {
        emptyStack(app, "one");
        seen = trace();
      },
      { folder: join(place(), "out") },
    );
    expect(seen).toEqual([]);
  });

  it("are made in a second run when the first one fails, so that the error says where the token was made", () => {
    const seen: number[] = [];
    const build = (app: App): void => {
      seen.push(trace().length);
      unresolvable(app);
    };
    expect(() => synthesize(build, { folder: join(place(), "out") })).toThrow(/no value yet[^]*unresolvable/);
    expect(seen).toEqual([0, expect.any(Number)]);
    expect(seen[1]).toBeGreaterThan(0);
    expect(trace()).not.toEqual([]);
  });

  it("are back after both runs failed", () => {
    expect(() => withoutCreationStacks(refuse)).toThrow("again");
    expect(trace()).not.toEqual([]);
  });
});
