export { AnchorLink } from './AnchorLink';
export { Place } from './Place';
