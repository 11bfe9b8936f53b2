import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prod } from "../../accounts/prod";
import { loadLandscape } from "../../model/landscape/load";
import { addStacks } from "../../stacks";
import { synthesize } from "../../synth/synthesize";

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
    const { resource } = JSON.parse(text) as {
      resource: Record<string, Record<string, { "//": { waivers?: unknown[] } }>>;
    };
    const { reason, owner, expires } = leave;
    const waiver = { control: "destroy-protection", reason, owner, expires };
    for (const type of ["aws_kms_key", "aws_rds_cluster"]) {
      for (const body of Object.values(resource[type] ?? {})) expect(body["//"].waivers).toContainEqual(waiver);
    }
    const [cluster] = Object.values(resource["aws_rds_cluster"] ?? {});
    expect(cluster?.["//"].waivers).toHaveLength(2);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
