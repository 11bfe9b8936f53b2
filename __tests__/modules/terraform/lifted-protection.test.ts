import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadLandscape } from "../../../model/landscape/load";
import { NO_BACKTRACK, OWN_BACKUPS } from "../../../model/standing-waivers";
import { asBlock, bodiesOf } from "../../../operations/stack-json";
import { addStacks } from "../../../stacks";
import { synthesize } from "../../../synth/synthesize";
import { prod } from "../../landscape/prod";

const leave = {
  stack: "prod-lending-source-loans",
  reason: "The source has moved",
  owner: "anna@examplebank.example",
  expires: "2036-12-31",
};

test("every resource that loses its protection says who wanted it, beside the exceptions that it had", () => {
  const folder = mkdtempSync(join(tmpdir(), "lake-test-"));
  try {
    const { environments } = loadLandscape({ environments: [{ ...prod, destroyable: [leave] }] });
    synthesize((app) => environments.forEach((each) => addStacks(app, each)), {
      folder: join(folder, "out"),
      print: () => undefined,
    });
    const text = readFileSync(join(folder, "out", "stacks", leave.stack, "cdk.tf.json"), "utf8");
    const bodies = bodiesOf(asBlock(JSON.parse(text)));
    const waiversOf = (type: string): readonly unknown[] =>
      bodies.filter((body) => body.type === type).map(({ body }) => asBlock(body["//"])["waivers"]);
    const { reason, owner, expires } = leave;
    const waiver = { rules: ["destroy-protection"], reason, owner, expires };
    expect(waiversOf("aws_kms_key")).toEqual([[waiver]]);
    expect(waiversOf("aws_rds_cluster")).toEqual([
      [OWN_BACKUPS, NO_BACKTRACK, { ...waiver, rules: ["destroy-protection", "deletion-protection", "CKV_AWS_139"] }],
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
