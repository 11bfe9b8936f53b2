import { refuseUnasked } from "../../../../operations/deploy/commands/apply";
import { deployEnvironment } from "../../../../operations/deploy/commands/environment";
import { DEPLOY_HELP } from "../../../../operations/deploy/commands/help";
import { parseDeployOptions } from "../../../../operations/deploy/commands/options";
import { Failure } from "../../../../operations/failure";

test("a command with globs and limits", () => {
  const args = [
    "apply",
    "prod-lending-*",
    "--account",
    "lending",
    "--since",
    "main",
    "--parallelism",
    "2",
    "--fail-fast",
  ];
  expect(parseDeployOptions(args)).toMatchObject({
    command: "apply",
    globs: ["prod-lending-*"],
    accounts: ["lending"],
    since: "main",
    parallelism: 2,
    failFast: true,
    autoApprove: false,
    output: "cdktf.out",
  });
});

test.each([[[]], [["--help"]], [["apply", "-h"]], [["help"]]])("%j asks for help", (args) => {
  expect(parseDeployOptions(args).command).toBe("help");
});

test.each([
  [["aply"], /aply: the commands are plan, apply, destroy, waves/],
  [["plan", "--auto-approve"], /--auto-approve is for apply and destroy/],
  [["apply", "--destroy-stateful=prod"], /is for destroy/],
  [["apply", "--resume", "prod-*"], /take the stacks of the earlier run/],
  [["apply", "--resume", "--plans", "x"], /exclude each other/],
  [["waves", "--format", "yaml"], /text, json, mermaid/],
  [["plan", "--lock-timeout", "soon"], /20s or 5m/],
  [["plan", "--parallelism", "0"], /from 1 to 99/],
  [["plan", "--nonsense"], /nonsense/],
])("%j is refused with a pointer to --help", (args, message) => {
  expect(() => parseDeployOptions(args)).toThrow(Failure);
  expect(() => parseDeployOptions(args)).toThrow(message);
  expect(() => parseDeployOptions(args)).toThrow(/--help/);
});

test("--help names every option and every exit status", () => {
  for (const option of ["env", "account", "since", "auto-approve", "plans", "resume", "fail-fast", "parallelism"]) {
    expect(DEPLOY_HELP).toContain(`--${option}`);
  }
  for (const status of ["0 ", "1 ", "2 ", "3 ", "130 "]) expect(DEPLOY_HELP).toMatch(new RegExp(`^  ${status}`, "m"));
});

test("without a terminal nothing is applied that nobody has seen or approved", () => {
  expect(() => refuseUnasked(false, undefined, false)).toThrow(/--plans RUN.*--auto-approve/);
  for (const seen of [() => refuseUnasked(true, undefined, false), () => refuseUnasked(false, "x", false)]) {
    expect(seen).not.toThrow();
  }
  expect(() => refuseUnasked(false, undefined, true)).not.toThrow();
});

test("credentials reach Terraform as they are; what would make all stacks share a folder does not", () => {
  const { environment, dropped } = deployEnvironment({
    AWS_PROFILE: "bank",
    AWS_SESSION_TOKEN: "token",
    TF_VAR_run_role: "lake-deploy-plan",
    TF_CLI_CONFIG_FILE: "/rc",
    TF_CLI_ARGS_plan: "-destroy",
    TF_WORKSPACE: "other",
    TF_DATA_DIR: "/elsewhere",
    CDKTF_OUTDIR: "elsewhere",
  });
  expect(environment).toEqual({
    AWS_PROFILE: "bank",
    AWS_SESSION_TOKEN: "token",
    TF_VAR_run_role: "lake-deploy-plan",
    TF_CLI_CONFIG_FILE: "/rc",
    TF_IN_AUTOMATION: "true",
    TF_INPUT: "false",
    CHECKPOINT_DISABLE: "1",
  });
  expect(dropped).toEqual(["TF_CLI_ARGS_plan", "TF_WORKSPACE", "TF_DATA_DIR"]);
});
