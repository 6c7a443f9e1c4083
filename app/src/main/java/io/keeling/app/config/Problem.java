package io.keeling.app.config;

/**
 * A setting that is wrong.
 *
 * @param path the setting, or the section in which several do not go together; empty for the root
 * @param message what is wrong with it, which names the settings of the section that are
 */
record Problem(String path, String message) {

  @Override
  public String toString() {
    return path.isEmpty() ? message : path + ": " + message;
  }
}
