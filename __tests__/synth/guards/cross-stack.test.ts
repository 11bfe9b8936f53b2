import { join } from "node:path";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import type { App } from "cdktf";
import { SynthesisError } from "../../../synth/finding";
import { synthesize } from "../../../synth/synthesize";
import { temporaryFolder } from "../../support/folders";
import { findings } from "../../support/guarded";
import { emptyStack } from "../../support/small-stacks";

const REMEDY = "compute the name or ARN in model/names.ts on both sides, or look it up with a data source";
const place = temporaryFolder();

/** Uses an attribute of one stack's bucket in another stack. */
function referring(app: App): void {
  const bucket = new S3Bucket(emptyStack(app, "one"), "bucket", {});
  new S3Bucket(emptyStack(app, "two"), "copy", { bucket: bucket.bucketDomainName });
}

/** Lets one stack's bucket wait for another stack's. */
function ordering(app: App): void {
  const earlier = new S3Bucket(emptyStack(app, "one"), "bucket", {});
  new S3Bucket(emptyStack(app, "two"), "copy", { dependsOn: [earlier] });
}

describe("the guard of references between stacks", () => {
  it("finds both ends of a reference that CDKTF made in silence", () => {
    expect(() => synthesize(referring, { folder: join(place(), "out") })).toThrow(
      new SynthesisError([
        {
          stack: "two",
          place: "data.terraform_remote_state.cross-stack-reference-input-one",
          cause: "the stack reads the state of another stack",
          remedy: REMEDY,
        },
        {
          stack: "one",
          place: "output.cross-stack-output-aws_s3_bucketbucketbucket_domain_name",
          cause: "another stack uses an attribute of this stack",
          remedy: REMEDY,
        },
      ]),
    );
  });

  it("finds an order between resources of two stacks, which Terraform would refuse", () => {
    expect(() => synthesize(ordering, { folder: join(place(), "out") })).toThrow(
      "two: data.terraform_remote_state.cross-stack-reference-input-one",
    );
  });

  it("finds a state that is read on purpose", () => {
    const json = { data: { terraform_remote_state: { other: { backend: "local" } } } };
    expect(findings({ id: "one", json })).toEqual([
      {
        stack: "one",
        place: "data.terraform_remote_state.other",
        cause: "the stack reads the state of another stack",
        remedy: REMEDY,
      },
    ]);
  });

  it("passes lookups and outputs for people", () => {
    const json = { data: { aws_kms_key: { k: { key_id: "alias/x" } } }, output: { endpoint: { value: "x" } } };
    expect(findings({ id: "one", json })).toEqual([]);
  });
});
