import { EXIT, Failure } from "../failure";

/**
 * Name of the variable in which Terraform itself looks for a host's token: full stops become underscores, hyphens two.
 * https://developer.hashicorp.com/terraform/cli/config/config-file#environment-variable-credentials
 */
export const tokenVariable = (hostname: string): string =>
  `TF_TOKEN_${hostname.replace(/:\d+$/, "").replaceAll("-", "__").replaceAll(".", "_")}`;

/**
 * The token for a host. It comes from the environment alone, is never an argument (other users see those), and is
 * never printed.
 */
export function tokenFor(hostname: string, environment: NodeJS.ProcessEnv): string {
  const names = [tokenVariable(hostname), "TFE_TOKEN"];
  const token = names.map((name) => environment[name] ?? "").find((value) => value !== "");
  if (token !== undefined) return token;
  throw new Failure(
    `No token for ${hostname}. Set ${names.join(" or ")} to a team or user token that may manage workspaces of the project.`,
    EXIT.unusable,
  );
}
