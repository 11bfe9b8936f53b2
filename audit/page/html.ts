import type { PageData } from "./data";
import { allowance, script, style } from "./inline";
import { packed } from "./pack";

/** JSON that cannot end the element it stands in. */
const embedded = (data: PageData): string => JSON.stringify(packed(data)).replaceAll("<", "\\u003c");

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/**
 * The page: one file that loads nothing. Its policy forbids every connection, and every script and style but its own two.
 * The same data give the same bytes.
 */
export function page(data: PageData): string {
  const [code, css] = [script(), style()];
  const policy = `default-src 'none'; script-src ${allowance(code)}; style-src ${allowance(css)}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(data.title)}</title>
<style>${css}</style>
</head>
<body>
<noscript><p>This page needs JavaScript of its own, and nothing from the network. "lake-audit report" writes the same as Markdown, "lake-audit matrix --format csv" as a table.</p></noscript>
<script type="application/json" id="data">${embedded(data)}</script>
<script>${code}</script>
</body>
</html>
`;
}
