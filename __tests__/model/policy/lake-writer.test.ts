import * as fc from "fast-check";
import type { Statement } from "../../../model/policy/document";
import { writerBucketStatements, writerKeyStatements, writerRoleStatements } from "../../../model/policy/lake-writer";
import { lending, prod } from "../../support/landscapes";
import { sourceOf } from "../../support/sources";

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const digits = fc.stringMatching(/^\d{12}$/);
const writers = fc.record({ environment: word, producer: word, source: word, id: digits }).map((names) => ({
  environment: { ...prod, name: names.environment },
  producer: { ...lending, name: names.producer, id: names.id },
  source: { ...sourceOf(), name: names.source },
}));
const bySid = (statements: readonly Statement[], sid: string): Statement | undefined =>
  statements.find((each) => each.Sid === sid);

describe("the lake's writer", () => {
  it("is allowed by its own account and by governance to do the same in the same place", () => {
    fc.assert(
      fc.property(writers, (writer) => {
        const own = writerRoleStatements(writer, "key");
        const bucket = writerBucketStatements(writer);
        const key = writerKeyStatements(writer);
        for (const [mine, theirs] of [
          ["WriteObjects", "WriterObjects"],
          ["FindBucket", "WriterBucket"],
        ] as const) {
          const { Action, Resource } = bySid(own, mine) ?? {};
          expect(bySid(bucket, theirs)).toMatchObject({ Action, Resource });
        }
        expect(bySid(key, "WriterThroughS3")?.Action).toEqual(bySid(own, "Encrypt")?.Action);
      }),
    );
  });

  it("is one role of one account inside the organization, in every statement of governance", () => {
    fc.assert(
      fc.property(writers, (writer) => {
        const { environment, producer, source } = writer;
        const root = { AWS: `arn:aws:iam::${producer.id}:root` };
        const role = `arn:aws:iam::${producer.id}:role/${environment.name}-${source.name}-lake-writer`;
        const deploy = ["lake-deploy", "lake-deploy-plan"].map((name) => `arn:aws:iam::${producer.id}:role/${name}`);
        const all = [...writerBucketStatements(writer), ...writerKeyStatements(writer)];
        for (const statement of all.filter(({ Effect }) => Effect === "Allow")) {
          expect(statement.Principal).toEqual(root);
          expect(statement.Condition).toMatchObject({
            ArnEquals: { "aws:PrincipalArn": statement.Sid === "LookUpByProducer" ? deploy : role },
            StringEquals: { "aws:PrincipalOrgID": "o-exampleorg1" },
          });
        }
      }),
    );
  });

  it("may neither read objects nor change their owner or access lists", () => {
    const all = writerRoleStatements({ environment: prod, producer: lending, source: sourceOf() }, "key");
    const actions = all.flatMap(({ Action }) => Action);
    expect(actions.filter((action) => action.startsWith("s3:"))).toEqual([
      "s3:DeleteObject",
      "s3:PutObject",
      "s3:PutObjectTagging",
      "s3:GetBucketLocation",
      "s3:ListBucket",
    ]);
  });
});
