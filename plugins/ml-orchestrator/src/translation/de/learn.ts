import type { learn as en } from '../en/learn';
import type { Translated } from '../Translated';

export const learn: Translated<typeof en> = {
  title: 'Verstehen',
};
