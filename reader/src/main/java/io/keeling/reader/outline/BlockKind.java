package io.keeling.reader.outline;

/** What a block of text is, by its element. */
public enum BlockKind {
  HEADING,
  PARAGRAPH,
  LIST_ITEM,
  CELL,
  PREFORMATTED,
  /** Text that stands directly in a division. */
  LOOSE
}
