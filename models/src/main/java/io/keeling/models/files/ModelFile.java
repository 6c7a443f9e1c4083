package io.keeling.models.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Opens the model files on the class path. */
public final class ModelFile {

  private ModelFile() {}

  /**
   * Opens a model file.
   *
   * @param beside a class in the package of the file; ignored if the name begins with a slash
   * @throws IllegalStateException if the file is not on the class path
   */
  public static InputStream open(Class<?> beside, String name) {
    InputStream in = beside.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException(name + " is not on the class path");
    }
    return in;
  }

  /**
   * Reads a whole model file into memory. OpenNLP reads the start of a model twice. From a plain
   * stream, it would keep the bytes in a buffer that doubles again and again.
   *
   * @param beside as in {@link #open}
   * @throws IllegalStateException if the file is not on the class path
   * @throws IOException if the file is damaged
   */
  public static InputStream inMemory(Class<?> beside, String name) throws IOException {
    try (InputStream in = open(beside, name)) {
      return new ByteArrayInputStream(in.readAllBytes());
    }
  }
}
