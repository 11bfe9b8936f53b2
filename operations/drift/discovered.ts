import { GetTablesCommand, GlueClient, type Table } from "@aws-sdk/client-glue";
import type { FoundTable } from "../../model/drift/types";
import type { Environment, Source } from "../../model/landscape/types";
import { discoveredDatabase } from "../../model/names";
import { EXIT, Failure } from "../failure";

// The pinned SDK works with every Node.js that this project supports; its advice about later versions would only confuse.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";

/**
 * The crawler's tables of a source, read with whatever credentials and endpoint the environment names. Reads only.
 * @throws Failure when the catalog cannot be read
 */
export async function discoveredTables(environment: Environment, source: Source): Promise<readonly FoundTable[]> {
  const glue = new GlueClient({ region: environment.region });
  const DatabaseName = discoveredDatabase(source);
  const found: Table[] = [];
  let NextToken: string | undefined;
  try {
    do {
      const page = await glue.send(
        new GetTablesCommand({ CatalogId: environment.governance.id, DatabaseName, ...(NextToken && { NextToken }) }),
      );
      found.push(...(page.TableList ?? []));
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
  } catch (error) {
    const cause = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    throw new Failure(
      `Cannot read database ${DatabaseName} of account ${environment.governance.id} in ${environment.region}.\n${cause}\nUse credentials of a role of that account that may read its tables: docs/drift.md.`,
      EXIT.unusable,
    );
  } finally {
    glue.destroy();
  }
  return found.map(asFound);
}

const asFound = ({ Name, StorageDescriptor }: Table): FoundTable => ({
  name: Name ?? "",
  location: StorageDescriptor?.Location ?? "",
  columns: (StorageDescriptor?.Columns ?? []).map(({ Name: name = "", Type: type = "" }) => ({ name, type })),
});
