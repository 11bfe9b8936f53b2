import { stateBucketStatements } from "../../../model/policy/state";
import { lending, prod, risk } from "../../support/landscapes";

const PIPELINE = "arn:aws:iam::999900001111:role/pipeline";

/** Whom the policies of the state buckets of two accounts let delete. */
const whoMayDelete = (breakGlassRole: string | readonly string[]) =>
  [lending, risk].map((account) =>
    stateBucketStatements({ ...prod, deployment: { pipelineRole: PIPELINE, breakGlassRole } }, account).map(
      ({ Condition }) => Condition,
    ),
  );
const only = (arn: string) => ({ ArnNotEquals: { "aws:PrincipalArn": arn } });

describe("states are deleted by the role for emergencies alone", () => {
  it("which has one name in every account", () => {
    const [first, second] = [lending, risk].map(({ id }) => only(`arn:aws:iam::${id}:role/emergency`));
    expect(whoMayDelete("emergency")).toEqual([
      [first, first],
      [second, second],
    ]);
  });

  it("or in each account an ARN with a path of its own", () => {
    const arns = [lending, risk].map(
      ({ id }) =>
        `arn:aws:iam::${id}:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_Emergency_0123${id}`,
    );
    expect(whoMayDelete(arns)).toEqual(arns.map((arn) => [only(arn), only(arn)]));
  });
});
