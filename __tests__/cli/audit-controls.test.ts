import { join } from "node:path";
import { runAudit } from "../../cli/audit/main";
import { temporaryFolder, write } from "../support/folders";

const folder = temporaryFolder();

const key = (body: object): string => JSON.stringify({ resource: { aws_kms_key: { k: { policy: "{}", ...body } } } });

async function audit(...args: readonly string[]) {
  const lines: string[] = [];
  const status = await runAudit(
    ["controls", folder(), ...args],
    (text) => lines.push(text),
    (text) => lines.push(text),
  );
  return { status, text: lines.join("\n") };
}

const good = { enable_key_rotation: true, lifecycle: { prevent_destroy: true } };
const waived = {
  ...good,
  enable_key_rotation: false,
  "//": { waivers: [{ rules: ["key-rotation"], reason: "a trial", owner: "me", expires: "2027-03-31" }] },
};

describe("audit controls", () => {
  it("ends with 0 when everything passes or is waived", async () => {
    write(join(folder(), "main.tf.json"), key(good));
    const clean = await audit("--today", "2026-11-22");
    expect(clean.status).toBe(0);
    expect(clean.text).toContain("0 findings");
    write(join(folder(), "main.tf.json"), key(waived));
    const { status, text } = await audit("--today", "2027-03-31", "--format", "markdown");
    expect(status).toBe(0);
    expect(text).toMatch(/\| `key-rotation` \| `.* aws_kms_key.k` \| a trial \| me \| 2027-03-31 \|/);
  });

  it("ends with 1 and the place when something fails, or a waiver has ended", async () => {
    write(join(folder(), "main.tf.json"), key(waived));
    const { status, text } = await audit("--today", "2027-04-01");
    expect(status).toBe(1);
    expect(text).toMatch(
      /MEDIUM key-rotation: \S+ aws_kms_key\.k\n.*\n {2}at main\.tf\.json#\/resource\/aws_kms_key\/k\n/,
    );
    expect(text).toContain("expired on 2027-03-31");
  });

  it("refuses a day that is none", async () => {
    write(join(folder(), "main.tf.json"), key(good));
    expect(await audit("--today", "tomorrow")).toMatchObject({ status: 2 });
  });

  it("says what it does not know of somebody else's JSON", async () => {
    write(
      join(folder(), "main.tf.json"),
      JSON.stringify({
        variable: { r: {} },
        resource: { aws_kms_key: { k: { ...good, policy: "${var.p}", enable_key_rotation: "${var.r}" } } },
      }),
    );
    const { status, text } = await audit("--today", "2026-11-22");
    expect(status).toBe(0);
    expect(text).toMatch(/undecided +key-rotation/);
    expect(text).toMatch(/not said by the JSON: .* aws_kms_key\.k: enable_key_rotation is \$\{var\.r\}/);
    expect(text).toMatch(/not applicable +bucket-encrypted/);
  });
});
