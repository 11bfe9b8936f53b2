#!/usr/bin/env node
import { runCommand } from "../operations/command";
import { reconciliation } from "../operations/reconciliation";

void runCommand(reconciliation);
