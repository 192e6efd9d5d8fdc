import type { field as en } from '../en/field';
import type { Translated } from '../Translated';

export const field: Translated<typeof en> = {
  title: 'Orchestrator',
  unknownAnswers:
    'Einige der vorausgefüllten Antworten kennt der Leitfaden nicht; sie wurden weggelassen: {{ problems }}.',
  summary: {
    asRecommended: '{{ title }}, wie empfohlen',
    instead: '{{ title }}, statt der Empfehlung {{ winner }}',
    nothingFits: '{{ title }}, obwohl nichts zu den Antworten passt',
    answer: '{{ question }} {{ answer }}',
  },
  problem: {
    chooseOther: 'Bitte den Orchestrator wählen, der stattdessen dienen soll.',
    answerFirst:
      'Bitte zuerst die Fragen beantworten; die nächste ist „{{ question }}“',
    decideFirst: 'Bitte zuerst einen Orchestrator wählen.',
    unknownOrchestrator:
      'orchestrator: unbekannter Orchestrator „{{ id }}“; bekannt sind: {{ known }}',
    reasonMissing: 'Bitte begründen, warum nicht die Empfehlung gewählt wird.',
  },
  override: {
    start: 'Etwas anderes verwenden',
    orchestrator: 'Orchestrator',
    choose: 'Auswählen …',
    option: '{{ title }} ({{ ring }})',
    against: 'Was laut Leitfaden gegen {{ title }} spricht:',
    nothingAgainst:
      'Gegen {{ title }} spricht laut Leitfaden nichts; es spricht nur weniger dafür.',
    hold: 'Die Nutzung ist ausgesetzt.',
    holdBecause: 'Die Nutzung ist ausgesetzt: {{ reason }}.',
    noStarter: 'Dafür gibt es kein Startprojekt.',
    why: 'Begründung',
    whyHelp:
      'Steht später im Entscheidungsprotokoll und an der Katalog-Entität.',
    giveUp: 'Doch die Empfehlung verwenden',
  },
};
