export { compare } from './compare';
export { cost } from './cost';
export { decide } from './decide';
export { entity } from './entity';
export { field } from './field';
export { learn } from './learn';
export { owners } from './owners';
export { shared } from './shared';
