export const DEPLOY_HELP = `npm run deploy -- <command> [stack globs] [options]

  waves     prints which stacks come before which
  plan      plans stacks, shows the plans and keeps them
  apply     plans each stack as soon as what it needs is deployed, shows the plan, asks, applies that very plan
  destroy   the same in reverse order; what holds data takes two keys

Which stacks: all of one environment, narrowed by
  'prod-lending-*' ...   globs of stack ids, as cdktf deploy takes them; quote them
  --env NAME             environment (default: the first of the landscape)
  --account NAME         one account; may be repeated
  --since REVISION       stacks whose generated JSON differs from that git revision's

How
  --auto-approve         apply or destroy without asking; without a terminal there is nobody to ask
  --plans RUN            apply the plans that \`plan\` kept in that run, and no others, without asking again
  --resume               go on with the last run: what it has done and what is generated as then is not done again
  --fail-fast            begin nothing more once a stack has failed (default: what does not need it goes on)
  --parallelism N        stacks at a time (default: 3 per processor, at most 6; each needs half a gigabyte)
  --lock-timeout TIME    how long to wait for a state's lock (default: 20s)
  --detailed-exitcode    plan: 0 nothing to change, 1 anything wrong, 2 something to change
  --read-only            plan: by each account's plan role, which can only look
  --destroy-stateful ENV destroy: the second key, the environment's name; docs/day-two.md says what the first one is
  --keep-stateful        destroy: pass over stacks that hold data, and over what those need
  --format FORMAT        waves: text, json or mermaid
  --skip-synth           use the output folder as it is
  --output DIR           output folder (default: cdktf.out); local states lie beside it
  --mirror DIR           take Terraform providers from this filesystem mirror; may be repeated
  --records DIR          where runs are kept (default: .local/deploy)
  -h, --help             print this

Credentials are yours, from AWS_PROFILE or wherever the AWS SDKs look; each stack's provider assumes its account's deploy
role. Every run has a folder with a journal and, per stack, the plan and all output of Terraform. Plans can hold secrets.

Ctrl-C lets Terraform finish what it has begun. Whatever is killed, run the same command again, or add --resume.

Exit status
  0    done
  1    a stack failed
  2    wrong usage or something missing; with --detailed-exitcode: something to change
  3    incomplete: a plan was not approved, or a stack waits for one that is not deployed
  130  stopped by Ctrl-C or a signal`;
