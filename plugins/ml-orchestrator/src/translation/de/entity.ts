import type { entity as en } from '../en/entity';
import type { Translated } from '../Translated';

export const entity: Translated<typeof en> = {
  title: 'Orchestrator',
  decision: 'Die Entscheidung',
  overrideReason: 'Gegen die Empfehlung gewählt, weil: {{ reason }}',
  answers: 'Antworten hinter der Entscheidung',
  answersOf_one: 'Die {{ count }} Antwort dahinter',
  answersOf_other: 'Die {{ count }} Antworten dahinter',
  more_one: 'und {{ count }} weiterer Punkt',
  more_other: 'und {{ count }} weitere Punkte',
  seeWhy: 'warum?',
  guide: 'Im Leitfaden öffnen',
  decidedOn: 'Entschieden am',
  decidedBy: 'Entschieden von',
  record: 'Entscheidungsprotokoll',
  recordDocs: 'in der Dokumentation',
  recordSource: 'im Repository',
  notRecorded: 'nicht festgehalten',
  orchestrates: 'Alles, was er orchestriert',
  locator: {
    sagemakerPipeline: 'SageMaker-Pipeline',
    stateMachine: 'Zustandsautomat',
    airflowDag: 'Airflow-DAG',
    near: '{{ name }} (öffnet die Konsole in der Nähe)',
    malformed:
      '{{ value }} – das ist nicht der Name, den die Annotation braucht',
  },
  reason: {
    title: 'Was heute für eine andere Wahl spricht',
    'orchestrator-gone':
      'Der Leitfaden kennt keinen Orchestrator „{{ orchestrator }}“.',
    'on-hold': '{{ orchestrator }} ist ausgesetzt.',
    'on-hold-because': '{{ orchestrator }} ist ausgesetzt: {{ because }}',
    'no-answers': 'Niemand hat die Antworten hinter der Entscheidung behalten.',
    'answer-gone':
      'Der Leitfaden kennt die Antwort „{{ option }}“ auf „{{ question }}“ nicht mehr.',
    conflict: 'Diese Antworten schließen alles aus, was empfohlen werden darf.',
    'close-call': '{{ orchestrator }} liegt nur {{ margin }} zurück.',
    overridden: 'Gegen die Empfehlung gewählt, weil: {{ because }}',
    evidence: '{{ orchestrator }}: {{ because }} ({{ effect }})',
  },
  invitation: {
    title: 'Welcher Orchestrator führt das aus?',
    text: 'Das sieht nach einer ML-Pipeline aus, und der Katalog weiß nicht, was sie ausführt. Verknüpft mit ihrem Orchestrator zeigt diese Seite die Entscheidung dahinter, ob der Leitfaden noch zustimmt, und den Graphen der Pipeline.',
    how: 'Sie beantworten fünf Fragen oder sagen, worauf sie läuft. Die Änderung an catalog-info.yaml wird als Pull Request vorgeschlagen.',
    link: 'Diese Pipeline verknüpfen',
    decide: 'Erst den Leitfaden fragen',
  },
  orchestrator: {
    title: 'Im Leitfaden',
    profile: 'Profil im Leitfaden',
    compare: 'Orchestratoren vergleichen',
    unknown: 'Der heutige Leitfaden kennt keinen Orchestrator „{{ id }}“.',
    runs: 'Was darauf läuft',
    none: 'Nichts im Katalog ist damit verknüpft.',
    failed: 'Was darauf läuft, konnte nicht geladen werden',
    more_one: 'und {{ count }} weitere im Portfolio',
    more_other: 'und {{ count }} weitere im Portfolio',
    pipeline: 'Pipeline',
    owner: 'Verantwortlich',
    verdict: 'Urteil heute',
  },
  filter: {
    orchestrator: 'Orchestrator',
    verdict: 'Urteil zum Orchestrator',
  },
};
