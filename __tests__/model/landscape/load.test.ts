import { loadLandscape } from "../../../model/landscape/load";
import { LandscapeError } from "../../../model/landscape/problem";
import { landscape } from "../../landscape";
import { PLANTED_REPORT, withPlantedMistakes } from "./planted";
import { changed, sample } from "./sample";

/** The report on a value; nothing when it is accepted. */
function report(value: unknown): string | undefined {
  try {
    loadLandscape(value);
    return undefined;
  } catch (error) {
    if (error instanceof LandscapeError) return error.message;
    throw error;
  }
}

describe("loadLandscape", () => {
  it("accepts the tests' landscape as it is", () => {
    expect(loadLandscape(landscape)).toEqual(landscape);
  });

  it("accepts every optional property", () => {
    const value = changed(({ lending, loans }) => {
      lending.deployRole = "pipeline";
      Object.assign(loans, { instances: 3, credentialVersion: 2, mergeEveryMinutes: 59 });
    });
    expect(loadLandscape(value)).toEqual(value);
  });

  it("accepts a landscape without environments", () => {
    expect(loadLandscape({ environments: [] })).toEqual({ environments: [] });
  });

  it("refuses an optional property that is there without a value", () => {
    const value = changed(({ loans }) => Object.assign(loans, { instances: undefined }));
    expect(report(value)).toContain(
      "sources[loans].instances\n    found nothing\n    write a whole number from 1 to 16",
    );
  });

  it.each(["costs ${var.price}", "for %{ if true }"])(
    "refuses the template %s, which Terraform would evaluate",
    (text) => {
      const value = changed(({ loan }) => Object.assign(loan, { description: text }));
      expect(report(value)).toContain("write it without `${` and `%{`, which Terraform evaluates");
      const plain = changed(({ loan }) => Object.assign(loan, { description: "5 $ or 3 % {net}" }));
      expect(() => loadLandscape(plain)).not.toThrow();
    },
  );

  it.each([
    ["nothing", undefined, "the whole file\n    found nothing"],
    ["null", null, "the whole file\n    found null"],
    ["a list", [], "the whole file\n    found []"],
    ["no environments", {}, "environments\n    found nothing"],
  ])("answers %s", (_, value, expected) => {
    expect(report(value)).toContain(`accounts/index.ts\n  ${expected}`);
  });

  it("reports structural and semantic problems of one landscape together", () => {
    expect(report(withPlantedMistakes())).toBe(PLANTED_REPORT);
  });

  it("reports the same whatever the order of keys", () => {
    const { environments } = withPlantedMistakes();
    const turned = environments.map((environment) => Object.fromEntries(Object.entries(environment).toReversed()));
    expect(report({ environments: turned })).toBe(PLANTED_REPORT);
  });

  it("reports keys that the schema library passes over", () => {
    const value = changed(({ loan }) => {
      loan.columns["constructor"] = { type: "int", classification: "internal", description: "Badly named" };
    });
    expect(report(value)).toContain("tables[loan].columns.constructor\n");
    expect(report(JSON.parse('{"environments":[],"__proto__":{"a":1}}'))).toContain("__proto__\n    found");
  });

  it("ends on values that contain themselves", () => {
    const value = changed(() => undefined);
    const loop: Record<string, unknown> = { ...value };
    loop["self"] = loop;
    loop["constructor"] = loop;
    expect(report(loop)).toContain("2 problems in 1 file");
    expect(sample).not.toHaveProperty("self");
  });
});
