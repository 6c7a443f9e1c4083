package io.keeling.app.command;

import io.keeling.app.config.ConfigLoader;
import io.keeling.app.config.KeelingConfig;
import io.keeling.app.embedded.ServersFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /**
   * The demo's directory within the data directory of {@code up}, as in the demo's own settings.
   */
  private static final String DEMO = "demo";

  /** Returns the settings for a command that queries or changes a running Keeling. */
  public KeelingConfig load() {
    return besideServers().load();
  }

  /**
   * Returns a loader of the settings that also uses the addresses of a {@code keeling up} or {@code
   * demo} running on this machine.
   */
  public ConfigLoader besideServers() {
    ConfigLoader loader = loader();
    Path data = Path.of(loader.load().embedded().directory());
    for (Path directory : List.of(data, data.resolve(DEMO))) {
      Optional<Map<String, Object>> servers = ServersFile.read(directory);
      if (servers.isPresent()) {
        return loader.beside("what runs on " + directory, servers.get());
      }
    }
    return loader;
  }

  /** Returns a loader of the settings for commands that modify them before they start something. */
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
