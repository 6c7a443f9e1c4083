package io.keeling.app.command;

import io.keeling.app.config.ConfigLoader;
import io.keeling.app.config.KeelingConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The {@code --config} option, shared by every command that needs settings. */
public final class ConfigOption {

  private static final Path DEFAULT = Path.of("keeling.yaml");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Settings in YAML (default: keeling.yaml in this folder, if it is there). KEELING_... variables win over it; docs/configuration.md lists them.")
  private @Nullable Path file;

  /** Reads the settings. */
  public KeelingConfig load() {
    return loader().load();
  }

  /** The settings before they are bound, for commands that lay something over them. */
  public ConfigLoader loader() {
    return ConfigLoader.of(file(), System.getenv());
  }

  private @Nullable Path file() {
    if (file != null) {
      return file;
    }
    String variable = System.getenv("KEELING_CONFIG");
    if (variable != null) {
      return Path.of(variable);
    }
    return Files.exists(DEFAULT) ? DEFAULT : null;
  }
}
