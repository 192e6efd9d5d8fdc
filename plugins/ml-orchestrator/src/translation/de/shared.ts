import type { shared as en } from '../en/shared';
import type { Translated } from '../Translated';

export const shared: Translated<typeof en> = {};
