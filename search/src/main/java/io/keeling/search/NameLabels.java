package io.keeling.search;

/** Knows what names are usually called. Threads may share it. */
@FunctionalInterface
public interface NameLabels {

  /** Takes every name as it is. */
  NameLabels NONE = name -> name;

  /**
   * The name that things of a name usually have, or the same again where that is not known, or has
   * the words of the one that is asked: {@code USA} is {@code United States}, and {@code Quill} is
   * not {@code Mara Quill} alone.
   */
  String meant(String name);
}
