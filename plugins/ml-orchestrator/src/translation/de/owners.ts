import type { owners as en } from '../en/owners';
import type { Translated } from '../Translated';

export const owners: Translated<typeof en> = {};
