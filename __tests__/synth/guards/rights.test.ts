import { findings, findingsOn } from "../../support/guarded";

describe("the guard of rights", () => {
  it("finds a resource whose rights nobody knows", () => {
    expect(findingsOn("aws_redshift_cluster", {})).toEqual([
      {
        stack: "one",
        place: "aws_redshift_cluster",
        cause: "nobody knows which IAM actions the type needs, so the deploy role would lack them",
        remedy:
          "add an entry aws_redshift_cluster to a file of model/deployment/rights/, from the actions that the provider calls",
      },
    ]);
  });

  it("finds a lookup and an ephemeral resource", () => {
    const json = { data: { aws_ami: { x: {} } }, ephemeral: { aws_ssm_parameter: { x: {} } } };
    expect(findings({ id: "one", json }).map(({ place }) => place)).toEqual([
      "data.aws_ami",
      "ephemeral.aws_ssm_parameter",
    ]);
  });

  it("passes known types and those of other providers", () => {
    expect(findingsOn("aws_vpc", {})).toEqual([]);
    expect(findings({ id: "one", json: { ephemeral: { random_password: { x: {} } } } })).toEqual([]);
  });
});
