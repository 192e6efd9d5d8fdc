import { orchestratorTitle } from 'backstage-plugin-ml-orchestrator-common';
import type {
  Guidance,
  Scenario,
  ScenarioOutcome,
} from 'backstage-plugin-ml-orchestrator-common';
import type { Translate } from '../translation';

function titleOf(t: Translate, guidance: Guidance, id?: string): string {
  const known = guidance.orchestrators.find(o => o.id === id);
  return known
    ? known.shortTitle ?? known.title
    : id ?? t('owners.scenarios.conflict');
}

/** What a scenario expects, in words. */
export function scenarioExpected(
  t: Translate,
  guidance: Guidance,
  { expected }: ScenarioOutcome,
): string {
  const what = titleOf(t, guidance, expected.orchestrator);
  if (expected.closeCall === undefined) {
    return what;
  }
  return t(`owners.scenarios.${expected.closeCall ? 'closeCall' : 'clear'}`, {
    what,
  });
}

/** What the engine says about a scenario, in words. */
export function scenarioActual(
  t: Translate,
  guidance: Guidance,
  { actual }: ScenarioOutcome,
): string {
  const title = titleOf(t, guidance, actual.orchestrator);
  const what = actual.closeCall
    ? t('owners.scenarios.closeCall', { what: title })
    : title;
  return actual.margin === undefined
    ? what
    : t('owners.scenarios.margin', { what, margin: String(actual.margin) });
}

/** What comes out of a scenario, and why. The linter holds every scenario to what it expects. */
export function scenarioResult(
  t: Translate,
  guidance: Guidance,
  { expect, reasoning }: Scenario,
): string {
  return expect.orchestrator
    ? t('decide.scenario.outcome', {
        title: orchestratorTitle(guidance, expect.orchestrator),
        reasoning,
      })
    : t('decide.scenario.conflict', { reasoning });
}
