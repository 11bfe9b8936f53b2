import { awsConfig, environmentScript } from "../../local/demo/kept";
import { parseDemoOptions } from "../../local/demo/options";
import { accessTable, stackTable } from "../../local/report";
import { Failure } from "../../operations/failure";
import { showsColours } from "../../operations/terminal";

describe("parseDemoOptions", () => {
  test("has defaults for everything", () => {
    expect(parseDemoOptions([])).toMatchObject({
      help: false,
      keep: false,
      stop: false,
      mirrors: [],
      environment: undefined,
      endpoint: undefined,
    });
  });

  test("reads every option", () => {
    const args = ["--env", "test", "--endpoint", "http://localhost:4566/", "--mirror", "/a", "--mirror", "/b"];
    expect(parseDemoOptions([...args, "--parallelism", "3", "--keep"])).toEqual({
      help: false,
      keep: true,
      kept: false,
      synthesized: undefined,
      stop: false,
      mirrors: ["/a", "/b"],
      environment: "test",
      endpoint: "http://localhost:4566",
      parallelism: { deployments: 3, plans: 3 },
      rows: { seed: 1, changes: 2000, trouble: undefined },
      live: undefined,
    });
  });

  test.each([
    [["--parallelism", "0"]],
    [["--parallelism", "two"]],
    [["--endpoint", "localhost:4566"]],
    [["--endpoint", "nonsense"]],
    [["--unknown"]],
    [["positional"]],
    [["--env"]],
  ])("refuses %j with a pointer to --help", (args) => {
    expect(() => parseDemoOptions(args)).toThrow(Failure);
    expect(() => parseDemoOptions(args)).toThrow(/--help/);
  });
});

describe("the script for a shell", () => {
  const script = environmentScript(
    { AWS_ENDPOINT_URL: "http://127.0.0.1:1", AWS_CONFIG_FILE: "/dev/null", PATH: "/bin", TF_CLI_CONFIG_FILE: "/it's" },
    "/run/aws-config",
  );

  test("points to the accounts and leaves the rest of the shell alone", () => {
    expect(script).toContain("export AWS_ENDPOINT_URL='http://127.0.0.1:1'");
    expect(script).toContain("export AWS_CONFIG_FILE='/run/aws-config'");
    expect(script).toMatch(/^unset .*AWS_PROFILE.*AWS_SESSION_TOKEN/);
    expect(script).not.toContain("PATH=");
  });

  test("quotes what a shell would read", () => {
    expect(script).toContain("export TF_CLI_CONFIG_FILE='/it'\\''s'");
  });
});

test("every account has a profile that assumes its deploy role", () => {
  const config = awsConfig([{ name: "risk", id: "444455556666", deployRole: "deployer" }], "eu-central-1");
  expect(config).toContain("[profile risk]\nrole_arn = arn:aws:iam::444455556666:role/deployer\n");
});

test("colours need a terminal and no NO_COLOR", () => {
  expect(showsColours({}, true)).toBe(true);
  expect(showsColours({ NO_COLOR: "" }, true)).toBe(true);
  expect(showsColours({ NO_COLOR: "1" }, true)).toBe(false);
  expect(showsColours({}, false)).toBe(false);
});

test("the table of stacks counts them and their resources", () => {
  const row = { account: "risk", stack: "prod-risk-analytics", resources: 12, stateFile: "a.tfstate", seconds: 3.14 };
  const text = stackTable([row, { ...row, resources: undefined }]);
  expect(text).toContain("3.1");
  expect(text).toMatch(/2 stacks\s+│\s+12/);
});

test("the access table shows which columns of which rows can be read", () => {
  const row = { account: "risk", role: "analysts", table: "loans.loan", readable: ["id"], hidden: ["owner"], rows: [] };
  const text = accessTable([row, { ...row, rows: ["district = 1"] }]);
  expect(text).toMatch(/1 of 2\s+│ id\s+│ owner\s+│ all/);
  expect(text).toMatch(/1 of 2\s+│ id\s+│ owner\s+│ district = 1/);
});
