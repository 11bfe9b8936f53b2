import { dmsTrust, principalTrust, serviceTrust } from "../../../model/policy/trust";
import { serviceTrust as expected } from "../../support/expected-policies";
import { parsed } from "../../support/json";
import { lending, prod } from "../../support/landscapes";

const ID = "222233334444";

describe("trust of a service", () => {
  it("is for resources of one account", () => {
    expect(parsed(serviceTrust("glue.amazonaws.com", lending))).toEqual(expected("glue.amazonaws.com", ID));
  });

  it("keeps the account when conditions are added, of the same and of another operator", () => {
    const conditions = { StringEquals: { "aws:SourceArn": "arn" }, ArnLike: { "aws:SourceArn": "arn:*" } };
    expect(parsed(serviceTrust("s", lending, conditions))).toHaveProperty(["Statement", 0, "Condition"], {
      StringEquals: { "aws:SourceAccount": ID, "aws:SourceArn": "arn" },
      ArnLike: { "aws:SourceArn": "arn:*" },
    });
  });

  it("may be for further actions", () => {
    expect(parsed(serviceTrust("s", lending, {}, ["sts:SetContext"]))).toEqual(
      expected("s", ID, {}, ["sts:AssumeRole", "sts:SetContext"]),
    );
  });
});

describe("trust of DMS", () => {
  it.each([
    ["global", "dms.amazonaws.com"],
    ["regional", "dms.eu-central-1.amazonaws.com"],
  ] as const)("names its %s principal, %s", (reach, service) => {
    const source = { ArnLike: { "aws:SourceArn": `arn:aws:dms:eu-central-1:${ID}:*` } };
    expect(parsed(dmsTrust(prod, lending, reach))).toEqual(expected(service, ID, source));
  });
});

describe("trust of people", () => {
  it("names each of them", () => {
    expect(parsed(principalTrust(["one", "two"]))).toHaveProperty(["Statement", 0, "Principal"], {
      AWS: ["one", "two"],
    });
  });
});

describe("trust of a SAML provider", () => {
  const provider = "arn:aws:iam::444455556666:saml-provider/bank";

  it("is for whoever signs in to the console with it, beside named people", () => {
    expect(parsed(principalTrust(["one", provider]))).toHaveProperty("Statement", [
      { Sid: "People", Effect: "Allow", Principal: { AWS: ["one"] }, Action: ["sts:AssumeRole", "sts:TagSession"] },
      {
        Sid: "Federation",
        Effect: "Allow",
        Principal: { Federated: [provider] },
        Action: ["sts:AssumeRoleWithSAML", "sts:TagSession"],
        Condition: { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } },
      },
    ]);
  });

  it("stands alone when nobody else is named", () => {
    expect(parsed(principalTrust([provider]))).toHaveProperty(["Statement", "length"], 1);
  });
});
