import { EntityAutocompletePicker } from '@backstage/plugin-catalog-react';
import type { DefaultEntityFilters } from '@backstage/plugin-catalog-react';
import { ANNOTATION_ORCHESTRATOR } from 'backstage-plugin-ml-orchestrator-common';
import { useGuidance } from '../../hooks';
import { orchestratorShortTitle } from '../../lib/words';
import { useTranslate } from '../../translation';
import { EntityOrchestratorFilter } from './filters';
import { PickerOption } from './PickerOption';

type Filters = DefaultEntityFilters & {
  mlOrchestrators?: EntityOrchestratorFilter;
};

/** Picks orchestrators on the catalog's page; not there while nothing is linked. */
export const EntityOrchestratorPicker = () => {
  const t = useTranslate();
  const { value } = useGuidance();
  // Ids until the guide is there.
  const titleOf = (id: string) =>
    value ? orchestratorShortTitle(value.guidance, id) : id;
  return (
    <EntityAutocompletePicker<Filters, 'mlOrchestrators'>
      label={t('entity.filter.orchestrator')}
      name="mlOrchestrators"
      path={`metadata.annotations.${ANNOTATION_ORCHESTRATOR}`}
      Filter={EntityOrchestratorFilter}
      getOptionLabel={titleOf}
      renderOption={(id, { selected }) => (
        <PickerOption selected={selected} label={titleOf(id)} />
      )}
    />
  );
};
