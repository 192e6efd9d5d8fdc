import type { decide as en } from '../en/decide';
import type { Translated } from '../Translated';

export const decide: Translated<typeof en> = {};
