/** Entente's mark: two operators, one agreement. */
export function Mark() {
  return <img src="/mark.svg" alt="" className="portal-mark" />;
}
