import { blocks } from "../output/json";
import type { Block } from "../output/types";
import { at, type Control, type Judgement } from "./control";

/** A control that judges each AWS provider of each stack. */
export const eachProvider =
  (judge: (body: Block, document: Block) => Judgement): Control["check"] =>
  ({ stacks }) =>
    stacks.flatMap(({ id: stack, documents }) =>
      [...documents].flatMap(([file, document]) =>
        blocks(document["provider"]).flatMap((section) =>
          blocks(section["aws"]).map((body, index) => {
            const alias = typeof body["alias"] === "string" ? `.${body["alias"]}` : "";
            const pointer = `/provider/aws${Array.isArray(section["aws"]) ? `/${index}` : ""}`;
            return at({ stack, file, address: `provider.aws${alias}`, pointer }, judge(body, document));
          }),
        ),
      ),
    );
