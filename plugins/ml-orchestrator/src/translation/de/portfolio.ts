import type { portfolio as en } from '../en/portfolio';
import type { Translated } from '../Translated';

export const portfolio: Translated<typeof en> = {
  title: 'ML-Pipelines des Katalogs',
  load: 'Das Portfolio konnte nicht geladen werden',
  refreshed: 'Mit dem Katalog abgeglichen {{ at }}.',
  whatIf: 'Was wäre, wenn …',
  total_one: '{{ count }} ML-Pipeline',
  total_other: '{{ count }} ML-Pipelines',
  byOrchestrator: 'Nach Orchestrator',
  byVerdict: 'Nach Urteil',
  byTeam: 'Nach Team',
  overTime: 'Im Lauf der Zeit',
  count: {
    fits_one: '{{ count }} passt',
    fits_other: '{{ count }} passen',
    close_one: '{{ count }} knapp',
    close_other: '{{ count }} knapp',
    'no-longer-fits_one': '{{ count }} passt nicht mehr',
    'no-longer-fits_other': '{{ count }} passen nicht mehr',
    unknown_one: '{{ count }} unbekannt',
    unknown_other: '{{ count }} unbekannt',
    unlinked_one: '{{ count }} nicht verknüpft',
    unlinked_other: '{{ count }} nicht verknüpft',
  },
  none: {
    owner: 'ohne Verantwortliche',
    system: 'ohne System',
    orchestrator: 'nicht verknüpft',
    decidedBy: 'nicht festgehalten',
  },
  decidedBy: {
    answers: 'Antworten',
    override: 'abweichende Wahl',
  },
  filter: {
    label: 'Welche Pipelines',
    owner: 'Verantwortlich',
    system: 'System',
    orchestrator: 'Orchestrator',
    verdict: 'Urteil',
    decidedBy: 'Entschieden durch',
    search: 'Suche',
    any: 'alle',
    several: 'eines von: {{ values }}',
    clear: 'Filter aufheben',
  },
  show: {
    label: 'Anzeigen',
    rows: 'Tabelle',
    charts: 'Diagramme',
  },
  csv: {
    save: 'Als CSV sichern',
    failed: 'Die Datei konnte nicht erstellt werden: {{ what }}',
  },
  table: {
    label: 'ML-Pipelines',
    pipeline: 'Pipeline',
    owner: 'Verantwortlich',
    system: 'System',
    orchestrator: 'Orchestrator',
    decided: 'Entschieden',
    age: 'Alter der Entscheidung',
    verdict: 'Urteil',
    nothing: '–',
    notRecorded: 'nicht festgehalten',
    because: 'weil: {{ reason }}',
    wouldBe: 'heute wäre es {{ orchestrator }}',
    against: 'der Leitfaden würde {{ orchestrator }} wählen',
    wouldBeNone: 'heute wäre es keiner',
    why: 'warum?',
    whyOf: 'warum? {{ title }}',
    changed: 'Was sich am Leitfaden geändert hat (Urteil seit {{ day }})',
  },
  difference: {
    'orchestrator-added': '{{ orchestrator }} kam hinzu.',
    'orchestrator-removed': '{{ orchestrator }} wurde entfernt.',
    ring: '{{ orchestrator }}: erst {{ before }}, jetzt {{ after }}.',
    ringBecause:
      '{{ orchestrator }}: erst {{ before }}, jetzt {{ after }}: {{ because }}',
    'question-added': 'Die Frage „{{ question }}“ wird jetzt gestellt.',
    'question-removed': 'Die Frage „{{ question }}“ wird nicht mehr gestellt.',
    'option-added':
      '„{{ option }}“ ist jetzt eine Antwort auf „{{ question }}“.',
    'option-removed':
      '„{{ option }}“ ist keine Antwort auf „{{ question }}“ mehr.',
    appliesNow: 'Die Antwort auf „{{ question }}“ zählt jetzt.',
    appliesNoMore: 'Die Antwort auf „{{ question }}“ zählt nicht mehr.',
    evidence:
      '„{{ option }}“ zu {{ orchestrator }}: vorher {{ before }}, jetzt {{ after }}.',
    says: '{{ effect }} ({{ because }})',
    saysNothing: 'sagt nichts',
    order:
      'Die Orchestratoren stehen in anderer Reihenfolge, was bei Gleichstand entscheidet.',
  },
  pager: {
    label: 'Seiten der Tabelle',
    rows: '{{ from }}–{{ to }} von {{ total }}',
    previous: 'Vorige Seite',
    next: 'Nächste Seite',
    beyond: 'Auf dieser Seite steht nichts mehr.',
    first: 'Zur ersten Seite',
  },
  charts: {
    all: 'Alle',
    others:
      'Das Diagramm zeigt die ersten {{ number }}; die Tabelle enthält alle.',
    day: 'Tag',
    historyText:
      'Die Tage, an denen sich eine Zahl geändert hat, so weit das Portfolio zurückreicht. Dazwischen blieb alles gleich.',
    noHistory:
      'Von früheren Tagen ist noch nichts bekannt; ab jetzt wird es hier festgehalten.',
    earlier_one: 'und {{ count }} früherer Tag',
    earlier_other: 'und {{ count }} frühere Tage',
  },
  empty: {
    title: 'Noch keine ML-Pipelines',
    text: 'Eine Komponente des Katalogs gilt als ML-Pipeline, sobald sie mit einem Orchestrator verknüpft ist oder einen der Typen hat, die im Portal als Pipeline gelten; wenn nichts anderes eingestellt ist, ml-pipeline. Ein neues Repository anlegen oder eine bestehende Pipeline verknüpfen.',
    create: 'Repository anlegen',
    link: 'Bestehende Pipeline verknüpfen',
    notYet: 'Das Portfolio ist noch nicht zusammengestellt',
    notYetText:
      'Das Backend tut das kurz nach seinem Start und danach nach seinem Zeitplan.',
    reload: 'Noch einmal nachsehen',
  },
  excluded: {
    title: 'Keine Pipeline ist übrig',
    text: 'Die Filter schließen alle ML-Pipelines aus. Ohne sie sind alle zu sehen.',
  },
};
