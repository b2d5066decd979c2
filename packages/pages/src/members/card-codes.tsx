/** How many codes a card is printed with (M-13): the same for a newcomer's card and for another one. */
import { Select, useSay } from "@nabat/ui";

export function CardCodes({ id }: { id?: string }) {
  const { t } = useSay();
  return (
    <Select
      name="codes"
      label={t("card-codes")}
      as="int"
      value="20"
      options={[10, 20, 40].map((n) => ({ value: String(n), label: String(n) }))}
      {...(id === undefined ? {} : { id })}
    />
  );
}
