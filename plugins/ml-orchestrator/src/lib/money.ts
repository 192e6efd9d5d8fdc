/** US dollars for people: cents, or more digits where cents would hide the amount. */
export function inDollars(usd: number, language: string): string {
  const digits = usd !== 0 && usd < 0.01 ? 6 : 2;
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: usd === 0 ? 0 : 2,
    maximumFractionDigits: digits,
  }).format(usd);
}

/** A price as its source gives it, with all its digits. */
export function exactDollars(usd: number, language: string): string {
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: 0,
    maximumFractionDigits: 6,
  }).format(usd);
}

/** A number with at most two digits behind the point. */
export function inNumbers(value: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(
    value,
  );
}
