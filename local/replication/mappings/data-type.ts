import * as v from "valibot";

const digits = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * A data type as rules write it.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Reference.DataTypes.html
 */
export const dataType = v.strictObject({
  type: v.string(),
  length: v.exactOptional(digits),
  precision: v.exactOptional(digits),
  scale: v.exactOptional(digits),
});

export type RuleDataType = v.InferOutput<typeof dataType>;
