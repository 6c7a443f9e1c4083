package io.keeling.models.names.features;

import io.keeling.models.files.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import opennlp.tools.util.ext.ExtensionLoader;

/** Our features among OpenNLP's. */
public final class NameFeatures {

  private static final String DESCRIPTION = "name-features.xml";

  private NameFeatures() {}

  /**
   * Lets OpenNLP make the classes of this package by name, which it refuses otherwise. To be called
   * before a model that uses them is trained or read; calling again does no harm.
   */
  public static void allow() {
    ExtensionLoader.registerAllowedPackage(NameFeatures.class.getPackageName());
  }

  /** What a name model looks at, as OpenNLP describes it; each model carries its own. */
  public static byte[] description() {
    try (InputStream in = ModelFile.open(NameFeatures.class, DESCRIPTION)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + DESCRIPTION, e);
    }
  }
}
