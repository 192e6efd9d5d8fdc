export { LinkInvitation } from './LinkInvitation';
