import type { compare as en } from '../en/compare';
import type { Translated } from '../Translated';

export const compare: Translated<typeof en> = {};
