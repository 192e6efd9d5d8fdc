import { parseEntityRef } from '@backstage/catalog-model';
import type {
  DecidedBy,
  Evidence,
  Guidance,
  GuidanceDifference,
  Verdict,
} from 'backstage-plugin-ml-orchestrator-common';
import type { Translate } from '../translation';
import type { ListFilter } from './portfolioQuery';
import { verdictBadge } from './verdict';
import {
  effectWords,
  findQuestion,
  optionLabel,
  orchestratorShortTitle,
} from './words';

/** Kinds that go without saying: of pipelines, their owners and their systems. */
const USUAL_KINDS = ['component', 'group', 'system'];

/** Name of an entity for lists of names; kind and namespace only where they are not the usual ones. */
export function refName(ref: string): string {
  try {
    const { kind, namespace, name } = parseEntityRef(ref);
    const usual = USUAL_KINDS.includes(kind.toLocaleLowerCase('en-US'));
    return [
      usual ? '' : `${kind}:`,
      namespace === 'default' ? '' : `${namespace}/`,
      name,
    ].join('');
  } catch {
    return ref;
  }
}

/** A value that pipelines can be filtered by, in words; empty or absent stands for "none". */
export function filterValueWords(
  t: Translate,
  guidance: Guidance,
  filter: ListFilter,
  value: string | undefined,
): string {
  if (filter === 'verdict') {
    return verdictBadge(t, value as Verdict).word;
  }
  if (!value) {
    return t(`portfolio.none.${filter}`);
  }
  switch (filter) {
    case 'orchestrator':
      return orchestratorShortTitle(guidance, value);
    case 'decidedBy':
      return t(`portfolio.decidedBy.${value as DecidedBy}`);
    default:
      return refName(value);
  }
}

/** One thing that a changed guidance says otherwise, in a sentence. */
export function differenceWords(
  t: Translate,
  guidance: Guidance,
  difference: GuidanceDifference,
): string {
  const orchestrator =
    'orchestrator' in difference
      ? orchestratorShortTitle(guidance, difference.orchestrator)
      : '';
  const question =
    'question' in difference
      ? findQuestion(guidance, difference.question)?.text ?? difference.question
      : '';
  const option =
    'option' in difference
      ? optionLabel(guidance, difference.question, difference.option)
      : '';
  const says = (evidence: Evidence | undefined) =>
    evidence
      ? t('portfolio.difference.says', {
          effect: effectWords(t, evidence.effect),
          because: evidence.because,
        })
      : t('portfolio.difference.saysNothing');
  switch (difference.kind) {
    case 'ring': {
      const rings = {
        orchestrator,
        before: t(`shared.ring.${difference.before}`),
        after: t(`shared.ring.${difference.after}`),
      };
      return difference.because
        ? t('portfolio.difference.ringBecause', {
            ...rings,
            because: difference.because,
          })
        : t('portfolio.difference.ring', rings);
    }
    case 'question-added':
    case 'question-removed':
      return t(`portfolio.difference.${difference.kind}`, { question });
    case 'option-added':
    case 'option-removed':
      return t(`portfolio.difference.${difference.kind}`, { question, option });
    case 'applies':
      return t(
        difference.after
          ? 'portfolio.difference.appliesNow'
          : 'portfolio.difference.appliesNoMore',
        { question },
      );
    case 'evidence':
      return t('portfolio.difference.evidence', {
        orchestrator,
        option,
        before: says(difference.before),
        after: says(difference.after),
      });
    case 'order':
      return t('portfolio.difference.order');
    default:
      return t(`portfolio.difference.${difference.kind}`, { orchestrator });
  }
}
