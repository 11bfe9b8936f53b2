import { STSClient } from "@aws-sdk/client-sts";
import { taken } from "../audit/live/clients";
import { Failure } from "../operations/failure";
import { EMULATOR_CREDENTIALS } from "./environment";

/** Where emulated accounts are. */
export interface Place {
  readonly region: string;
  readonly endpoint: string;
}

/** Any role can be taken on in an emulated account; this one is the audit's, with `{account}` for the account's id. */
export const AUDIT_ROLE = "arn:aws:iam::{account}:role/lake-audit";

/**
 * What a client of the SDK needs to call an emulated account as a role.
 * @throws Failure when the role cannot be taken on
 */
export async function asRole({ region, endpoint }: Place, roleArn: string) {
  const sts = new STSClient({ region, endpoint, credentials: EMULATOR_CREDENTIALS });
  try {
    return { region, endpoint, credentials: await taken(sts, roleArn) };
  } catch (error) {
    throw new Failure(`${endpoint}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The same as the auditor of an account. */
export const asAuditor = (place: Place, account: string) => asRole(place, AUDIT_ROLE.replace("{account}", account));
