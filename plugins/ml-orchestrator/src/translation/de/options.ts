import type { options as en } from '../en/options';
import type { Translated } from '../Translated';

export const options: Translated<typeof en> = {
  title: 'Optionen des Startprojekts',
  load: 'Die Optionen konnten nicht geladen werden',
  decideFirst:
    'Bitte zuerst einen Orchestrator wählen; dann wird hier gefragt, was sein Startprojekt anbietet.',
  refused: 'Die Optionen können noch nicht erfragt werden: {{ problems }}',
  problem: '{{ option }}: {{ message }}',
  dropped: {
    option:
      'Entfallen: was für „{{ option }}“ gewählt war. Dieses Startprojekt hat keine solche Option.',
    value:
      'Entfallen: „{{ value }}“ für „{{ option }}“. Dieses Startprojekt bietet es nicht an.',
    because:
      'Entfallen: „{{ value }}“ für „{{ option }}“. Dieses Startprojekt bietet es nicht an: {{ because }}.',
  },
  implied: {
    title: 'Aus den Antworten',
    value: '{{ option }}: {{ value }}',
    because: 'Die Antwort auf „{{ question }}“ war „{{ answer }}“',
    used: 'übernommen',
    unused: 'nicht übernommen',
    use: 'Übernehmen',
    useLabel: '„{{ value }}“ für „{{ option }}“ übernehmen',
  },
  notOffered: {
    title_one:
      'Was dieses Startprojekt nicht anbietet: {{ count }} Möglichkeit',
    title_other:
      'Was dieses Startprojekt nicht anbietet: {{ count }} Möglichkeiten',
    item: '{{ option }}: {{ value }} — {{ because }}.',
  },
};
