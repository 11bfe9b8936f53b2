import * as fc from "fast-check";
import { bucketPolicy } from "../../../model/policy/bucket-policy";
import { onlyThisKey } from "../../../model/policy/encryption-guard";
import { otherKeys, transport } from "../../support/expected-policies";
import { statements } from "../../support/policies";

const bucket = fc.stringMatching(/^[a-z][a-z0-9-]{2,30}$/);

describe("the policy of a bucket", () => {
  it("refuses plain HTTP and old TLS, for the bucket and its objects, before anything else", () => {
    fc.assert(
      fc.property(bucket, (name) => {
        const own = onlyThisKey(name, "key");
        expect(statements(bucketPolicy(name))).toEqual(transport(name));
        expect(statements(bucketPolicy(name, own))).toEqual([...transport(name), ...own]);
      }),
    );
  });

  it("refuses uploads that name other encryption, but not those that name none", () => {
    fc.assert(fc.property(bucket, (name) => expect(onlyThisKey(name, "arn")).toEqual(otherKeys(name, "arn"))));
  });
});
