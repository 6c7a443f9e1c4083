package io.keeling.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/** The version that {@code keeling --version} prints: that of the build. Immutable. */
final class Version implements IVersionProvider {

  private static final String RESOURCE = "version.txt";

  @Override
  public String[] getVersion() throws IOException {
    try (InputStream version = Version.class.getResourceAsStream(RESOURCE)) {
      if (version == null) {
        throw new IOException(RESOURCE + " is missing from the class path");
      }
      return new String[] {new String(version.readAllBytes(), StandardCharsets.UTF_8).strip()};
    }
  }
}
