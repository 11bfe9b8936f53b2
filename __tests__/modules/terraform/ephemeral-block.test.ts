import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { Fn } from "cdktf";
import { EphemeralBlock } from "../../../modules/terraform/ephemeral-block";
import { built } from "../../support/built";
import { at } from "../../support/json";
import { emptyStack } from "../../support/small-stacks";

const output = built((app) => {
  const stack = emptyStack(app, "one");
  const block = new EphemeralBlock(stack, "password", "random_password", { length: 12 });
  new EphemeralBlock(stack, "other", "random_password", { length: 13 });
  const result = block.attribute("result");
  new SecretsmanagerSecretVersion(stack, "version", { secretId: "x", secretStringWo: Fn.jsonencode({ result }) });
});

describe("an ephemeral block", () => {
  it("stands beside others of its type, in no other kind of block", () => {
    expect(output.stack("one")["ephemeral"]).toEqual({
      random_password: { password: { length: 12 }, other: { length: 13 } },
    });
    expect(Object.keys(output.stack("one"))).toEqual(["ephemeral", "provider", "resource", "terraform"]);
  });

  it("is referred to in functions, not quoted", () => {
    expect(at(output.only("one", "aws_secretsmanager_secret_version"), "secret_string_wo")).toBe(
      '${jsonencode({"result" = ephemeral.random_password.password.result})}',
    );
  });
});
