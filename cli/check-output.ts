#!/usr/bin/env node
import { runCommand } from "../operations/command";
import { checkOutput } from "../operations/output/command";

void runCommand(checkOutput);
