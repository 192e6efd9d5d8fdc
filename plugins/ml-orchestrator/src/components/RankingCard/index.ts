export { EvidenceList } from './EvidenceList';
export { RankingCard } from './RankingCard';
