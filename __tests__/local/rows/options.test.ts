import { parseDemoOptions } from "../../../local/demo/options";

test("the bank has a seed and a size, and nothing goes wrong unless it is asked for", () => {
  expect(parseDemoOptions([]).rows).toEqual({ seed: 1, changes: 2000, trouble: undefined });
  expect(parseDemoOptions([]).live).toBeUndefined();
  const asked = parseDemoOptions(["--seed", "7", "--changes", "300", "--trouble", "late", "--live", "--speed", "60"]);
  expect(asked.rows).toEqual({ seed: 7, changes: 300, trouble: "late" });
  expect(asked.live).toEqual({ speed: 60 });
});

test("whatever is wrong with the bank is said at once", () => {
  const wrong = ["--seed", "x", "--changes", "12", "--trouble", "fire"];
  expect(() => parseDemoOptions(wrong)).toThrow(
    [
      "--seed x: write a whole number from 0",
      "--changes 12: write a number from 300 to 10000000",
      "--trouble fire: write late, duplicates, restart, column",
      "See --help.",
    ].join("\n"),
  );
});

test.each([[["--speed", "5"]], [["--live", "--speed", "0"]], [["--live", "--speed", "101"]]])(
  "%j is refused",
  (args) => {
    expect(() => parseDemoOptions(args)).toThrow(/^--speed/);
  },
);
