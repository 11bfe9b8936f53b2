import { type GlueClient, type Crawler as GlueCrawler, paginateGetCrawlers } from "@aws-sdk/client-glue";
import * as v from "valibot";
import { placeOf } from "../catalog/place";
import { LakeError } from "../error";
import type { Crawler } from "./types";

/** https://docs.aws.amazon.com/glue/latest/dg/crawler-configuration.html */
const Configuration = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    Grouping: v.object({
      TableGroupingPolicy: v.literal("CombineCompatibleSchemas"),
      TableLevelConfiguration: v.pipe(v.number(), v.integer(), v.minValue(2)),
    }),
  }),
);

/**
 * Crawlers of an account.
 * @throws LakeError when one has other targets than folders, or groups files by what is in them
 */
export async function readCrawlers(glue: GlueClient): Promise<readonly Crawler[]> {
  const crawlers: Crawler[] = [];
  for await (const page of paginateGetCrawlers({ client: glue }, {})) {
    for (const crawler of page.Crawlers ?? []) crawlers.push(toCrawler(crawler));
  }
  return crawlers;
}

function toCrawler(crawler: GlueCrawler): Crawler {
  const { Name: name = "", DatabaseName: database = "", TablePrefix: prefix = "", Targets = {} } = crawler;
  const { S3Targets: folders = [], ...others } = Targets;
  const other = Object.entries(others).find(([, list]) => Array.isArray(list) && list.length > 0);
  if (other !== undefined) throw new LakeError(`crawler ${name}: ${other[0]} are not imitated, only S3Targets`);
  const configuration = v.safeParse(Configuration, crawler.Configuration);
  if (!configuration.success) {
    throw new LakeError(
      `crawler ${name}: its Configuration is ${crawler.Configuration ?? "missing"}; imitated is Grouping with TableGroupingPolicy CombineCompatibleSchemas and a TableLevelConfiguration`,
    );
  }
  return {
    name,
    database,
    prefix,
    level: configuration.output.Grouping.TableLevelConfiguration,
    targets: folders.map(({ Path = "", Exclusions: exclusions = [] }) => {
      const { bucket, prefix: folder } = placeOf(Path, `crawler ${name}`);
      return { bucket, folder, exclusions };
    }),
  };
}
