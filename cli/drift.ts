#!/usr/bin/env node
import { runCommand } from "../operations/command";
import { drift } from "../operations/drift/main";

void runCommand(drift);
