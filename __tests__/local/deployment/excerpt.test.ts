import { errorExcerpt } from "../../../local/deployment/excerpt";

describe("errorExcerpt", () => {
  test("begins at the first error, drops empty lines and cuts very long ones", () => {
    const stdout = [
      "prod-a  creating",
      "prod-a  Error: creating bucket",
      "prod-a",
      "",
      `  ${"x".repeat(1000)}`,
      "1 Stack deploying     0 Stacks done     3 Stacks waiting",
    ].join("\n");
    const excerpt = errorExcerpt(stdout, "at throwUnhandledRejectionsMode (node:internal)");
    expect(excerpt).toHaveLength(2);
    expect(excerpt[0]).toBe("prod-a  Error: creating bucket");
    expect(excerpt[1]?.length).toBeLessThan(500);
  });

  test("shows the end when nothing calls itself an error", () => {
    const lines = Array.from({ length: 100 }, (_, index) => `line ${index}`);
    const excerpt = errorExcerpt(lines.join("\n"), "Usage: no such stack");
    expect(excerpt).toHaveLength(30);
    expect(excerpt.slice(-2)).toEqual(["line 99", "Usage: no such stack"]);
  });
});
