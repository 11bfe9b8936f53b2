import { runCommand } from "../deployment/command";
import { demo } from "../local/demo";

void runCommand(demo);
