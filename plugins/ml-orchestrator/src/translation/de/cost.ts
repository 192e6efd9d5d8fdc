import type { cost as en } from '../en/cost';
import type { Translated } from '../Translated';

export const cost: Translated<typeof en> = {
  title: 'Was kostet die Orchestrierung?',
};
