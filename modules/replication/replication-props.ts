import type { Environment, Replication, Source } from "../../model/landscape/types";
import type { ReplicationPlace } from "./replication-place";

/** What a replication needs, whether on an instance or serverless. */
export interface ReplicationProps<Settings extends Replication> {
  readonly environment: Environment;
  readonly source: Source;
  readonly settings: Settings;
  readonly place: ReplicationPlace;
  readonly keyArn: string;
  readonly sourceEndpointArn: string;
  readonly lakeEndpointArn: string;
}
