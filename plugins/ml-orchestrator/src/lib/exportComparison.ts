import { escapeMarkdown } from 'backstage-plugin-ml-orchestrator-common';
import type { CriterionValue } from 'backstage-plugin-ml-orchestrator-common';
import type { Translate } from '../translation';
import type { ComparedRows } from './compareView';
import { ratingBadge } from './words';

/** A cell in words: value, rating, and whether nobody has checked it. */
export function cellWords(
  t: Translate,
  value: CriterionValue | undefined,
): string {
  if (!value) {
    return t('compare.notStated');
  }
  const remarks = [
    ...(value.rating ? [ratingBadge(t, value.rating).word] : []),
    ...(value.verified ? [] : [t('compare.unverified')]),
  ];
  return remarks.length > 0
    ? `${value.value} (${remarks.join(', ')})`
    : value.value;
}

/** What is shown of the comparison as a Markdown table, each group under its title. */
export function comparisonMarkdown(t: Translate, rows: ComparedRows): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const { orchestrators, groups } = rows;
  const head = [t('compare.criterion'), ...orchestrators.map(o => o.title)];
  return [
    line(head.map(escapeMarkdown)),
    line(head.map(() => '---')),
    ...groups.flatMap(group => [
      line([
        `**${escapeMarkdown(group.title)}**`,
        ...orchestrators.map(() => ''),
      ]),
      ...group.criteria.map(criterion =>
        line(
          [
            criterion.title,
            ...orchestrators.map(({ id }) =>
              cellWords(t, criterion.values[id]),
            ),
          ].map(escapeMarkdown),
        ),
      ),
    ]),
    '',
  ].join('\n');
}

/** What is shown of the comparison as rows of cells, for a spreadsheet. */
export function comparisonCells(t: Translate, rows: ComparedRows): string[][] {
  const { orchestrators, groups } = rows;
  return [
    [
      t('compare.group'),
      t('compare.criterion'),
      ...orchestrators.map(o => o.title),
    ],
    ...groups.flatMap(group =>
      group.criteria.map(criterion => [
        group.title,
        criterion.title,
        ...orchestrators.map(({ id }) => cellWords(t, criterion.values[id])),
      ]),
    ),
  ];
}
