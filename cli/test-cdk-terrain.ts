import { runCommand } from "../deployment/command";
import { testCdkTerrain } from "../local/check/cdk-terrain";

void runCommand(testCdkTerrain);
