export { entity } from './entity';
export { field } from './field';
export { owners } from './owners';
export { shared } from './shared';
