package io.keeling.deploy.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.environment.Programs;
import io.keeling.environment.RequiresProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The dashboards beside Grafana's own types, as TypeScript compares them: what Grafana does not
 * know of a dashboard, a panel or a query of Prometheus is refused. Fetches the types by npm.
 */
@RequiresProgram({"node", "npm"})
class DashboardTypesIT {

  private static final Path SETTINGS = Path.of("src/test/grafana");
  private static final Path DASHBOARDS = Path.of("../deploy/grafana/dashboards");
  private static final Path WORK = Path.of("target/grafana");

  /** Panels are time series, asked of Prometheus; a query without the method of its class. */
  private static final String TYPES =
      """
      import type { Dashboard, Panel } from "@grafana/grafana-foundation-sdk/dashboard";
      import type { Dataquery } from "@grafana/grafana-foundation-sdk/prometheus";
      import type { Options } from "@grafana/grafana-foundation-sdk/timeseries";
      type Query = Omit<Dataquery, "_implementsDataqueryVariant">;
      type Series = Omit<Panel, "type" | "targets" | "options"> & {
        type: "timeseries"; targets: Query[]; options: Partial<Options>;
      };
      export const dashboard: Omit<Dashboard, "panels"> & { panels: Series[] } =
      """;

  @BeforeAll
  static void fetchTypes() throws Exception {
    Files.createDirectories(WORK);
    for (String file : List.of("package.json", "tsconfig.json")) {
      Files.write(WORK.resolve(file), Files.readAllBytes(SETTINGS.resolve(file)));
    }
    Programs.Result npm =
        Programs.run(
            List.of(
                "npm",
                "install",
                "--ignore-scripts",
                "--no-package-lock",
                "--no-audit",
                "--no-fund",
                "--prefer-offline"),
            WORK);
    assertThat(npm.status()).as(npm.output()).isZero();
  }

  /** What the compiler says of dashboards. */
  private static Programs.Result compile(List<String> dashboards) throws Exception {
    try (Stream<Path> old = Files.list(WORK)) {
      for (Path file : old.filter(each -> each.toString().endsWith(".ts")).toList()) {
        Files.delete(file);
      }
    }
    for (int i = 0; i < dashboards.size(); i++) {
      Files.writeString(WORK.resolve("dashboard-" + i + ".ts"), TYPES + dashboards.get(i));
    }
    return Programs.run(
        List.of("node", "node_modules/typescript/bin/tsc", "--project", "tsconfig.json"), WORK);
  }

  private static List<String> dashboards() throws IOException {
    try (Stream<Path> files = Files.list(DASHBOARDS)) {
      return files
          .sorted()
          .map(
              file -> {
                try {
                  return Files.readString(file);
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              })
          .toList();
    }
  }

  @Test
  void grafanaKnowsAllThatDashboardsSay() throws Exception {
    Programs.Result result = compile(dashboards());

    assertThat(result.status()).as(result.output()).isZero();
  }

  @Test
  void whatGrafanaDoesNotKnowIsRefused() throws Exception {
    String dashboard = dashboards().get(0);
    for (List<String> mistake :
        List.of(
            List.of("\"expr\":", "\"expression\":"),
            List.of("\"gridPos\":", "\"position\":"),
            List.of("\"schemaVersion\": 39", "\"schemaVersion\": \"39\""),
            List.of("\"min\": 0", "\"minimum\": 0"))) {
      String wrong = dashboard.replace(mistake.get(0), mistake.get(1));
      assertThat(wrong).isNotEqualTo(dashboard);

      Programs.Result result = compile(List.of(wrong));

      assertThat(result.status()).as(mistake.get(1)).isNotZero();
      assertThat(result.output()).contains("error TS");
    }
  }
}
