import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { type App, LocalBackend, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { setBoundary } from "../../modules/role/boundary";

/** A stack with backend and provider and no more, for tests of the machinery around stacks. */
export function emptyStack(scope: Construct, id: string): TerraformStack {
  const stack = new TerraformStack(scope, id);
  setBoundary(stack, { name: "governance", id: "111122223333" });
  new LocalBackend(stack, { path: `../../../state/${id}.tfstate` });
  new AwsProvider(stack, "aws", { region: "eu-central-1", allowedAccountIds: ["111122223333"] });
  return stack;
}

/** Stacks of these ids, each with one bucket. */
export const withStacks =
  (...ids: readonly string[]) =>
  (app: App): void => {
    for (const id of ids) new S3Bucket(emptyStack(app, id), "bucket", { bucket: `${id}-bucket` });
  };
