export { exclusionOf } from './exclusions';
export {
  completeOptions,
  OFFERS_FILE,
  offeredValues,
  offerProblems,
  offersSchema,
} from './offers';
export type { Offers } from './offers';
export { optionsForm } from './optionsForm';
export { optionsSchema, withoutBlanks } from './optionsSchema';
export type { StarterOptions } from './optionsSchema';
export { optionTable } from './optionTable';
export type { StarterOption } from './optionTable';
