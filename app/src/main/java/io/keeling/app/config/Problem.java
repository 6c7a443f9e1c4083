package io.keeling.app.config;

/**
 * An invalid setting.
 *
 * @param path the setting, or the section in which several contradict each other; empty for the
 *     root
 * @param message what is wrong; for a section it names the settings involved
 */
record Problem(String path, String message) {

  @Override
  public String toString() {
    return path.isEmpty() ? message : path + ": " + message;
  }
}
