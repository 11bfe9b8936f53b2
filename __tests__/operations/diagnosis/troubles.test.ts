import { diagnose, explain, RULES } from "../../../operations/diagnosis";
import { recorded } from "./recorded";

const scene = { stack: "prod-lending-network", account: "lending", folder: "/p/cdktf.out/stacks/prod-lending-network" };

test.each(recorded)("$kind is recognized in: $summary", ({ kind, summary, detail, what, remedy }) => {
  const trouble = diagnose({ severity: "error", summary, detail }, scene);
  expect(trouble?.kind).toBe(kind);
  expect(trouble?.what).toMatch(what);
  expect(trouble?.remedy).toMatch(remedy);
});

test("every rule has a recorded diagnostic that it recognizes first", () => {
  const kinds = new Set(
    recorded.map(({ summary, detail }) => diagnose({ severity: "error", summary, detail }, scene)?.kind),
  );
  expect(kinds.size).toBe(RULES.length);
});

test.each([
  ["Reference to undeclared resource", "A managed resource has not been declared in the root module."],
  ["creating DMS Endpoint: InvalidParameterValueException", "The parameter EngineName must be provided"],
])("another complaint is passed on as it is: %s", (summary, detail) => {
  const diagnostic = { severity: "error", summary, detail };
  expect(diagnose(diagnostic, scene)).toBeUndefined();
  expect(explain([diagnostic], scene)).toEqual([`error: ${summary}: ${detail}`]);
});

test("the same trouble ten times is told once, with what to do and what Terraform said", () => {
  const complaint = { severity: "error", summary: "creating X: ThrottlingException: Rate exceeded", detail: "" };
  const lines = explain(
    Array.from({ length: 10 }, () => complaint),
    scene,
  );
  expect(lines).toHaveLength(3);
  expect(lines[1]).toMatch(/^What to do: .*--parallelism 1/);
  expect(lines[2]).toMatch(/^Terraform said: .*Rate exceeded/);
});
