import { below } from "../keys";
import { problemAt } from "../problem";
import { environmentsOf } from "../walk";
import type { Check } from "./check";
import { repeated } from "./repeated";

/** What every resource is tagged with besides, and what single ones are. */
const OWN_TAGS = ["account", "environment", "stack", "Name", "team", "cost-centre"];

/** Tags that the platform writes by itself on every resource, so that a landscape's would not count. */
const REPLACED: ReadonlySet<string> = new Set(["account", "environment", "stack"]);

/** Tags of a resource. https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html */
const MOST_TAGS = 50 - OWN_TAGS.length;

/**
 * IAM compares keys of tags without case and refuses `Environment` beside `environment`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_rules_creating
 */
export const tagKeys: Check = (landscape) =>
  environmentsOf(landscape).flatMap(({ value, keys }) => {
    const here = below(keys, "tags");
    const written = Object.keys(value.tags ?? {});
    const entries = written.map((key) => ({ keys: below(here, key), text: key.toLowerCase(), key }));
    const again = new Set(repeated(entries).map((entry) => entry.keys));
    return [
      ...entries
        .filter((entry) => again.has(entry.keys))
        .map(({ keys: at, key }) =>
          problemAt(landscape, at, key, "remove it: another tag has this key but for case, and IAM takes one of them"),
        ),
      ...entries
        .filter(
          ({ text, key }) => REPLACED.has(key) || OWN_TAGS.some((own) => own.toLowerCase() === text && own !== key),
        )
        .map(({ keys: at, key, text }) =>
          problemAt(
            landscape,
            at,
            key,
            `write another key: the platform tags resources with \`${ownTag(text)}\` itself`,
          ),
        ),
      ...(written.length <= MOST_TAGS
        ? []
        : [
            problemAt(
              landscape,
              here,
              `${written.length} tags`,
              `write at most ${MOST_TAGS} tags: AWS takes 50, of which the platform writes ${OWN_TAGS.length}`,
            ),
          ]),
    ];
  });

const ownTag = (text: string): string => OWN_TAGS.find((own) => own.toLowerCase() === text) ?? text;
