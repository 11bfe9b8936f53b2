import { runCommand } from "../deployment/command";
import { reconciliation } from "../local/reconciliation";

void runCommand(reconciliation);
