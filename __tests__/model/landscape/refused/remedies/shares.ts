import { all, type Remedies, removed, set, share, without } from "./remedy";

const BOTH = { loan: ["amount"], payment: ["amount"] };

export const SHARE_REMEDIES: Remedies = {
  "a domain that nobody has": [set({ domain: "loans" })],
  "a domain that matches nothing": [set({ upTo: "internal" }), removed()],
  "a table that the domain does not have": [set({ tables: ["loan"] })],
  "a table twice": [set({ tables: ["loan"] })],
  "no table at all": [set({ tables: ["payment"] }), without("tables")],
  "a table of which nothing would be opened": [removed(), set({ upTo: "internal" })],
  "a restricted share whose owner has not said what it opens": [set({ covers: BOTH })],
  "a table that the purpose does not name": [set({ covers: BOTH }), set({ tables: ["loan"] })],
  "a table that is named but not opened": [set({ covers: BOTH })],
  "a column whose classification is raised while the share still opens it": [
    set({ covers: { ...BOTH, loan: ["amount", "loan_id"] } }),
    all(set({ upTo: "internal" }), without("covers")),
  ],
  "a column whose classification is raised out of the share's reach": [
    set({ covers: { ...BOTH, loan: [] } }),
    set({ upTo: "restricted" }),
  ],
  "a new column above internal": [
    set({ covers: { ...BOTH, loan: ["amount", "margin"] } }),
    all(set({ upTo: "internal" }), without("covers")),
  ],
  "an expired share": [removed(), set({ until: "2027-06-30" })],
  "a last day that does not exist": [set({ until: "2027-06-30" })],
  "a last day in another form": [set({ until: "2027-06-30" })],
  "no purpose": [set({ purpose: "Forecasts of defaults" })],
  "an owner whom nobody can ask": [set({ owner: "risk@bank.example" })],
  "a layer that the lake does not have": [
    set({ layer: "raw", upTo: "restricted", until: "2027-06-30", covers: BOTH }),
    set({ layer: "curated" }),
  ],
  "a raw share that claims to hide columns": [set({ upTo: "restricted", covers: BOTH }), without("layer")],
  "a raw share for ever": [set({ until: "2027-06-30", covers: BOTH }), all(without("layer"), set({ covers: BOTH }))],
  "a raw share with a row rule": [
    all(without("rows"), set({ covers: BOTH })),
    all(without("layer"), set({ covers: BOTH })),
  ],
  "a domain twice": [removed(), removed(2)],
  "a table of two shares": [share((_, { team }) => Object.assign(team.shares[2] ?? {}, { tables: ["payment"] }))],
  "a table beside its whole domain": [removed(2)],
};
