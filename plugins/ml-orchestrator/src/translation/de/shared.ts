import type { shared as en } from '../en/shared';
import type { Translated } from '../Translated';

export const shared: Translated<typeof en> = {
  title: 'ML-Orchestratoren',
  tab: {
    compare: 'Vergleichen',
    decide: 'Entscheiden',
    learn: 'Verstehen',
    cost: 'Kosten',
    portfolio: 'Portfolio',
    guidance: 'Leitfaden',
  },
  ring: {
    recommended: 'empfohlen',
    allowed: 'erlaubt',
    hold: 'ausgesetzt',
  },
  rating: {
    strong: 'stark',
    partial: 'teilweise',
    weak: 'schwach',
  },
  effect: {
    'strongly-for': 'spricht stark dafür',
    for: 'spricht dafür',
    against: 'spricht dagegen',
    'strongly-against': 'spricht stark dagegen',
    'rules-out': 'schließt es aus',
  },
  verdict: {
    fits: 'Der Leitfaden würde weiterhin so entscheiden',
    overridden: 'Mit Begründung anders entschieden als der Leitfaden',
    close: 'Der Leitfaden würde weiterhin so entscheiden (knapp)',
    differs: 'Der Leitfaden würde heute {{ winner }} wählen',
    conflict:
      'Der Leitfaden findet heute nichts, was zu diesen Antworten passt',
    'on-hold': 'Der Leitfaden hat diesen Orchestrator heute ausgesetzt',
    unknown: 'Der Leitfaden kann nicht sagen, ob es noch passt',
    unlinked: 'Mit keinem Orchestrator verknüpft',
    word: {
      fits: 'passt',
      close: 'knapp',
      'no-longer-fits': 'passt nicht mehr',
      unknown: 'unbekannt',
      unlinked: 'nicht verknüpft',
    },
  },
  load: {
    guidance: 'Der Leitfaden konnte nicht geladen werden',
    recommendation: 'Die Empfehlung konnte nicht geladen werden',
    advice:
      'Bitte erneut versuchen. Hilft das nicht, weiß das Plattform-Team, ob das Backend-Plugin „ML Orchestrator“ installiert ist und läuft: {{ address }} gibt Auskunft.',
    retry: 'Erneut versuchen',
  },
  linkTo: 'Link zu {{ title }}',
  source: {
    dated: '{{ title }}, Stand {{ asOf }}',
    none: 'Es ist keine Quelle angegeben.',
  },
  warning: {
    label: 'Warnung zum Leitfaden',
    error: 'Der eingestellte Leitfaden ist nicht in Kraft: {{ what }}',
    warning: 'Der Leitfaden braucht Pflege: {{ what }}',
    more_one: '{{ first }} (und {{ count }} weitere)',
    more_other: '{{ first }} (und {{ count }} weitere)',
  },
};
