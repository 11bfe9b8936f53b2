import { DataAwsKmsKey } from "@cdktf/provider-aws/lib/data-aws-kms-key";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { App, Aspects, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { guardConstructs } from "../../../synth/guards/construct-guards";
import { emptyStack } from "../../support/small-stacks";

const REMEDY = "give them ids that differ in letters, digits, hyphens or underscores";

function found(build: (app: App) => void) {
  const app = new App({ stackTraces: false });
  build(app);
  return guardConstructs(app);
}

describe("the guard of addresses", () => {
  it("finds ids that CDKTF makes equal: a.b and ab", () => {
    const findings = found((app) => {
      const stack = emptyStack(app, "one");
      new S3Bucket(stack, "a.b", {});
      new S3Bucket(stack, "ab", {});
    });
    const cause = "one/a.b and one/ab have the same Terraform address";
    expect(findings).toEqual([{ stack: "one", place: "aws_s3_bucket.ab", cause, remedy: REMEDY }]);
  });

  it("finds an overridden logical id, and equal data sources", () => {
    const findings = found((app) => {
      const stack = emptyStack(app, "one");
      new S3Bucket(stack, "a", {});
      new S3Bucket(stack, "b", {}).overrideLogicalId("a");
      new DataAwsKmsKey(stack, "k.1", { keyId: "x" });
      new DataAwsKmsKey(stack, "k1", { keyId: "y" });
    });
    expect(findings.map(({ place, cause }) => [place, cause])).toEqual([
      ["aws_s3_bucket.a", "one/a and one/b have the same Terraform address"],
      ["data.aws_kms_key.k1", "one/k.1 and one/k1 have the same Terraform address"],
    ]);
  });

  it("passes equal names of different types, kinds and stacks", () => {
    const findings = found((app) => {
      for (const id of ["one", "two"]) {
        const stack = emptyStack(app, id);
        new S3Bucket(new Construct(stack, "place"), "same", {});
        new KmsKey(new Construct(stack, "other"), "same", {});
        new KmsKey(stack, "key", {});
        new DataAwsKmsKey(stack, "Key", { keyId: "x" });
      }
    });
    expect(findings).toEqual([]);
  });
});

describe("the guard of stack ids", () => {
  it("finds two stacks that would write one folder", () => {
    const findings = found((app) => {
      new TerraformStack(app, "one");
      new TerraformStack(new Construct(app, "group"), "one");
    });
    expect(findings).toEqual([
      {
        stack: "app",
        place: "group/one",
        cause: "two stacks have the id one: one and group/one",
        remedy: "add stacks to the App itself, each with the environment and account in its id",
      },
    ]);
  });
});

describe("the guard of aspects", () => {
  const aspect = { visit: () => undefined };

  it("finds an aspect on the App, which CDKTF never calls", () => {
    expect(found((app) => Aspects.of(app).add(aspect))).toEqual([
      {
        stack: "app",
        place: "App",
        cause: "an aspect on the App is never called",
        remedy: "attach the aspect to each stack",
      },
    ]);
  });

  it("passes aspects on stacks", () => {
    expect(found((app) => Aspects.of(emptyStack(app, "one")).add(aspect))).toEqual([]);
  });
});
