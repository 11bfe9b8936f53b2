/** Rooms, and whom each may import: README.md draws the same map. */
const ROOMS = {
  main: { path: "^main\\.ts$", may: ["accounts", "model", "stacks", "synth"] },
  accounts: { path: "^accounts/", may: ["accounts", "model"] },
  model: { path: "^model/", may: ["model"] },
  modules: { path: "^modules/", may: ["modules", "model"] },
  stacks: { path: "^stacks/", may: ["stacks", "modules", "model"] },
  synth: { path: "^synth/", may: ["synth", "model"] },
  audit: { path: "^audit/", may: ["audit"] },
  operations: { path: "^operations/", may: ["operations", "accounts", "audit", "model", "synth"] },
  examples: { path: "^examples/", may: ["examples", "local", "model"] },
  local: { path: "^local/", may: ["local", "examples", "audit", "model", "operations"] },
  cli: { path: "^cli/", may: ["cli", "accounts", "audit", "local", "model", "operations", "stacks", "synth"] },
  bench: { path: "^bench/", may: ["audit", "bench", "examples", "local", "model", "operations", "stacks", "synth"] },
};

const OURS = "^(main\\.ts$|(accounts|model|modules|stacks|synth|audit|operations|examples|local|cli|bench)/)";

/** Composition, the report on a landscape of wrong types, the place where commands get theirs, tests of any landscape. */
const READERS_OF_ACCOUNTS = [
  "main\\.ts$",
  "accounts/",
  "cli/report-landscape\\.ts$",
  "operations/landscape\\.ts$",
  "__tests__/accounts/",
];

/** What `npm pack` takes: commands of an operator and an auditor, and what they need. */
const SHIPPED = "^(main\\.ts$|(accounts|audit|model|modules|operations|stacks|synth)/|cli/(?!demo\\.|test-))";

const rooms = Object.entries(ROOMS).map(([name, { path, may }]) => ({
  name: `room-${name}`,
  comment: `${name} imports from ${may.join(", ")} only`,
  severity: "error",
  from: { path },
  to: { path: OURS, pathNot: may.map((room) => ROOMS[room].path) },
}));

module.exports = {
  forbidden: [
    ...rooms,
    {
      name: "accounts-belong-to-the-bank",
      comment: "accounts/ may become another bank's: only what holds for any landscape may read it",
      severity: "error",
      from: { pathNot: `^(?:${READERS_OF_ACCOUNTS.join("|")})` },
      to: { path: "^accounts/" },
    },
    {
      name: "examples-know-systems-alone",
      comment:
        "examples/ commits what local/source-systems/ declares, by chance, and knows nothing of what becomes of it",
      severity: "error",
      from: { path: "^examples/" },
      to: { path: "^local/", pathNot: "^local/(source-systems/|chance\\.ts$)" },
    },
    {
      name: "local-knows-no-example",
      comment: "what plays a landscape does not depend on which one: only who chooses the rows knows the sample bank",
      severity: "error",
      from: { path: "^local/", pathNot: "^local/rows/bank-order\\.ts$" },
      to: { path: "^examples/" },
    },
    {
      name: "no-cycles",
      comment: "files that import each other cannot be read, tested or moved alone",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "model-is-pure",
      comment: "model/ and audit/ are plain TypeScript: no CDKTF, so that every function takes and gives plain values",
      severity: "error",
      from: { path: "^(model|audit|accounts)/" },
      to: { path: "^node_modules/(cdktf|constructs|@cdktf)/" },
    },
    {
      name: "no-provider-index",
      comment: "import @cdktf/provider-aws/lib/<resource>: the index costs 9 times the start time, 7 times the memory",
      severity: "error",
      from: {},
      to: { path: "^node_modules/@cdktf/provider-[a-z]+/lib/index\\." },
    },
    {
      name: "no-development-packages",
      comment: "what is shipped runs after `npm ci --omit=dev`",
      severity: "error",
      from: { path: SHIPPED },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "shipped-alone",
      comment: "what is shipped comes without the proof on one machine: see `files` in package.json",
      severity: "error",
      from: { path: SHIPPED },
      to: { path: "^(local|examples|bench)/" },
    },
    {
      name: "resolvable",
      comment: "an import that leads nowhere",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "(?:^|/)node_modules/" },
    parser: "swc",
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".js", ".json"],
      conditionNames: ["require", "node", "default"],
      exportsFields: ["exports"],
    },
  },
};
