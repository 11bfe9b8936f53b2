import { runCommand } from "../deployment/command";
import { testTerraform } from "../local/check/terraform";

void runCommand(testTerraform);
