/**
 * Five-field cron, as crontab has it, in the words of EventBridge Scheduler.
 *
 * The two differ in more than the sixth field: Scheduler counts Sunday as 1, wants `?` in one of the two day fields,
 * and cannot say "on the 1st, or on a Monday", which is what crontab means when both day fields are given. That case
 * becomes two expressions.
 */

interface Field {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
}

const MINUTE: Field = { name: 'minute', min: 0, max: 59 };
const HOUR: Field = { name: 'hour', min: 0, max: 23 };
const DAY_OF_MONTH: Field = { name: 'day of month', min: 1, max: 31 };
const MONTH: Field = {
  name: 'month',
  min: 1,
  max: 12,
  names: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
};
const DAY_OF_WEEK: Field = {
  name: 'day of week',
  min: 0,
  max: 7,
  names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'],
};

function parseNumber(text: string, field: Field): number {
  const named = field.names?.indexOf(text.toUpperCase()) ?? -1;
  const value = named >= 0 ? named + field.min : /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(value >= field.min && value <= field.max)) {
    throw new Error(`schedule: "${text}" is not a ${field.name} (${field.min} to ${field.max})`);
  }
  return value;
}

/** Every value that a field selects, for example `1-5/2` → 1, 3, 5; undefined when it selects all. */
function parseField(text: string, field: Field): number[] | undefined {
  if (text === '*') return undefined;
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const [range = '', stepText, ...rest] = part.split('/');
    const step = stepText === undefined ? 1 : Number(stepText);
    if (rest.length > 0 || !Number.isInteger(step) || step < 1) {
      throw new Error(`schedule: "${part}" is not a valid ${field.name}`);
    }
    const [first = '', last, ...more] = range.split('-');
    if (more.length > 0) throw new Error(`schedule: "${part}" is not a valid ${field.name}`);
    const from = range === '*' ? field.min : parseNumber(first, field);
    // `5/10` counts from 5 to the end; a lone `5` is just 5.
    const open = range === '*' || (last === undefined && stepText !== undefined);
    const to = open ? field.max : last === undefined ? from : parseNumber(last, field);
    if (to < from) throw new Error(`schedule: "${part}" runs backwards`);
    for (let value = from; value <= to; value += step) values.add(value);
  }
  return [...values].sort((a, b) => a - b);
}

const list = (values: number[] | undefined): string => values?.join(',') ?? '*';

export function toSchedulerExpressions(cron: string): string[] {
  const fields = cron.trim().split(/\s+/);
  if (fields.length !== 5) {
    throw new Error(`schedule: "${cron}" must have five fields: minute, hour, day of month, month, day of week`);
  }
  const [minuteText, hourText, dayText, monthText, weekdayText] = fields as [string, string, string, string, string];
  const time = `${list(parseField(minuteText, MINUTE))} ${list(parseField(hourText, HOUR))}`;
  const days = parseField(dayText, DAY_OF_MONTH);
  const month = list(parseField(monthText, MONTH));
  // crontab: 0 and 7 are Sunday. Scheduler: 1 is Sunday.
  const weekdays = parseField(weekdayText, DAY_OF_WEEK)?.map(day => (day % 7) + 1);
  const uniqueWeekdays = weekdays && [...new Set(weekdays)].sort((a, b) => a - b);

  const onDays = `cron(${time} ${list(days)} ${month} ? *)`;
  const onWeekdays = `cron(${time} ? ${month} ${list(uniqueWeekdays)} *)`;
  if (uniqueWeekdays === undefined) return [onDays];
  if (days === undefined) return [onWeekdays];
  // crontab treats a field that begins with `*` as no restriction, even `*/2`: then both must hold, which Scheduler
  // cannot say either.
  if (dayText.startsWith('*') || weekdayText.startsWith('*')) {
    throw new Error(`schedule: "${cron}" restricts both day fields with a step; use one of them`);
  }
  return [onDays, onWeekdays];
}
