import { bucketPaths } from "../direct/bucket-paths";
import { allIdentities } from "../direct/identities";
import { keyPaths } from "../direct/key-paths";
import { Resources } from "../direct/resources";
import { bucketOf } from "../facts/describe";
import { readFacts } from "../facts/read";
import type { Facts } from "../facts/types";
import { groupBy } from "../group";
import { lakeFormation } from "../lake-formation";
import { resolverOf } from "../output/resolve";
import type { Output, Resolver } from "../output/types";
import { accessFindings } from "./findings";
import { principalsOf } from "./principals";
import { tablesAt, toLakeTable } from "./tables";
import { type AccessMatrix, MATRIX_SCHEMA } from "./types";
import { notEvaluated } from "./unknown";

/** Computes who may do what with the data of the lake, from the JSON of all stacks. */
export function accessMatrix(output: Output, resolver: Resolver = resolverOf(output)): AccessMatrix {
  return { ...matrixOf(readFacts(resolver)), notEvaluated: notEvaluated(output) };
}

/** The matrix of facts, wherever they were read. */
export function matrixOf(facts: Facts): AccessMatrix {
  const lake = lakeFormation(facts);
  const resources = new Resources(facts);
  const identities = allIdentities(facts);
  const lying = tablesAt(lake.catalog);
  const buckets = bucketPaths(facts, identities, resources).map((path) => ({
    ...path,
    tables: lying(path.bucket, path.objects),
  }));
  const keys = keyPaths(facts, identities, resources);
  const granted = new Set(lake.cells.map(({ catalog, database, table }) => [catalog, database, table].join("\n")));
  return {
    schema: MATRIX_SCHEMA,
    principals: principalsOf({ ...facts, identities: [...identities.values()] }, [...lake.cells, ...buckets, ...keys]),
    tables: lake.catalog.tables.flatMap((place) => {
      const isGranted = granted.has([place.catalog, place.database, place.table].join("\n"));
      return place.columns.length > 0 || isGranted ? [toLakeTable(place)] : [];
    }),
    links: facts.links,
    cells: lake.cells,
    buckets,
    keys,
    findings: accessFindings({ facts, lake, buckets, keys, identities }),
    undecided: [...lake.undecided, ...openRoles(facts)],
    notEvaluated: [],
  };
}

/** Nobody can say from the JSON which roles made elsewhere hold rights on a bucket by their account's IAM alone. */
function openRoles({ buckets, locations }: Facts): AccessMatrix["undecided"] {
  const places = new Set(locations.map(({ arn }) => bucketOf(arn)));
  const byAccount = groupBy(
    buckets.filter(({ name }) => places.has(name)),
    ({ account }) => account,
  );
  return [...byAccount].map(([account, of]) => ({
    sentence: `Which other roles and users of ${account} may read its buckets of the lake (${of.length}) by IAM policies`,
    reason: "they are made outside of these stacks; audit verify asks the account",
    causes: of.map(({ cause }) => cause),
  }));
}
