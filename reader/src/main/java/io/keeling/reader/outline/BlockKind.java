package io.keeling.reader.outline;

/** Kind of a block of text, by its element. */
public enum BlockKind {
  HEADING,
  PARAGRAPH,
  LIST_ITEM,
  CELL,
  PREFORMATTED,
  /** Text directly in a division. */
  LOOSE
}
