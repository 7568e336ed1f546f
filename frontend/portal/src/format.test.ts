import { formatInstant, formatMoney, formatTimeOfDay } from './format';

describe('formatMoney', () => {
  it.each([
    ['0', 'EUR', '0.00 EUR'],
    ['12', 'EUR', '12.00 EUR'],
    ['12.3', 'EUR', '12.30 EUR'],
    ['12.3456', 'EUR', '12.3456 EUR'],
    ['999', 'EUR', '999.00 EUR'],
    ['1000', 'EUR', '1,000.00 EUR'],
    ['-1234567.5', 'EUR', '-1,234,567.50 EUR'],
    ['1500', 'JPY', '1,500 JPY'],
    ['1.5', 'KWD', '1.500 KWD'],
  ])('shows %s %s as %s', (amount, currency, text) => {
    expect(formatMoney(amount, currency).text).toBe(text);
  });

  it('keeps every digit of an amount no number could hold', () => {
    expect(formatMoney('90071992547409931234.01', 'EUR').text).toBe(
      '90,071,992,547,409,931,234.01 EUR',
    );
  });

  it('cuts long decimals without rounding, shows the cut and keeps the whole', () => {
    expect(formatMoney('0.99999999999999', 'EUR')).toEqual({
      text: '0.999999… EUR',
      exact: '0.99999999999999 EUR',
    });
  });

  it('does not show a cut where only zeros follow', () => {
    expect(formatMoney('0.12345600000000', 'EUR').text).toBe('0.123456 EUR');
  });

  it('shows what is no decimal as it came', () => {
    expect(formatMoney('unknown', 'EUR').text).toBe('unknown EUR');
    expect(formatMoney('12.50', 'credits').text).toBe('12.5 credits');
  });
});

describe('formatInstant', () => {
  it('shows an instant in UTC, to the second', () => {
    expect(formatInstant('2026-11-24T05:14:11.123456Z')).toBe('2026-11-24 05:14:11 UTC');
  });

  it('shows what is no instant as it came', () => {
    expect(formatInstant('soon')).toBe('soon');
  });
});

it('shows the time of day in UTC', () => {
  expect(formatTimeOfDay(Date.UTC(2026, 10, 24, 5, 14, 11))).toBe('05:14:11 UTC');
});
