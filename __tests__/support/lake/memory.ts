/** What an account remembers of its merges: locks and watermarks in DynamoDB, metrics in CloudWatch. */
import { ServiceError } from "../../../local/engine/service-error";
import { type Operations, Refusal } from "../aws/json-services";
import type { Block } from "../json";
import type { ItemStore } from "../merge/item-store";

/** The store's errors as DynamoDB answers them. */
const refusing =
  (call: (input: Block) => Block) =>
  (input: Block): Block => {
    try {
      return call(input);
    } catch (error) {
      if (error instanceof ServiceError) throw new Refusal(error.name.replace("DynamoDB.", ""));
      throw error;
    }
  };

export const locks = (items: ItemStore): Operations => ({
  "DynamoDB.UpdateItem": refusing((input) => items.update(input)),
  "DynamoDB.GetItem": refusing((input) => items.get(input)),
});

export const metrics = (kept: Block[]): Operations => ({
  "GraniteServiceVersion20100801.PutMetricData": (input) => {
    kept.push(input);
    return {};
  },
});
