/** What each team gets of the lake, worked out from what live accounts report. */
export { sameQuestionTable, savedQueryTable } from "./answer-table";
export { checkDenied, type DeniedCheck, untried } from "./check-denied";
export { checkReaders } from "./check-readers";
export { deniedQuestions } from "./denied-questions";
export { deployedQueries } from "./deployed-queries";
export { type ReadingRole, readingRoles, teamRoles } from "./roles";
export { runSavedQueries, type SavedQueryRun, type SavedQueryRuns, unasked } from "./run-saved-queries";
export { askSameQuestion, type SameQuestion } from "./same-question";
export { type SavedQuery, savedQueries } from "./saved-queries";
export { type Answer, type Question, TeamView } from "./team-view";
