export { AnswerList } from './AnswerList';
