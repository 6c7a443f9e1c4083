package io.keeling.search;

/** Knows the usual form of names. Threads may share it. */
@FunctionalInterface
public interface NameLabels {

  /** Returns every name unchanged. */
  NameLabels NONE = name -> name;

  /**
   * The usual name of what has this name. The same name is returned if none is known or if the
   * usual one contains its words: {@code USA} is {@code United States}, but {@code Quill} does not
   * mean {@code Mara Quill} alone.
   */
  String meant(String name);
}
