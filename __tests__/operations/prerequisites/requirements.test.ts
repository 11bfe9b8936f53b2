import { choosePython, judgeNode, judgeTerraform } from "../../../operations/prerequisites/requirements";
import { atLeast, parseVersion } from "../../../operations/prerequisites/version";

const python = (command: string, text: string, canMakeEnvironments = true) => ({
  command,
  version: parseVersion(text) ?? [0, 0],
  canMakeEnvironments,
});

describe("parseVersion", () => {
  test.each([
    ["v20.11.1", [20, 11]],
    ["1.11.4", [1, 11]],
    ["Python 3.12.0rc1", [3, 12]],
  ])("reads %s", (text, version) => {
    expect(parseVersion(text)).toEqual(version);
  });

  test("finds nothing in a text without a version", () => {
    expect(parseVersion("command not found")).toBeUndefined();
  });
});

test("versions compare by number, not by text", () => {
  expect(atLeast([1, 11], [1, 9])).toBe(true);
  expect(atLeast([1, 9], [1, 11])).toBe(false);
  expect(atLeast([2, 0], [1, 11])).toBe(true);
  expect(atLeast([3, 10], [3, 10])).toBe(true);
});

describe("what is missing", () => {
  test("a recent Node and Terraform are enough", () => {
    expect(judgeNode([20, 0])).toEqual([]);
    expect(judgeTerraform([1, 11])).toEqual([]);
  });

  test("an old or absent tool is named with the version found and where to get it", () => {
    expect(judgeNode([18, 20])[0]).toMatch(/Node\.js 20\.0 .*found 18\.20.*https:/);
    expect(judgeTerraform([1, 10])[0]).toMatch(/Terraform 1\.11 .*found 1\.10.*https:/);
    expect(judgeTerraform(undefined)[0]).toMatch(/none found/);
  });
});

describe("choosePython", () => {
  test("takes the first that is recent enough and can make environments", () => {
    const candidates = [
      python("python3", "3.9.2"),
      python("python3.12", "3.12.1", false),
      python("python3.11", "3.11.4"),
    ];
    expect(choosePython(candidates)).toEqual({ python: "python3.11", missing: [] });
  });

  test("says that only venv is missing when the version is fine", () => {
    expect(choosePython([python("python3", "3.11.0", false)]).missing[0]).toMatch(/venv.*python3-venv/);
  });

  test("says what was found when it is too old, and the way out", () => {
    const { missing } = choosePython([python("python3", "3.8.10")]);
    expect(missing[0]).toMatch(/Python 3\.10 .*found 3\.8.*--endpoint/);
    expect(choosePython([]).missing[0]).toMatch(/none found/);
  });
});
