package io.keeling.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.app.role.RoleName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RightsTest {

  private static final Pattern ALLOWED =
      Pattern.compile("allow (ingest|enrich|sink|desk) --topic (keeling\\.\\S+) (.*)");

  @Test
  void aRoleNeedsWhatTheScriptGivesIt() throws Exception {
    Map<String, Set<String>> given = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("../docs/security/kafka-acls.sh"))) {
      Matcher allowed = ALLOWED.matcher(line);
      if (allowed.matches()) {
        for (String operation : new String[] {"Read", "Write"}) {
          if (allowed.group(3).contains("--operation " + operation)) {
            given
                .computeIfAbsent(allowed.group(1), role -> new TreeSet<>())
                .add(operation.toUpperCase(Locale.ROOT) + " " + allowed.group(2));
          }
        }
      }
    }
    Map<String, Set<String>> needed = new TreeMap<>();
    Rights.NEEDED.forEach(
        (role, topics) ->
            topics.forEach(
                (topic, operations) ->
                    operations.forEach(
                        operation ->
                            needed
                                .computeIfAbsent(
                                    role.name().toLowerCase(Locale.ROOT), name -> new TreeSet<>())
                                .add(operation.name() + " " + topic.name()))));

    assertThat(needed).isEqualTo(given);
    assertThat(Rights.NEEDED).containsOnlyKeys(RoleName.values());
  }
}
