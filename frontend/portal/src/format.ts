/**
 * The one place that turns the API's decimal text and instants into text for people. Amounts stay
 * text all the way: no digit is computed or rounded here, only cut, and a cut shows.
 */

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;
const SHOWN_DECIMALS = 6;

export interface ShownAmount {
  /** For the eye: grouped thousands, and an ellipsis where decimals were cut. */
  readonly text: string;
  /** The whole amount as the API gave it, with the currency. */
  readonly exact: string;
}

/** An amount of money with its currency. Text that is no decimal is shown as it came. */
export function formatMoney(amount: string, currency: string): ShownAmount {
  const exact = `${amount} ${currency}`;
  const [, sign, whole, decimals = ''] = DECIMAL.exec(amount) ?? [];
  if (sign === undefined || whole === undefined) {
    return { text: exact, exact };
  }
  const significant = decimals.replace(/0+$/, '').padEnd(coinDecimals(currency), '0');
  const shown = significant.slice(0, SHOWN_DECIMALS);
  const point = shown === '' ? '' : '.';
  const cut = significant.length > SHOWN_DECIMALS ? '…' : '';
  return { text: `${sign}${grouped(whole)}${point}${shown}${cut} ${currency}`, exact };
}

function grouped(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, ',');
}

function coinDecimals(currency: string): number {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    return format.resolvedOptions().minimumFractionDigits ?? 0;
  } catch (error) {
    if (error instanceof RangeError) {
      return 0; // not a currency code: nothing to pad to
    }
    throw error;
  }
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z$/;

/** An instant of the API, in UTC as all of Entente reckons: `2026-11-24 05:14:11 UTC`. */
export function formatInstant(instant: string): string {
  const [, day, time] = INSTANT.exec(instant) ?? [];
  return day === undefined || time === undefined ? instant : `${day} ${time} UTC`;
}

/** The time of day of a moment in this browser, in UTC: `05:14:11 UTC`. */
export function formatTimeOfDay(epochMillis: number): string {
  return `${new Date(epochMillis).toISOString().slice(11, 19)} UTC`;
}
