import { at, type Control } from "../check/control";
import { fail, PASS, undecided } from "../check/judge";
import { cis, fsbp } from "../check/references";
import type { World } from "../check/world";
import { blocks, texts } from "../output/json";
import type { Block, Resource } from "../output/types";

const field = (selector: Block, name: string): Block | undefined =>
  blocks(selector["field_selector"]).find((each) => each["field"] === name);

/** Beginnings of ARNs whose object events a trail records, reads and writes both; `arn:aws:s3` means all. */
function recorded({ body }: Resource): readonly string[] {
  return [
    ...blocks(body["advanced_event_selector"]).flatMap((selector) => {
      if (!texts(field(selector, "resources.type")?.["equals"]).includes("AWS::S3::Object")) return [];
      if (field(selector, "readOnly") !== undefined || field(selector, "eventName") !== undefined) return [];
      const arns = field(selector, "resources.ARN");
      return arns === undefined ? ["arn:aws:s3"] : [...texts(arns["starts_with"]), ...texts(arns["equals"])];
    }),
    ...blocks(body["event_selector"])
      .filter((selector) => (selector["read_write_type"] ?? "All") === "All")
      .flatMap((selector) => blocks(selector["data_resource"]))
      .filter((data) => data["type"] === "AWS::S3::Object")
      .flatMap((data) => texts(data["values"])),
  ];
}

/** Buckets that Lake Formation hands out. */
const lakeBuckets = (world: World): readonly (readonly [Resource, string])[] =>
  world.of("aws_lakeformation_resource").map((location) => [location, String(location.body["arn"])] as const);

export const trailDataEvents: Control = {
  id: "trail-data-events",
  sentence: "A trail of the account records every read and write of objects in the lake's locations.",
  reason: "Management events do not say who read which object.",
  remedy: "add a selector of AWS::S3::Object whose resources.ARN starts with the bucket's ARN, without readOnly",
  severity: "high",
  references: [...fsbp("S3.22", "S3.23"), ...cis("3.8", "3.9")],
  check: (world) => {
    const trails = world.of("aws_cloudtrail").map((trail) => ({ account: trail.account, beginnings: recorded(trail) }));
    return lakeBuckets(world).map(([location, arn]) => {
      const bucket = world.target(location, arn)?.body["bucket"];
      const named = typeof bucket === "string" ? `arn:aws:s3:::${bucket}` : arn;
      if (named.includes("${")) return at(location, undecided(`the location is ${named}`));
      const is = trails.some(
        ({ account, beginnings }) =>
          account === location.account && beginnings.some((beginning) => `${named}/`.startsWith(beginning)),
      );
      return at(location, is ? PASS : fail(`no trail records data events of ${named}`));
    });
  },
};
