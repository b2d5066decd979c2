/** The field of a title: of a motion, a call, an item, a sitting, an office. */
import { Field, type FieldProps } from "@nabat/ui";

/** A text of 200 characters at most, which must be there. */
export function TitleField(props: Pick<FieldProps, "label" | "hint" | "value" | "id"> & { grade: FieldProps["text"] }) {
  const { grade, ...field } = props;
  return <Field name="title" text={grade} required maxLength={200} {...field} />;
}
