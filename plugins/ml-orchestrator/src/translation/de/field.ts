import type { field as en } from '../en/field';
import type { Translated } from '../Translated';

export const field: Translated<typeof en> = {};
