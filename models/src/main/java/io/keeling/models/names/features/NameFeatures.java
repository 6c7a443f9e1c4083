package io.keeling.models.names.features;

import opennlp.tools.util.ext.ExtensionLoader;

/** Our features among OpenNLP's. */
public final class NameFeatures {

  private NameFeatures() {}

  /**
   * Lets OpenNLP make the classes of this package by name, which it refuses otherwise. To be called
   * before a model that uses them is trained or read; calling again does no harm.
   */
  public static void allow() {
    ExtensionLoader.registerAllowedPackage(NameFeatures.class.getPackageName());
  }
}
