import { add, type Planted, set } from "./edit";

const stack = "prod-lending-readiness-loans";
const FUNCTION = ["aws_lambda_function", "function"] as const;

export const FUNCTIONS: readonly Planted[] = [
  { control: "function-runtime", stack, edit: set(...FUNCTION, "runtime", "nodejs16.x"), found: FUNCTION },
  {
    control: "lambda-in-vpc",
    stack,
    edit: add("aws_lambda_function", "other", { runtime: "nodejs22.x" }),
    found: ["aws_lambda_function", "other"],
  },
  {
    control: "function-not-public",
    stack,
    edit: add("aws_lambda_permission", "anybody", { action: "lambda:InvokeFunction", principal: "s3.amazonaws.com" }),
    found: ["aws_lambda_permission", "anybody"],
  },
  {
    control: "secret-rotation",
    stack,
    edit: add("aws_secretsmanager_secret", "other", { name: "other" }),
    found: ["aws_secretsmanager_secret", "other"],
  },
  {
    control: "secret-not-in-state",
    stack: "prod-lending-credentials",
    edit: set("aws_secretsmanager_secret_version", "loans", "secret_string", "${random_password.it.result}"),
    found: ["aws_secretsmanager_secret_version", "loans"],
  },
];
