import { GetNamedQueryCommand } from "@aws-sdk/client-athena";
import { PutMetricDataCommand, type PutMetricDataCommandInput } from "@aws-sdk/client-cloudwatch";
import {
  GetItemCommand,
  type GetItemCommandInput,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from "@aws-sdk/client-dynamodb";
import type { Block } from "../../../audit/output/types";
import { block, text } from "../../engine/block";
import type { Services } from "../../engine/interpreter";
import { ServiceError } from "../../engine/service-error";
import type { RoleClients } from "../clients";
import { LakeError } from "../error";

/** A request as the definition has it: the service itself refuses what is none. */
const request = <T>(parameters: Block, isRequest: (value: Block) => value is Block & T): T => {
  if (!isRequest(parameters))
    throw new LakeError(`a call of the state machine lacks parameters: ${JSON.stringify(parameters)}`);
  return parameters;
};

const isUpdate = (value: Block): value is Block & UpdateItemCommandInput => "TableName" in value && "Key" in value;
const isGet = (value: Block): value is Block & GetItemCommandInput => "TableName" in value && "Key" in value;
const isMetric = (value: Block): value is Block & PutMetricDataCommandInput => "Namespace" in value;

/**
 * An answer as Step Functions sees it, without the SDK's metadata; errors have the names that it gives them.
 * https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html (exceptions)
 */
async function asked(service: string, sent: Promise<object>): Promise<Block> {
  try {
    const { $metadata: _, ...answer } = { $metadata: undefined, ...(await sent) };
    const plain: unknown = JSON.parse(JSON.stringify(answer));
    return block(plain);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // What is no answer of the service happened on the way to it.
    throw new ServiceError(`${service}.${"$fault" in error ? error.name : "SdkClientException"}`, error.message);
  }
}

/** The services that a state machine calls in the account, as its role. */
export const roleServices = ({ athena, cloudWatch, dynamoDb }: RoleClients): Services => ({
  "athena:getNamedQuery": ({ NamedQueryId: id }) =>
    asked("Athena", athena.send(new GetNamedQueryCommand({ NamedQueryId: text(id) }))),
  "cloudwatch:putMetricData": (parameters) =>
    asked("CloudWatch", cloudWatch.send(new PutMetricDataCommand(request(parameters, isMetric)))),
  "dynamodb:getItem": (parameters) => asked("DynamoDB", dynamoDb.send(new GetItemCommand(request(parameters, isGet)))),
  "dynamodb:updateItem": (parameters) =>
    asked("DynamoDB", dynamoDb.send(new UpdateItemCommand(request(parameters, isUpdate)))),
});
