import { Construct } from "constructs";
import { type TableGrant, teamGrants } from "../model/access/shares";
import type { ConsumerAccount, Environment, Team } from "../model/landscape/types";
import { teamKeyAlias, teamName, teamResultsBucketName } from "../model/names";
import { queryStatements } from "../model/policy/athena";
import { principalTrust } from "../model/policy/trust";
import { QueryResults } from "./query-results";
import { QueryWorkgroup } from "./query-workgroup";
import { ServiceRole } from "./service-role";

export interface TeamWorkspaceProps {
  readonly environment: Environment;
  readonly consumer: ConsumerAccount;
  readonly team: Team;
}

/** A team's role, workgroup and place for results. What the role may read is for Lake Formation to say. */
export class TeamWorkspace extends Construct {
  public readonly role: ServiceRole;
  public readonly workgroup: QueryWorkgroup;
  public readonly grants: readonly TableGrant[];

  constructor(scope: Construct, id: string, { environment, consumer, team }: TeamWorkspaceProps) {
    super(scope, id);
    const name = teamName(environment, consumer, team);
    this.grants = teamGrants(environment, team);
    const results = new QueryResults(this, "results", {
      environment,
      account: consumer,
      bucketName: teamResultsBucketName(environment, consumer, team),
      keyAlias: teamKeyAlias(environment, consumer, team),
      description: `Query results of ${team.name}`,
      retentionDays: team.resultRetentionDays,
    });
    const shared = [...new Set(this.grants.map(({ database }) => database))];
    this.role = new ServiceRole(this, "role", {
      name,
      description: `People of ${team.name}`,
      trust: principalTrust(team.assumedBy),
      statements: queryStatements({
        environment,
        account: consumer,
        workgroup: name,
        resultsBucket: results.bucketName,
        resultsKeyArn: results.keyArn,
        databases: [
          { owner: consumer, name: "default" },
          ...shared.map((database) => ({ owner: consumer, name: database })),
          ...shared.map((database) => ({ owner: environment.governance, name: database })),
        ],
      }),
    });
    this.workgroup = new QueryWorkgroup(this, "athena", {
      name,
      description: `Queries of ${team.name}`,
      account: consumer,
      resultsBucket: results.bucketName,
      keyArn: results.keyArn,
      scanLimitGb: team.scanLimitGb,
    });
  }
}
