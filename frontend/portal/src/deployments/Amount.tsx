import { formatMoney } from '../format';

interface AmountProps {
  readonly amount: string;
  readonly currency: string;
}

/** An amount of money. The whole of it is in the element's value, and shown on hover where cut. */
export function Amount({ amount, currency }: AmountProps) {
  const { text, exact } = formatMoney(amount, currency);
  return (
    <data value={amount} title={exact} className="portal-figure">
      {text}
    </data>
  );
}
