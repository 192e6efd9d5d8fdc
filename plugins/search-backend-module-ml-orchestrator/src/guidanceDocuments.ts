import type { IndexableDocument } from '@backstage/plugin-search-common';
import { guidePath } from 'backstage-plugin-ml-orchestrator-common';
import type {
  Guidance,
  GuidePlace,
} from 'backstage-plugin-ml-orchestrator-common';

/** Something that the guide says, as the search finds it. */
export interface GuideDocument extends IndexableDocument {
  /** What it is. */
  place: GuidePlace;
}

/**
 * Everything in the guidance that a person may search for, with the place that says it.
 * @param basePath - path of the guide in the portal, such as `/ml-orchestrator`
 */
export function guidanceDocuments(
  guidance: Guidance,
  basePath: string,
): GuideDocument[] {
  const base = basePath.replace(/\/+$/, '');
  const document = (
    place: GuidePlace,
    { id, title }: { id: string; title: string },
    ...text: (string | undefined)[]
  ): GuideDocument => {
    const { tab, rest } = guidePath(place, id);
    return {
      place,
      title,
      text: text.filter(Boolean).join(' '),
      location: `${base}/${tab}${rest}`,
    };
  };
  return [
    ...guidance.orchestrators.map(o =>
      document('orchestrator', o, o.summary, ...o.bestAt, ...o.avoidWhen),
    ),
    ...guidance.criteria.map(criterion =>
      document(
        'criterion',
        criterion,
        criterion.description,
        ...guidance.orchestrators.flatMap(({ id, title }) => {
          const value = criterion.values[id];
          return value ? [`${title}: ${value.value}.`, value.detail] : [];
        }),
      ),
    ),
    ...guidance.terms.map(term =>
      document('term', term, term.definition, term.example),
    ),
    ...guidance.scenarios.map(scenario =>
      document('scenario', scenario, scenario.story, scenario.reasoning),
    ),
    ...guidance.muddyPoints.map(({ id, question, answer }) =>
      document('muddy-point', { id, title: question }, answer),
    ),
    ...guidance.hybrids.map(hybrid =>
      document('hybrid', hybrid, hybrid.description, hybrid.when),
    ),
  ];
}
