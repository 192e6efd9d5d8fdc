import { recommend } from 'backstage-plugin-ml-orchestrator-common';
import { guidanceFixture } from '../__fixtures__';
import { verdictOf } from './verdict';

const answers = { reach: 'aws', loops: 'yes', 'airflow-today': 'no' };
const today = recommend(guidanceFixture, answers);
const verdict = (
  orchestrator: string,
  given: Record<string, string> = answers,
  recommendation: typeof today | undefined = today,
  unknown = false,
) =>
  verdictOf(
    guidanceFixture,
    { orchestrator, answers: given },
    recommendation,
    unknown,
  );

describe('verdictOf', () => {
  it('fits when the guide would still choose the same', () => {
    expect(verdict('step-functions')).toEqual({
      kind: 'fits',
      closeCall: false,
    });
  });

  it('differs when it would not', () => {
    expect(verdict('airflow-mwaa')).toEqual({
      kind: 'differs',
      winner: 'step-functions',
    });
  });

  it('is unknown without answers, or with an unknown orchestrator or answer', () => {
    expect(verdict('step-functions', {})).toMatchObject({ why: 'no-answers' });
    expect(verdict('kubeflow')).toMatchObject({ why: 'unknown-orchestrator' });
    expect(verdict('step-functions', answers, today, true)).toMatchObject({
      why: 'unknown-answers',
    });
  });

  it('says when today nothing fits', () => {
    const stuck = guidanceFixture.scenarios[2].answers;
    expect(
      verdict('airflow-mwaa', stuck, recommend(guidanceFixture, stuck)),
    ).toEqual({ kind: 'conflict' });
  });
});
