import type { decide as en } from '../en/decide';
import type { Translated } from '../Translated';

export const decide: Translated<typeof en> = {
  empty: {
    title: 'Der Leitfaden hat keine Fragen',
    text: 'Das Plattform-Team kann dem Leitfaden Fragen hinzufügen; bis dahin hilft der Vergleich der Orchestratoren.',
  },
  unknownAnswers:
    'Der Link enthält Antworten, die der Leitfaden nicht kennt; sie wurden weggelassen: {{ problems }}.',
  question: {
    andMore: 'Frage {{ number }} · höchstens {{ more }} weitere',
    last: 'Frage {{ number }} · die letzte',
    why: 'Warum wir fragen: {{ why }}',
    back: 'Zurück',
    next: 'Weiter',
  },
  hint: {
    favours: 'spricht für {{ favoured }}',
    favoursAndRulesOut:
      'spricht für {{ favoured }}; schließt aus: {{ ruledOut }}',
    rulesOut: 'schließt aus: {{ ruledOut }}',
    against: 'spricht gegen {{ opposed }}',
  },
  answers: {
    label: 'Ihre Antworten',
    noLongerApplies: '(trifft nicht mehr zu)',
    edit: 'Ändern',
    editLabel: 'Ändern: {{ question }}',
    notAsked_one: '{{ count }} Frage wurde nicht gestellt',
    notAsked_other: '{{ count }} Fragen wurden nicht gestellt',
    'not-applicable':
      '{{ question }} Bei diesen Antworten trifft sie nicht zu.',
    'cannot-matter':
      '{{ question }} Keine Antwort darauf würde das Ergebnis ändern.',
  },
  margin: {
    onlyOne: 'als Einziger übrig',
    close: 'knapp, Abstand {{ margin }}',
    clear: 'klar, Abstand {{ margin }}',
  },
  whyNot: {
    ruledOut: 'ausgeschlossen: {{ because }}',
    hold: 'ausgesetzt',
    holdBecause: 'ausgesetzt: {{ reason }}',
    less: 'es spricht weniger dafür',
  },
  outcome: {
    fits: '{{ title }} passt: {{ margin }}.',
    conflict: 'Kein Orchestrator passt zu diesen Antworten.',
  },
  result: {
    fits: '{{ title }} passt',
    conflict: 'Kein Orchestrator passt zu diesen Antworten',
    close:
      'Das ist knapp: Eine Antwort mehr oder weniger entscheidet. Vor der Wahl lohnt ein Blick auf die Gründe dagegen und darauf, was sie ändern würde.',
    tie: 'Gleichstand zwischen {{ tied }}; der Leitfaden nennt {{ first }} zuerst.',
    and: ' und ',
    held: '{{ title }} hätte gewonnen, ist aber ausgesetzt.',
    heldBecause:
      '{{ title }} hätte gewonnen, ist aber ausgesetzt: {{ reason }}.',
    because: 'Weil',
    butKnow: 'Aber Achtung',
    nothingAgainst:
      'Bei diesen Antworten spricht laut Leitfaden nichts dagegen.',
    whyNot: 'Warum nicht',
    whatWouldChange: 'Was das ändern würde',
    noFlip: 'Keine einzelne andere Antwort würde es ändern.',
    flip: '{{ question }} „{{ option }}“ → {{ winner }}',
    flipConflict: '{{ question }} „{{ option }}“ → nichts würde passen',
    clash:
      'Zusammen schließen diese Antworten jeden Orchestrator aus, der empfohlen werden darf. Bitte eine davon ändern:',
    allHeld:
      'Der Leitfaden hat keinen Orchestrator, der empfohlen werden darf: Alle sind ausgesetzt.',
    change: 'Ändern',
    changeLabel: 'Ändern: {{ question }}',
    hybrids: 'Im Zusammenspiel mit anderen',
    hybridRuledOut:
      'Als Orchestrator des Ganzen ist {{ partners }} ausgeschlossen; ob das auch für einen Teil gilt, ist zu prüfen.',
  },
  evidence: '{{ because }} ({{ effect }}; Ihre Antwort: „{{ option }}“)',
  ranking: {
    title: 'Bisher',
    score: 'Punkte: {{ score }}',
    tied: 'Punkte: {{ score }}, gleichauf',
    leads: 'Punkte: {{ score }}, vorn',
    reasons_one: '{{ count }} Grund',
    reasons_other: '{{ count }} Gründe',
  },
  actions: {
    create: 'Repository anlegen',
    copyLink: 'Link kopieren',
    linkCopied: 'Link kopiert',
    record: 'Entscheidungsprotokoll herunterladen',
    annotations: 'Annotationen kopieren',
    annotationsCopied: 'Annotationen kopiert: Sie gehören in catalog-info.yaml',
    startOver: 'Von vorn beginnen',
    noStarter: 'Für {{ title }} gibt es noch kein Startprojekt.',
  },
  scenario: {
    label: 'Mit einem Beispiel beginnen',
    choose: 'Auswählen …',
    outcome: 'Hier wählt der Leitfaden {{ title }}. {{ reasoning }}',
    conflict: 'Hier passt nichts. {{ reasoning }}',
    load: 'Seine Antworten übernehmen',
    same: 'Ihre Antworten sind dieselben.',
    differences: 'Wo Ihre Antworten abweichen:',
    both: '{{ question }} Hier „{{ theirs }}“, bei Ihnen „{{ yours }}“.',
    onlyTheirs:
      '{{ question }} Hier „{{ theirs }}“, von Ihnen nicht beantwortet.',
    onlyYours:
      '{{ question }} Hier nicht beantwortet, bei Ihnen „{{ yours }}“.',
  },
  tree: {
    title: 'Der Baum',
    text: 'Die Fragen, auf die es noch ankommen kann, in der Reihenfolge, in der sie gestellt werden. ✔ zeigt Ihren Weg und ◆, wo Sie sind; ein Ort lässt sich auswählen, um dorthin zu gehen.',
    failed: 'Der Entscheidungsbaum konnte nicht geladen werden',
    whole: 'Den ganzen Baum zeigen',
    drawn: 'Der Entscheidungsbaum, gezeichnet',
    listed: 'Der Entscheidungsbaum als Liste',
    asList: 'Als Liste zeigen',
    asDrawing: 'Als Zeichnung zeigen',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    fit: 'Einpassen',
    zoom: 'Zoom {{ percent }} %',
    svg: 'SVG herunterladen',
    nothingFits: 'Nichts passt',
    more: 'Weitere Fragen',
    go: 'Gehe zu: {{ text }}',
    goShort: 'Dorthin',
    option: '„{{ option }}“ → {{ text }}',
    optionOnPath: '✔ „{{ option }}“ → {{ text }} (Ihr Weg)',
    onPath: '{{ label }}, auf Ihrem Weg',
    here: '{{ label }}, hier sind Sie',
    node: {
      question: 'Frage: {{ text }}',
      recommendation: 'Ergebnis: {{ text }}',
      unexpanded: 'Nicht gezeichnet: {{ text }}',
    },
  },
};
