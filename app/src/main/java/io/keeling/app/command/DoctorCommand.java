package io.keeling.app.command;

import io.keeling.app.config.KeelingConfig;
import io.keeling.app.doctor.Doctor;
import io.keeling.app.doctor.Finding;
import io.keeling.app.doctor.Finding.Verdict;
import io.keeling.app.role.RoleName;
import io.keeling.app.terminal.Printable;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code keeling doctor}, which examines an installation. */
@Command(
    name = "doctor",
    description = {
      "Checks an installation: is everything there, does it work, and if not, what to do.",
      "Checks this machine, Kafka, PostgreSQL and the sources, and changes nothing. Run it where"
          + " the roles run.",
      "Exit status 0 if nothing failed, 1 if something did."
    })
public final class DoctorCommand extends KeelingCommand implements Callable<Integer> {

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description =
          "Check only what this role needs, with its user's rights; may be repeated. One of"
              + " ${COMPLETION-CANDIDATES} (default: all).")
  private List<RoleName> roles = List.of();

  @Mixin private ConfigOption config;

  @Override
  public Integer call() throws InterruptedException {
    KeelingConfig settings = config.load();
    Set<RoleName> meant = EnumSet.noneOf(RoleName.class);
    meant.addAll(roles.isEmpty() ? Arrays.asList(RoleName.values()) : roles);
    PrintWriter out = out();
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    new Doctor(settings, meant, !roles.isEmpty(), Clock.systemUTC())
        .examine(
            finding -> {
              counts.merge(finding.verdict(), 1, Integer::sum);
              out.println(line(finding));
              out.flush();
            });
    out.println(
        Arrays.stream(Verdict.values())
            .map(verdict -> counts.getOrDefault(verdict, 0) + " " + verdict.label())
            .collect(Collectors.joining(", ", "", ".")));
    out.flush();
    return counts.containsKey(Verdict.FAIL) ? 1 : 0;
  }

  private static String line(Finding finding) {
    return Printable.line(
        "%-4s  %-12s  %s".formatted(finding.verdict().label(), finding.subject(), finding.line()));
  }
}
