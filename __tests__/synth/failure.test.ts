import { readdirSync } from "node:fs";
import { join } from "node:path";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { Annotations, type App, Lazy, TerraformStack } from "cdktf";
import { SynthesisError } from "../../synth/finding";
import { synthesize } from "../../synth/synthesize";
import { contents, temporaryFolder } from "../support/folders";
import { emptyStack, withStacks } from "../support/small-stacks";

const place = temporaryFolder();
const folder = (): string => join(place(), "out");
const print = (): void => undefined;

/** Builds that must not reach the output, each with a part of what is said about it. */
const BROKEN: readonly (readonly [what: string, says: string, build: (app: App) => void])[] = [
  [
    "a build that throws",
    "refused by a construct",
    (app) => {
      withStacks("one")(app);
      throw new Error("refused by a construct");
    },
  ],
  [
    "a guard's finding",
    "two: output.cross-stack-output-x",
    (app) => {
      withStacks("one")(app);
      new TerraformStack(app, "two").addOverride("output.cross-stack-output-x", { value: 1 });
    },
  ],
  ["two constructs with one address", "have the same Terraform address", collide],
  [
    "an annotation of an error",
    "not like this",
    (app) => Annotations.of(emptyStack(app, "one")).addError("not like this"),
  ],
  [
    "a token that cannot be resolved",
    "no value yet",
    (app) => {
      new S3Bucket(emptyStack(app, "one"), "bucket", { bucket: Lazy.stringValue({ produce: nothing }) });
    },
  ],
  [
    "a resource without a provider",
    "without a matching provider",
    (app) => {
      new S3Bucket(new TerraformStack(app, "one"), "bucket", {});
    },
  ],
];

function nothing(): never {
  throw new Error("no value yet");
}

function collide(app: App): void {
  const stack = emptyStack(app, "one");
  new S3Bucket(stack, "a.b", {});
  new S3Bucket(stack, "ab", {});
}

describe.each(BROKEN)("%s", (_, says, build) => {
  it("leaves the last good output byte for byte, and nothing beside it", () => {
    synthesize(withStacks("one", "three"), { folder: folder() });
    const good = contents(folder());
    expect(() => synthesize(build, { folder: folder(), print })).toThrow(says);
    expect(contents(folder())).toEqual(good);
    expect(readdirSync(place())).toEqual(["out"]);
  });

  it("makes no output where there was none", () => {
    expect(() => synthesize(build, { folder: folder(), print })).toThrow(says);
    expect(readdirSync(place())).toEqual([]);
  });
});

describe("a failed synthesis", () => {
  it("says what, where, why and what to do", () => {
    expect(() => synthesize(collide, { folder: folder() })).toThrow(
      new SynthesisError([
        {
          stack: "one",
          place: "aws_s3_bucket.ab",
          cause: "one/a.b and one/ab have the same Terraform address",
          remedy: "give them ids that differ in letters, digits, hyphens or underscores",
        },
      ]),
    );
  });
});
