import { runCommand } from "../local/command";
import { demo } from "../local/demo";

void runCommand(demo);
