import { SourceEndpoint } from "../../../modules/replication/source-endpoint";
import { built } from "../../support/built";
import { lending, prod } from "../../support/landscapes";
import { emptyStack } from "../../support/small-stacks";
import { sourceOf } from "../../support/sources";

const build = (region: string) => () =>
  built((app) => {
    new SourceEndpoint(emptyStack(app, "one"), "source", {
      environment: { ...prod, region },
      account: lending,
      source: sourceOf(),
      keyArn: "arn",
    });
  });

describe("the endpoint of a source", () => {
  it("trusts the roots of its own Region", () => {
    const [here, there] = ["eu-central-1", "eu-west-1"].map(
      (region) => build(region)().only("one", "aws_dms_certificate")["certificate_pem"],
    );
    expect(here).not.toBe(there);
  });

  it("is not made where nobody's roots are known", () => {
    expect(build("eu-nowhere-1")).toThrow("no Amazon RDS root certificate is known for region eu-nowhere-1");
  });
});
