export { QuestionCard } from './QuestionCard';
