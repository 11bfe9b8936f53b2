/** The shape of a landscape. What the shape cannot say is in `checks/`. */
import type * as v from "valibot";
import { environment } from "./schema/environment";
import { strict } from "./schema/strict";
import { list } from "./schema/values";
import type { Landscape } from "./types";

export const landscapeSchema = strict("write a landscape: `{ environments: [...] }`", {
  environments: list("write the list of environments", environment),
}) satisfies v.GenericSchema<unknown, Landscape>;

/** Ways to all values inside a type, optional properties marked: `/environments/producers/deployRole?` among others. */
type Paths<T> = T extends string | number | boolean
  ? ""
  : T extends readonly (infer Item)[]
    ? Paths<Item>
    : {
        [Key in keyof T & string]-?: `/${Key}${{} extends Pick<T, Key> ? "?" : ""}${Paths<Exclude<T[Key], undefined>>}`;
      }[keyof T & string];
type Same<Left, Right> = [Left] extends [Right] ? ([Right] extends [Left] ? true : false) : false;

/**
 * The compiler's proof that schema and types have the same properties: one that is added to only one of them, or is optional
 * in only one of them, makes this line fail. Unions of texts are compared because objects may miss optional properties.
 */
true satisfies Same<Paths<v.InferOutput<typeof landscapeSchema>>, Paths<Landscape>>;
