import { Failure } from "../failure";
import type { ProcessEnvironment, Processes, RunResult } from "../process/processes";

/** Runs Terraform in one folder, as whoever calls. */
export class CallersTerraform {
  private readonly environment: ProcessEnvironment;

  public constructor(
    private readonly processes: Processes,
    private readonly folder: string,
    environment: ProcessEnvironment,
  ) {
    // The account's roles are what the bootstrap makes: it cannot run by one of them.
    this.environment = { ...environment, TF_VAR_run_role: "" };
  }

  public async try(args: readonly string[]): Promise<RunResult> {
    return await this.processes.run("terraform", [...args], { cwd: this.folder, environment: this.environment });
  }

  /**
   * @returns standard output
   * @throws Failure with what Terraform said
   */
  public async run(args: readonly string[]): Promise<string> {
    const { status, stdout, stderr } = await this.try(args);
    if (status === 0) return stdout;
    throw new Failure(
      `terraform ${args[0]} ended with ${status}.\n${`${stdout}\n${stderr}`.trim()}\n` +
        "Mend the cause and run the same command again: it goes on from here.",
    );
  }
}
