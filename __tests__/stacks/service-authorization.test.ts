import { groupBy } from "../../audit/group";
import { landscape } from "../landscape";
import { whatever } from "../landscape/everything";
import {
  keysNeverSent,
  type Policy,
  resourcesNotCovered,
  servicesIn,
  unknownActions,
} from "../support/authorization/findings";
import { type Reference, readReference } from "../support/authorization/reference";
import { type Block, text } from "../support/json";
import type { Synthesized } from "../support/output";
import { allPolicies, statements } from "../support/policies";
import { synthesized } from "../support/synthesized";

const outputs = [landscape, whatever].map(synthesized);

/** Every policy of an output, trusts included. */
const policiesIn = (output: Synthesized): readonly Policy[] =>
  [...groupBy(allPolicies(output), ({ stack, place }) => `${stack} ${place}`)].map(([place, placed]) => ({
    place,
    statements: placed.map(({ statement }) => statement),
  }));

/** Policies by the identity that they belong to; what bounds roles allows nothing by itself. */
function identitiesIn({ ids, resources }: Synthesized): readonly (readonly Policy[])[] {
  const policiesOf = (stack: string, type: string, owner: (body: Block) => string) =>
    Object.entries(resources(stack, type)).map(([name, body]) => ({
      owner: `${stack} ${owner(body)}`,
      policy: { place: `${stack} ${type}.${name}`, statements: statements(body["policy"]) },
    }));
  const all = ids.flatMap((stack) => [
    ...policiesOf(stack, "aws_iam_role_policy", (body) => text(body["role"])),
    ...policiesOf(stack, "aws_iam_policy", (body) => text(body["name"]).replace(/-\d+$/, "")),
  ]);
  const granting = all.filter(({ policy }) => !/aws_iam_policy\.(?:boundary|limits)/.test(policy.place));
  return [...groupBy(granting, ({ owner }) => owner).values()].map((each) => each.map(({ policy }) => policy));
}

const policies = outputs.flatMap(policiesIn);
let reference: Reference;
beforeAll(async () => {
  reference = await readReference(servicesIn(policies));
});

describe("policies of all stacks, held against AWS's Service Authorization Reference", () => {
  it("name actions that AWS has", () => {
    expect(policies.length).toBeGreaterThan(100);
    expect(policies.flatMap((policy) => unknownActions(reference, policy))).toEqual([]);
  });

  it("have no condition on a key that is never sent for the action", () => {
    expect(policies.flatMap((policy) => keysNeverSent(reference, policy))).toEqual([]);
  });

  it("allow an action on everything that AWS asks about", () => {
    const identities = outputs.flatMap(identitiesIn);
    expect(identities.length).toBeGreaterThan(50);
    expect(identities.flatMap((each) => resourcesNotCovered(reference, each))).toEqual([]);
  });
});

const of = (statement: Block): Policy => ({
  place: "role",
  statements: [{ Sid: "One", Effect: "Allow", Resource: "*", ...statement }],
});

describe("a policy that AWS would refuse", () => {
  const table = ["database/loans", "table/loans/*"].map((each) => `arn:aws:glue:eu-central-1:111122223333:${each}`);

  it("names an action that AWS does not have", () => {
    expect(unknownActions(reference, of({ Action: ["s3:ReadObject", "s3:Get*"] }))).toEqual([
      "role, statement One: AWS has no action s3:ReadObject",
    ]);
  });

  it("waits for a key that a request never brings", () => {
    const Condition = { StringEquals: { "aws:RequestTag/environment": "prod" } };
    expect(keysNeverSent(reference, of({ Action: ["kms:CreateKey", "kms:Decrypt"], Condition }))).toEqual([
      "role, statement One: aws:requesttag is never sent for kms:Decrypt",
    ]);
    expect(keysNeverSent(reference, of({ Action: "kms:CreateKey", Condition }))).toEqual([]);
  });

  it("leaves out the catalog of a table", () => {
    const change = { Action: "glue:UpdateTable" };
    expect(resourcesNotCovered(reference, [of({ ...change, Resource: table })])).toEqual([
      `role One: glue:UpdateTable needs rootcatalog besides ${table.join(", ")}`,
    ]);
    const catalog = "arn:aws:glue:eu-central-1:111122223333:catalog";
    expect(
      resourcesNotCovered(reference, [of({ ...change, Resource: table }), of({ ...change, Resource: catalog })]),
    ).toEqual([]);
  });

  it("names resources of an action that knows none, or of another kind", () => {
    const bucket = "arn:aws:s3:::bucket";
    expect(
      resourcesNotCovered(reference, [of({ Action: "glue:GetDataCatalogEncryptionSettings", Resource: bucket })]),
    ).toHaveLength(1);
    expect(resourcesNotCovered(reference, [of({ Action: "s3:ListBucket", Resource: `${bucket}/*` })])).toEqual([]);
    expect(resourcesNotCovered(reference, [of({ Action: "s3:GetObject", Resource: bucket })])).toHaveLength(1);
  });
});
