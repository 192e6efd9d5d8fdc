import type { StarterOptionsForm } from 'backstage-plugin-ml-orchestrator-common';
import type { Translate } from '../translation';
import { offeredOptions, optionTitle } from './starterOptions';

/** A field of a starter spec as people call it; as it is where that is not known. */
export function fieldWords(
  t: Translate,
  form: StarterOptionsForm | undefined,
  field: string,
): string {
  switch (field) {
    case 'name':
    case 'owner':
    case 'ci':
      return t(`preview.field.${field}`);
    default: {
      const option = field.replace(/^options\./, '');
      return form ? optionTitle(form, option) : option;
    }
  }
}

/** The choice that a file is there for, in words as far as they are known. */
export function choiceWords(
  t: Translate,
  form: StarterOptionsForm | undefined,
  field: string,
  value: string,
): string {
  return t('preview.choice', {
    option: fieldWords(t, form, field),
    value: valueWords(t, form, field, value),
  });
}

function valueWords(
  t: Translate,
  form: StarterOptionsForm | undefined,
  field: string,
  value: string,
): string {
  if (field === 'ci' && (value === 'github' || value === 'gitlab')) {
    return t(`preview.ci.${value}`);
  }
  const choices = form && offeredOptions(form).get(field)?.oneOf;
  return choices?.find(one => String(one.const) === value)?.title ?? value;
}
