import type { entity as en } from '../en/entity';
import type { Translated } from '../Translated';

export const entity: Translated<typeof en> = {};
