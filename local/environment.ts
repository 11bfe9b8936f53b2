import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { devNull } from "node:os";
import type { ProcessEnvironment } from "../operations/process/processes";
import { definedVariables } from "../operations/process/variables";

/** Accepted by every emulator; they are no secret. */
export const EMULATOR_CREDENTIALS = { accessKeyId: "test", secretAccessKey: "test" } as const;

/** Of Terraform's own variables only those that say how to reach providers and what to log. */
const KEPT_TERRAFORM = /^TF_(CLI_CONFIG_FILE$|PLUGIN_CACHE_|REGISTRY_|TOKEN_|LOG)/;

/**
 * The caller's environment without what could lead a local command astray: a developer's real AWS credentials and
 * profiles, and Terraform variables such as TF_WORKSPACE or TF_DATA_DIR.
 */
export function cleanEnvironment(environment: NodeJS.ProcessEnv): ProcessEnvironment {
  const kept = Object.entries(definedVariables(environment)).filter(([name]) => {
    if (name.startsWith("AWS_")) return name === "AWS_CA_BUNDLE";
    if (name.startsWith("TF_")) return KEPT_TERRAFORM.test(name);
    return !name.startsWith("CDKTF_");
  });
  return {
    ...Object.fromEntries(kept),
    // Both files may hold credentials and endpoints of a real account.
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: "true",
    TF_IN_AUTOMATION: "true",
    // A missing variable shall fail, not wait for an answer that nobody gives.
    TF_INPUT: "false",
    CHECKPOINT_DISABLE: "1",
    DISABLE_VERSION_CHECK: "1",
    // The option --disable-plugin-cache-env of the CDKTF CLI has no effect; the variable has.
    CDKTF_DISABLE_PLUGIN_CACHE_ENV: "1",
    // Makes the CDKTF CLI print plain lines instead of redrawing the screen.
    CI: "1",
  };
}

/** What makes Terraform and the AWS SDKs use an emulator. It never becomes part of the generated JSON. */
export async function emulatorEnvironment(endpoint: string, region: string): Promise<ProcessEnvironment> {
  const address = await withAddress(endpoint);
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ENDPOINT_URL_S3: address,
    // S3 Control puts the account's id in front of whatever host it is given, which no resolver knows; as a proxy the
    // emulator gets such calls all the same. Go leaves loopback addresses alone, and https has a variable of its own.
    ...(address.startsWith("http://") ? { HTTP_PROXY: address } : {}),
    AWS_ACCESS_KEY_ID: EMULATOR_CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: EMULATOR_CREDENTIALS.secretAccessKey,
    AWS_REGION: region,
  };
}

/**
 * An endpoint with its host's address instead of its name. For a name the SDKs would put the bucket into the host name,
 * which no resolver knows; for an address they put it into the path. A certificate is made for the name: https stays.
 */
export async function withAddress(endpoint: string): Promise<string> {
  const url = new URL(endpoint);
  if (url.protocol !== "http:" || isIP(url.hostname.replace(/^\[|\]$/g, "")) > 0) return endpoint;
  const { address, family } = await lookup(url.hostname, { order: "ipv4first" });
  url.hostname = family === 6 ? `[${address}]` : address;
  return url.href.replace(/\/$/, "");
}
