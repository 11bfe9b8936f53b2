import {
  type DataLakePrincipal,
  GetDataLakeSettingsCommand,
  type PrincipalPermissions,
  paginateListResources,
} from "@aws-sdk/client-lakeformation";
import type { LocationFact, SettingsFact } from "../facts/types";
import { liveCause } from "./cause";
import type { LiveAccount } from "./clients";

const ids = (principals: readonly DataLakePrincipal[] = []): readonly string[] =>
  principals.flatMap(({ DataLakePrincipalIdentifier: id }) => id ?? []);

const defaults = (permissions: readonly PrincipalPermissions[] = []): readonly string[] =>
  permissions.flatMap(({ Principal, Permissions }) =>
    (Permissions ?? []).length === 0 ? [] : (Principal?.DataLakePrincipalIdentifier ?? []),
  );

export async function liveSettings({ id, lakeFormation }: LiveAccount): Promise<SettingsFact> {
  const { DataLakeSettings: settings } = await lakeFormation.send(new GetDataLakeSettingsCommand({}));
  return {
    account: id,
    administrators: ids(settings?.DataLakeAdmins),
    readOnlyAdministrators: ids(settings?.ReadOnlyAdmins),
    databaseDefaults: defaults(settings?.CreateDatabaseDefaultPermissions),
    tableDefaults: defaults(settings?.CreateTableDefaultPermissions),
    cause: liveCause(id, "lakeformation:GetDataLakeSettings", "sets administrators and default permissions"),
  };
}

export async function liveLocations({ id, lakeFormation }: LiveAccount): Promise<readonly LocationFact[]> {
  const locations: LocationFact[] = [];
  for await (const page of paginateListResources({ client: lakeFormation }, {})) {
    for (const { ResourceArn: arn, RoleArn: role, HybridAccessEnabled: hybrid } of page.ResourceInfoList ?? []) {
      if (arn === undefined) continue;
      locations.push({
        account: id,
        arn,
        ...(role === undefined ? {} : { role }),
        hybrid: hybrid === true,
        cause: liveCause(id, "lakeformation:ListResources", `governs ${arn}`),
      });
    }
  }
  return locations;
}
