import { Construct } from "constructs";
import { linkedDatabases } from "../../model/access/shares";
import { firstName } from "../../model/first-name";
import type { ConsumerAccount, Environment } from "../../model/landscape/types";
import { DatabaseLink } from "../../modules/access/database-link";
import { DefaultDatabase } from "../../modules/access/default-database";
import { GrantChain } from "../../modules/access/grant-chain";
import { LakeSettings } from "../../modules/access/lake-settings";
import { TeamGrants } from "../../modules/access/team-grants";
import { TeamWorkspace } from "../../modules/analytics/team-workspace";
import { LandingStack } from "../landing-stack";

/** A consumer account: links to what is shared with it, and each team's role, grants and workgroup. */
export class AnalyticsStack extends LandingStack {
  constructor(scope: Construct, environment: Environment, consumer: ConsumerAccount) {
    super(scope, { environment, account: consumer, concern: "analytics" });
    const { governance } = environment;
    const { settings } = new LakeSettings(this, "lake-formation", {
      account: consumer,
      trustedOwners: [governance.id],
    });
    const links = new Construct(this, "links");
    const linked = linkedDatabases(environment, consumer).map(
      (database) => new DatabaseLink(links, database, { database, owner: governance, after: settings }).link,
    );
    const standard = new DefaultDatabase(this, "default", { after: settings });
    const chain = new GrantChain(this, "grants", [...linked, standard.database]);
    for (const team of consumer.teams) {
      const id = firstName(team);
      const place = new Construct(this, id);
      const workspace = new TeamWorkspace(place, "workspace", { environment, consumer, team });
      standard.describe(chain, id, workspace.role.arn);
      new TeamGrants(place, "grants", {
        roleArn: workspace.role.arn,
        owner: governance,
        grants: workspace.grants,
        chain,
        team: id,
      });
    }
  }
}
