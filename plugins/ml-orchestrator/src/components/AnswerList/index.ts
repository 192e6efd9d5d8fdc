export { AnswerList } from './AnswerList';
export { NotAskedList } from './NotAskedList';
