import { isBlock } from "../../audit/output/json";
import { statesOf } from "../engine/interpreter";
import type { MergeMachine } from "../lake";

/** DynamoDB tables that a state machine reads or writes, as its definition names them. */
export const stateTables = ({ definition }: MergeMachine): readonly string[] => [
  ...new Set(
    statesOf(definition).flatMap(([, { Parameters }]) => {
      const name = isBlock(Parameters) ? Parameters["TableName"] : undefined;
      return typeof name === "string" ? [name] : [];
    }),
  ),
];
