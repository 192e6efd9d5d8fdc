/** A part of the Learn tab. */
export type PartName =
  | 'pipeline'
  | 'profiles'
  | 'scenarios'
  | 'muddyPoints'
  | 'hybrids'
  | 'terms'
  | 'selfCheck';

/** The anchor of a part. */
export const partAnchor = (name: PartName): string => `learn-${name}`;
