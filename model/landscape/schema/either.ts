import * as v from "valibot";
import { isObject } from "../keys";

/**
 * One of two shapes. Whoever writes it gets the messages of the shape that is meant, where a plain union would only say
 * that nothing fits.
 * @param remedy what to write when it is missing
 */
function choice<First extends v.GenericSchema, Second extends v.GenericSchema>(
  remedy: string,
  meansFirst: (input: Readonly<Record<string, unknown>>) => boolean,
  first: First,
  second: Second,
): v.GenericSchema<unknown, v.InferOutput<First> | v.InferOutput<Second>> {
  const schema = v.lazy((input) => (isObject(input) && meansFirst(input) ? first : second));
  return Object.assign(schema, { message: remedy });
}

/** Two shapes told apart by a property that only the first one has. */
export const either = <First extends v.GenericSchema, Second extends v.GenericSchema>(
  remedy: string,
  property: string,
  withIt: First,
  withoutIt: Second,
) => choice(remedy, (input) => property in input, withIt, withoutIt);

/** Two shapes told apart by the value of a property. */
export const whichever = <First extends v.GenericSchema, Second extends v.GenericSchema>(
  remedy: string,
  property: string,
  value: string,
  equal: First,
  other: Second,
) => choice(remedy, (input) => input[property] === value, equal, other);
