import * as v from "valibot";
import { whichever } from "./either";
import { strict } from "./strict";
import { text, whole } from "./values";

const place = {
  host: text(
    /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/,
    "write the DNS name of the database, for example `core.db.bank.example`: its certificate is verified by this name",
  ),
  port: whole(1, 65_535, "the database's port"),
  cidr: text(
    /^\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2}$/,
    "write the IPv4 block of the database's addresses, for example `10.1.2.0/28`",
  ),
  secretArn: text(
    /^arn:aws:secretsmanager:[a-z0-9-]+:\d{12}:secret:\S+$/,
    "write the ARN of the secret with `host`, `port`, `username` and `password` of the replication user",
  ),
  secretKeyArn: v.exactOptional(
    text(/^arn:aws:kms:[a-z0-9-]+:\d{12}:key\/\S+$/, "write the ARN of the key that encrypts the secret"),
  ),
};

const certificates = text(
  /^\s*(?:-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*)+$/,
  "write the PEM text of the authority that signed the server's certificate: `-----BEGIN CERTIFICATE-----` ...",
);

const bank = strict('write the database: `{ operatedBy: "bank", host, port, cidr, secretArn, certificates }`', {
  operatedBy: v.literal("bank", 'write `"aws"` or `"bank"`'),
  ...place,
  certificates,
});

const aws = strict('write the database: `{ operatedBy: "aws", host, port, cidr, secretArn }`', {
  operatedBy: v.literal("aws", 'write `"aws"` or `"bank"`'),
  ...place,
});

/** A database that exists already. */
export const existing = whichever(
  'write the database: `{ operatedBy: "aws", host, port, cidr, secretArn }`',
  "operatedBy",
  "bank",
  bank,
  aws,
);
