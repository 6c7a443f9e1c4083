package io.keeling.models.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Opens the model files that ship, from the class path. */
public final class ModelFile {

  private ModelFile() {}

  /**
   * Opens a file.
   *
   * @param beside a class in whose package it lies, where the name does not begin with a slash
   * @throws IllegalStateException if it is not on the class path
   */
  public static InputStream open(Class<?> beside, String name) {
    InputStream in = beside.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException(name + " is not on the class path");
    }
    return in;
  }

  /**
   * Reads a whole file into memory: OpenNLP begins a model twice, and would otherwise keep what it
   * reads in between in a buffer that keeps doubling.
   *
   * @param beside as above
   * @throws IllegalStateException if it is not on the class path
   * @throws IOException if it is damaged
   */
  public static InputStream inMemory(Class<?> beside, String name) throws IOException {
    try (InputStream in = open(beside, name)) {
      return new ByteArrayInputStream(in.readAllBytes());
    }
  }
}
