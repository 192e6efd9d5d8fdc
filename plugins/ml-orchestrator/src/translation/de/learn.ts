import type { learn as en } from '../en/learn';
import type { Translated } from '../Translated';

export const learn: Translated<typeof en> = {
  title: 'Verstehen',
  contents: 'Auf dieser Seite',
  empty: {
    title: 'Der Leitfaden erklärt noch nichts',
    text: 'Das Plattform-Team kann dem Leitfaden Begriffe, Beispiele und mehr hinzufügen.',
  },
  part: {
    pipeline: 'Die Pipeline',
    profiles: 'Die Orchestratoren',
    scenarios: 'Durchgearbeitete Beispiele',
    muddyPoints: 'Häufige Unklarheiten',
    hybrids: 'Im Zusammenspiel',
    terms: 'Begriffe',
    selfCheck: 'Selbsttest',
  },
  pipeline: 'Jedes Startprojekt setzt diese Stufen um, in dieser Reihenfolge.',
  scenario: { open: '„{{ title }}“ unter Entscheiden öffnen' },
  hybrid: { when: 'Wann: {{ when }}' },
  terms: {
    filter: 'Begriffe filtern',
    nothing: 'Kein Begriff passt.',
    example: 'Beispiel: {{ example }}',
  },
  selfCheck: {
    check: 'Prüfen',
    checkLabel: 'Prüfen: {{ question }}',
    right: 'Richtig. {{ explanation }}',
    wrong: 'Nicht ganz. {{ explanation }}',
    rightOne: 'Richtig wäre „{{ label }}“: {{ explanation }}',
    score:
      '{{ right }} von {{ checked }} geprüften richtig, {{ all }} insgesamt.',
    again: 'Von vorn',
  },
};
