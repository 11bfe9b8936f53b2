import { X509Certificate } from "node:crypto";
import { rdsRootCertificates } from "../../../model/replication/certificates";

const certificates = (region: string): readonly X509Certificate[] =>
  (rdsRootCertificates(region).match(/-----BEGIN[^]*?END CERTIFICATE-----/g) ?? []).map(
    (pem) => new X509Certificate(pem),
  );

describe("root certificates of a Region", () => {
  it.each(["eu-central-1", "eu-central-2", "eu-west-1", "us-east-1", "ap-southeast-2"])(
    "are %s's own roots, one for each kind of key, and end in decades",
    (region) => {
      const roots = certificates(region);
      expect(roots.map(({ subject }) => /CN=(.*)/.exec(subject)?.[1] ?? "").toSorted()).toEqual([
        `Amazon RDS ${region} Root CA ECC384 G1`,
        `Amazon RDS ${region} Root CA RSA2048 G1`,
        `Amazon RDS ${region} Root CA RSA4096 G1`,
      ]);
      for (const root of roots) {
        expect(root.ca).toBe(true);
        expect(new Date(root.validTo).getFullYear()).toBeGreaterThan(2050);
      }
    },
  );

  it("are one PEM text, the same at every call", () => {
    expect(rdsRootCertificates("eu-central-1")).toMatch(
      /^-----BEGIN CERTIFICATE-----\n[^]*\n-----END CERTIFICATE-----\n$/,
    );
    expect(rdsRootCertificates("eu-central-1")).toBe(rdsRootCertificates("eu-central-1"));
  });

  it.each(["eu-central-9", "eu-central", ""])("are missing for '%s', and that is said", (region) => {
    expect(() => rdsRootCertificates(region)).toThrow(`no Amazon RDS root certificate is known for region ${region}`);
  });
});
