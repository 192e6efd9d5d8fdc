import type { cost as en } from '../en/cost';
import type { Translated } from '../Translated';

export const cost: Translated<typeof en> = {
  title: 'Was kostet die Orchestrierung?',
  text: 'Ein Monat Orchestrierung, nach Angebot. Die Jobs, Funktionen und Cluster, die von den Schritten gestartet werden, kommen hinzu, und zwar überall gleich.',
  empty: {
    title: 'Der Leitfaden kennt keine Preise',
    text: 'Das Plattform-Team kann dem Leitfaden Preise hinzufügen.',
  },
  workload: 'Ihre Last',
  field: {
    runsPerMonth: {
      label: 'Läufe im Monat',
      help: 'Aller Pipelines zusammen.',
    },
    stepsPerRun: {
      label: 'Schritte je Lauf',
      help: 'Zustände oder Tasks, auch die kleinen.',
    },
    retriesPerRun: {
      label: 'Wiederholungen je Lauf',
      help: 'Erneut versuchte Schritte, im Mittel.',
    },
    stepMinutes: {
      label: 'Minuten je Schritt',
      help: 'So lange kümmert sich der Orchestrator darum.',
    },
    concurrency: {
      label: 'Gleichzeitigkeit',
      help: 'Schritte, die zur stärksten Zeit zugleich laufen.',
    },
    stepsPerWorker: {
      label: 'Schritte je Worker',
      help: 'Was ein Airflow-Worker zugleich übernimmt.',
    },
    region: { label: 'Region', help: 'Etwa us-east-1.' },
    environmentClass: {
      label: 'Umgebungsklasse',
      help: 'Für eine eigene Umgebung, etwa mw1.small.',
    },
  },
  wholeNumber: 'Eine ganze Zahl von {{ least }} bis {{ most }}.',
  number: 'Eine Zahl von {{ least }} bis {{ most }}.',
  correct:
    'Bitte die markierten Felder berichtigen; dann erscheint die Schätzung.',
  offer: '{{ orchestrator }}: {{ offer }}',
  month: '{{ usd }} im Monat',
  unknown: 'unbekannt',
  unknownPrice: 'Der Preis ist unbekannt; siehe Quelle.',
  unknownParts: 'Unbekannt und nicht geraten: {{ titles }}.',
  notCounted: 'Wird auch bezahlt, zählt hier aber nicht mit: {{ titles }}.',
  otherRegion:
    'Das ist der Preis von {{ region }}; der Ihrer Region ist nicht bekannt.',
  component: {
    month: '{{ quantity }} Monat',
    run: '{{ quantity }} Läufe',
    'step-transition': '{{ quantity }} Zustandsübergänge',
    'task-hour': '{{ quantity }} Task-Stunden',
    'environment-hour': '{{ quantity }} Umgebungsstunden',
    'worker-hour': '{{ quantity }} Stunden zusätzlicher Worker',
  },
  formula: { free: '({{ quantity }} − {{ free }} frei)' },
  plot: {
    title: 'Kosten nach Läufen im Monat',
    runs: 'Läufe im Monat',
    here: 'Ihre Last',
  },
  breakEven: {
    title: 'Wo Angebote die Plätze tauschen',
    none: 'Zwischen den bekannten Angeboten wechselt nichts die Plätze.',
    crosses:
      'Bei {{ runs }} Läufen im Monat tauschen sie die Plätze: Darunter ist {{ below }} günstiger, darüber {{ above }}.',
    sameBelow:
      'Bis {{ runs }} Läufe im Monat kosten {{ one }} und {{ other }} gleich viel; darüber ist {{ cheaper }} günstiger.',
    sameAbove:
      'Ab {{ runs }} Läufen im Monat kosten {{ one }} und {{ other }} gleich viel; darunter ist {{ cheaper }} günstiger.',
  },
  line: {
    all: 'Orchestrierung im Monat, bei {{ runs }} Läufen zu {{ steps }} Schritten: {{ costs }}.',
    one: '{{ orchestrator }} {{ usd }}',
    own: 'Wie sich das zusammensetzt',
  },
};
