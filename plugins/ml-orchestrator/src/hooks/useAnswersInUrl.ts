import { useCallback, useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { parseAnswers } from 'backstage-plugin-ml-orchestrator-common';
import type { Answers } from 'backstage-plugin-ml-orchestrator-common';
import { answersQuery } from '../lib/answersQuery';

/**
 * The answers, kept in the address: a link shares them, and since every change is a
 * new entry in the history, the Back button takes the last one back.
 */
export function useAnswersInUrl(): [Answers, (answers: Answers) => void] {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const compact = params.get('answers');
  const answers = useMemo(() => parseAnswers(compact), [compact]);
  const setAnswers = useCallback(
    (next: Answers) => navigate({ search: answersQuery(next) }),
    [navigate],
  );
  return [answers, setAnswers];
}
