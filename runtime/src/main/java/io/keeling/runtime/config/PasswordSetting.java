package io.keeling.runtime.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a password from its settings, which contain the password itself or name a file. */
public final class PasswordSetting {

  private PasswordSetting() {}

  /**
   * Returns the password, or the content of its file without the final line break; null if neither
   * is set.
   *
   * @throws IllegalArgumentException if the file cannot be read
   */
  public static @Nullable String read(@Nullable String password, @Nullable Path passwordFile) {
    if (passwordFile == null) {
      return password;
    }
    try {
      return Files.readString(passwordFile).stripTrailing();
    } catch (IOException e) {
      throw new IllegalArgumentException("passwordFile " + passwordFile + " cannot be read", e);
    }
  }
}
