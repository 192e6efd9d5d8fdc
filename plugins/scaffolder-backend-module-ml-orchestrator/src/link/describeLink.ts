import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  escapeMarkdown as md,
  type Guidance,
} from 'backstage-plugin-ml-orchestrator-common';
import { reportRecommendation } from '../actions/summary';
import type { EntityLink } from './checkLink';
import type { AnnotationChanges } from './linkAnnotations';

/** What a link changes, as a pull request is told. */
export interface LinkDescription {
  branchName: string;
  title: string;
  /** Markdown. */
  description: string;
}

/** What {@link describeLink} tells of. */
export interface LinkedEntity {
  guidance: Guidance;
  entity: Entity;
  link: EntityLink;
  changes: AnnotationChanges;
  /** Where the decision is recorded, and the record itself. */
  record?: { path: string; text: string };
}

/** Names and explains the change that links an entity, for whoever has to agree to it. */
export function describeLink(linked: LinkedEntity): LinkDescription {
  const { entity, link, record } = linked;
  const ref = stringifyEntityRef(entity);
  const { title } = link.orchestrator;
  const sections = [
    `Links \`${ref}\` to **${md(title)}**, the orchestrator that runs it.`,
    ...why(linked),
    ...what(linked),
    ...(record
      ? [
          `The decision is recorded in \`${record.path}\`:`,
          // As a part of this text, its headings are one level down.
          record.text.trimEnd().replace(/^#/gm, '##'),
        ]
      : []),
  ];
  return {
    branchName: branchName(ref),
    title: `Link ${entity.metadata.name} to ${title}`,
    description: `${sections.join('\n\n')}\n`,
  };
}

/** The same for every link of an entity, so that a second one updates the first. */
function branchName(ref: string): string {
  // What git refuses in a name, and an entity's name may have.
  const safe = ref.replace(/[:/]/g, '-').replace(/\.(?=\.|lock$)/g, '-');
  return `ml-orchestrator/link-${safe}`;
}

function why({ guidance, link: { decided } }: LinkedEntity): string[] {
  if (!decided) {
    return [
      'This says what it runs on. Nobody answered the questions of the guide, so there is no recommendation to compare it with.',
    ];
  }
  const { summary } = reportRecommendation(guidance, decided.recommendation);
  return [
    md(summary),
    ...(decided.overrideReason
      ? [`Chosen otherwise, because: ${md(decided.overrideReason)}`]
      : []),
  ];
}

function what({ entity, changes }: LinkedEntity): string[] {
  const lines = Object.entries(changes).map(([annotation, value]) => {
    const before = entity.metadata.annotations?.[annotation];
    const was = before ? md(String(before)) : '';
    return value === null
      ? `- removes \`${annotation}\`, which was: ${was}`
      : `- \`${annotation}\`: ${md(value)}${was && ` (was: ${was})`}`;
  });
  return lines.length > 0 ? ['Annotations:', lines.join('\n')] : [];
}
