package io.keeling.search;

/** Knows the usual form of names. Threads may share it. */
@FunctionalInterface
public interface NameLabels {

  /** Returns every name unchanged. */
  NameLabels NONE = name -> name;

  /**
   * The usual name of the person, organisation or place with this name. The given name is returned
   * if no usual name is known, or if the usual name contains its words: {@code USA} becomes {@code
   * United States}, but {@code Quill} does not mean {@code Mara Quill} alone.
   */
  String meant(String name);
}
