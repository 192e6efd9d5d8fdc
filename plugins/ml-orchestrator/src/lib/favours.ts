import { EFFECT_WEIGHTS } from 'backstage-plugin-ml-orchestrator-common';
import type { Guidance, Option } from 'backstage-plugin-ml-orchestrator-common';
import type { Translate } from '../translation';
import { orchestratorShortTitle } from './words';

/**
 * What choosing an option means, in a few words: whom it speaks for most, or else
 * whom it speaks against; nothing if it says nothing.
 */
export function optionHint(
  t: Translate,
  guidance: Guidance,
  option: Option,
): string {
  const ids = guidance.orchestrators
    .map(o => o.id)
    .filter(id => Object.hasOwn(option.evidence, id));
  const weight = (id: string) => EFFECT_WEIGHTS[option.evidence[id].effect];
  const best = Math.max(0, ...ids.map(weight));
  const named = (list: string[]) =>
    list.map(id => orchestratorShortTitle(guidance, id)).join(', ');

  const favoured = ids.filter(id => best > 0 && weight(id) === best);
  const ruledOut = ids.filter(id => option.evidence[id].effect === 'rules-out');
  const opposed = ids.filter(id => weight(id) < 0);
  if (favoured.length > 0) {
    return ruledOut.length > 0
      ? t('decide.hint.favoursAndRulesOut', {
          favoured: named(favoured),
          ruledOut: named(ruledOut),
        })
      : t('decide.hint.favours', { favoured: named(favoured) });
  }
  if (ruledOut.length > 0) {
    return t('decide.hint.rulesOut', { ruledOut: named(ruledOut) });
  }
  return opposed.length > 0
    ? t('decide.hint.against', { opposed: named(opposed) })
    : '';
}
