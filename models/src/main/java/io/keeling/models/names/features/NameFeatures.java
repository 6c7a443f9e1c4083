package io.keeling.models.names.features;

import io.keeling.models.files.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import opennlp.tools.util.ext.ExtensionLoader;

/** Registers Keeling's own features with OpenNLP. */
public final class NameFeatures {

  private static final String DESCRIPTION = "name-features.xml";

  private NameFeatures() {}

  /**
   * Lets OpenNLP create the classes of this package by name, which it refuses by default. Must be
   * called before a model that uses them is trained or read. Idempotent.
   */
  public static void allow() {
    ExtensionLoader.registerAllowedPackage(NameFeatures.class.getPackageName());
  }

  /** Returns the description of a name model's features, of which each model has a copy. */
  public static byte[] description() {
    try (InputStream in = ModelFile.open(NameFeatures.class, DESCRIPTION)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + DESCRIPTION, e);
    }
  }
}
