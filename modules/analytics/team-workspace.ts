import { Construct } from "constructs";
import { type TableGrant, teamGrants } from "../../model/access/shares";
import type { ConsumerAccount, Environment, Team } from "../../model/landscape/types";
import { teamKeyAlias, teamName, teamResultsBucketName, teamWorkgroupName } from "../../model/names";
import { consoleStatements, queryStatements } from "../../model/policy/athena";
import type { Statement } from "../../model/policy/document";
import { principalTrust } from "../../model/policy/trust";
import { teamQueries } from "../../model/queries/coverage";
import { queryText } from "../../model/queries/text";
import { AdoptedRole } from "../role/adopted-role";
import { ServiceRole } from "../role/service-role";
import { QueryResults } from "./query-results";
import { QueryWorkgroup } from "./query-workgroup";
import { SavedQueries } from "./saved-queries";
import { ScanAlarm } from "./scan-alarm";

/** How many queries at the limit make a day's alarm, unless the team says otherwise. */
const FULL_SCANS_PER_DAY = 10;

export interface TeamWorkspaceProps {
  readonly environment: Environment;
  readonly consumer: ConsumerAccount;
  readonly team: Team;
}

/** A team's role, workgroup, saved queries and place for results. What the role may read is for Lake Formation to say. */
export class TeamWorkspace extends Construct {
  public readonly role: { readonly arn: string };
  public readonly workgroup: QueryWorkgroup;
  public readonly grants: readonly TableGrant[];

  constructor(scope: Construct, id: string, props: TeamWorkspaceProps) {
    super(scope, id);
    const { environment, consumer, team } = props;
    const workgroup = teamWorkgroupName(environment, consumer, team);
    this.grants = teamGrants(environment, consumer, team);
    const results = new QueryResults(this, "results", {
      environment,
      account: consumer,
      bucketName: teamResultsBucketName(environment, consumer, team),
      key: { alias: teamKeyAlias(environment, consumer, team), description: `Query results of ${team.name}` },
      retentionDays: team.resultRetentionDays,
    });
    this.role = this.roleWith(props, this.statements(props, results));
    this.workgroup = new QueryWorkgroup(this, "athena", {
      name: workgroup,
      description: `Queries of ${team.name}`,
      account: consumer,
      resultsBucket: results.bucketName,
      keyArn: results.keyArn,
      scanLimitGb: team.scanLimitGb,
      tags: { team: team.name, ...(team.costCentre === undefined ? {} : { "cost-centre": team.costCentre }) },
    });
    new ScanAlarm(this, "scan-alarm", {
      workgroup,
      dailyGb: team.dailyScanAlarmGb ?? team.scanLimitGb * FULL_SCANS_PER_DAY,
      ...(consumer.alarmTopic === undefined ? {} : { topic: consumer.alarmTopic }),
    });
    new SavedQueries(this, "queries", {
      workgroup: this.workgroup.workgroup.name,
      queries: teamQueries(environment, consumer, team).map(queryText),
    });
  }

  private statements({ environment, consumer, team }: TeamWorkspaceProps, results: QueryResults): readonly Statement[] {
    const shared = [...new Set(this.grants.map(({ database }) => database))];
    return [
      ...queryStatements({
        environment,
        account: consumer,
        workgroup: teamWorkgroupName(environment, consumer, team),
        resultsBucket: results.bucketName,
        resultsKeyArn: results.keyArn,
        databases: [
          { owner: consumer, name: "default" },
          ...shared.map((database) => ({ owner: consumer, name: database })),
          ...shared.map((database) => ({ owner: environment.governance, name: database })),
        ],
      }),
      ...consoleStatements(environment, consumer),
    ];
  }

  private roleWith({ environment, consumer, team }: TeamWorkspaceProps, statements: readonly Statement[]) {
    const name = teamName(environment, consumer, team);
    return team.existingRole === undefined
      ? new ServiceRole(this, "role", {
          name,
          description: `People of ${team.name}`,
          trust: principalTrust(team.assumedBy),
          statements,
        })
      : new AdoptedRole(this, "role", { arn: team.existingRole, policyName: name, statements });
  }
}
