package io.keeling.app;

import io.keeling.app.build.Build;
import picocli.CommandLine.IVersionProvider;

/** The version that {@code keeling --version} prints: that of the build. Immutable. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {Build.line()};
  }
}
