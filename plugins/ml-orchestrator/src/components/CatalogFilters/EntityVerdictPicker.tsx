import { EntityAutocompletePicker } from '@backstage/plugin-catalog-react';
import type { DefaultEntityFilters } from '@backstage/plugin-catalog-react';
import {
  ANNOTATION_VERDICT,
  VERDICTS,
} from 'backstage-plugin-ml-orchestrator-common';
import { verdictBadge } from '../../lib/verdict';
import { useTranslate } from '../../translation';
import { EntityVerdictFilter } from './filters';
import { PickerOption } from './PickerOption';

type Filters = DefaultEntityFilters & { mlVerdicts?: EntityVerdictFilter };

/** Picks verdicts on the catalog's page; not there while the catalog knows none. */
export const EntityVerdictPicker = () => {
  const t = useTranslate();
  const wordOf = (value: string) => {
    const verdict = VERDICTS.find(known => known === value);
    if (!verdict) {
      return value;
    }
    const { sign, word } = verdictBadge(t, verdict);
    return `${sign} ${word}`;
  };
  return (
    <EntityAutocompletePicker<Filters, 'mlVerdicts'>
      label={t('entity.filter.verdict')}
      name="mlVerdicts"
      path={`metadata.annotations.${ANNOTATION_VERDICT}`}
      Filter={EntityVerdictFilter}
      getOptionLabel={wordOf}
      renderOption={(value, { selected }) => (
        <PickerOption selected={selected} label={wordOf(value)} />
      )}
    />
  );
};
