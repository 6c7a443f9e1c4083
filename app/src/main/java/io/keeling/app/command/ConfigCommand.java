package io.keeling.app.command;

import io.keeling.app.config.Setting;
import io.keeling.app.failure.UserException;
import io.keeling.app.terminal.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code keeling config}, which prints the settings in force. */
@Command(
    name = "config",
    description = {
      "Prints the settings in force with where each comes from: default, file or variable.",
      "Secrets are not shown. What each setting is for: docs/configuration.md"
    })
public final class ConfigCommand extends KeelingCommand implements Runnable {

  @Parameters(
      paramLabel = "PATH",
      arity = "0..1",
      description = "Only the settings below it, such as ingest or ingest.fetch.")
  private @Nullable String path;

  @Option(names = "--changed", description = "Only settings that are not left at their default.")
  private boolean changed;

  @Mixin private ConfigOption config;

  @Override
  public void run() {
    List<Setting> below =
        config.besideServers().settings().stream()
            .filter(setting -> isBelow(setting.path()))
            .toList();
    if (below.isEmpty()) {
      throw new UserException(
          "no settings below " + path + ". \"keeling config\" shows all there are.");
    }
    List<Setting> shown = below.stream().filter(each -> !(changed && each.isDefault())).toList();
    Table table = new Table().row("SETTING", "VALUE", "FROM");
    shown.forEach(each -> table.row(each.path(), each.value(), each.from()));
    print(shown.isEmpty() ? List.of("All settings are at their defaults.") : table.lines());
  }

  private boolean isBelow(String setting) {
    return path == null || setting.equals(path) || setting.startsWith(path + ".");
  }
}
