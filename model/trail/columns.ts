import type { CatalogColumn } from "../contract/lake-columns";

const struct = (...fields: readonly string[]): string => `struct<${fields.join(",")}>`;

const ISSUER = struct("type:string", "principalid:string", "arn:string", "accountid:string", "username:string");
const SESSION = struct(
  `attributes:${struct("mfaauthenticated:string", "creationdate:string")}`,
  `sessionissuer:${ISSUER}`,
  "ec2roledelivery:string",
  `webidfederationdata:${struct("federatedprovider:string", "attributes:map<string,string>")}`,
);
const IDENTITY = struct(
  "type:string",
  "principalid:string",
  "arn:string",
  "accountid:string",
  "invokedby:string",
  "accesskeyid:string",
  "username:string",
  `onbehalfof:${struct("userid:string", "identitystorearn:string")}`,
  `sessioncontext:${SESSION}`,
);

const column = (name: string, comment: string, type = "string"): CatalogColumn => ({ name, type, comment });

/**
 * Columns of CloudTrail's records as its input format reads them.
 * https://docs.aws.amazon.com/athena/latest/ug/create-cloudtrail-table-partition-projection.html
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export const TRAIL_COLUMNS: readonly CatalogColumn[] = [
  column("eventversion", "Version of the record's format"),
  column("useridentity", "Who called", IDENTITY),
  column("eventtime", "When, ISO 8601 in UTC"),
  column("eventsource", "Service, for example lakeformation.amazonaws.com"),
  column("eventname", "Call, for example GrantPermissions"),
  column("awsregion", "Region of the call"),
  column("sourceipaddress", "Where from; a service's name when it called itself"),
  column("useragent", "By which program"),
  column("errorcode", "Why it was refused; empty when it succeeded"),
  column("errormessage", "The same in words"),
  column("requestparameters", "What was asked for, JSON"),
  column("responseelements", "What changed, JSON"),
  column("additionaleventdata", "What else the service says, JSON"),
  column("requestid", "Request"),
  column("eventid", "Record"),
  column("readonly", "Whether the call could change nothing"),
  column("resources", "What it was about", `array<${struct("arn:string", "accountid:string", "type:string")}>`),
  column("eventtype", "Kind of call, for example AwsApiCall"),
  column("apiversion", "Version of the API"),
  column("recipientaccountid", "Account whose trail has the record"),
  column("serviceeventdetails", "What a service did by itself, JSON"),
  column("sharedeventid", "The same event in the trails of two accounts"),
  column("vpcendpointid", "VPC endpoint of the call"),
  column("eventcategory", "Management or Data"),
  column("tlsdetails", "TLS", struct("tlsversion:string", "ciphersuite:string", "clientprovidedhostheader:string")),
];
