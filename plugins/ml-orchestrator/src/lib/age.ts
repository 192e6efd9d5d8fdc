const DAY_MS = 24 * 60 * 60 * 1000;

/** How long ago a day was, for people: days at first, then months, then years. */
export function ageInWords(day: string, today: Date, language: string): string {
  const days = Math.max(
    0,
    Math.floor((today.getTime() - Date.parse(day)) / DAY_MS),
  );
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (days < 60) {
    return words.format(-days, 'day');
  }
  return days < 730
    ? words.format(-Math.round(days / 30.44), 'month')
    : words.format(-Math.round(days / 365.25), 'year');
}

/** A day such as `2026-11-24` as people of the language write it. */
export function dayInWords(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeZone: 'UTC',
  }).format(new Date(day));
}
