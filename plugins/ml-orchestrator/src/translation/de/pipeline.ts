import type { pipeline as en } from '../en/pipeline';
import type { Translated } from '../Translated';

export const pipeline: Translated<typeof en> = {
  title: 'Graph der Pipeline',
  drawn: 'Die Pipeline, gezeichnet',
  listed: 'Die Pipeline als Liste',
  readFrom: 'Gelesen aus',
  dag: 'DAG',
  allDags: 'Alle DAGs',
  errors: 'Zeigen, wohin Fehler führen',
  choose: 'Wählen Sie einen Schritt, um Einzelheiten zu sehen.',
  detail: 'Einzelheiten zu {{ step }}',
  otherwise: 'sonst',
  failed: 'Der Graph der Pipeline konnte nicht geladen werden',
  kind: {
    'processing-job': 'Verarbeitungsjob',
    'training-job': 'Trainingsjob',
    'tuning-job': 'Tuning-Job',
    'transform-job': 'Transformationsjob',
    model: 'Modell',
    task: 'Aufgabe',
    decision: 'Entscheidung',
    parallel: 'Zweige',
    each: 'für jedes Element',
    wait: 'warten',
    data: 'Daten',
    'start-run': 'startet einen Lauf',
    success: 'Erfolg',
    failure: 'Fehlschlag',
  },
  group: {
    dag: 'DAG {{ title }}',
    branch: 'Zweig {{ title }}',
    each: 'jedes Element von {{ title }}',
  },
  fact: {
    type: 'Typ',
    group: 'Teil von',
    calls: 'Ruft auf',
    timeout: 'Zeitgrenze',
    retries: 'Wiederholungen',
    condition: 'Bedingung',
    next: 'Weiter mit',
    schedule: 'Läufe starten',
  },
  seconds: '{{ number }} s',
  minutes: '{{ number }} min',
  hours: '{{ number }} h',
  retry: {
    attempts: '{{ attempts }} × bei {{ on }}',
    minutes: '{{ minutes }} min lang bei {{ on }}',
    any: 'jedem Fehler',
  },
  problem: {
    malformed: 'Die Definition der Pipeline lässt sich nicht als solche lesen',
    at: 'bei {{ path }}: {{ message }}',
    whole: '{{ message }}',
    unreadable: 'Die Definition der Pipeline wurde nicht gelesen',
    missing: 'Es wurde keine Definition der Pipeline gefunden.',
    looked:
      'Gesucht wurden diese Dateien neben der Datei, die die Entität beschreibt. Die Annotation ml-orchestrator/pipeline-definition sagt, wo sie liegt.',
    'not-linked': 'Die Entität ist mit keinem Orchestrator verknüpft.',
    'no-place':
      'Bei diesem Orchestrator muss die Annotation ml-orchestrator/pipeline-definition sagen, wo die Definition liegt.',
    'bad-path':
      'Die Annotation ml-orchestrator/pipeline-definition ist kein Pfad zu einer Datei neben oder unter der Datei, die die Entität beschreibt.',
    'no-source':
      'Die Entität kommt aus keinem Repository und aus keinem Ordner, den das Portal lesen darf.',
  },
};
