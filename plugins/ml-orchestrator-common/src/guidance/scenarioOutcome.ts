import { recommend } from '../decision/recommend';
import type { Guidance, Scenario } from './types';

/** What a scenario expects, what the engine says, and whether they agree. */
export interface ScenarioOutcome {
  /** Scenario id. */
  scenario: string;
  expected: Scenario['expect'];
  actual: {
    /** Id of the recommended orchestrator; absent when the answers conflict. */
    orchestrator?: string;
    conflict: boolean;
    closeCall: boolean;
    margin?: number;
  };
  holds: boolean;
  /** How they differ, in a few English words that follow the scenario's name. */
  problem?: string;
}

/** Tries a scenario, the guidance's own test, on the engine. */
export function scenarioOutcome(
  guidance: Guidance,
  { id, answers, expect }: Scenario,
): ScenarioOutcome {
  const { winner, margin, closeCall } = recommend(guidance, answers);
  const actual = {
    ...(winner === undefined ? {} : { orchestrator: winner }),
    ...(margin === undefined ? {} : { margin }),
    conflict: winner === undefined,
    closeCall,
  };
  const problem = mismatch(expect, actual);
  return {
    scenario: id,
    expected: expect,
    actual,
    holds: problem === undefined,
    ...(problem ? { problem } : {}),
  };
}

function mismatch(
  expect: Scenario['expect'],
  actual: ScenarioOutcome['actual'],
): string | undefined {
  const outcome = actual.orchestrator
    ? `"${actual.orchestrator}"`
    : 'a conflict';
  const expected = expect.conflict ? 'a conflict' : `"${expect.orchestrator}"`;
  if (outcome !== expected) {
    return `expects ${expected}, but its answers give ${outcome}`;
  }
  if (expect.closeCall !== undefined && expect.closeCall !== actual.closeCall) {
    const margin = `the margin is ${actual.margin ?? 'none'}`;
    return expect.closeCall
      ? `expects a close call, but ${margin}`
      : `expects a clear win, but ${margin}`;
  }
  return undefined;
}
