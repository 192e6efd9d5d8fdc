import type { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { parseEntityRef } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { EntityDecision } from 'backstage-plugin-ml-orchestrator-common';
import { useLanguage } from '../../hooks';
import { dayInWords } from '../../lib/age';
import { findDecisionRecord } from '../../lib/decisionRecord';
import { configuredConsoles, linkedLocators } from '../../lib/locators';
import type { LinkedLocator } from '../../lib/locators';
import { useGuideLinks } from '../../links';
import { useTranslate } from '../../translation';
import { Facts } from '../Facts';

/** A user or group of the catalog, or just a name. */
const Person = ({ name }: { name: string }) => {
  try {
    const { kind } = parseEntityRef(name);
    return /^(?:user|group)$/i.test(kind) ? (
      <EntityRefLink entityRef={name} />
    ) : (
      <>{name}</>
    );
  } catch {
    return <>{name}</>;
  }
};

const RecordLinks = ({ entity }: { entity: Entity }) => {
  const t = useTranslate();
  const links = useGuideLinks();
  const { techdocs, source } = findDecisionRecord(entity);
  const docs =
    techdocs &&
    links.docs({
      namespace: entity.metadata.namespace ?? 'default',
      kind: entity.kind.toLocaleLowerCase('en-US'),
      name: entity.metadata.name,
    });
  if (!docs && !source) {
    return <>{t('entity.notRecorded')}</>;
  }
  return (
    <>
      {docs && (
        <Link underline="always" to={`${docs}${techdocs}`}>
          {t('entity.recordDocs')}
        </Link>
      )}
      {docs && source && ' · '}
      {source && (
        <Link underline="always" to={source}>
          {t('entity.recordSource')}
        </Link>
      )}
    </>
  );
};

const LocatorLink = ({ locator }: { locator: LinkedLocator }) => {
  const t = useTranslate();
  const { value, wellFormed, link } = locator;
  if (!wellFormed) {
    return <>{t('entity.locator.malformed', { value })}</>;
  }
  if (!link) {
    return <code>{value}</code>;
  }
  return (
    <Link underline="always" to={link.url}>
      {link.exact ? value : t('entity.locator.near', { name: value })}
    </Link>
  );
};

/** Props of {@link DecisionFacts}. */
export interface DecisionFactsProps {
  entity: Entity;
  decision: EntityDecision;
}

/** When it was decided, by whom, where that is recorded, and where the pipeline runs. */
export const DecisionFacts = ({ entity, decision }: DecisionFactsProps) => {
  const t = useTranslate();
  const language = useLanguage();
  const consoles = configuredConsoles(useApi(configApiRef));
  const { decidedOn, decidedBy } = decision;
  const facts: [string, ReactNode][] = [
    [
      t('entity.decidedOn'),
      decidedOn ? dayInWords(decidedOn, language) : t('entity.notRecorded'),
    ],
    [
      t('entity.decidedBy'),
      decidedBy ? <Person name={decidedBy} /> : t('entity.notRecorded'),
    ],
    [t('entity.record'), <RecordLinks entity={entity} />],
    ...linkedLocators(entity, consoles).map((locator): [string, ReactNode] => [
      t(`entity.locator.${locator.key}`),
      <LocatorLink locator={locator} />,
    ]),
  ];
  return <Facts facts={facts} />;
};
